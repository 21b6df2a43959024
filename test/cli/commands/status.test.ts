import { describe, expect, it } from 'vitest';
import { CLAIM, TERMINAL, coord, said } from '../../support/website-shell.ts';
import { WEBSITE } from '../../support/website.ts';

describe('coord status', () => {
  it('tells where everything stands, within 80 columns', async () => {
    const text = await said('status', { claims: { 'FIX-001': CLAIM } });
    expect(text).toBe(`\
website  1 of 10 done  [##------------------] 10 %

Held
  FIX-001  frontend  Fix website deployment  1 h 58 m left

Blockers
  P1  OPS-001  waits on human:alice  The password of the v…  no answer, 2 h late

Handed over, not taken over yet
  FIX-001  infrastructure to frontend  Point the domain at it

Ready (1; 6 wait)
  INFRA-001  infrastructure  medium  Deploy PostgreSQL    unblocks 4

Overdue
  FIX-001  frontend  Fix website deployment  due 2025-08-11

Gates and milestones
  GATE-001  Sign off the build  waits for UI-004

Phases
  build   0 of 2 done
  launch  0 of 1 done  not open yet

Risks
  infrastructure  Replication lag: Watch the replicas

Team
  frontend        0 of 3 done  0 ready  holds FIX-001
  backend         0 of 2 done  0 ready
  infrastructure  1 of 3 done  1 ready
`);
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it('says which handoffs are for whoever asks, those first', async () => {
    const later = '---\nfrom_agent: frontend\ntimestamp: 2025-08-12T10:00:00Z\ntask: OLD-001\nto_agent: backend\n---\n';
    const files = { ...WEBSITE, 'deployment/handoffs/later.md': later };
    expect(await said('status --as frontend', { files })).toContain(`\
Handed over, not taken over yet (1 for you)
  FIX-001  infrastructure to frontend  Point the domain at it
  OLD-001  frontend to backend
`);
  });

  it('cuts nothing in a pipe', async () => {
    expect(await said('status', {}, {})).toContain('  P1  OPS-001  waits on human:alice  The password of the vault  no answer, 2 h late\n');
  });

  it('colours on a terminal that can, and only there', async () => {
    const colourful = await said('status', { claims: { 'FIX-001': CLAIM } }, { ...TERMINAL, env: {} });
    expect(colourful).toContain('\u001B[1mFIX-001\u001B[0m');
    expect(colourful.replace(/\u001B\[\d+m/g, '')).toBe(await said('status', { claims: { 'FIX-001': CLAIM } }));
  });

  it('shows claims that ran out, cannot be read, or have no file', async () => {
    const claims = { 'FIX-001': { ...CLAIM, until: '2025-08-12T11:30:00Z' }, 'UI-004': null, 'NEW-001': { ...CLAIM, agent: 'backend' } };
    expect(await said('status', { claims }, {})).toContain(`\
Held
  UI-004             its claim cannot be read: coord doctor
  FIX-001  frontend  Fix website deployment                  ran out 30 min ago: coord claim FIX-001 --take-over --as <agent>
  NEW-001  backend   no file defines it                      1 h 58 m left
`);
    for (const line of ['status', 'next --why', 'show FIX-001']) expect(await said(`${line} --as backend`, { claims }, {})).toContain('coord claim FIX-001 --take-over --as backend');
  });

  it('shows work that was started and is held by nobody', async () => {
    const queue = (WEBSITE['deployment/tasks/queue.yaml'] ?? '').replace('verify: [build]', 'status: in_progress\n      progress: 50');
    const text = await said('status', { files: { ...WEBSITE, 'deployment/tasks/queue.yaml': queue } });
    expect(text).toContain('website  1 of 10 done  [###-----------------] 15 %\n');
    expect(text).toContain('Started, held by nobody (coord next --resume)\n  FIX-001  frontend  Fix website deployment\n');
    expect(text).toContain('Ready (2; 6 wait)\n  INFRA-001');
  });

  it('names work that is done elsewhere, until the files here say so', async () => {
    const claims = { 'FIX-001': { ...CLAIM, state: 'done' as const, branch: 'frontend/FIX-001' }, 'OLD-001': { ...CLAIM, state: 'done' as const } };
    const text = await said('status', { claims }, {});
    expect(text).toContain('Done elsewhere, not merged here (1)\n  FIX-001  frontend  Fix website deployment  on frontend/FIX-001\n');
    const { stdout } = await coord('status --json', { claims });
    expect(JSON.parse(stdout)).toMatchObject({ data: { done_elsewhere: [{ id: 'FIX-001', agent: 'frontend', branch: 'frontend/FIX-001' }] } });
  });

  it('says who answered a blocker', async () => {
    const file = 'deployment/status/blockers/2025-08-12-OPS-001-a1b2.md';
    const answered = (WEBSITE[file] ?? '').replace('raised:', 'acknowledged: {by: alice, at: 2025-08-12T09:30:00Z}\nraised:');
    expect(await said('status', { files: { ...WEBSITE, [file]: answered } }, {})).toContain('The password of the vault  open 3 h, alice is on it\n');
  });

  it('says what to do where there are no tasks', async () => {
    expect(await said('status', { files: { 'deployment/coord.yaml': 'protocol: 1\nproject: empty\n' } })).toBe('empty has no tasks yet: coord task add "..."\n');
  });

  it('shows the first of long lists and how many there are', async () => {
    const tasks = Array.from({ length: 14 }, (_, index) => [`deployment/tasks/T-${index + 10}.yaml`, `id: T-${index + 10}\ntask: Do ${index + 10}\ndeadline: 2025-01-01\n`]);
    const files = { 'deployment/coord.yaml': 'protocol: 1\n', ...Object.fromEntries(tasks) as Record<string, string> };
    const text = await said('status', { files });
    expect(text).toContain('  T-19  anyone  medium  Do 19\n  and 4 more: coord next\n');
    expect(text).toContain('  T-19  anyone  Do 19  due 2025-01-01\n  and 4 more: coord list --overdue\n');
    const { stdout } = await coord('status --json', { files });
    expect(JSON.parse(stdout)).toMatchObject({ data: { project: null, completion: 0, counts: { todo: 14 }, overdue: { length: 14 }, ready: { length: 14 } } });
  });
});
