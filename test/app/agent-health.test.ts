import { expect, test } from 'vitest';
import { agents } from '../../src/app/overview/agents.ts';
import { printEvent } from '../../src/core/dispatch/job-event.ts';
import { agentHealthText } from '../../src/present/overview/agent-health.ts';
import { memoryPorts } from '../support/memory-ports.ts';
import { memoryRunner } from '../support/memory-runner.ts';
import { PIPE } from '../support/screens.ts';

const FILES = {
  'deployment/coord.yaml': `protocol: 1
team:
  backend: { runtime: script }
  reviewer: { runtime: claude }
  writer: { runtime: claude }
  idle: {}
  lost: { runtime: cluade }
  asker: { runtime: api }
runtimes:
  script: { kind: command, run: [./agent.sh, --fast] }
  claude: { kind: claude }
  api: { kind: anthropic, model: big, key: SHOP_KEY }
`,
};

const at = (minute: number): string => `2025-08-12T10:0${minute}:00Z`;
const owner = { pid: 1, started: '1', host: 'ada' };
const journal = (agent: string, ...last: Parameters<typeof printEvent>[0][]): string =>
  [printEvent({ at: at(0), event: 'created', agent, task: null, attempt: 1, priority: 'medium', timeout: 60, created_by: 'ann', input: {}, owner }), ...last.map(printEvent)].join('');

test('each runtime is asked once for its version, a command of one\'s own never; jobs are counted', async () => {
  const asked: string[] = [];
  const ports = {
    ...memoryPorts({
      files: FILES,
      runner: { ...memoryRunner(() => ({})), finds: (program: string) => Promise.resolve(program !== './agent.sh'), areSet: (names: readonly string[]) => Promise.resolve(names.filter((name) => name === 'ANTHROPIC_API_KEY' || name === 'SHOP_KEY')) },
      journals: {
        '20250812-aaaaaa': journal('backend', { at: at(1), event: 'failed', reason: 'exit', message: '' }),
        '20250812-bbbbbb': journal('backend', { at: at(2), event: 'finished' }),
        '20250812-cccccc': journal('reviewer'),
      },
    }),
    processes: {
      run: (command: readonly string[]) => {
        asked.push(command.join(' '));
        return Promise.resolve({ exitCode: 0, timedOut: false, seconds: 1, tail: '2.1.197 (Claude Code)' });
      },
    },
  };
  const answer = await agents(ports, { health: true });
  const rows = answer.ok ? answer.value.team.map(({ id, runtime, health }) => ({ id, runtime, health })) : [];
  expect(asked.sort()).toEqual(['/opt/coord/bin/coord.js --version', 'claude --version']);
  expect(agentHealthText(rows, PIPE)).toBe(`\
agent     runtime  program        key                runs  succeeded  last
backend   script   not installed  none needed           2       50 %  success 2025-08-12T10:02:00Z, 20250812-bbbbbb
reviewer  claude   2.1.197        ANTHROPIC_API_KEY     0          -  pending 2025-08-12T10:00:00Z, 20250812-cccccc
writer    claude   2.1.197        ANTHROPIC_API_KEY     0          -  never
idle      -        -              -                     -          -
lost      -        -              -                     -          -
asker     api      2.1.197        SHOP_KEY              0          -  never`);
});

test('nothing is started and no journal is read where nobody asks', async () => {
  const ports = memoryPorts({ files: FILES });
  const answer = await agents({ ...ports, processes: { run: () => Promise.reject(new Error('started')) }, journal: { ...ports.journal, list: () => Promise.reject(new Error('read')) } }, { health: false });
  expect(answer.ok && answer.value.team.map(({ runtime, health }) => [runtime, health])).toEqual([['script', null], ['claude', null], ['claude', null], [null, null], [null, null], ['api', null]]);
});
