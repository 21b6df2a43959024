/** Each rule by example: what two sides make of one file, and the text that comes of it. */
import { describe, expect, it } from 'vitest';
import { baseOf, sideOf } from '../../../src/core/documents/conflict-sides.ts';
import type { FileKind } from '../../../src/core/documents/file-kind.ts';
import { mergeDocument } from '../../../src/core/documents/merge-document.ts';
import { RULES_WITHOUT_BASE } from '../../../src/core/documents/merge-rules.ts';

/** One field of a task: what it was, what each side made of it, what comes of it; `null`: left to decide. */
const FIELDS: readonly (readonly [field: string, base: string, ours: string, theirs: string, merged: string | null])[] = [
  ['status', 'todo', 'in_progress', 'done', 'done'],
  ['status', 'in_progress', 'done', 'review', 'done'],
  ['status', 'todo', 'todo', 'cancelled', 'cancelled'],
  ['status', 'todo', 'cancelled', 'done', null],
  ['status', 'todo', 'in_progress', 'review', null],
  ['status', 'done', 'in_progress', 'review', null],
  ['status', 'in_progress', 'todo', 'done', null],
  ['progress', '10', '40', '60', '60'],
  ['progress', '', '40', '60', '60'],
  ['progress', '50', '40', '60', null],
  ['task', 'One', 'Two', 'Two', 'Two'],
  ['task', 'One', 'Two', 'Three', null],
  ['agent', '', 'backend', 'frontend', null],
  ['dependencies', '[A]', '[A, B]', '[A, C]', '[A, B, C]'],
  ['dependencies', '[A, B]', '[A]', '[A, B, C]', '[A, C]'],
  ['dependencies', '[A]', '[]', '[A, C]', '[C]'],
  ['dependencies', '[A]', '[a, B]', '[A]', '[a, B]'],
  ['dependencies', '[A]', '[{ id: A, label: x }]', '[A, B]', '[{ id: A, label: x }, B]'],
  ['dependencies', '[A]', '[{ id: A, label: x }]', '[{ id: A, label: w }]', null],
  ['dependencies', '[A]', '[{ id: A, label: x }]', '[]', null],
  ['files', '[b, a]', '[b, a, z]', '[b, w, a]', '[b, w, a, z]'],
  ['files', '[]', '[z]', '[w]', '[w, z]'],
  ['files', '[]', '[a, z]', '[a, w]', '[a, w, z]'],
  ['files', '[]', '[a, w]', '[a, z]', '[a, w, z]'],
  ['files', '[a, b]', '[b, a, z]', '[a, b, z]', '[b, a, z]'],
  ['actions', '[One, Two, Three]', '[One, Two, Three, Four]', '[Zero, One, Two, Three]', '[Zero, One, Two, Three, Four]'],
  ['actions', '[One]', '[One, Two]', '[One, Three]', null],
  ['proof', '', '{ head: aaaa }', '{ tree: bbbb }', null],
  ['notes', 'one', '"one\\ntwo"', '"one\\nthree"', '"one\\nthree\\ntwo"'],
  ['notes', '', 'two', 'one', '"one\\ntwo"'],
  ['notes', 'one', 'uno', 'eins', null],
  ['x-own', 'a', 'b', 'c', null],
];

const task = (field: string, value: string): string => `id: T-1\n\ntask: One\n\n# here\n${field}: ${value}`.trimEnd() + '   # why\n\nphase:\n';
const taskOf = (field: string, value: string): string => (field === 'task' ? `id: T-1\n\n# here\ntask: ${value}   # why\n\nphase:\n` : task(field, value));

describe('a field that both sides changed', () => {
  it.each(FIELDS)('%s: %s -> %s and %s', (field, base, ours, theirs, wanted) => {
    const versions = { base: taskOf(field, base), ours: taskOf(field, ours), theirs: taskOf(field, theirs) };
    const answer = mergeDocument('tasks', versions);
    if (wanted !== null) expect(answer).toEqual({ text: taskOf(field, wanted), conflicts: [] });
    else {
      expect(answer?.conflicts.map(({ path }) => path[0])).toEqual([field]);
      expect(answer && [sideOf(answer.text, 'ours'), sideOf(answer.text, 'theirs')]).toEqual([versions.ours, versions.theirs]);
    }
  });
});

const QUEUE = `# The queue of the team
task_queue:
  high_priority:
    # the first
    - id: A-1
      task: One   # one
      status: todo
    - id: A-2
      task: Two
      files:
        - x/**   # all of x
        - y/**
  medium_priority: []
  low_priority:
    - id: A-3
      task: Three
`;

const edited = (text: string, ...changes: readonly (readonly [was: string, is: string])[]): string =>
  changes.reduce((result, [was, is]) => {
    expect(result).toContain(was);
    return result.replace(was, is);
  }, text);

const merged = (kind: FileKind, base: string, ours: string, theirs: string): string | undefined => mergeDocument(kind, { base, ours, theirs })?.text;

