import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCarefully, readYaml } from '../../../src/core/documents/read-yaml.ts';
import { arbitraryMutation } from '../../support/hostile-mutations.ts';
import { arbitraryYaml, arbitraryYamlText } from '../../support/arbitrary-yaml.ts';
import { runs } from '../../support/arbitrary-runs.ts';

const carefully = (text: string) => {
  const { value, problems } = parseCarefully(text, { file: 'a.yaml', offset: 0 });
  return { value, problems };
};

describe('the two readers of YAML', () => {
  it.each([
    ['texts of all marks', arbitraryYamlText, 20_000],
    ['documents', arbitraryYaml.map(({ text }) => text), 300],
    ['spoiled files', arbitraryMutation.map(({ text }) => text), 1000],
  ] as const)('give one answer: %s', (_, texts, usual) => {
    const property = fc.property(texts, (text) => {
      expect(readYaml(text, 'a.yaml')).toEqual(carefully(text));
    });
    fc.assert(property, { numRuns: runs(usual) });
  });


  it.each([': a', 'a: 1e400', '|2\n a', '>+\n\n  ', 'k: ! 1', '- ? ', ' ---\na: b', "'s'\r", '{null: a}', '~ : a', 'a: -0', 'a: .inf', '|-\n# c'])('give one answer where the libraries differ: %j', (text) => {
    expect(readYaml(text, 'a.yaml')).toEqual(carefully(text));
  });

  it('read what was written', () => {
    const property = fc.property(arbitraryYaml, ({ text, value }) => {
      expect(readYaml(text, 'a.yaml')).toEqual({ value, problems: [] });
    });
    fc.assert(property, { numRuns: runs(300) });
  });

  it('give plain data: it goes through JSON and back unchanged', () => {
    const property = fc.property(arbitraryYamlText, (text) => {
      const { value } = readYaml(text, 'a.yaml');
      if (value !== undefined) expect(JSON.parse(JSON.stringify(value))).toStrictEqual(value);
    });
    fc.assert(property, { numRuns: runs(3000) });
  });

  it('refuse what holds itself', () => {
    expect(readYaml('a: &a [*a]', 'a.yaml').problems.map(({ code }) => code)).toEqual(['alias-bomb']);
  });

  it('keep keys of prototypes as plain keys', () => {
    for (const text of ['__proto__: {polluted: 1}\nconstructor: 2', '? __proto__\n: {polluted: 1}\nconstructor: 2']) {
      const { value } = readYaml(text, 'a.yaml');
      expect(Object.entries(value as object)).toEqual([['__proto__', { polluted: 1 }], ['constructor', 2]]);
      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    }
  });
});
