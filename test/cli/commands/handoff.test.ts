/** The inbox, one handoff, and taking it over, in full words. */
import { describe, expect, it } from 'vitest';
import { coord, said } from '../../support/website-shell.ts';
import { WEBSITE } from '../../support/website.ts';

const LONG = `---
from_agent: backend
timestamp: 2025-08-12T11:30:00Z
task: API-001
task_completed: [The catalogue answers]
dependencies_ready: [API Contract]
blockers: [The search is slow]
next_steps: [Use it, Page through it, Cache it, Measure it]
artifacts: [{path: api/openapi.json, description: What it takes and gives}, {path: api/gone.json}]
base: a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1
head: b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2
branch: backend/API-001
verification: [{name: build, exit_code: 0, at: 2025-08-12T11:29:00Z}, {name: load, exit_code: 1}]
ruled_out: [Sorting in the database]
---
Mind the limits.

- 100 a minute
`;
const files = { ...WEBSITE, 'deployment/handoffs/api.md': LONG, 'api/openapi.json': '{}' };
const git = { changedPaths: () => Promise.resolve([{ path: 'api/openapi.json', blob: 'a' }, { path: 'deployment/tasks/queue.yaml', blob: 'b' }]) };

describe('coord handoff list', () => {
  it('is the inbox of whoever acts: what is for them or for anyone, newest first', async () => {
    expect(await said('handoff list --as frontend', { files, git })).toBe(`\
API-001 Serve the catalogue
  backend to anyone · 30 min ago · not taken over yet · 1 artifact is missing
  - Use it
  - Page through it
  - Cache it
  and 1 more
  api

FIX-001 Fix website deployment
  infrastructure to frontend · 26 h ago · not taken over yet
  - Point the domain at it
  2025-08-11-infrastructure-FIX-001-c3d4
Read one: coord handoff show api    Take it over: coord handoff ack api --as frontend
`);
  });

  it('of an agent, from an agent, of everybody, and all there ever were', async () => {
    const names = async (line: string) => {
      const { stdout } = await coord(`handoff list --json${line}`, { files: { ...files, 'deployment/handoffs/old.md': '---\nfrom_agent: backend\nto_agent: frontend\ntask: OLD-001\nacknowledged: { by: frontend, at: 2025-08-01 }\n---\n' }, git });
      const { data } = JSON.parse(stdout) as { data: { agent: string | null; handoffs: { file: string }[] } };
      return [data.agent, ...data.handoffs.map(({ file }) => file.replace('deployment/handoffs/', '').slice(0, 4))];
    };
    expect(await names(' --agent infrastructure')).toEqual(['infrastructure']);
    expect(await names(' --agent frontend --from backend')).toEqual(['frontend', 'api.']);
    expect(await names(' --from infrastructure')).toEqual([null, '2025']);
    expect(await names('')).toEqual([null, 'api.', '2025']);
    expect(await names(' --all')).toEqual([null, 'api.', '2025', 'old.']);
    expect(await names(' --all --agent frontend')).toEqual(['frontend', 'api.', '2025', 'old.']);
  });

  it('says so when nothing waits', async () => {
    expect(await said('handoff list --as backend')).toBe('No handoff waits for backend. All handoffs: coord handoff list --all\n');
    expect(await said('handoff list --from backend')).toBe('No handoff is like that. All handoffs: coord handoff list --all\n');
    expect(await said('handoff list --all', { files: { 'deployment/coord.yaml': 'protocol: 1\n' } })).toBe('No handoffs yet.\n');
    expect(await coord('handoff list --agent bakend')).toMatchObject({ exit: 2 });
  });
});

describe('coord handoff show', () => {
  it('tells all of one, and how it stands now', async () => {
    expect(await said('handoff show api', { files, git })).toBe(`\
API-001 Serve the catalogue
backend to anyone · 30 min ago · not taken over yet · 1 artifact is missing
work: a1a1a1a..b2b2b2b on backend/API-001, 1 file changed
verified: build ok 2025-08-12T11:29:00Z and load exit 1
completed
  - The catalogue answers
others can build on
  - API Contract
in the way
  - The search is slow
next
  - Use it
  - Page through it
  - Cache it
  - Measure it
ruled out
  - Sorting in the database
artifacts
  - api/openapi.json · What it takes and gives
  - api/gone.json · missing
notes
  Mind the limits.

  - 100 a minute
deployment/handoffs/api.md
`);
  });

  it('shows all of a task, within the words allowed', async () => {
    const second = { ...files, 'deployment/handoffs/again.md': LONG.replace('11:30', '11:40') };
    const text = await said('handoff show API-001', { files: second, git });
    expect(text.split('\n\n').filter((part) => part.startsWith('API-001 '))).toHaveLength(2);
    expect(text.indexOf('again.md')).toBeLessThan(text.indexOf('api.md'));
    expect(await said('handoff show API-001 --budget 20', { files: second, git })).toMatch(/\ncut after 20 words: coord handoff show API-001 --budget 80\n$/);
  });

  it('does not compare commits that are not here', async () => {
    const far = { ...git, knownObjects: () => Promise.resolve(new Set<string>()) };
    expect(await said('handoff show api', { files, git: far })).toContain('work: a1a1a1a..b2b2b2b on backend/API-001\n');
  });
});

describe('coord handoff ack', () => {
  const whole = { ...files, 'api/gone.json': '' };

  it('says what was taken over, and what to look at first', async () => {
    const changed = { ...git, blobs: () => Promise.resolve(new Map([['api/openapi.json', 'ffff']])) };
    const known = { ...whole, 'deployment/handoffs/api.md': LONG.replace('openapi.json,', 'openapi.json, blob: eeee,') };
    expect(await said('handoff ack api --as frontend', { files: known, git: changed })).toBe(`\
api of API-001 from backend taken over · written, not committed
Changed since it was handed over: api/openapi.json. Look first: git diff b2b2b2b2b2b2 HEAD
`);
    const far = { ...git, knownObjects: () => Promise.resolve(new Set<string>()) };
    expect(await said('handoff ack api --as frontend', { files: whole, git: far })).toBe(`\
api of API-001 from backend taken over · written, not committed
Not in this repository: b2b2b2b and a1a1a1a. If it is on a branch elsewhere: git fetch
`);
  });

  it('says when it is yours already, or was another\'s', async () => {
    const taken = { ...whole, 'deployment/handoffs/api.md': LONG.replace('ruled_out', 'acknowledged: {by: frontend, at: 2025-08-12T11:45:00Z}\nruled_out') };
    expect(await coord('handoff ack api --as frontend', { files: taken, git })).toMatchObject({ exit: 0, stdout: 'api is yours already.\n', stderr: '' });
    expect(await coord('handoff ack api --as backend', { files: taken, git })).toMatchObject({ exit: 1, stderr: 'api was taken over by frontend already, at 2025-08-12T11:45:00Z.\nRead it all the same: coord handoff show api\n' });
  });

  it('is one of four words', async () => {
    expect(await coord('handoff')).toMatchObject({ exit: 2, stderr: expect.stringMatching(/^coord handoff needs .*list, show or ack after it\./) as unknown });
  });
});
