import { describe, expect, test } from 'vitest';
import { keepLines } from '../../../src/core/dispatch/kept-lines.ts';
import { planRun, runtimeOf } from '../../../src/core/dispatch/plan-run.ts';
import { uuidOf } from '../../../src/core/dispatch/uuid-of.ts';
import type { Agent, Config } from '../../../src/core/model.ts';

const agent = (more: Readonly<Record<string, unknown>>): Agent => ({ id: 'backend', name: 'backend', aliases: [], role: null, focus: null, owns: [], branch: null, needs: [], channel: null, lead: null, more, place: { file: 'deployment/coord.yaml' } });
const CONFIG: Config = { protocol: 1, runtimes: { claude: { kind: 'claude', model: 'big', env: ['GH_TOKEN'] }, script: { kind: 'command', run: ['./agent'] }, empty: { kind: 'command' }, api: { kind: 'anthropic' } }, limits: { timeout: '10 minutes', turns: 20, memory_mb: 512 } };
const WISHES = { prompt: 'Do it.', worktree: '/work', task: 'API-1', session: 'u-1', model: null, timeoutSeconds: null };

describe('what runs an agent', () => {
  test('its own model, bounds and tools, else those of the runtime and the workspace', () => {
    const planned = planRun(agent({ runtime: 'claude', tools: 'Read, Bash(git log, git show)', limits: { turns: 5 } }), CONFIG, WISHES);
    expect(planned).toMatchObject({ ok: true, value: { runtimeName: 'claude', model: 'big', timeoutSeconds: 600, memoryMb: 512, set: { COORD_AGENT: 'backend', COORD_TASK: 'API-1' } } });
    const { argv = [], env = [] } = planned.ok ? planned.value : {};
    expect(argv.slice(-6)).toEqual(['--allowedTools', 'Read,Bash(git log, git show)', '--max-turns', '5', '--model', 'big']);
    expect(env).toEqual(expect.arrayContaining(['ANTHROPIC_API_KEY', 'GH_TOKEN']));
  });

  test('what is asked for this once comes first', () => {
    expect(planRun(agent({ runtime: 'claude', model: 'small' }), CONFIG, { ...WISHES, model: 'tiny', timeoutSeconds: 5, task: null })).toMatchObject({ ok: true, value: { model: 'tiny', timeoutSeconds: 5, set: { COORD_AGENT: 'backend' } } });
  });

  test('the form of the answer is said in the prompt, to every kind', () => {
    const planned = planRun(agent({ runtime: 'script', output: { type: 'object' } }), CONFIG, WISHES);
    expect(planned).toMatchObject({ ok: true, value: { stdin: 'Do it.\nEnd with your answer as JSON alone, in the form that this JSON Schema describes:\n\n{"type":"object"}\n' } });
  });

  test.each([
    [{}, 'no-runtime', { runtime: null }],
    [{ runtime: 'cluade' }, 'no-runtime', { runtime: 'cluade', nearest: 'claude' }],
    [{ runtime: 'constructor' }, 'no-runtime', { runtime: 'constructor' }],
    [{ runtime: 'empty' }, 'runtime-unusable', { kind: 'command' }],
    [{ runtime: 'api' }, 'runtime-unusable', { kind: 'anthropic' }],
  ])('%j', (more, code, facts) => {
    expect(runtimeOf(agent(more), CONFIG)).toMatchObject({ ok: false, refusal: { code, facts } });
  });

  test('whoever names none is run by none, though there is just one', () => {
    expect(runtimeOf(agent({}), { runtimes: { script: { kind: 'command', run: ['./agent'] } } })).toMatchObject({ ok: false, refusal: { code: 'no-runtime' } });
  });
});

test('of many lines the first few and the last are kept', () => {
  const lines = keepLines();
  for (let index = 0; index < 100_000; index++) lines.add(`line ${index}`);
  expect(lines.all().slice(0, 2)).toEqual(['line 0', 'line 1']);
  expect(lines.all().at(-1)).toBe('line 99999');
  expect(lines.all().length).toBeLessThanOrEqual(2050);
  for (let index = 0; index < 20; index++) lines.add('x'.repeat(1_000_000));
  expect(lines.all().join('').length).toBeLessThan(5_100_000);
});

test('random digits as a UUID', () => {
  expect(uuidOf('0123456789abcdef0123456789abcdef')).toBe('01234567-89ab-4def-8123-456789abcdef');
});
