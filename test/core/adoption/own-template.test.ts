import { describe, expect, it } from 'vitest';
import { aboutTemplate, fillMarks } from '../../../src/core/adoption/fill-marks.ts';
import { ownTemplate } from '../../../src/core/adoption/own-template.ts';

const FACTS = { project: '"my: app"', folder: 'plan' };

function made(files: Readonly<Record<string, string>>, start: string | null = null): unknown {
  const answer = ownTemplate({ from: '../ours', files: Object.entries(files).map(([path, text]) => ({ path, text })) }, FACTS, start);
  return answer.ok ? Object.fromEntries(answer.value.map(({ path, text }) => [path, text])) : JSON.stringify(answer.refusal.facts);
}

describe('the marks of a template', () => {
  it('are filled in, and nothing else in double braces is', () => {
    const text = '{{! What it is }}\nproject: {{{project}}}\nwhere: "{{folder}}/x"\nci: "${{ github.sha }} {{day}}"\nstart: {{day "2025-01-31"}} 08:00\n';
    const [file] = fillMarks([{ path: 'coord.yaml', text }, { path: 'tasks.yaml', text: '{{day "2025-01-30"}}' }], FACTS, '2026-02-27');
    expect(file?.text).toBe('project: "my: app"\nwhere: "plan/x"\nci: "${{ github.sha }} {{day}}"\nstart: 2026-02-28 08:00\n');
    expect([aboutTemplate(text), aboutTemplate('protocol: 1\n')]).toEqual(['What it is', '']);
  });

  it('keep what a name holds, whatever it looks like', () => {
    const [file] = fillMarks([{ path: 'coord.yaml', text: 'project: {{{project}}}\n' }], { project: '$& {{folder}}', folder: 'plan' }, null);
    expect(file?.text).toBe('project: $& {{folder}}\n');
  });
});

describe('a template of one\'s own', () => {
  it('leaves behind what was done there, and keeps everything else byte for byte', () => {
    const task = '# ours\nid: A-1\ntask: "Do it"   # first\nstatus: done\nprogress: 100\nstarted: 2025-01-01\ncompleted: 2025-01-02\nproof: { head: abc }\napproval: { approved: true, by: human:ann, at: 2025-01-02 }\nnotes: kept\n';
    expect(made({ 'coord.yaml': 'protocol: 1 # one\n', 'tasks/a.yaml': task, 'agents/x.md': '---\n---\nBrief.\n' })).toEqual({
      'coord.yaml': 'protocol: 1 # one\n',
      'tasks/a.yaml': '# ours\nid: A-1\ntask: "Do it"   # first\nstatus: todo\nprogress: \nstarted: \ncompleted: \nproof: \napproval: \nnotes: kept\n',
      'agents/x.md': '---\n---\nBrief.\n',
    });
  });

  it('does the same in queues and lists, and leaves what was cancelled', () => {
    const queue = 'task_queue:\n  high_priority:\n    - { id: A-1, task: One, status: in_progress }\n  low_priority:\n    - id: A-2\n      task: Two\n      status: cancelled\n';
    expect(made({ 'coord.yaml': 'protocol: 1\n', 'tasks/queue.yml': queue })).toMatchObject({ 'tasks/queue.yml': queue.replace('in_progress', 'todo') });
    expect(made({ 'coord.yaml': 'protocol: 1\n', 'tasks.yaml': '- id: B-1\n  task: One\n  status: done\n' })).toMatchObject({ 'tasks/B-1.yaml': expect.stringMatching(/^id: B-1\n[\s\S]*\nstatus: todo\n/) as unknown });
  });

  const plan = { 'coord.yaml': 'phases:\n  - id: a\n    start: 2025-01-06 08:00 # Monday\n  - { id: b, start: 2025-01-13 }\n', 'tasks/a.yaml': 'id: A-1\ntask: On 2025-01-06\ndeadline: "2025-01-05"\n' };

  it('moves the starts of phases and the deadlines', () => {
    expect(made(plan, '2026-03-01')).toEqual({ 'coord.yaml': 'phases:\n  - id: a\n    start: "2026-03-02 08:00" # Monday\n  - { id: b, start: "2026-03-09" }\n', 'tasks/a.yaml': 'id: A-1\ntask: On 2025-01-06\ndeadline: "2026-03-01"\n' });
    expect(made(plan)).toEqual(plan);
  });

  it('moves only the marked dates where some are marked', () => {
    const marked = { ...plan, 'tasks/b.yaml': 'id: B-1\ntask: Two\ndeadline: {{day "2025-02-01"}}\n' };
    expect(made(marked, '2026-03-01')).toEqual({ ...plan, 'tasks/b.yaml': 'id: B-1\ntask: Two\ndeadline: 2026-03-01\n' });
  });

  it.each([
    [{ 'coord.yaml': 'a: [\n' }, '../ours/coord.yaml'],
    [{ 'coord.yaml': 'a: 1\n', 'tasks/a.yaml': 'id: A\nid: B\n' }, 'a key stands in it twice'],
    [{ 'coord.yaml': 'a: 1\n', 'tasks.yaml': 'id: A\n' }, 'it is no list of tasks'],
    [{ 'coord.yaml': 'a: 1\n', 'tasks.yaml': '- id: A\n- task: B\n' }, 'its entry 2 has no id'],
    [{ 'coord.yaml': 'a: 1\n', 'tasks.yaml': '- id: ../../.git/hooks/x\n  task: B\n' }, '../../.git/hooks/x cannot be an id: only letters'],
    [{ 'coord.yaml': 'a: 1\n', 'tasks.yaml': '- { id: A, task: B }\n- { id: a, task: B }\n' }, 'two of its tasks would be written there'],
    [{ 'coord.yaml': 'a: 1\n', 'tasks.yaml': '- { id: A, task: B }\n', 'tasks/a.yaml': 'id: X\n' }, 'two of its tasks would be written there'],
  ])('of %j is refused', (files, reason) => {
    expect(made(files)).toContain(reason);
  });
});
