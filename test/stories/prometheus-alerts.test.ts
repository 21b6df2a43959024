/** The file of metrics and the alert rules on it, judged by Prometheus' own tool. Rules and what they are tried on: prometheus-alerts.yml. */
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { printEvent } from '../../src/core/dispatch/job-event.ts';
import { outcome } from '../../src/core/dispatch/outcome.ts';
import { createdEvent, endedEvent, mergedEvent, provenEvent, startingEvent } from '../support/job-events.ts';
import { story } from '../support/story.ts';

const HERE = dirname(fileURLToPath(import.meta.url));
const RULES = join(HERE, '../../templates/prometheus-alerts.yml');
const promtool = (args: readonly string[], input = ''): { readonly status: number | null; readonly said: string } => {
  const { status, stdout, stderr } = spawnSync('promtool', args, { input, encoding: 'utf8' });
  return { status, said: `${stdout}${stderr}` };
};
const IS_HERE = promtool(['--version']).status === 0;

describe.skipIf(!IS_HERE)('by promtool', () => {
  it('each alert fires when it should, and only then', () => {
    expect(promtool(['check', 'rules', '--lint=all', '--lint-fatal', RULES])).toMatchObject({ status: 0 });
    expect(promtool(['test', 'rules', join(HERE, 'prometheus-alerts.yml')])).toMatchObject({ status: 0, said: expect.stringContaining('SUCCESS') as string });
  });

  it('nothing is to be said against the file, with every figure in it', () => {
    const project = story();
    project.write('deployment/coord.yaml', 'protocol: 1\ncommit: true\nteam: { backend: {}, frontend: {} }\ntargets: { completion_on_time: { target: 90% } }\n');
    const past = { env: { COORD_NOW: '2025-08-10T08:00:00Z', GIT_AUTHOR_DATE: '2025-08-10T08:00:00Z', GIT_COMMITTER_DATE: '2025-08-10T08:00:00Z' } };
    expect(project.coord('task add Serve --id A --as frontend', past).exit).toBe(0);
    project.write('coverage/lcov.info', 'SF:a.ts\nLF:20\nLH:17\nend_of_record\n');
    project.write('deployment/tasks/A.yaml', 'id: A\ntask: Serve\nagent: frontend\nstatus: done\ndeadline: 2025-08-11\nstarted: 2025-08-11T08:00:00Z\ncompleted: 2025-08-11T10:00:00Z\n');
    project.write('deployment/handoffs/a.md', '---\nfrom_agent: backend\nto_agent: frontend\ntask: A\ntoken: 2\ntimestamp: 2025-08-11T10:00:00Z\nacknowledged: { by: frontend, at: 2025-08-11T11:00:00Z }\n---\n');
    project.write('deployment/status/blockers/a.md', '---\ntask: A\nby: frontend\nraised: 2025-08-11T08:00:00Z\nresolved: 2025-08-11T09:00:00Z\nneeded: A key\n---\n');
    const told = { ...outcome('ok', null), cost_usd: 2, cost_basis: 'reported' as const, tokens: { input: 10, output: 5, cached: 1 }, answer_seconds: [1, 3] };
    project.write('.git/coord/jobs/one.ndjson', [createdEvent(), startingEvent(), endedEvent(told), provenEvent(), mergedEvent()].map(printEvent).join(''));
    const { stdout } = project.coord('report metrics --format openmetrics', { env: { COORD_NOW: '2025-08-12T13:00:00Z' } });
    expect(promtool(['check', 'metrics'], stdout)).toEqual({ status: 0, said: '' });
    expect(stdout.match(/^# TYPE /gm)).toHaveLength(18 + 4);
  });
});
