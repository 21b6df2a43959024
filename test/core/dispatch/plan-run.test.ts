import { describe, expect, test } from 'vitest';
import { EMPTY_TASK } from '../../../src/core/documents/empty-task.ts';
import { keepLines } from '../../../src/core/dispatch/kept-lines.ts';
import { readAssignment } from '../../../src/core/dispatch/model/assignment.ts';
import { planRun, runtimeOf } from '../../../src/core/dispatch/plan-run.ts';
import { uuidOf } from '../../../src/core/dispatch/uuid-of.ts';
import type { Agent, Config } from '../../../src/core/model.ts';

const agent = (more: Readonly<Record<string, unknown>>): Agent => ({ id: 'backend', name: 'backend', aliases: [], role: null, focus: null, owns: [], branch: null, needs: [], channel: null, lead: null, more, place: { file: 'deployment/coord.yaml' } });
const CONFIG: Config = { protocol: 1, runtimes: { claude: { kind: 'claude', model: 'big', env: ['GH_TOKEN'] }, script: { kind: 'command', run: ['./agent'] }, empty: { kind: 'command' }, api: { kind: 'anthropic', key: 'SHOP_KEY' } }, verifiers: { unit: { run: ['npm', 'test'] }, lint: { run: ['npm', 'run', 'lint'], timeout: 60 } }, limits: { timeout: '10 minutes', turns: 20, memory_mb: 512 } };
const WISHES = { prompt: 'Do it.', input: {}, worktree: '/work', cwd: '/work', task: { ...EMPTY_TASK, id: 'API-1', files: ['api/**'], verify: ['unit', 'gone'], place: { file: 'deployment/tasks/API-1.yaml' } }, territory: { owned: [], folder: 'deployment' }, session: 'u-1', program: '/opt/coord', attempt: 1, model: null, timeoutSeconds: null };

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
  ])('%j', (more, code, facts) => {
    expect(runtimeOf(agent(more), CONFIG)).toMatchObject({ ok: false, refusal: { code, facts } });
  });

  test('coord leads a conversation itself: all that bounds it goes with it, and no key', () => {
    const planned = planRun(agent({ runtime: 'api', model: 'big', tools: 'Read, Grep, Edit, WebFetch', verifiers: ['lint'], writes: ['docs/**'] }), CONFIG, { ...WISHES, attempt: 2 });
    expect(planned).toMatchObject({ ok: true, value: { argv: ['/opt/coord', 'converse'], env: ['ANTHROPIC_BASE_URL', 'SHOP_KEY'] } });
    expect(readAssignment(planned.ok ? planned.value.stdin : '')).toEqual({
      prompt: 'Do it.',
      model: 'big',
      key: 'SHOP_KEY',
      session: 'u-1',
      turns: 20,
      costUsd: null,
      prices: {},
      requestsPerMinute: 50,
      recalls: false,
      tools: ['read_file', 'search', 'edit_file'],
      commands: [
        { name: 'unit', command: ['npm', 'test'], timeoutSeconds: 600 },
        { name: 'lint', command: ['npm', 'run', 'lint'], timeoutSeconds: 60 },
      ],
      output: null,
      grounds: { agent: 'backend', writes: ['docs/**'], task: { id: 'API-1', artifacts: [], files: ['api/**'], file: 'deployment/tasks/API-1.yaml' }, territory: { owned: [], folder: 'deployment' } },
    });
    for (const model of [null, '']) expect(planRun(agent({ runtime: 'api' }), CONFIG, { ...WISHES, model })).toMatchObject({ ok: false, refusal: { code: 'runtime-unusable', facts: { kind: 'anthropic' } } });
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
