import { describe, expect, it } from 'vitest';
import { CLAIM, coord, said } from '../../support/website-shell.ts';
import { WEBSITE } from '../../support/website.ts';

describe('coord show of a task', () => {
  it('shows it with all around it', async () => {
    expect(await said('show fix-001', { claims: { 'FIX-001': CLAIM } }, {})).toBe(`\
FIX-001 Fix website deployment
in progress · high · for frontend · due 2025-08-11
held by frontend until 2025-08-12T13:58:00Z, on frontend/FIX-001, in ../app-FIX-001
waited for by
  UI-004  todo  Build the start page
to do
  - Read the build log
  - Correct the base path
must hold
  - The start page loads
proven by: build
touches: web/deploy/**
handoffs
  infrastructure to frontend · 2025-08-11T10:00:00Z · not taken over yet · deployment/handoffs/2025-08-11-infrastructure-FIX-001-c3d4-handoff.md
    - Point the domain at it
deployment/tasks/queue.yaml
`);
  });

  it('shows what it waits for and what is handed over', async () => {
    expect(await said('show UI-004')).toBe(`\
UI-004 Build the start page
waits · high · for frontend
waits for
  FIX-001  todo  Fix website deployment
  API-001  todo  Serve the catalogue     API Contract
waited for by
  GATE-001  todo  Sign off the build
deployment/tasks/queue.yaml
`);
  });

  it('shows blockers', async () => {
    expect(await said('show OPS-001')).toContain('open blockers\n  P1 The password of the vault · waits on human:alice · raised by infrastructure · since 2025-08-12T09:00:00Z · deployment/status/blockers/2025-08-12-OPS-001-a1b2.md\n');
  });

  it('says of a done task what proves it', async () => {
    expect(await said('show OLD-001')).toContain('done · low · for infrastructure\nunproven: no verifier ran when it was done\n');
    const proof = 'proof: {head: 0123456789abcdef0123456789abcdef01234567, tree: null, verified: [{name: build, exit_code: 0, at: 2025-08-01T10:00:00Z}]}';
    const queue = (WEBSITE['deployment/tasks/queue.yaml'] ?? '').replace('status: done', `status: done\n      ${proof}`);
    expect(await said('show OLD-001', { files: { ...WEBSITE, 'deployment/tasks/queue.yaml': queue } })).toContain('proven: build ok 2025-08-01T10:00:00Z at 0123456\n');
  });

  it('names a dependency that no file defines', async () => {
    const files = { 'deployment/coord.yaml': 'protocol: 1\n', 'deployment/tasks/A-1.yaml': 'id: A-1\ntask: Do it\nestimate: 3 hours\nphase: one\ndependencies: [B-9]\nnotes: |\n  First line\n  second\tline\n' };
    expect(await coord('show A-1', { files })).toEqual({
      exit: 0,
      stdout: `\
A-1 Do it
waits · medium · for anyone · phase one · about 3 h of work
waits for
  B-9  missing  no file defines it
notes
  First line
  second  line
deployment/tasks/A-1.yaml
`,
      stderr: '1 problem in 1 file: coord validate\n',
    });
  });

  it('says of what was done on another branch that it is not merged here', async () => {
    const lines = (await said('show FIX-001', { claims: { 'FIX-001': { ...CLAIM, state: 'done' } } })).split('\n');
    expect(lines.slice(1, 3)).toEqual(['done, not merged here · high · for frontend · due 2025-08-11', 'done by frontend, on frontend/FIX-001, in ../app-FIX-001']);
  });

  it('keeps to a budget of words', async () => {
    expect(await said('show FIX-001 --budget 20')).toBe(`\
FIX-001 Fix website deployment
ready · high · for frontend · due 2025-08-11
waited for by
cut after 20 words: coord show FIX-001 --budget 80
`);
  });

  it('suggests ids that are like it', async () => {
    expect(await coord('show FIX-01')).toEqual({ exit: 1, stdout: '', stderr: 'There is no task FIX-01.\nDid you mean FIX-001? All tasks: coord list\n' });
    expect(await coord('show API-003')).toMatchObject({ exit: 1, stderr: 'There is no task API-003.\nDid you mean API-001 or API-002? All tasks: coord list\n' });
  });

  it('says when it is only the file that cannot be read', async () => {
    const files = { ...WEBSITE, 'deployment/tasks/NEW-001.yaml': 'id: NEW-001\n<<<<<<< ours\n' };
    expect(await coord('show NEW-001', { files })).toEqual({
      exit: 1,
      stdout: '',
      stderr: 'NEW-001 cannot be read: deployment/tasks/NEW-001.yaml is broken.\nSee what is wrong: coord validate\n',
    });
  });

  it('is data for programs', async () => {
    const { stdout } = await coord('show UI-004 --json');
    expect(JSON.parse(stdout)).toMatchObject({
      data: {
        what: 'task',
        task: { id: 'UI-004', title: 'Build the start page', file: 'deployment/tasks/queue.yaml' },
        dependencies: [{ id: 'FIX-001', label: null }, { id: 'API-001', status: 'todo', label: 'API Contract' }],
        dependents: [{ id: 'GATE-001' }],
        claim: null,
      },
    });
  });
});

