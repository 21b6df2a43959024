import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONFLICT_MARKER, sideOf } from '../../../src/core/documents/conflict-sides.ts';
import { cutDocument } from '../../../src/core/documents/cut-document.ts';
import { editYaml } from '../../../src/core/documents/edit-yaml.ts';
import { mergeDocument } from '../../../src/core/documents/merge-document.ts';
import type { MergedDocument } from '../../../src/core/documents/merge-document.ts';
import { mergeRules } from '../../../src/core/documents/merge-rules.ts';
import { outlineValue } from '../../../src/core/documents/outline.ts';
import type { Writable } from '../../../src/core/documents/print-scalar.ts';
import { readFile } from '../../../src/core/documents/read-file.ts';
import { readYaml } from '../../../src/core/documents/read-yaml.ts';
import { fingerprint } from '../../../src/core/documents/same-record.ts';
import { arbitraryYaml } from '../../support/arbitrary-yaml.ts';
import { arbitraryMutation } from '../../support/hostile-mutations.ts';
import { runs } from '../../support/arbitrary-runs.ts';
import { arbitraryEdits, arbitraryRecordFile, withEdits } from '../../support/arbitrary-records.ts';
import type { RecordFile } from '../../support/arbitrary-records.ts';

interface Situation {
  readonly record: Pick<RecordFile, 'kind' | 'file'>;
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
}

const situation: fc.Arbitrary<Situation> = arbitraryRecordFile.chain((record) =>
  fc.tuple(arbitraryEdits(record), arbitraryEdits(record)).map(([one, other]) => ({ record: { kind: record.kind, file: record.file }, base: record.text, ours: withEdits(record, one), theirs: withEdits(record, other) })),
);

function merged({ record, base, ours, theirs }: Situation): MergedDocument {
  const answer = mergeDocument(record.kind, { base, ours, theirs });
  if (answer === null) throw new Error('it was not merged');
  return answer;
}

/** What a text says, whatever its layout. */
function saying({ kind }: Situation['record'], text: string): string {
  const outline = cutDocument(kind, text, mergeRules(kind).name);
  expect(outline).not.toBeNull();
  return fingerprint(outline && outlineValue(outline));
}

const problemsOf = ({ file }: Situation['record'], text: string): readonly string[] => readFile(file, text, 'deployment').problems.map(({ code }) => code);
const paths = ({ conflicts }: MergedDocument): readonly string[] => conflicts.map(({ path }) => path.join(' ')).sort();

describe('a merge field by field', () => {
  it('is valid where both sides are, and from either side where they conflict', () => {
    const property = fc.property(situation, (given) => {
      const { text, conflicts } = merged(given);
      for (const side of ['ours', 'theirs'] as const) expect(problemsOf(given.record, sideOf(text, side))).toEqual([]);
      expect(problemsOf(given.record, text)).toEqual(conflicts.length === 0 ? [] : ['conflict-marker']);
    });
    fc.assert(property, { numRuns: runs(200) });
  });

  it('says the same whichever side is ours', () => {
    const property = fc.property(situation, (given) => {
      const [one, other] = [merged(given), merged({ ...given, ours: given.theirs, theirs: given.ours })];
      expect(paths(one)).toEqual(paths(other));
      expect(saying(given.record, sideOf(one.text, 'ours'))).toBe(saying(given.record, sideOf(other.text, 'theirs')));
      expect(saying(given.record, sideOf(one.text, 'theirs'))).toBe(saying(given.record, sideOf(other.text, 'ours')));
    });
    fc.assert(property, { numRuns: runs(200) });
  });

  it('made again adds nothing, and what one side alone changed is its text to the byte', () => {
    const property = fc.property(situation, (given) => {
      const { base, ours, theirs } = given;
      expect(merged({ ...given, theirs: base }).text).toBe(ours);
      expect(merged({ ...given, ours: base }).text).toBe(theirs);
      expect(merged({ ...given, theirs: ours }).text).toBe(ours);
      const once = merged(given);
      if (once.conflicts.length > 0) return;
      expect(merged({ ...given, ours: once.text }).text).toBe(once.text);
      expect(saying(given.record, merged({ ...given, theirs: once.text }).text)).toBe(saying(given.record, once.text));
    });
    fc.assert(property, { numRuns: runs(200) });
  });

  it('of changes to different fields is both changes', () => {
    const apart = arbitraryRecordFile.chain((record) => arbitraryEdits(record, 6).chain((edits) => fc.nat(edits.length).map((at) => ({ record: { kind: record.kind, file: record.file }, versions: [[], edits.slice(0, at), edits.slice(at), edits].map((some) => withEdits(record, some)) }))));
    const property = fc.property(apart, ({ record, versions: [base = '', ours = '', theirs = '', both = ''] }) => {
      const answer = merged({ record, base, ours, theirs });
      expect(answer.conflicts).toEqual([]);
      expect(saying(record, answer.text)).toBe(saying(record, both));
    });
    fc.assert(property, { numRuns: runs(200) });
  });

  it('keeps every comment', () => {
    const property = fc.property(situation, (given) => {
      const { text } = merged(given);
      const expected = new Set([given.ours, given.theirs].flatMap(commentsOf));
      const found = new Set(commentsOf(text));
      for (const comment of expected) if (commentsOf(given.ours).includes(comment) && commentsOf(given.theirs).includes(comment)) expect(found).toContain(comment);
    });
    fc.assert(property, { numRuns: runs(200) });
  });
});

describe('a document as anybody may write it', () => {
  const edit = fc.record({ field: fc.constantFrom('id', 'task', 'notes', 'x-new'), value: fc.constantFrom<Writable>('one', 'a: b', null, ['x', 'y'], 7) });
  const changed = (text: string, { field, value }: { field: string; value: Writable }): string | null => {
    const answer = editYaml(text, [{ pointer: [field], value }]);
    return answer.ok ? answer.text : null;
  };

  it('is merged as decided, or left to git, and nothing else', () => {
    let done = 0;
    const property = fc.property(arbitraryYaml, edit, edit, ({ text: base }, one, other) => {
      const [ours, theirs] = [changed(base, one), changed(base, other)];
      if (ours === null || theirs === null) return;
      const answer = mergeDocument('config', { base, ours, theirs });
      if (answer === null) return;
      done++;
      if (one.field === other.field) return;
      expect(answer.conflicts).toEqual([]);
      expect(fingerprint(readYaml(answer.text, 'a').value)).toBe(fingerprint(readYaml(changed(ours, other) ?? '', 'a').value));
    });
    fc.assert(property, { numRuns: runs(300) });
    // The rest has anchors, or is no block of fields.
    expect(done).toBeGreaterThan(runs(300) / 4);
  });

  it('may be broken in any way', () => {
    const property = fc.property(arbitraryMutation, arbitraryMutation, fc.constantFrom('config' as const, 'tasks' as const, 'decision' as const, 'page' as const), (one, other, kind) => {
      for (const versions of [{ base: one.text, ours: one.text, theirs: other.text }, { base: '', ours: other.text, theirs: one.text }]) {
        const answer = mergeDocument(kind, versions);
        if (answer) expect(CONFLICT_MARKER.test(answer.text)).toBe(answer.conflicts.length > 0);
      }
    });
    fc.assert(property, { numRuns: runs(300) });
  });
});

const commentsOf = (text: string): readonly string[] => text.match(/# (?:The queue|about A-\d|\w+$)/gm) ?? [];
