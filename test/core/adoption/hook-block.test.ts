import { describe, expect, test } from 'vitest';
import { HOOK_COMMAND, hasHookBlock, hookBlock, withHookBlock } from '../../../src/core/adoption/hook-block.ts';
import { LEFTHOOK_LINES, withLefthookCommand } from '../../../src/core/adoption/lefthook-command.ts';

const PROGRAM = "/opt/ann's/coord.js";
const HOOK_BLOCK = hookBlock(PROGRAM);

describe('the block in a hook', () => {
  test.each([
    ['makes a script', null, `#!/bin/sh\n${HOOK_BLOCK}\n`, 'made'],
    ['comes before what may end the script', '#!/usr/bin/env bash\nexec other-checks\n', `#!/usr/bin/env bash\n${HOOK_BLOCK}\nexec other-checks\n`, 'added'],
    ['comes first where nothing says what runs it', 'npm test\n', `${HOOK_BLOCK}\nnpm test\n`, 'added'],
    ['comes after the line that starts husky 8', '#!/bin/sh\n. "$(dirname "$0")/_/husky.sh"\n\nnpm test\n', `#!/bin/sh\n. "$(dirname "$0")/_/husky.sh"\n${HOOK_BLOCK}\n\nnpm test\n`, 'added'],
    ['ends a first line that had no end', '#!/bin/sh', `#!/bin/sh\n${HOOK_BLOCK}\n`, 'added'],
    ['replaces an older one', '#!/bin/sh\n# coord:start\nold\n# coord:end\nnpm test\n', `#!/bin/sh\n${HOOK_BLOCK}\nnpm test\n`, 'updated'],
  ])('%s', (_, before, after, change) => {
    expect(withHookBlock(before, PROGRAM)).toEqual({ text: after, change });
    expect(withHookBlock(after, PROGRAM)).toEqual({ text: after, change: 'unchanged' });
    expect(hasHookBlock(after)).toBe(true);
  });

  test('is not put beside a check that a person put in', () => {
    const text = '#!/bin/sh\nnpx coord validate --staged\n';
    expect(withHookBlock(text, PROGRAM)).toEqual({ text, change: 'unchanged' });
  });

  test.each(['#!/usr/bin/env python3\nprint(1)\n', '#!/usr/bin/perl\n'])('is not put into another language: %j', (text) => {
    expect(withHookBlock(text, PROGRAM)).toBeNull();
  });
});

describe("the command in lefthook's settings", () => {
  const command = JSON.stringify(HOOK_COMMAND);

  test.each([
    ['an empty file', '', `${LEFTHOOK_LINES}\n`],
    ['other hooks only', 'pre-push:\n  commands:\n    test:\n      run: npm test\n', `pre-push:\n  commands:\n    test:\n      run: npm test\npre-commit: { commands: { coord: { run: ${command} } } }\n`],
    ['other commands', 'pre-commit:\n  parallel: true  # fast\n  commands:\n    lint:\n      run: eslint .\n', `pre-commit:\n  parallel: true  # fast\n  commands:\n    lint:\n      run: eslint .\n    coord: { run: ${command} }\n`],
    ['jobs', 'pre-commit:\n  jobs:\n    - run: eslint .\n', `pre-commit:\n  jobs:\n    - run: eslint .\n  commands: { coord: { run: ${command} } }\n`],
  ])('is added to %s', (_, before, after) => {
    expect(withLefthookCommand('lefthook.yml', before)).toEqual({ text: after, change: 'added' });
    expect(withLefthookCommand('lefthook.yml', after)).toEqual({ text: after, change: 'unchanged' });
  });

  test.each([
    ['lefthook.toml', '[pre-commit]\n'],
    ['lefthook.yml', 'pre-commit: [\n'],
    ['lefthook.yml', '- a list\n'],
    ['lefthook.yml', 'pre-commit: &base\n  commands: *other\n'],
  ])('is left to a person in %s: %j', (file, text) => {
    expect(withLefthookCommand(file, text)).toBeNull();
  });
});
