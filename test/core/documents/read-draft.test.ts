import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NOTHING_SAID, saidOver, withWords, wordsOf } from '../../../src/core/documents/handoff-words.ts';
import { printDraft } from '../../../src/core/documents/print-handoff.ts';
import { readDraft } from '../../../src/core/documents/read-draft.ts';
import { newHandoffs } from '../../support/arbitrary-handoffs.ts';

const said = (text: string) => readDraft(text, 'notes.txt');

describe('a draft', () => {
  it('in the form of a handoff says what stands in it, and nothing of the rest', () => {
    const text = '---\nto_agent: backend\nnext_steps: [Deploy it]\nruled_out: []\nblockers:\nartifacts: [{ path: a.md, description: The plan }]\n---\n\nMind the cache.\n';
    expect(said(text)).toEqual({
      words: { ...NOTHING_SAID, to: 'backend', nextSteps: ['Deploy it'], ruledOut: [], artifacts: [{ path: 'a.md', description: 'The plan', blob: null }], notes: 'Mind the cache.' },
      facts: {},
      problems: [],
    });
  });

  it('may be the template of the protocol in a fence, or only notes', () => {
    const template = '# Handoff\n\n```yaml\nhandoff_template:\n  from_agent: Frontend Agent\n  timestamp: 2025-08-12T10:00:00Z\n  task_completed: [It works]\n  notes: Mind the cache.\n```\n';
    expect(said(template)).toMatchObject({ words: { completed: ['It works'], notes: 'Mind the cache.' }, facts: { from_agent: 'Frontend Agent' }, problems: [] });
    expect(said('Mind the cache.\n\n- and the limits\n')).toEqual({ words: { ...NOTHING_SAID, notes: 'Mind the cache.\n\n- and the limits' }, facts: {}, problems: [] });
    expect(said('')).toEqual({ words: NOTHING_SAID, facts: {}, problems: [] });
  });

  it('is told from what coord fills in itself', () => {
    const text = '---\nfrom_agent: frontend\ntask: FIX-001\nbase: abc\nhead:\nverification: [{ name: build, exit_code: 0 }]\nacknowledged: { by: a, at: b }\ntoken: 3\n---\n';
    expect(said(text).facts).toEqual({ from_agent: 'frontend', task: 'FIX-001', base: 'abc', token: '3', verification: '[{"name":"build","exit_code":0}]', acknowledged: '{"by":"a","at":"b"}' });
  });

  it.each<[string, string, readonly (readonly [string, number])[]]>([
    ['a field of a wrong name', '---\nto_agent: a\nnextsteps: [x]\n---\n', [['unknown-field', 3]]],
    ['a value of a wrong kind', '---\nnext_steps: Deploy it\n---\n', [['schema-violation', 2]]],
    ['a path that leads out', '---\nartifacts: [{ path: ../x }]\n---\n', [['path-escape', 2]]],
    ['what is no YAML', '---\nnext_steps: [x\n---\n', [['front-matter-syntax', 2]]],
    ['a form not filled in', '---\ntask_completed: [List of completed items]\n---\n', [['placeholder', 2]]],
    ['what would be run', '---js\n{}\n---\n', [['executable-front-matter', 1]]],
    ['a list for a mapping', '---\n- a\n---\n', [['schema-violation', 2]]],
  ])('tells of %s, and where', (_, text, problems) => {
    expect(said(text).problems.map(({ code, at }) => [code, at.line])).toEqual(problems);
  });

  it('that was printed says the same again', () => {
    fc.assert(
      fc.property(newHandoffs, (handoff) => {
        const { words, facts, problems } = readDraft(printDraft(handoff), '.git/coord/draft-a1b2.md');
        expect(problems).toEqual([]);
        expect(facts).toEqual({});
        expect(withWords(handoff, { ...words, artifacts: null })).toEqual(handoff);
      }),
    );
  });
});

describe('words', () => {
  it('said later count, and an empty list is said', () => {
    const file = { ...NOTHING_SAID, to: 'backend', nextSteps: ['a'], notes: 'b' };
    expect(saidOver(file, { ...NOTHING_SAID, nextSteps: [], notes: 'c' })).toEqual({ ...NOTHING_SAID, to: 'backend', nextSteps: [], notes: 'c' });
  });

  it('stand in place of what would be filled in, all of which can be said', () => {
    fc.assert(
      fc.property(newHandoffs, newHandoffs, (filled, other) => {
        const { to, notes, completed, ready, blockers, nextSteps, ruledOut } = other;
        expect(withWords(filled, NOTHING_SAID)).toEqual(filled);
        expect(withWords(filled, wordsOf(other))).toMatchObject({ to: to ?? filled.to, notes, completed, ready, blockers, nextSteps, ruledOut, task: filled.task, base: filled.base });
      }),
    );
  });
});
