import type { Assignment } from '../../src/core/dispatch/model/assignment.ts';
import { TOOL_NAMES } from '../../src/core/dispatch/model/tools.ts';

/** All that a conversation may be told, without bounds. */
export const ASSIGNMENT: Assignment = {
  prompt: 'Do it.',
  model: 'big',
  key: 'SHOP_KEY',
  session: 's-1',
  turns: null,
  costUsd: null,
  prices: { big: { input: 2, output: 10 } },
  requestsPerMinute: 50,
  recalls: true,
  tools: TOOL_NAMES,
  commands: [{ name: 'unit', command: ['npm', 'test'], timeoutSeconds: 60 }],
  output: null,
  grounds: { agent: 'backend', writes: [], task: { id: 'API-1', artifacts: [], files: ['api/**'], file: 'deployment/tasks/API-1.yaml' }, territory: { owned: [{ glob: 'web/**', owner: 'frontend' }], folder: 'deployment' } },
};
