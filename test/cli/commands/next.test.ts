import { describe, expect, it } from 'vitest';
import { CLAIM, coord, said } from '../../support/website-shell.ts';
import { WEBSITE } from '../../support/website.ts';

const QUEUE = WEBSITE['deployment/tasks/queue.yaml'] ?? '';
const withQueue = (change: (queue: string) => string) => ({ files: { ...WEBSITE, 'deployment/tasks/queue.yaml': change(QUEUE) } });

describe('coord next', () => {
  it('lists what can be started, best first, and counts the rest', async () => {
    expect(await said('next')).toBe(`\
FIX-001    frontend        high    Fix website deployment     unblocks 2
INFRA-001  infrastructure  medium  Deploy PostgreSQL          unblocks 4
DOC-001    anyone          low     Describe the deployment
held back: 6 (coord next --why)
`);
  });

  it('leaves out what is held and what touches the same files', async () => {
    expect(await said('next', { claims: { 'FIX-001': CLAIM } })).toBe(`\
INFRA-001  infrastructure  medium  Deploy PostgreSQL    unblocks 4
held back: 8 (coord next --why)
`);
  });

  it('gives each other task its reason', async () => {
    expect(await said('next --why', { claims: { 'FIX-001': CLAIM } })).toBe(`\
INFRA-001  infrastructure  medium  Deploy PostgreSQL    unblocks 4
held back: 8
FIX-001   frontend        is held by frontend
DOC-001   anyone          touches web/deploy/README.md, as FIX-001 does, which
                          is in progress
API-001   backend         waits for INFRA-001
API-002   backend         waits for API-001
GATE-001  anyone          waits for UI-004
OPS-001   infrastructure  is blocked: The password of the vault
SEO-001   frontend        phase launch opens when GATE-001 is done
UI-004    frontend        waits for FIX-001 and API-001
`);
  });

  it.each([
    ['was given back', { ...CLAIM, state: 'released' as const }, null],
    ['ran out', { ...CLAIM, until: '2025-08-12T11:30:00Z' }, 'was held by frontend, whose time ran out: coord claim FIX-001 --take-over --as <agent>'],
    ['was done on a branch that is gone', { ...CLAIM, state: 'done' as const }, 'was done by frontend, but its branch frontend/FIX-001 is gone (its commit is not known): coord task set FIX-001 status=todo'],
    ['cannot be read', null, 'its claim cannot be read: coord doctor'],
  ])('says of a claim that %s what it means', async (_, claim, reason) => {
    const line = (await said('next --why', { claims: { 'FIX-001': claim } }, {})).split('\n').find((text) => text.startsWith('FIX-001'));
    expect(line).toBe(reason === null ? 'FIX-001    frontend        high    Fix website deployment     unblocks 2' : `FIX-001   frontend        ${reason}`);
  });

  it('offers started tasks that nobody holds only with --resume', async () => {
    const started = withQueue((queue) => queue.replace('task: Deploy PostgreSQL', 'task: Deploy PostgreSQL\n      status: in_progress'));
    expect(await said('next --why --agent infrastructure', started)).toBe(`\
Nothing can be started now.
held back: 2
INFRA-001  infrastructure  was started and is held by nobody:
                           coord next --resume
OPS-001    infrastructure  is blocked: The password of the vault
`);
    expect(await said('next --resume --agent infrastructure', started)).toBe(`\
INFRA-001  infrastructure  medium  Deploy PostgreSQL    unblocks 4
held back: 1 (coord next --why)
`);
  });

  it('takes --count, and an agent by any of its names', async () => {
    expect(await said('next --count 1')).toBe(`\
FIX-001  frontend  high  Fix website deployment    unblocks 2
and 2 more (coord next --count 3)
held back: 6 (coord next --why)
`);
    expect(await said('next --agent @agent-infrastructure')).toBe(`\
INFRA-001  infrastructure  medium  Deploy PostgreSQL    unblocks 4
held back: 1 (coord next --why)
`);
  });

  it('knows who is no member and what is no count', async () => {
    expect(await coord('next --agent frontned')).toEqual({
      exit: 2,
      stdout: '',
      stderr: 'The team has no agent "frontned".\nDid you mean "frontend"? The team: frontend, backend and infrastructure\n',
    });
    expect(await coord('next --count 0')).toEqual({ exit: 2, stdout: '', stderr: '--count should be a whole number from 1 on, not "0".\nGive it again with such a value.\n' });
  });

  it('says when nothing is left', async () => {
    const done = withQueue((queue) => queue.replace(/^ {6}task: .*$/gm, '$&\n      status: cancelled').replace(/\n {6}status: done/, ''));
    expect(await said('next', done)).toBe('Nothing is left to do. New work: coord task add "..."\n');
  });

  it('answers although files are broken, and says so on stderr', async () => {
    const files = { ...WEBSITE, 'deployment/tasks/broken.yaml': 'id: [', 'deployment/tasks/half.yaml': '<<<<<<< ours\nid: A\n' };
    const { exit, stdout, stderr } = await coord('next --count 1', { files });
    expect({ exit, stdout, stderr }).toEqual({
      exit: 0,
      stdout: 'FIX-001  frontend  high  Fix website deployment    unblocks 2\nand 2 more (coord next --count 3)\nheld back: 6 (coord next --why)\n',
      stderr: '2 problems in 2 files: coord validate\n',
    });
  });

  it('shows no hidden character of a title', async () => {
    const hostile = withQueue((queue) => queue.replace('Deploy PostgreSQL', '"Deploy\\e[2J \\u202Elqs"'));
    expect(await said('next --agent infrastructure', hostile)).toContain('INFRA-001  infrastructure  medium  Deploy<U+001B>[2J <U+202E>lqs    unblocks 4\n');
  });

  it('is data for programs', async () => {
    const { stdout } = await coord('next --json --why --count 1', { claims: { 'FIX-001': CLAIM } });
    expect(JSON.parse(stdout)).toMatchObject({
      coord: 1,
      data: {
        tasks: [{ id: 'INFRA-001', title: 'Deploy PostgreSQL', agent: 'infrastructure', priority: 'medium', status: 'todo', unblocks: 4, started: false }],
        held_back: 8,
        why: [{ id: 'FIX-001', reasons: ['is held by frontend'] }, { id: 'DOC-001' }, { id: 'API-001', reasons: ['waits for INFRA-001'] }, {}, {}, {}, {}, {}],
      },
      problems: [],
    });
  });

  it('says where no workspace is', async () => {
    expect(await coord('next', { files: { 'README.md': '' } })).toEqual({ exit: 4, stdout: '', stderr: 'This repository has no deployment/ folder yet.\nMake one: coord init\n' });
  });
});
