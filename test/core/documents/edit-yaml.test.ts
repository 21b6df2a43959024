import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editYaml } from '../../../src/core/documents/edit-yaml.ts';
import type { Edited } from '../../../src/core/documents/edit-yaml.ts';
import { readYaml } from '../../../src/core/documents/read-yaml.ts';
import { isRecord, withValue } from '../../../src/core/documents/with-value.ts';
import type { Writable } from '../../../src/core/documents/print-scalar.ts';
import type { Pointer } from '../../../src/core/model.ts';
import { arbitraryMutation } from '../../support/hostile-mutations.ts';
import { arbitraryYaml } from '../../support/arbitrary-yaml.ts';
import { runs } from '../../support/arbitrary-runs.ts';

const newValue: fc.Arbitrary<Writable> = fc.oneof(
  fc.constantFrom('done', 'two words', 'a: b', '# x', "it's", '"', 'null', 'yes', '12', '', ' ', 'line\nbreak', '2025-08-12', '\u{1f600}', '\u2028', '- a', '[', '{', 'tab\there', '\ufeff', '<<', '~'),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  fc.constantFrom(0, 1, -1, 1.5, 100, true, false, null),
  fc.array(fc.constantFrom('a', 'b c', 'x: y', ''), { maxLength: 3 }),
  fc.constant({ by: 'a', at: '2025-08-12T10:00:00Z', exit_code: 0 }),
);

/** Every place of a value, and beside each mapping a place for a new key. */
function pointersIn(value: unknown, at: Pointer = []): Pointer[] {
  const here: Pointer[] = at.length === 0 ? [] : [at];
  if (Array.isArray(value)) return [...here, ...value.flatMap((item: unknown, index) => pointersIn(item, [...at, index]))];
  if (!isRecord(value)) return here;
  return [...here, [...at, 'new key'], ...Object.entries(value).flatMap(([key, item]) => pointersIn(item, [...at, key]))];
}

const documentAndEdit = arbitraryYaml.chain(({ text, value }) => fc.record({ text: fc.constant(text), value: fc.constant(value), pointer: fc.constantFrom(...pointersIn(value)), to: newValue }));

function textOf(edited: Edited): string {
  expect(edited).toHaveProperty('text');
  return edited.ok ? edited.text : '';
}

const edit = (text: string, pointer: Pointer, value: Writable): Edited => editYaml(text, [{ pointer, value }]);

describe('an edit', () => {
  it('changes exactly one value, and refuses by a reason where it cannot', () => {
    let made = 0;
    let asked = 0;
    const property = fc.property(documentAndEdit, ({ text, value, pointer, to }) => {
      const edited = edit(text, pointer, to);
      asked++;
      if (!edited.ok) {
        expect(edited).toEqual({ ok: false, reason: expect.stringMatching(/\S/) as unknown });
        return;
      }
      made++;
      expect(readYaml(edited.text, 'a.yaml')).toEqual({ value: withValue(value, pointer, to), problems: [] });
    });
    fc.assert(property, { numRuns: runs(1500) });
    // The rest meets anchors, aliases and tags.
    expect(made / asked).toBeGreaterThan(0.6);
  });

  it('of a single value keeps every comment, and every byte on other lines', () => {
    const property = fc.property(documentAndEdit, ({ text, value, pointer, to }) => {
      const edited = edit(text, pointer, to);
      const old = pointer.reduce<unknown>((at, step) => (at as Record<string, unknown>)[step], value);
      if (!edited.ok || typeof old === 'object' || (typeof old === 'string' && /\n| lines$/.test(old))) return;
      expect(commentsOf(edited.text)).toEqual(commentsOf(text));
      expect(removedFrom(text, edited.text)).not.toContain('\n');
    });
    fc.assert(property, { numRuns: runs(1000) });
  });

  it('never breaks what it is given, however broken', () => {
    const property = fc.property(arbitraryMutation, fc.constantFrom('status', 'id', 'x-new'), newValue, ({ text }, field, to) => {
      const edited = edit(text, [field], to);
      if (edited.ok) expect(readYaml(edited.text, 'a.yaml')).toEqual({ value: withValue(readYaml(text, 'a.yaml').value, [field], to), problems: [] });
      else expect(edited.reason).not.toBe('');
    });
    fc.assert(property, { numRuns: runs(500) });
  });

  it('made twice is made once', () => {
    const property = fc.property(documentAndEdit, ({ text, pointer, to }) => {
      const once = edit(text, pointer, to);
      if (once.ok) expect(readYaml(textOf(edit(once.text, pointer, to)), 'a').value).toEqual(readYaml(once.text, 'a').value);
    });
    fc.assert(property, { numRuns: runs(500) });
  });
});

describe('several edits at once', () => {
  it('are all made, or none', () => {
    const situation = arbitraryYaml.chain(({ text, value }) => {
      const edits = fc.uniqueArray(fc.record({ pointer: fc.constantFrom(...Object.keys(value).map((key) => [key])), value: newValue }), { selector: ({ pointer }) => pointer[0], minLength: 1, maxLength: 3 });
      return fc.record({ text: fc.constant(text), value: fc.constant(value), edits });
    });
    const property = fc.property(situation, ({ text, value, edits }) => {
      const edited = editYaml(text, edits);
      const intended = edits.reduce<unknown>((so, { pointer, value: to }) => withValue(so, pointer, to), value);
      if (edited.ok) expect(readYaml(edited.text, 'a.yaml').value).toEqual(intended);
    });
    fc.assert(property, { numRuns: runs(500) });
  });
});

const commentsOf = (text: string): string[] => text.match(/# (?:head|comment|another|tail|list|kept|"x": \[y\])/g) ?? [];

/** What stands between the longest common beginning and end. */
function removedFrom(text: string, edited: string): string {
  const most = Math.min(text.length, edited.length);
  let start = 0;
  while (start < most && text[start] === edited[start]) start++;
  let end = 0;
  while (end < most - start && text.at(-1 - end) === edited.at(-1 - end)) end++;
  return text.slice(start, text.length - end);
}
