import { expect, test } from 'vitest';
import { fromPs } from '../../../src/adapters/jobs/job-processes.ts';

const LIST = `\
    1     1   900 /sbin/init
  812   812 52000 node agent.mjs --name a b PATH=/bin COORD_JOBS=outer 20251121-aaaaaa TERM=xterm
  813   812  1000 sleep 5 COORD_JOBS=outer 20251121-aaaaaa
  900   900  2000 sleep 9 COORD_JOBS=20251121-bbbbbb HOME=/home/me
  901   901  2000 grep COORD_JOB=20251121-aaaaaa
`;

test('what ps tells of a job: by its mark, and by its group', () => {
  expect(fromPs(LIST, '20251121-aaaaaa', null)).toEqual([{ pid: 812, residentKb: 52000 }, { pid: 813, residentKb: 1000 }]);
  expect(fromPs(LIST, '20251121-bbbbbb', 1).map(({ pid }) => pid)).toEqual([1, 900]);
  expect(fromPs(LIST, 'outer', null).map(({ pid }) => pid)).toEqual([812, 813]);
});
