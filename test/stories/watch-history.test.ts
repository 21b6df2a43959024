/** What `coord watch --since` tells of git's history is what a look after each commit tells. */
import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { compilerOf, differences, validatorOf } from '../support/read-schemas.ts';
import { gitEnv } from '../support/repository.ts';
import { story } from '../support/story.ts';
import type { Story } from '../support/story.ts';

const MINUTES = 60_000;

interface Line {
  readonly event: string;
  readonly key: string;
  readonly at: string;
  readonly commit: string | null;
}

const valid = validatorOf(compilerOf('.', 'answers'), 'answers/watch.schema.json');

/** Each line is held to the schema. */
function lines(made: Story, words: string, now: string): readonly Line[] {
  const { exit, stdout, stderr } = made.coord(`${words} --json`, { env: { COORD_NOW: now } });
  expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
  const told = stdout.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as Line);
  for (const line of told) expect(differences(valid, line), JSON.stringify(line)).toEqual([]);
  return told;
}

const workspace = (): Story =>
  story({
    files: {
      'deployment/coord.yaml': 'protocol: 1\nproject: app\nteam:\n  frontend: {}\n  backend: {}\nsync_points:\n  - { when: daily 12:30, about: Stand-up }\n',
      'deployment/tasks/A-1.yaml': 'id: A-1\ntask: Build it\nagent: backend\n',
      'deployment/tasks/B-1.yaml': 'id: B-1\ntask: Show it\nagent: frontend\ndependencies: [A-1]\ndeadline: 2025-08-13 12:40\n',
    },
  });

/** What changes, and when it is committed: each at its minute past noon. */
const STEPS: readonly (readonly [minute: number, change: (made: Story) => void])[] = [
  [5, (made) => made.write('deployment/status/blockers/b.md', '---\ntask: A-1\nby: backend\nseverity: P0\nneeded: the key\nraised: 2025-08-12 12:04\n---\n')],
  [25, (made) => made.write('deployment/status/blockers/b.md', '---\ntask: A-1\nby: backend\nseverity: P0\nneeded: the key\nraised: 2025-08-12 12:04\nresolved: 2025-08-12 12:24\n---\n')],
  [35, (made) => made.write('deployment/tasks/A-1.yaml', 'id: A-1\ntask: Build it\nagent: backend\nstatus: done\ncompleted: 2025-08-12 12:34\n')],
  [36, (made) => made.write('deployment/tasks/B-1.yaml', 'id: [\n')],
  [37, (made) => made.write('deployment/tasks/B-1.yaml', 'id: B-1\ntask: Show it\nagent: frontend\ndependencies: [A-1]\ndeadline: 2025-08-13 12:40\n')],
  [50, (made) => made.write('deployment/handoffs/h.md', '---\nfrom_agent: backend\nto_agent: frontend\ntask: A-1\n---\n')],
];

const time = (minute: number): string => new Date(Date.UTC(2025, 7, 12, 12, minute)).toISOString();

/** By a clock of its own. */
function commit(made: Story, minute: number, ...more: readonly string[]): void {
  made.git('add', '-A');
  execFileSync('git', ['commit', '-q', '-m', `At ${minute}`, '--date', time(minute), ...more], { cwd: made.root, env: { ...gitEnv(), GIT_COMMITTER_DATE: time(minute) } });
}

describe('coord watch --since', { timeout: 10 * MINUTES }, () => {
  it('tells from history what a look after each change told, with the same keys and in the same order', () => {
    const made = workspace();
    commit(made, 0, '--amend');
    const begin = made.git('rev-parse', 'HEAD').trim();
    expect(lines(made, 'watch --once', time(0))).toEqual([]);
    const live: Line[] = [];
    for (const [minute, change] of STEPS) {
      change(made);
      live.push(...lines(made, 'watch --once', time(minute)));
      commit(made, minute);
    }
    live.push(...lines(made, 'watch --once', time(60)));
    const past = lines(made, `watch --since ${begin}`, time(60));
    expect(past.map(({ at, key }) => `${at} ${key}`)).toEqual(live.map(({ at, key }) => `${at} ${key}`));
    expect(past.map(({ event }) => event).filter((event) => !event.startsWith('record.'))).toEqual(['blocker.raised', 'blocker.overdue', 'task.ready', 'sync.due', 'task.done', 'task.ready', 'validation.failed', 'deadline.near', 'handoff.created']);
    expect(lines(made, 'watch --once', time(60))).toEqual([]);
  });

  it('takes a time, tells what is not committed as the last, and refuses what is neither a time nor a commit', () => {
    const made = workspace();
    const before = made.git('rev-parse', 'HEAD').trim();
    made.write('deployment/tasks/C-1.yaml', 'id: C-1\ntask: Clean up\n');
    expect(lines(made, 'watch --since 2025-01-01', time(0)).map(({ event }) => event).filter((event) => event.startsWith('record.'))).toEqual(['record.created', 'record.created', 'record.created', 'record.created']);
    expect(made.coord(`watch --since ${before}`).stdout).toBe('12:00 record.created deployment/tasks/C-1.yaml\n12:00 task.ready C-1 Clean up\n');
    expect(made.coord('watch --since nowhere')).toMatchObject({ exit: 2, stdout: '', stderr: expect.stringContaining('--since names "nowhere"') as unknown });
  });
});
