/** The examples of docs/export.md are what coord prints. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { VERBS } from '../../src/cli/verbs.ts';
import { memoryPorts } from '../support/memory-ports.ts';
import { shell } from '../support/shell.ts';

const page = readFileSync(fileURLToPath(new URL('../../docs/export.md', import.meta.url)), 'utf8');
const examples = [...page.matchAll(/<!-- example: (.+) -->\n```\w*\n([\s\S]*?)```\n/g)].map(([, form = '', text = '']) => [form, text] as const);

const FILES = {
  'deployment/coord.yaml': `protocol: 1
project: app
team:
  frontend: { name: Frontend Agent }
  backend: { name: Backend Agent }
sync_points:
  - { when: daily 09:00, about: Where we are }
  - { when: on blocker }
`,
  'deployment/tasks/queue.yaml': `task_queue:
  high_priority:
    - { id: FIX-001, task: Fix website deployment, agent: Frontend Agent, status: done, started: 2025-08-10, completed: 2025-08-11 }
  medium_priority:
    - { id: API-001, task: "Build the API, with search", agent: backend, estimate: 2 days, deadline: 2025-08-20, files: [api/**], acceptance: [The search answers] }
    - { id: UI-004, task: Show the chart, agent: frontend, dependencies: [{ id: API-001, label: API Endpoints }, FIX-001] }
`,
};

test.each(examples)('coord export %s prints what the page shows', async (form, text) => {
  const { stdout, exit } = await shell(VERBS, ['export', ...form.split(' ')], { ports: memoryPorts({ files: FILES }) });
  expect({ exit, lines: stdout.split(/\r?\n/) }).toEqual({ exit: 0, lines: text.split('\n') });
});

test('coord export backlog.md writes the file that the page shows', async () => {
  const ports = memoryPorts({ files: FILES });
  await shell(VERBS, ['export', 'backlog.md', '--out', 'backlog'], { ports });
  expect(await ports.files.read('backlog/tasks/task-3 - Show-the-chart.md')).toBe(/<!-- file: backlog.md UI-004 -->\n````\n([\s\S]*?)````\n/.exec(page)?.[1]);
});

test('every form has an example', () => {
  const forms = [...(page.split('\n## In\n')[0] ?? '').matchAll(/^\| `([\w.-]+)` \|/gm)].map(([, form]) => form);
  expect(forms.length).toBeGreaterThan(5);
  expect(new Set(examples.map(([form]) => form.split(' ')[0]))).toEqual(new Set(forms.filter((form) => form !== 'codeowners' && form !== 'backlog.md')));
});
