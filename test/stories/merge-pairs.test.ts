/**
 * Git's own merge of lines, as a hosting site's button makes it, over every pair of verbs that write, on two branches: clean,
 * except where both gave one field different values. A new verb is one row.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { branchOf, gitMerge, judge, readBranch, sharedFiles } from '../support/branch-pairs.ts';
import type { Branch, ByHand, Turn, Words } from '../support/branch-pairs.ts';
import { storyIn } from '../support/story.ts';
import type { Story } from '../support/story.ts';
import { makeRepository } from '../support/repository.ts';
import { COORD_YAML } from '../support/team-repository.ts';

/** Some hundred processes, one after the other: on a busy machine they take minutes. */
const PATIENCE = 900_000;

const first = (one: string): string => one;
const second = (_: string, other: string): string => other;

const ONE: Turn = { name: 'one', agent: 'frontend', time: '2025-08-12T12:00:00Z', pick: first };
const OTHERS: readonly Turn[] = [
  { name: 'another agent', agent: 'backend', time: '2025-08-12T13:00:00Z', pick: second },
  { name: 'the same agent', agent: 'frontend', time: '2025-08-12T14:00:00Z', pick: second },
];

type Row = readonly [verb: string, write: (turn: Turn) => readonly (Words | ByHand)[]];

const set = (field: string, one: string, other: string): Row => [`task set ${field}`, ({ pick }) => [['task', 'set', 'A-1', `${field}=${pick(one, other)}`]]];

const ROWS: readonly Row[] = [
  ['task add', ({ pick }) => [['task', 'add', 'More', '--id', pick('N-1', 'N-2')]]],
  ['task add --id', ({ pick }) => [['task', 'add', pick('This', 'That'), '--id', 'N-3']]],
  set('task', 'This', 'That'),
  set('agent', 'frontend', 'backend'),
  set('priority', 'high', 'low'),
  set('kind', 'gate', 'milestone'),
  set('status', 'review', 'cancelled'),
  set('progress', '10', '20'),
  set('dependencies', 'D-1', 'D-2'),
  ['task set dependencies+', ({ pick }) => [['task', 'set', 'A-1', `dependencies+=${pick('D-1', 'D-2')}`]]],
  set('phase', 'build', 'launch'),
  set('group', 'one', 'two'),
  set('estimate', '2 days', '3-4 hours'),
  set('deadline', '2025-09-01', '2025-09-02'),
  set('files', 'web/**', 'api/**'),
  set('actions', 'Read, then write', 'Only write'),
  set('acceptance', 'It runs', 'It flies'),
  set('verify', 'build', ''),
  set('approvers', 'testing', 'human:alice'),
  set('artifacts', 'README.md', 'LICENSE'),
  set('started', '2025-08-01', '2025-08-02'),
  set('completed', '2025-08-11', '2025-08-10'),
  set('notes', 'This', 'That'),
  ['task set, of another task', ({ pick }) => [['task', 'set', 'B-1', `notes=${pick('This', 'That')}`, 'priority=low']]],
  ['task split', ({ pick }) => [['task', 'split', 'A-1', pick('This', 'That'), 'Rest']]],
  ['claim', () => ['claim A-1']],
  ['claim, release', () => ['claim A-1', 'release A-1']],
  ['progress', ({ pick }) => ['claim A-1', ['progress', pick('40', '60'), pick('Half of it', 'Most of it')]]],
  ['done', ({ pick }) => ['claim A-1', ['done', '--note', pick('Mind the gap', 'Mind the step')]]],
  ['done, of another task', () => ['claim B-1', 'done']],
  ['block', ({ pick }) => [['block', 'A-1', pick('A key', 'A door'), '--on', 'testing', '--severity', pick('P0', 'P1')]]],
  ['unblock', ({ pick }) => [['unblock', 'C-1', '--note', pick('Found it', 'Made it')]]],
  ['unblock --ack', () => ['unblock C-1 --ack']],
  ['handoff new', ({ pick }) => [['handoff', 'new', 'A-1', '--to', pick('backend', 'testing')]]],
  ['handoff ack', () => ['handoff ack H-1 --take']],
  ['approve', ({ pick }) => [['approve', 'G-1', '--as', pick('testing', 'human:alice')]]],
  ['approve --no', ({ pick }) => [['approve', 'G-1', '--no', '--note', pick('Too early', 'Too late'), '--as', 'testing']]],
  ['approve, of a blocker', ({ pick }) => [['approve', 'C-1', '--note', pick('Of course', 'So be it'), '--as', 'human:alice']]],
  ['decide propose', ({ pick }) => [['decide', 'propose', pick('This way', 'That way')]]],
  ['decide comment', ({ pick }) => [['decide', 'comment', 'speak-json', pick('Yes', 'No')]]],
  ['decide accept', ({ pick }) => [['decide', 'accept', 'speak-json', '--as', 'testing', '--note', pick('It is so', 'So be it')]]],
  ['decide reject', ({ pick }) => [['decide', 'reject', 'speak-json', '--as', 'testing', '--note', pick('Too long', 'Too short')]]],
  ['decide supersede', () => ['decide supersede old-way new-way --as testing']],
  ['decide propose --supersedes', ({ pick }) => [['decide', 'propose', pick('Third way', 'Fourth way'), '--supersedes', 'old-way']]],
  ['decide accept --supersedes', ({ pick }) => [['decide', 'accept', 'newest-way', '--as', 'testing', '--note', pick('It is so', 'So be it')]]],
  ['report pages', () => ['report pages']],
  ['task set, report pages', ({ pick }) => [['task', 'set', 'B-1', `status=${pick('review', 'cancelled')}`], 'report pages']],
  ['resolve', ({ pick }) => [(clone) => leaveConflict(clone, pick('1', '2')), 'resolve', commit]],
  ['import', ({ pick }) => [planOf(pick('N-4', 'N-5'), 'Draw'), 'import ../PLAN.md']],
  ['import, of one id', ({ pick }) => [planOf('N-6', pick('Draw', 'Print')), 'import ../PLAN.md']],
  ['validate --fix', () => ['validate --fix', commit]],
  ['init --merge-driver', () => ['init --merge-driver', commit]],
];

