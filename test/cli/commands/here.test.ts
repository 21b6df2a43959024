import { describe, expect, it } from 'vitest';
import { CLAIM, HOLDING, coord, said } from '../../support/website-shell.ts';
import { WEBSITE } from '../../support/website.ts';

/** Nothing was handed over. */
const QUIET = Object.fromEntries(Object.entries(WEBSITE).filter(([path]) => !path.includes('/handoffs/')));

describe('coord alone', () => {
  it('tells what this worktree holds and what is left to do', async () => {
    expect(await said('', { claims: { 'FIX-001': CLAIM }, holdings: [HOLDING] })).toBe(`\
frontend · FIX-001 Fix website deployment · 1 h 58 m left · done when: build passes
  - Read the build log
  - Correct the base path
  - The start page loads
1 handoff for you: coord handoff list
`);
  });

  it('says when the time ran out, when it was taken over, and when it was given back', async () => {
    const lost = (claims: Record<string, typeof CLAIM>) => said('', { files: QUIET, claims, holdings: [HOLDING] });
    expect((await lost({ 'FIX-001': { ...CLAIM, until: '2025-08-12T11:30:00Z' } })).split('\n')[0]).toBe(
      'frontend · FIX-001 Fix website deployment · time ran out 30 min ago, renew: coord claim FIX-001 · done when: build passes',
    );
    expect(await lost({ 'FIX-001': { ...CLAIM, agent: 'backend', nonce: 'f'.repeat(32), token: 2 } })).toBe(
      'FIX-001 was taken over by backend; it is no longer yours. Your commits stay on their branch. Again: coord claim FIX-001\n',
    );
    expect(await lost({ 'FIX-001': { ...CLAIM, state: 'released' } })).toBe('FIX-001 is no longer held by frontend. Your commits stay on their branch. Again: coord claim FIX-001\n');
  });

  it('shows progress, and says of a task without a verifier what that means', async () => {
    const queue = (WEBSITE['deployment/tasks/queue.yaml'] ?? '').replace('verify: [build]', 'progress: 40').replace(/ {6}a(?:ctions|cceptance): .*\n/g, '');
    const memory = { files: { ...QUIET, 'deployment/tasks/queue.yaml': queue }, claims: { 'FIX-001': CLAIM }, holdings: [HOLDING] };
    expect(await said('', memory)).toBe('frontend · FIX-001 Fix website deployment · 40 % · 1 h 58 m left · done when: you say so (it names no verifier)\n');
  });

  it('shows a held task whose file is gone', async () => {
    const memory = { files: QUIET, claims: { 'NEW-001': CLAIM }, holdings: [{ ...HOLDING, id: 'NEW-001' }] };
    expect(await said('', memory)).toBe('frontend · NEW-001 · 1 h 58 m left · no file defines it here\n');
  });

  it('is the status where nothing is held', async () => {
    expect(await said('')).toBe(await said('status'));
    const done = { claims: { 'FIX-001': { ...CLAIM, state: 'done' as const } }, holdings: [HOLDING] };
    expect(await said('', done)).toBe(await said('status', done));
  });

  it('is data for programs', async () => {
    const { stdout } = await coord('--json', { claims: { 'FIX-001': CLAIM }, holdings: [HOLDING] });
    expect(JSON.parse(stdout)).toMatchObject({ data: { held: [{ claim: { id: 'FIX-001', agent: 'frontend', until: '2025-08-12T13:58:00.000Z' }, task: { id: 'FIX-001', verify: ['build'] } }] } });
  });
});
