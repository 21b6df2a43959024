/** What docs/agents.md says of models without a program is what coord does. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { VERBS } from '../../src/cli/verbs.ts';
import { readAssignment } from '../../src/core/dispatch/model/assignment.ts';
import { TOOL_NAMES, toolNames } from '../../src/core/dispatch/model/tools.ts';
import type { RunSpec } from '../../src/app/ports/runner-port.ts';
import { memoryPorts } from '../support/memory-ports.ts';
import { memoryRunner } from '../support/memory-runner.ts';
import { shell } from '../support/shell.ts';

const page = readFileSync(fileURLToPath(new URL('../../docs/agents.md', import.meta.url)), 'utf8');
const [, section = ''] = /\n## A model without a program\n([^]*?)\n## /.exec(page) ?? [];

test('its settings start a conversation with all that they name', async () => {
  const [, settings = ''] = /```yaml\n([^]*?)```/.exec(section) ?? [];
  const specs: RunSpec[] = [];
  const runner = memoryRunner(() => ({ prints: [JSON.stringify({ type: 'result', reason: 'ok', message: null, output: 'Done.', session: 's', turns: 1, tokens: { input: 1, output: 1, cached: 0 }, cost_usd: 0.01 })] }), specs);
  const ports = memoryPorts({ files: { 'deployment/coord.yaml': `protocol: 1\n${settings}` }, runner });
  const { exit, stdout, stderr } = await shell(VERBS, ['run', 'backend'], { ports });
  expect({ exit, stdout, stderr }).toEqual({ exit: 0, stdout: 'Done.\n', stderr: expect.stringContaining('$0.0100 by price') as unknown });
  expect(specs[0]?.argv).toEqual(['/opt/coord/bin/coord.js', 'converse']);
  expect(specs[0]?.env).toEqual(['ANTHROPIC_BASE_URL', 'SHOP_KEY']);
  expect(readAssignment(specs[0]?.stdin ?? '')).toMatchObject({ model: 'claude-opus-5-5', key: 'SHOP_KEY', turns: 40, costUsd: 2, requestsPerMinute: 50, tools: ['read_file', 'search', 'edit_file', 'run_command'], commands: [{ name: 'unit', command: ['npm', 'test'] }] });
});

test('its table has every tool, by all its names', () => {
  const rows = [...section.matchAll(/^\| `(\w+)` \| (.+?) \|/gm)].map(([, tool = '', names = '']) => [tool, [...names.matchAll(/`(\w+)`/g)].map(([, name = '']) => name)] as const);
  expect(rows.map(([tool]) => tool)).toEqual([...TOOL_NAMES]);
  for (const [tool, names] of rows) for (const name of [tool, ...names]) expect(toolNames([name])).toEqual([tool]);
});
