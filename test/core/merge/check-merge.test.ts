/** Four trees of records, and what is said of them; what a real git makes is in test/app/validate-merge.test.ts. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { causedByMerging, checkMerge } from '../../../src/core/merge/check-merge.ts';
import type { MergeTree, MergeTrees } from '../../../src/core/merge/merge-trees.ts';
import type { Workspace } from '../../../src/core/documents/workspace.ts';
import type { Task } from '../../../src/core/model.ts';
import { problem } from '../../../src/core/problem/problem.ts';
import type { Problem } from '../../../src/core/problem/problem.ts';
import { runs } from '../../support/arbitrary-runs.ts';
import { aClaim } from '../../support/a-claim.ts';
import { makeAgent, makeBlocker, makeHandoff, makeTask, makeWorkspace } from '../../support/records.ts';
import '../../support/seed.ts';

function tree(parts: Partial<Workspace>, problems: readonly Problem[] = []): MergeTree {
  const { workspace } = makeWorkspace(parts);
  const records = [...workspace.tasks, ...workspace.handoffs, ...workspace.blockers];
  return { workspace, problems, files: [...new Set(records.map(({ place }) => place.file))] };
}

type Tasks = readonly Task[];

const trees = (base: Tasks, ours: Tasks, theirs: Tasks, merged: Tasks): MergeTrees => ({
  bases: [tree({ tasks: base })],
  ours: tree({ tasks: ours }),
  theirs: tree({ tasks: theirs }),
  merged: tree({ tasks: merged }),
  conflicts: [],
  names: { ours: 'feature', theirs: 'main' },
  claims: [],
});

const codes = (all: MergeTrees): string[] => checkMerge(all).map(({ code }) => code);
const A = makeTask({ id: 'A-1' });
const B = makeTask({ id: 'B-1' });

describe('a record in the result', () => {
  it.each<[string, Tasks, Tasks, Tasks, Tasks, string[]]>([
    ['as it was', [A], [A], [A], [A], []],
    ['as one side changed it', [A], [{ ...A, notes: 'x' }], [A], [{ ...A, notes: 'x' }], []],
    ['as one side added it', [A], [A, B], [A], [A, B], []],
    ['as both added it alike', [A], [A, B], [A, B], [A, B], []],
    ['changed by nobody', [A], [A], [A], [{ ...A, progress: 10 }], ['merge-crossed']],
    ['without what one side changed', [A], [{ ...A, progress: 10 }], [A], [A], ['merge-crossed']],
    ['with one of two values', [A], [{ ...A, progress: 10 }], [{ ...A, progress: 20 }], [{ ...A, progress: 20 }], ['merge-crossed']],
    ['gone, though both have it', [A, B], [A, B], [A, B], [A], ['merge-crossed']],
    ['gone, though one side added it', [A], [A, B], [A], [A], ['merge-crossed']],
    ['that nobody has', [A], [A], [A], [A, B], ['merge-crossed']],
    ['gone from both sides', [A, B], [A], [A], [A], []],
    ['removed by us', [A, B], [A], [A, B], [A], ['id-removed']],
    ['removed by them, which is no news', [A, B], [A, B], [A], [A], []],
    ['removed by us and changed by them', [A, B], [A], [A, { ...B, progress: 10 }], [A], ['edit-lost']],
    ['removed by them and changed by us', [A, B], [A, { ...B, progress: 10 }], [A], [A], ['edit-lost']],
    ['removed by us, but kept with their change', [A, B], [A], [A, { ...B, progress: 10 }], [A, { ...B, progress: 10 }], []],
    ['with the items of both sides', [A], [{ ...A, files: ['x'] }], [{ ...A, files: ['y'] }], [{ ...A, files: ['x', 'y'] }], []],
    ['with the items of one side', [A], [{ ...A, files: ['x'] }], [{ ...A, files: ['y'] }], [{ ...A, files: ['x'] }], ['merge-crossed']],
    ['with lines of both sides in its notes', [{ ...A, notes: '1\n2\n3' }], [{ ...A, notes: 'x\n2\n3' }], [{ ...A, notes: '1\n2\ny' }], [{ ...A, notes: 'x\n2\ny' }], []],
  ])('%s', (_, base, ours, theirs, merged, expected) => {
    expect(codes(trees(base, ours, theirs, merged))).toEqual(expected);
  });

  it('is not judged where a file of it could not be read', () => {
    const all = trees([A, B], [A], [A, B], [A]);
    const broken = problem('yaml-syntax', { file: B.place.file }, { reason: 'x' });
    expect(codes({ ...all, ours: tree({ tasks: [A] }, [broken]) })).toEqual([]);
  });

  it('is not missed where it may stand in a conflict, in a file that one side calls otherwise', () => {
    const moved = { ...B, place: { file: 'deployment/tasks/new.yaml', pointer: [] } };
    const all = { ...trees([A, B], [A, B], [A, moved], [A, moved]), conflicts: [{ kind: 'contents', paths: [moved.place.file] }] };
    expect(codes(all)).toEqual(['merge-conflict']);
    expect(codes({ ...all, ours: tree({ tasks: [A, B, makeTask({ id: 'N-1' })] }) })).toEqual(['merge-conflict']);
  });

  it('is judged by any of several bases', () => {
    const all = trees([A], [{ ...A, progress: 10 }], [{ ...A, progress: 20 }], [{ ...A, progress: 20 }]);
    expect(codes({ ...all, bases: [...all.bases, tree({ tasks: [{ ...A, progress: 10 }] })] })).toEqual([]);
  });

  it('may name an agent that only the other side knows by that name', () => {
    const agents = [makeAgent({ id: 'web', aliases: ['Screens'] })];
    const theirs = { ...A, agent: 'Screens' };
    const all = trees([A], [A], [theirs], [{ ...A, agent: 'web' }]);
    expect(codes({ ...all, ours: tree({ tasks: [A], agents }), merged: tree({ tasks: [{ ...A, agent: 'web' }], agents }) })).toEqual([]);
  });

  it('is compared in the settings too, entry by entry', () => {
    const config = (name: string, role: string | null): Partial<Workspace> => ({ config: { team: { web: { name, role } } } });
    const [base, ours, theirs] = [config('Web', null), config('Screens', null), config('Web', 'UI')].map((parts) => tree(parts));
    const all = { ...trees([], [], [], []), bases: base ? [base] : [], ...(ours && { ours }), ...(theirs && { theirs }) };
    expect(codes({ ...all, merged: tree(config('Screens', 'UI')) })).toEqual([]);
    expect(checkMerge({ ...all, merged: tree(config('Web', 'UI')) }).map(({ place, facts }) => [place.pointer, facts])).toEqual([
      [['team', 'web', 'name'], { record: 'team.web', fields: ['name'], meant: null, how: 'changed', theirs: 'main' }],
    ]);
  });
});

describe('two halves that exclude each other', () => {
  const started = (fields: Partial<Task> = {}): Task => ({ ...A, status: 'in_progress', ...fields });
  const done = (head: string | null): Task => ({ ...A, status: 'done', proof: { head, tree: null, verified: [] } });

  it.each<[string, Task, Task, string[]]>([
    ['started here and there', started(), started(), ['double-start']],
    ['started here, in review there', started(), started({ status: 'review' }), ['double-start']],
    ['done from one proof', done('abc'), done('abc'), []],
    ['done twice without proof', done(null), done(null), ['double-start']],
    ['cancelled there', started(), started({ status: 'cancelled' }), []],
  ])('%s', (_, ours, theirs, expected) => {
    expect(codes(trees([A], [ours], [theirs], [ours])).filter((code) => code === 'double-start')).toEqual(expected);
  });

  it('takes work under one claim for one', () => {
    const handoffs = [makeHandoff({ task: 'a-1', nonce: 'n' })];
    const side = tree({ tasks: [done(null)], handoffs });
    expect(codes({ ...trees([A], [], [], []), ours: side, theirs: side, merged: side })).toEqual([]);
  });

  it('tells of a blocker only where it came from the other side and is open', () => {
    const finished = tree({ tasks: [done('abc')] });
    const told = (blocker: Parameters<typeof makeBlocker>[0]): string[] => {
      const blockers = [makeBlocker(blocker)];
      return codes({ ...trees([A], [], [], []), ours: finished, theirs: tree({ tasks: [A], blockers }), merged: tree({ tasks: [done('abc')], blockers }) });
    };
    expect([told({ task: 'a-1' }), told({ task: 'A-1', resolved: '2025-08-12' }), told({ task: 'B-1' })]).toEqual([['done-while-blocked'], [], []]);
  });

  it.each([
    ['lower than the claim', 1, 2, ['stale-holder']],
    ['that of the claim', 2, 2, []],
    ['higher than the claim that is known here', 3, 2, []],
  ])('holds the token of the work against the claim: %s', (_, token, current, expected) => {
    const merged = tree({ tasks: [done('abc')], handoffs: [makeHandoff({ task: 'A-1', token })] });
    expect(codes({ ...trees([A], [], [A], []), ours: merged, merged, claims: [{ id: 'A-1', claim: aClaim({ token: current }) }, { id: 'B-1', claim: null }] })).toEqual(expected);
  });
});

describe('of the merged tree', () => {
  const wrong = (file: string): Problem => problem('self-dependency', { file }, { id: 'A-1' });
  const sides = { ours: tree({}, [wrong('a')]), theirs: tree({}, [wrong('a'), wrong('b')]), conflicts: [{ kind: 'contents', paths: ['d'] }] };

  it('only what neither side has is told, and nothing of files in conflict', () => {
    const { own, others } = causedByMerging([wrong('a'), wrong('b'), wrong('c'), wrong('d')], sides, []);
    expect([own, others].map((found) => found.map(({ place }) => place.file))).toEqual([['c'], ['a', 'b']]);
  });

  it('a blocker on a task that is done is told of once: with the sides, where they are why', () => {
    const open = (file: string): Problem => problem('open-blocker-on-done', { file, pointer: ['task'] }, { id: 'A-1', needed: 'an answer', blocker: file });
    const told = problem('done-while-blocked', { file: 'e', pointer: ['task'] }, { id: 'A-1', finished: 'feature', blocked: 'main', needed: 'an answer' });
    expect(causedByMerging([open('e'), wrong('e'), open('f')], sides, [told])).toEqual({ own: [wrong('e'), open('f')], others: [] });
  });
});

describe('any two sets of edits', () => {
  const edits = fc.dictionary(fc.constantFrom('A-1', 'B-1', 'C-1'), fc.record({ priority: fc.constantFrom('high', 'low'), progress: fc.integer({ min: 1, max: 100 }), notes: fc.string(), files: fc.uniqueArray(fc.string()) }, { requiredKeys: [] }));
  const base = ['A-1', 'B-1', 'C-1'].map((id) => makeTask({ id }));
  const edited = (changes: Readonly<Record<string, Partial<Task>>>, tasks: Tasks = base): Task[] => tasks.map((task) => ({ ...task, ...changes[task.id] }));

  it('are kept by a merge that keeps every edit, and any other change is told', () => {
    fc.assert(
      fc.property(edits, edits, fc.constantFrom('A-1', 'B-1', 'C-1'), (ours, theirs, victim) => {
        // Fields that both sides changed go by their side: those are conflicts, which git tells.
        const apart = Object.fromEntries(Object.entries(theirs).map(([id, change]) => [id, Object.fromEntries(Object.entries(change).filter(([field]) => !Object.hasOwn(ours[id] ?? {}, field)))]));
        const merged = edited(apart, edited(ours));
        expect(codes(trees(base, edited(ours), edited(apart), merged))).toEqual([]);
        const corrupt = merged.map((task) => (task.id === victim ? { ...task, group: 'nowhere' } : task));
        expect(checkMerge(trees(base, edited(ours), edited(apart), corrupt)).map(({ facts }) => facts)).toEqual([{ record: victim, how: 'changed', fields: ['group'], meant: null, theirs: 'main' }]);
      }),
      { numRuns: runs(300) },
    );
  });
});