describe('a queue', () => {
  it('takes neighbouring fields and tasks from both, with their comments', () => {
    const ours = edited(QUEUE, ['status: todo', 'status: in_progress'], ['    - id: A-3', '    # for later\n    - id: A-4\n      task: Four\n    - id: A-3']);
    const theirs = edited(QUEUE, ['task: One   # one', 'task: Uno   # see it'], ['    - id: A-3', '    - id: A-5\n      task: Five\n    - id: A-3']);
    const both = edited(QUEUE, ['status: todo', 'status: in_progress'], ['task: One   # one', 'task: Uno   # see it'], ['    - id: A-3', '    # for later\n    - id: A-4\n      task: Four\n    - id: A-5\n      task: Five\n    - id: A-3']);
    expect(merged('tasks', QUEUE, ours, theirs)).toBe(both);
    expect(merged('tasks', QUEUE, theirs, ours)).toBe(both);
  });

  it('merges lists that stand one item a line', () => {
    const ours = edited(QUEUE, ['        - y/**\n', '        - y/**\n        - z/**   # new\n']);
    const theirs = edited(QUEUE, ['        - y/**\n', '        - w/**\n']);
    expect(merged('tasks', QUEUE, ours, theirs)).toBe(edited(QUEUE, ['        - y/**\n', '        - w/**\n        - z/**   # new\n']));
  });

  const moved = edited(QUEUE, ['    - id: A-3\n      task: Three\n', ''], ['  low_priority:\n', '  low_priority: []\n'], ['  medium_priority: []', '  medium_priority:\n    - id: A-3\n      task: Three']);

  it('follows a task that one side moved to another list', () => {
    const changed = edited(QUEUE, ['task: Three', 'task: Drei']);
    const both = edited(moved, ['task: Three', 'task: Drei']);
    for (const answer of [merged('tasks', QUEUE, moved, changed), merged('tasks', QUEUE, changed, moved)]) {
      expect(answer?.replace(/low_priority:.*\n/, 'low_priority: []\n')).toBe(both);
    }
  });

  it('is left to git where both moved one to different lists', () => {
    const away = edited(QUEUE, ['    - id: A-3\n      task: Three\n', ''], ['  low_priority:\n', '  low_priority: []\n'], ['    - id: A-2', '    - id: A-3\n      task: Three\n    - id: A-2']);
    expect(mergeDocument('tasks', { base: QUEUE, ours: moved, theirs: away })).toBeNull();
  });

  it('marks only the field that differs', () => {
    const answer = mergeDocument('tasks', { base: QUEUE, ours: edited(QUEUE, ['task: Two', 'task: Zwei']), theirs: edited(QUEUE, ['task: Two', 'task: Deux'], ['status: todo', 'status: done']) });
    expect(answer?.text).toBe(edited(QUEUE, ['status: todo', 'status: done'], ['      task: Two\n', '<<<<<<< ours: task\n      task: Zwei\n=======\n      task: Deux\n>>>>>>> theirs\n']));
    expect(answer?.conflicts).toEqual([{ path: ['task_queue', 'high_priority', 'A-2', 'task'], versions: { base: 'Two', ours: 'Zwei', theirs: 'Deux' }, isProse: false }]);
  });

  it('keeps a task that one side deleted and the other changed', () => {
    const without = edited(QUEUE, ['    # the first\n    - id: A-1\n      task: One   # one\n      status: todo\n', '']);
    const done = edited(QUEUE, ['status: todo', 'status: done']);
    const answer = mergeDocument('tasks', { base: QUEUE, ours: without, theirs: done });
    expect(answer?.conflicts.map(({ path }) => path.join(' '))).toEqual(['task_queue high_priority A-1']);
    expect(answer?.text).toContain('<<<<<<< ours: A-1\n=======\n    - id: A-1\n      task: One   # one\n      status: done\n>>>>>>> theirs\n');
  });

  it.each([
    ['between brackets', QUEUE.replace('    - id: A-3\n      task: Three\n', '    - { id: A-3, task: Three, agent: x }\n')],
    ['with CRLF', QUEUE.replaceAll('\n', '\r\n')],
    ['with a byte-order mark', `\uFEFF${QUEUE}`],
    ['indented otherwise', QUEUE.replace(/^ {4}/gm, '  ')],
  ])('keeps its layout: %s', (_, base) => {
    const ours = edited(base, ['task: Three', 'task: Drei']);
    const theirs = edited(base, ['status: todo', 'status: done']);
    expect(merged('tasks', base, ours, theirs)).toBe(edited(base, ['task: Three', 'task: Drei'], ['status: todo', 'status: done']));
  });
});

