import { expect, test } from 'vitest';
import { environmentOf } from '../../../src/adapters/jobs/environment.ts';

const OWN = { PATH: '/bin', HOME: '/home/me', LC_ALL: 'C', AWS_SECRET_ACCESS_KEY: 'x', GIT_DIR: '/elsewhere', GH_TOKEN: 't', COORD_AGENT: 'lead' };

test('an agent sees the list, what its runtime names, and what it is given', () => {
  expect(environmentOf({ job: 'j-1', env: ['GH_TOKEN', 'GIT_DIR', 'ABSENT'], set: { COORD_AGENT: 'backend' } }, OWN)).toEqual({
    PATH: '/bin',
    HOME: '/home/me',
    LC_ALL: 'C',
    GH_TOKEN: 't',
    COORD_AGENT: 'backend',
    COORD_JOB: 'j-1',
    COORD_JOBS: 'j-1',
  });
});

test('a job within a job belongs to both', () => {
  expect(environmentOf({ job: 'inner', env: [], set: {} }, { COORD_JOBS: 'outer', COORD_JOB: 'outer' })).toEqual({ COORD_JOB: 'inner', COORD_JOBS: 'outer inner' });
});
