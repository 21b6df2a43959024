import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { faultOfAgentId } from '../../../src/core/documents/agent-id.ts';

const GOOD = ['backend', 'agent-1', 'Ä', 'a.b', 'a@b', 'team/web', 'a.', '@'];
const BAD = ['a..b', 'a.lock', 'x.lock/y', 'a~1', 'a^', 'a:b', 'a?', 'a*', 'a[b', 'a\\b', 'a b', 'a\tb', 'a\x7f', '', '-a', '.a', 'a/.b', '/a', 'a/', 'a//b', 'a@{1}'];

it.each([...GOOD, ...BAD])('%j is judged as git judges a branch that begins so', (id) => {
  const { status } = spawnSync('git', ['check-ref-format', '--branch', `${id}/T-1`]);
  expect(faultOfAgentId(id) === null).toBe(status === 0);
});

it('tells what is wrong', () => {
  expect(GOOD.map(faultOfAgentId)).toEqual(GOOD.map(() => null));
  expect(BAD.map(faultOfAgentId)).not.toContain(null);
});
