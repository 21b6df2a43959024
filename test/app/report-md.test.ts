import { expect, it } from 'vitest';
import { VERBS } from '../../src/cli/verbs.ts';
import { aClaim } from '../support/a-claim.ts';
import { memoryPorts } from '../support/memory-ports.ts';
import { shell } from '../support/shell.ts';

const FILES = {
  'deployment/coord.yaml': 'protocol: 1\nproject: Shop *\nteam: { backend: {}, frontend: {} }\ntargets: { completion_on_time: { target: 90% }, uptime: { target: 99.9%, value: 99.95 }, speed: { target: < 1 s } }\n',
  'deployment/tasks/A.yaml': 'id: A\ntask: Serve @all of them\nagent: backend\nstatus: done\ndeadline: 2025-08-10\nstarted: 2025-08-11T08:00:00Z\ncompleted: 2025-08-11T10:00:00Z\n',
  'deployment/tasks/B.yaml': 'id: B\ntask: Show\nagent: frontend\ndependencies: [A]\ndeadline: 2025-08-11\n',
  'deployment/status/blockers/b.md': '---\ntask: A\nby: frontend\nwaits_on: backend\nseverity: P1\nraised: 2025-08-12T10:30:00Z\nneeded: A [key](http://x)\n---\n',
};
const now = new Date('2025-08-12T12:00:00Z');
const report = (words: string) => shell(VERBS, words.split(' '), { ports: memoryPorts({ files: FILES, now }), now });

it('is a comment that a job finds again, in which texts of records are only texts', async () => {
  const { stdout } = await report('report md');
  const told = stdout.slice(0, stdout.indexOf('<details>'));
  expect(told).toBe(`<!-- coord report -->
## Shop \\*

\`██████████░░░░░░░░░░\` **50 %**: 1 of 2 tasks done, 0 in progress, 1 ready, 0 waiting; planned to end 2025-08-12 16:00.

### Blockers (1)

| task | severity | needed | waits on | clock |
| --- | --- | --- | --- | --- |
| A | P1 | A \\[key\\](http:&sol;/x) | backend | no answer, 30 min late |

### Overdue

| task | what | agent | due |
| --- | --- | --- | --- |
| B | Show | frontend | 2025-08-11 23:59 |

### Done since 2025-06-17

| task | what | agent | completed |
| --- | --- | --- | --- |
| A | Serve @&#8203;all of them | backend | 2025-08-11 10:00 |

### Ready

| task | what | agent | opens |
| --- | --- | --- | --- |
| B | Show | frontend | 0 |

### Targets

1 reached, 1 missed, 1 unknown.

| target | wanted | is | state |
| --- | --- | --- | --- |
| completion\\_on\\_time | 90% | 0 % | ❌ missed |
| uptime | 99.9% | 99.95 % | ✅ reached |

`);
  expect(stdout).toContain('```mermaid\ngraph LR\n  n0["A Serve @all of them"]:::done');
});

it('tells what is in progress, by claims, by files, and on branches, and parts that add up', async () => {
  const task = (id: string, more = ''): Readonly<Record<string, string>> => ({ [`deployment/tasks/${id}.yaml`]: `id: ${id}\ntask: Do ${id}\nagent: backend\n${more}` });
  const files = { 'deployment/coord.yaml': 'protocol: 1\nteam: { backend: {} }\n', ...task('A'), ...task('B'), ...task('C', 'status: in_progress\n'), ...task('D'), ...task('E', 'dependencies: [A]\n'), ...task('F') };
  const claims = {
    A: aClaim({ agent: 'backend', until: '2025-08-12T12:40:00Z' }),
    B: aClaim({ agent: 'backend', until: '2025-08-12T09:00:00Z' }),
    D: aClaim({ agent: 'backend', state: 'done', branch: 'backend/D' }),
  };
  for (const form of ['md', 'html']) {
    const { stdout } = await shell(VERBS, ['report', form], { ports: memoryPorts({ files, claims, now }), now });
    const text = stdout.replace(/<[^>]*>/g, ' ').replace(/[\s|]+/g, ' ');
    expect(text).toMatch(/In progress(?: task what agent claim)?(?: ---)* B Do B backend ran out 3 h ago A Do A backend 40 min left C Do C backend held by nobody D Do D backend done on backend\/D, not merged /);
    expect(text).toContain(form === 'md' ? '0 of 6 tasks done, 4 in progress, 1 ready, 1 waiting' : ' 4 in progress 1 ready 1 waiting ');
    if (form === 'html') expect(stdout).toContain('A: Do A (in progress, on the critical path)');
  }
});

it('says as data what it counts', async () => {
  for (const form of ['md', 'html']) {
    const { stdout } = await report(`report ${form} --json --since 2025-08-01`);
    expect((JSON.parse(stdout) as { data: unknown }).data).toMatchObject({ file: null, since: '2025-08-01T00:00:00.000Z', completion: 0.5, ready: 1, blockers: 1, done: 1, targets: { met: 1, missed: 1, unknown: 1 } });
  }
});
