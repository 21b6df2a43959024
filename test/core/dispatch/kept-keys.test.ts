import { expect, it } from 'vitest';
import { keptKeys } from '../../../src/core/dispatch/kept-keys.ts';
import type { Config } from '../../../src/core/model.ts';

const config: Config = {
  runtimes: { api: { kind: 'anthropic', key: 'BIG_KEY' }, script: { kind: 'command', run: ['node', 'agent.mjs'], env: ['SHOP_TOKEN'] } },
  verifiers: { unit: { run: ['npm', 'test'] }, review: { run: ['coord', 'run', 'reviewer'], env: ['ANTHROPIC_API_KEY', 'SHOP_TOKEN'] } },
};

const KINDS = ['ANTHROPIC_API_KEY', 'ANTHROPIC_AUTH_TOKEN', 'CLAUDE_CODE_OAUTH_TOKEN', 'CODEX_API_KEY', 'GEMINI_API_KEY', 'GOOGLE_API_KEY', 'OPENAI_API_KEY'];

it('the keys of all kinds of runtimes are kept, and those that coord.yaml names', () => {
  expect(keptKeys(null, ['npm', 'test']).toSorted()).toEqual(KINDS);
  expect(keptKeys(config, ['npm', 'test']).toSorted()).toEqual([...KINDS, 'BIG_KEY'].toSorted());
});

it('but for what a verifier of just this command may see', () => {
  expect(keptKeys(config, ['coord', 'run', 'reviewer']).toSorted()).toEqual([...KINDS.slice(1), 'BIG_KEY'].toSorted());
  expect(keptKeys(config, ['coord', 'run', 'reviewer', '--base', 'x'])).toContain('ANTHROPIC_API_KEY');
  expect(keptKeys(config, ['coord', 'run'])).toContain('ANTHROPIC_API_KEY');
});