describe('coord show of a path', () => {
  it('names its owner, what binds it and who is about to change it', async () => {
    const text = `\
web/deploy/x.ts
owned by frontend
area pages: owned by frontend, frontend decides, backend review
decisions
  accepted  Pages are static  deployment/decisions/2025-08-10-static-e5f6.md
open tasks that touch it
  FIX-001  frontend  todo  Fix website deployment
`;
    expect(await said('show web/deploy/x.ts')).toBe(text);
    expect(await said('show ../deploy/x.ts', { cwd: '/repo/app/web/pages' })).toBe(text);
    expect(await said('show /repo/app/web/deploy/x.ts')).toBe(text);
  });

  it('counts what was decided for its area, and nothing that was turned down', async () => {
    const decision = (name: string, fields: string) => ({ [`deployment/decisions/${name}.md`]: `---\ntitle: ${name}\n${fields}---\n` });
    const files = { ...WEBSITE, ...decision('area', 'status: proposed\narea: pages\n'), ...decision('other', 'status: accepted\narea: api\n'), ...decision('no', 'status: rejected\nscope: ["web/**"]\n') };
    expect(await said('show web/deploy/x.ts', { files }, {})).toContain(`\
decisions
  accepted  Pages are static  deployment/decisions/2025-08-10-static-e5f6.md
  proposed  area              deployment/decisions/area.md
open tasks`);
  });

  it('takes a folder for all below it', async () => {
    expect(await said('show web', { files: { ...WEBSITE, 'web/index.html': '' } })).toContain('open tasks that touch it\n  DOC-001  anyone    todo  Describe the deployment\n  FIX-001  frontend  todo  Fix website deployment\n');
  });

  it('says when nobody owns it', async () => {
    expect(await said('show src/main.ts')).toBe('src/main.ts\nNobody owns it: in coord.yaml neither the owns of a member nor an ownership area covers it.\n');
  });

  it('is no path outside of the repository, and no file that does not exist', async () => {
    expect(await coord('show ../../etc/passwd')).toMatchObject({ exit: 1, stderr: 'There is no task "../../etc/passwd", nor a file of that name in this repository.\nAll tasks: coord list\n' });
    expect(await coord('show nothing.txt')).toMatchObject({ exit: 1, stderr: 'There is no task "nothing.txt", nor a file of that name in this repository.\nAll tasks: coord list\n' });
  });

  it('is data for programs', async () => {
    const { stdout } = await coord('show web/deploy/x.ts --json');
    expect(JSON.parse(stdout)).toMatchObject({
      data: { what: 'path', path: 'web/deploy/x.ts', owners: ['frontend'], areas: [{ name: 'pages', decision_maker: 'frontend' }], decisions: [{ title: 'Pages are static' }], tasks: [{ id: 'FIX-001' }] },
    });
  });
});