const commit: ByHand = (clone) => {
  clone.commit('What coord leaves to be committed');
};

/** Of somebody who is new. */
function planOf(id: string, title: string): ByHand {
  return (clone) => {
    clone.write('../PLAN.md', `| id | task | agent |\n| --- | --- | --- |\n| ${id} | ${title} | Writer |\n`);
  };
}

/** Two fields of one's own, which git cannot merge: both stand at the end of the file. */
function leaveConflict(clone: Story, value: string): void {
  const begin = clone.git('rev-parse', 'HEAD');
  clone.coord(['task', 'set', 'D-2', `x-one=${value}`, '--as', 'testing']);
  clone.git('checkout', '-q', '-b', 'other', begin);
  clone.coord(['task', 'set', 'D-2', `x-two=${value}`, '--as', 'testing']);
  clone.git('checkout', '-q', '-');
  expect(() => clone.git('merge', '-q', 'other')).toThrow();
}

/** All that the rows change is made by coord itself. */
function begin(): Story {
  const app = storyIn(makeRepository({ files: { 'deployment/coord.yaml': `${COORD_YAML}phases: [{ id: build }, { id: launch }]\ngroups: { one: {}, two: {} }\nagent_metrics: {}\n`, 'README.md': '', LICENSE: '' } }));
  const commands: readonly Words[] = [
    ...['D-1', 'D-2', 'B-1', 'C-1', 'H-1'].map((id) => ['task', 'add', `Do ${id}`, '--id', id]),
    ['task', 'add', 'Do A-1', '--id', 'A-1', '--verify', 'build'],
    ['block', 'C-1', 'A password', '--on', 'human:alice'],
    ['task', 'add', 'Sign it off', '--id', 'G-1', '--kind', 'gate', '--approvers', 'testing', 'human:alice'],
    'claim H-1 --as testing',
    'done --to frontend',
    ...['Speak JSON', 'Old way', 'New way'].map((title) => ['decide', 'propose', title]),
    'decide accept old-way',
    'decide accept new-way',
    'decide propose Newest way --supersedes new-way',
  ];
  for (const words of commands) expect(app.coord(words, { env: { COORD_AGENT: 'testing' } })).toMatchObject({ exit: 0 });
  return app;
}

const slug = (text: string): string => text.replace(/[^a-z]+/g, '-');

/** What plans tasks writes the same whoever says it, so one branch serves all other turns. */
function nameOf(verb: string, { name, pick }: Turn): string {
  const turn = verb.startsWith('task ') && pick === second ? 'anyone else' : name;
  return `${slug(verb)}/${slug(turn)}`;
}

describe('two branches', () => {
  let home: Story;
  const branches = new Map<string, Branch>();
  const texts = new Map<string, string>();
  const branch = (verb: string, turn: Turn): Branch => branches.get(nameOf(verb, turn)) ?? { name: 'main', changed: new Map() };
  const base = (path: string): string => texts.get(path) ?? '';

  beforeAll(() => {
    home = begin();
    for (const path of home.git('ls-files', 'deployment').split('\n')) texts.set(path, `${home.git('show', `main:${path}`)}\n`);
    for (const [verb, write] of ROWS) {
      for (const turn of [ONE, ...OTHERS]) {
        const name = nameOf(verb, turn);
        if (branches.has(name)) continue;
        branchOf(home, name, write(turn), turn);
        branches.set(name, readBranch(home, name));
      }
    }
  }, PATIENCE);

  it.each(OTHERS.map((turn) => [turn.name, turn] as const))('by %s merge clean, but for two values of one field', (_, turn) => {
    const wrong: string[] = [];
    let [clean, conflicts] = [0, 0];
    for (const [at, [one]] of ROWS.entries()) {
      for (const [other] of ROWS.slice(at)) {
        const [ours, theirs] = [branch(one, ONE), branch(other, turn)];
        const merge = gitMerge(home, ours.name, theirs.name);
        const shared = sharedFiles(base, ours, theirs);
        const expected = shared.filter(({ fields }) => fields.length > 0).map(({ path }) => path).sort();
        if (merge.conflicts.join() !== expected.join()) wrong.push(`${one} + ${other}: git left ${merge.conflicts.join() || 'nothing'}, but two values are in ${expected.join() || 'nothing'}`);
        for (const file of shared) {
          const isClean = !merge.conflicts.includes(file.path);
          const { left, holdsBoth } = judge(file, !isClean ? '' : `${home.git('show', `${merge.tree}:${file.path}`)}\n`);
          if (!left.every((field) => file.fields.includes(field))) wrong.push(`${one} + ${other}: ${file.path} leaves ${left.join()} to decide without a reason`);
          if (isClean && !holdsBoth) wrong.push(`${one} + ${other}: ${file.path} lacks what a side changed`);
        }
        if (merge.conflicts.length === 0) clean++;
        else conflicts++;
      }
    }
    expect(wrong).toEqual([]);
    expect(clean + conflicts).toBe((ROWS.length * (ROWS.length + 1)) / 2);
    // Nearly every row is in conflict with itself, and few with others.
    expect(conflicts).toBeGreaterThan(ROWS.length / 2);
    expect(conflicts).toBeLessThan(clean / 4);
  });
});
