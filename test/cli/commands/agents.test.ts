import { describe, expect, it } from 'vitest';
import { CLAIM, coord, said } from '../../support/website-shell.ts';

describe('coord agents', () => {
  it('shows what each member has and holds', async () => {
    expect(await said('agents', { claims: { 'FIX-001': CLAIM } })).toBe(`\
agent           open  ready  done  holds    role
frontend           3      0     0  FIX-001  Builds the pages
backend            2      0     0  -        Builds the API
infrastructure     2      1     1  -        Runs the machines
`);
  });

  it('says how to begin', async () => {
    expect(await said('agents', { files: { 'deployment/coord.yaml': 'protocol: 1\n' } })).toBe('The team is empty: add members to team in coord.yaml.\n');
  });

  it('is data for programs', async () => {
    const { stdout } = await coord('agents --json');
    expect(JSON.parse(stdout)).toMatchObject({ data: { agents: [{ id: 'frontend', name: 'Frontend Agent', role: 'Builds the pages', open: 3, ready: 1, done: 0, holds: [] }, {}, {}] } });
  });
});
