import parsePrometheus from 'parse-prometheus-text-format';
import { describe, expect, it } from 'vitest';
import { VERBS } from '../../src/cli/verbs.ts';
import { printEvent } from '../../src/core/dispatch/job-event.ts';
import { outcome } from '../../src/core/dispatch/outcome.ts';
import type { Ports } from '../../src/app/ports.ts';
import { createdEvent, endedEvent, failedEvent, mergedEvent, provenEvent, startingEvent } from '../support/job-events.ts';
import { memoryPorts } from '../support/memory-ports.ts';
import { shell } from '../support/shell.ts';

const FILES = {
  'deployment/coord.yaml': `protocol: 1
team: { backend: { name: Backend Agent, criteria: [Answers in time] }, frontend: {} }
targets:
  task_completion_rate: { target: 90% }
  blocker_resolution_time: { target: "< 4 hours" }
  test_coverage: { target: 80% }
  api_response_time: { target: "< 200ms", verifier: latency }
  uptime: { target: 99.9%, value: 99.95% }
  "odd \\"name\\"\\\\": { target: +40% }
verifiers: { latency: { run: [./measure] } }
`,
  'deployment/tasks/A.yaml': 'id: A\ntask: Serve\nagent: backend\nstatus: done\ndeadline: 2025-08-11\nstarted: 2025-08-11T08:00:00Z\ncompleted: 2025-08-11T10:00:00Z\n',
  'deployment/tasks/B.yaml': 'id: B\ntask: Show\nagent: frontend\ndeadline: 2025-08-10\n',
  'coverage/lcov.info': 'SF:a.ts\nLF:20\nLH:17\nend_of_record\n',
};
const journal = (...events: Parameters<typeof printEvent>[0][]): string => events.map(printEvent).join('');
const JOURNALS = {
  one: journal(createdEvent({ agent: 'backend' }), startingEvent(), endedEvent({ ...outcome('ok', null), cost_usd: 2, cost_basis: 'reported', answer_seconds: [1, 3] }), provenEvent(), mergedEvent()),
  two: journal(createdEvent({ agent: 'backend' }), startingEvent(), endedEvent(outcome('exit', 'no')), failedEvent()),
};

const NOW = new Date('2025-08-12T13:00:00Z');
const stage = (more: Partial<Ports> = {}): Ports => {
  const ports = memoryPorts({ files: FILES, journals: JOURNALS, now: NOW, drafts: { '/repo/app/coverage/lcov.info': FILES['coverage/lcov.info'], 'mine.info': 'SF:a\nLF:2\nLH:1\n', 'odd.txt': 'hello' } });
  return { ...ports, ...more };
};
const report = (words: string, ports = stage()) => shell(VERBS, `report metrics ${words}`.trim().split(' '), { ports, now: NOW });

it('tells targets, figures with their weeks, agents, and what is unknown', async () => {
  expect((await report('')).stdout).toBe(`Since 2025-06-17T13:00:00Z. The bars are the last 8 weeks, the oldest first.

target                      wanted       is  state    measured
task_completion_rate           90%     50 %  missed   by coord
blocker_resolution_time  < 4 hours        -  unknown  nothing of the kind happened in that time
test_coverage                  80%     85 %  reached  by coord
api_response_time          < 200ms        -  unknown  its verifier was not run: coord report metrics --measure
uptime                       99.9%  99.95 %  reached  entered by hand
odd "name"\\                   +40%        -  unknown  nothing measures it: enter it as \`value\`, or name a verifier

figure                   value  8 weeks   measured on
completion on time        50 %  ·······▄  2
open blockers                0  ▁▁▁▁▁▁▁▁
test coverage             85 %            20
tasks done                   1  ▁▁▁▁▁▁▁█
throughput          0.83 a day  ·······█
started to done            2 h  ·······█  1
tasks done again           0 %  ·······▁  1
job duration             4.5 s  ·······█  2, p95 5 s, p99 5 s
job success               50 %  ·······▄  2
queue depth                  0  ▁▁▁▁▁▁▁▁
model latency              2 s  ·······█  2, p95 2.9 s, p99 3 s, 1 left out
cost                     $2.00  ·······█  1, 1 left out
cost of 30 days          $2.00  ·······█  1, 1 left out

agent     done  on time  started to done  handoffs  blockers  jobs   cost
backend      1    100 %              2 h         -         0  50 %  $2.00
frontend     0      0 %                -         -         0     -      -

Unknown, since nothing of the kind happened in that time: handoff success, blocker resolution time and claims taken again.
Unknown, since no record says what is needed to measure it: recorded to done and tokens used.
What success means for backend is said in words alone (1 criterion): a target with \`agent\` measures it.
`);
});

