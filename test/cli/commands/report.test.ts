/** Reports in full words. */
import { describe, expect, it } from 'vitest';
import { CLAIM, coord, said } from '../../support/website-shell.ts';
import { WEBSITE } from '../../support/website.ts';

const tasks = {
  'deployment/tasks/new.yaml': 'id: NEW-1\ntask: Measure it\nagent: frontend\nstatus: done\nstarted: 2025-08-10\ncompleted: 2025-08-11T15:00:00Z\n',
  'deployment/tasks/older.yaml': 'id: OLD-2\ntask: Sketch it\nagent: frontend\nstatus: done\ncompleted: 2025-08-10\n',
  'deployment/tasks/half.yaml': 'id: HALF-1\ntask: Tidy up\nstatus: in_progress\nprogress: 40\n',
};
const files = { ...WEBSITE, ...tasks };
const claims = { 'FIX-001': CLAIM };

describe('coord report standup', () => {
  it('tells done, doing and blocked of each agent since the last working day', async () => {
    expect(await said('report standup', { files, claims }, { env: { NO_COLOR: '1' } })).toBe(`\
Since 2025-08-11T00:00:00Z

Frontend Agent
  done: NEW-1 Measure it
  doing: FIX-001 Fix website deployment

Backend Agent
  nothing to tell

Infrastructure Agent
  blocked: OPS-001, P1: The password of the vault, from human:alice

Anyone
  doing: HALF-1 Tidy up (40 %), held by nobody

1 finished task without a date: completed is empty in its file.
`);
  });

  it('takes a date, a time or a length, and nothing else', async () => {
    const done = async (since: string) => {
      const { data } = JSON.parse((await coord(`report standup --json --since ${since}`, { files })).stdout) as { data: { agents: { done: { id: string }[] }[] } };
      return data.agents.flatMap((agent) => agent.done.map(({ id }) => id));
    };
    expect(await done('2025-08-10')).toEqual(['NEW-1', 'OLD-2']);
    expect(await done('24h')).toEqual(['NEW-1']);
    expect(await done('2025-08-11T15:00:01Z')).toEqual([]);
    expect(await coord('report standup --since yesterday')).toMatchObject({ exit: 2, stderr: '--since should be a date such as 2025-08-12, a time, or a length of time such as 24h, not "yesterday".\nGive it again with such a value.\n' });
  });

  it('credits who handed a task over, whoever it was for', async () => {
    const handoff = '---\nfrom_agent: backend\ntask: new-1\n---\n';
    const text = await said('report standup', { files: { ...files, 'deployment/handoffs/h.md': handoff } });
    expect(text).toContain('Backend Agent\n  done: NEW-1 Measure it\n');
  });
});

describe('coord report progress', () => {
  it('has the dates on which tasks were started and completed; a claim is a start', async () => {
    const text = await said('report progress', { files, claims }, { env: { NO_COLOR: '1' } });
    expect(text).toContain('Frontend Agent: 2 of 5 done\n');
    expect(text).toMatch(/^ {2}\[x\] {2}NEW-1 +Measure it +started 2025-08-10 {2}completed 2025-08-11$/m);
    expect(text).toMatch(/^ {2}\[ \] {2}FIX-001 +Fix website deployment +started 2025-08-12$/m);
    expect(text).toMatch(/^Anyone: 0 of 3 done\n(?: {2}.+\n)* {2}\[ \] {2}HALF-1 +Tidy up +40 %\n/m);
  });
});

describe('coord status', () => {
  it('names the next sync point under the bar', async () => {
    const config = { ...WEBSITE, 'deployment/coord.yaml': `${WEBSITE['deployment/coord.yaml'] ?? ''}sync_points: [{when: daily 09:00, about: Stand-up}]\n` };
    expect((await said('status', { files: config }, { env: { NO_COLOR: '1' } })).split('\n')[1]).toBe('Next sync: 2025-08-13T09:00:00Z, Stand-up');
  });
});