describe('what cannot be told apart with certainty is left to git', () => {
  it.each([
    ['broken YAML', 'tasks', 'id: [\n'],
    ['an anchor', 'tasks', 'id: A\nfiles: &all [x]\nartifacts: *all\n'],
    ['a tag', 'tasks', 'id: A\ntask: !!str 5\n'],
    ['a key that stands twice', 'tasks', 'id: A\ntask: one\ntask: two\n'],
    ['a field without a name', 'tasks', 'id: A\n:\n  - x\n'],
    ['a mapping between brackets', 'tasks', '{ id: A, task: one }\n'],
    ['conflict markers', 'tasks', 'id: A\n<<<<<<< ours\ntask: one\n=======\ntask: two\n>>>>>>> theirs\n'],
    ['front matter that runs code', 'decision', '---js\n{}\n---\n'],
    ['front matter that never ends', 'decision', '---\ntitle: one\n'],
    ['a file of somebody else', 'foreign', 'one\n'],
  ] as const)('%s', (_, kind, text) => {
    expect(mergeDocument(kind, { base: text, ours: text, theirs: `${text}x-more: 1\n` })).toBeNull();
    expect(mergeDocument(kind, { base: 'id: A\n', ours: 'id: A\nx: 1\n', theirs: text })).toBeNull();
  });
});

const DECISION = '---\ntitle: Keep it\n\nstatus: proposed\n\nscope: [a/**]\n---\n\nBecause it is fast.\n\nAnd it is small.\n\nThe end.\n';

describe('Markdown', () => {
  it('merges the fields of front matter and the text below', () => {
    const ours = edited(DECISION, ['[a/**]', '[a/**, b/**]'], ['it is fast', 'it is very fast']);
    const theirs = edited(DECISION, ['[a/**]', '[a/**, c/**]'], ['The end.', 'No end.'], ['proposed', 'accepted']);
    const both = edited(DECISION, ['[a/**]', '["a/**", "b/**", "c/**"]'], ['it is fast', 'it is very fast'], ['The end.', 'No end.'], ['proposed', 'accepted']);
    expect(merged('decision', DECISION, ours, theirs)).toBe(both);
  });

  it('marks the lines of the text that differ', () => {
    const answer = mergeDocument('decision', { base: DECISION, ours: edited(DECISION, ['fast', 'cheap']), theirs: edited(DECISION, ['fast', 'good'], ['proposed', 'rejected']) });
    expect(answer?.text).toBe(edited(DECISION, ['proposed', 'rejected'], ['Because it is fast.\n', '<<<<<<< ours\nBecause it is cheap.\n=======\nBecause it is good.\n>>>>>>> theirs\n']));
    expect(answer?.conflicts).toHaveLength(1);
  });

  it('merges pages line by line within their sections', () => {
    const page = '# Status\n\n## Backend Status\n**Current Task**: A\n**Progress**: 10%\n\n## Frontend Status\n**Current Task**: B\n**Progress**: 20%\n';
    const ours = edited(page, ['Task**: A', 'Task**: C'], ['20%', '30%']);
    const theirs = edited(page, ['10%', '40%']);
    expect(merged('status-page', page, ours, theirs)).toBe(edited(page, ['Task**: A', 'Task**: C'], ['20%', '30%'], ['10%', '40%']));
    expect(mergeDocument('status-page', { base: page, ours, theirs: edited(page, ['Task**: A', 'Task**: D']) })?.text).toContain('<<<<<<< ours\n**Current Task**: C\n=======\n**Current Task**: D\n>>>>>>> theirs\n**Progress**: 10%');
  });
});

describe('a file that git left with markers', () => {
  const plain = 'id: A\n<<<<<<< HEAD\ntask: One\nagent: x\n=======\ntask: One\nagent: x\npriority: high\n>>>>>>> other\nnotes: n\n';

  it('has two sides, and what both began with where git wrote it down', () => {
    expect(sideOf(plain, 'ours')).toBe('id: A\ntask: One\nagent: x\nnotes: n\n');
    expect(baseOf(plain)).toEqual({ text: 'id: A\nnotes: n\n', isKnown: false });
    expect(baseOf(plain.replace('=======', '||||||| 1234567\ntask: Zero\n======='))).toEqual({ text: 'id: A\ntask: Zero\nnotes: n\n', isKnown: true });
  });

  it('is merged without a base as far as both sides agree, or only one of them speaks', () => {
    const sides = { base: baseOf(plain).text, ours: sideOf(plain, 'ours'), theirs: sideOf(plain, 'theirs') };
    expect(mergeDocument('tasks', sides, RULES_WITHOUT_BASE)).toEqual({ text: 'id: A\ntask: One\nagent: x\npriority: high\nnotes: n\n', conflicts: [] });
    const lists = { base: 'id: A\n', ours: 'id: A\nfiles: [a]\n', theirs: 'id: A\nfiles: [a, b]\n' };
    expect(mergeDocument('tasks', lists, RULES_WITHOUT_BASE)?.conflicts.map(({ path }) => path[0])).toEqual(['files']);
  });
});