describe('a file of OpenMetrics', () => {
  it('says whose it is where the project has a name', async () => {
    const files = { ...FILES, 'deployment/coord.yaml': 'protocol: 1\nproject: \'"Shop" \\ two\'\nteam: { backend: {} }\n' };
    const { stdout } = await report('--format openmetrics', memoryPorts({ files, now: NOW }));
    expect(stdout).toContain('coord_tasks_done{project="\\"Shop\\" \\\\ two"} 1\ncoord_tasks_done{project="\\"Shop\\" \\\\ two",agent="backend"} 1\n');
  });

  it('is read by a parser of its own, and leaves out what is unknown', async () => {
    const { stdout } = await report('--format openmetrics');
    expect(stdout.endsWith('# EOF\n')).toBe(true);
    const families = parsePrometheus(stdout.replace(/^# (?:EOF|UNIT .*)\n/gm, ''));
    const values = Object.fromEntries(families.map(({ name, metrics }) => [name, metrics]));
    expect(values['coord_completion_on_time_ratio']).toEqual([{ value: '0.5' }, { value: '1', labels: { agent: 'backend' } }, { value: '0', labels: { agent: 'frontend' } }]);
    expect(values['coord_model_latency_seconds']?.[0]).toEqual({ quantiles: { '0.5': '2', '0.95': '2.9', '0.99': '2.98' }, count: '2', sum: '4' });
    expect(values['coord_target_met']).toEqual([{ value: '0', labels: { target: 'task_completion_rate' } }, { value: '1', labels: { target: 'test_coverage' } }, { value: '1', labels: { target: 'uptime' } }]);
    expect(values['coord_blocker_resolution_time_seconds']).toBeUndefined();
  });

  it('says type, unit and help of each family before its samples, once, and ends names in units', async () => {
    const { stdout } = await report('--format openmetrics');
    const blocks = stdout.split(/^(?=# TYPE )/m);
    for (const block of blocks) {
      const [, name = '', unit = ''] = /^# TYPE (\S+) (?:gauge|summary)\n(?:# UNIT \S+ (\S+)\n)?# HELP \S+ .+\n/.exec(block) ?? [];
      expect(name).toMatch(/^coord_[a-z_]+$/);
      if (unit !== '') expect(name.endsWith(`_${unit}`)).toBe(true);
      expect(block.replace('# EOF\n', '').split('\n').slice(unit === '' ? 2 : 3, -1).every((line) => line.startsWith(name))).toBe(true);
    }
    expect(new Set(blocks.map((block) => block.split('\n', 1)[0])).size).toBe(blocks.length);
  });
});

describe('what is asked of it', () => {
  it('is written to a file, in whatever form', async () => {
    const ports = stage();
    expect((await report('--format openmetrics --output /run/coord.prom', ports)).stdout).toBe('Written: /run/coord.prom\n');
    expect(await ports.files.read('/run/coord.prom')).toMatch(/# EOF\n$/);
    const json = JSON.parse((await report('--format json')).stdout) as unknown;
    expect(json).toMatchObject({ since: '2025-06-17T13:00:00.000Z', at: '2025-08-12T13:00:00.000Z', targets: [{ name: 'task_completion_rate', state: 'missed' }, {}, {}, {}, {}, {}] });
  });

  it('takes the coverage report that is given, and says what is wrong with another', async () => {
    expect((await report('--coverage mine.info')).stdout).toMatch(/test_coverage +80% +50 % +missed/);
    expect((await report('--coverage odd.txt')).stderr).toContain('a report of test coverage: lcov.info or coverage-summary.json');
  });

  it('reads no coverage report through a link out of the repository', async () => {
    const ports = stage();
    const { stdout } = await report('', { ...ports, files: { ...ports.files, linksOut: (paths) => Promise.resolve(paths) } });
    expect(stdout).toMatch(/test_coverage +80% +- +unknown +the coverage report cannot be read: --coverage <file> says why/);
  });

  it('runs verifiers of targets only with --measure', async () => {
    const answers = (exitCode: number, tail: string): Ports => stage({ processes: { run: () => Promise.resolve({ exitCode, timedOut: false, seconds: 1, tail }) } });
    expect((await report('--measure', answers(0, 'p95: 180 ms\n'))).stdout).toMatch(/api_response_time +< 200ms +180 ms +reached +by its verifier/);
    expect((await report('--measure', answers(1, '180'))).stdout).toMatch(/api_response_time +< 200ms +- +unknown +its verifier failed/);
    expect((await report('', answers(0, '180'))).stdout).toContain('its verifier was not run');
  });

  it('is refused where it makes no sense', async () => {
    expect((await report('--since tomorrow')).exit).toBe(2);
    expect((await report('--format xml')).exit).toBe(2);
  });
});
