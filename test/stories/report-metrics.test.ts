/** Metrics of a small history, made with real git and the real verbs, and worked out by hand. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ReportMetricsAnswer } from '../../src/core/schemas/types.ts';
import { story } from '../support/story.ts';

const at = (time: string) => ({ env: { COORD_NOW: `2025-08-${time}:00Z`, GIT_AUTHOR_DATE: `2025-08-${time}:00Z`, GIT_COMMITTER_DATE: `2025-08-${time}:00Z` } });

test('coord report metrics: every figure of two weeks, told by records, commits and claims', () => {
  const project = story();
  project.write('deployment/coord.yaml', 'protocol: 1\ncommit: true\nteam: { backend: {}, frontend: {} }\ntargets: { handoff_quality: { target: 95% }, blocker_resolution_time: { target: "< 4 hours" } }\n');
  project.write('coverage/coverage-summary.json', '{"total":{"lines":{"total":200,"covered":170}}}');
  project.commit('Begin');
  const run = (words: string | readonly string[], time: string): void => {
    const { exit, stderr } = project.coord(words, at(time));
    expect(exit, stderr).toBe(0);
  };
  run('task add Serve --id API --agent backend --deadline 2025-08-06T12:00:00Z --as backend', '04T09:00');
  run('task add Show --id UI --agent frontend --depends-on API --deadline 2025-08-07T10:00:00Z --as backend', '04T10:00');
  run('claim API --as backend', '05T08:00');
  run('release API --as backend', '05T09:00');
  run('claim API --as backend', '06T09:00');
  run('done API --as backend', '06T11:00');
  run(['block', 'UI', 'The address', '--on', 'human:ops', '--as', 'frontend'], '06T12:00');
  run('unblock UI --as frontend', '06T15:00');
  run('handoff ack API --as frontend', '07T07:30');
  run('claim UI --as frontend', '07T08:00');
  run('done UI --as frontend', '07T12:00');
  const data = project.data('report metrics --since 2025-08-04', at('08T09:00')) as ReportMetricsAnswer;
  const of = (name: string, figures = data.figures): unknown => figures.find((figure) => figure.name === name)?.value;
  const hour = 3600;
  expect(Object.fromEntries(data.figures.map(({ name, value }) => [name, value]))).toMatchObject({
    completion_on_time: 1 / 2,
    handoff_success: 1,
    blocker_resolution_time: 3 * hour,
    open_blockers: 0,
    test_coverage: 0.85,
    tasks_done: 2,
    // Four days from when the first task was recorded, Monday 9:00.
    throughput: expect.closeTo(2 / 4) as number,
    // API from Monday 9:00 to Wednesday 11:00, UI from Monday 10:00 to Thursday 12:00.
    lead_time: ((50 + 74) / 2) * hour,
    // API for two hours, UI for four.
    cycle_time: 3 * hour,
    reopened: 0,
    claim_contention: 1 / 2,
    job_duration: null,
    queue_depth: 0,
  });
  expect(data.agents.map(({ agent, figures }) => [agent, of('completion_on_time', figures), of('cycle_time', figures)])).toEqual([['backend', 1, 2 * hour], ['frontend', 0, 4 * hour]]);
  expect(data.targets.map(({ name, state }) => [name, state])).toEqual([['handoff_quality', 'met'], ['blocker_resolution_time', 'met']]);

  const file = join(project.root, 'coord.prom');
  expect(project.coord(['report', 'metrics', '--format', 'openmetrics', '--output', file], at('08T09:00')).exit).toBe(0);
  expect(readFileSync(file, 'utf8')).toMatch(/^coord_handoff_success_ratio 1$[^]*\n# EOF\n$/m);
  expect(project.coord(['report', 'metrics', '--output', join(project.root, 'coverage')], at('08T09:00'))).toMatchObject({ exit: 4, stderr: expect.stringContaining('it is a folder') as string });
});
