/** An agent's own file: agents/<id>.md. */
import type { Place } from '../model.ts';
import { problem } from '../problem/problem.ts';
import type { Problem } from '../problem/problem.ts';
import type { AgentDocument } from '../schemas/types.ts';
import { validateAgent } from '../schemas/validators.js';
import { faultOfAgentId } from './agent-id.ts';
import { conform } from './conform.ts';
import { checkPaths } from './field-checks.ts';
import { placeIn } from './source-text.ts';
import type { Source } from './source-text.ts';

export interface AgentBrief {
  readonly id: string;
  readonly fields: AgentDocument;
  readonly brief: string;
  readonly place: Place;
}

export function readAgentBrief(value: unknown, body: string, source: Source): { brief: AgentBrief | null; problems: readonly Problem[] } {
  const place = placeIn(source);
  const id = source.file.slice(source.file.lastIndexOf('/') + 1).replace(/\.md$/, '');
  if (value === null) {
    const facts = { field: '', expected: 'front matter between two lines ---', got: 'none' };
    return { brief: null, problems: [problem('schema-violation', { file: source.file, offset: 0, length: 1 }, facts)] };
  }
  const fault = faultOfAgentId(id);
  if (fault !== null) return { brief: null, problems: [problem('invalid-agent-id', { file: source.file, offset: 0, length: 1 }, { id, reason: fault })] };
  const conformed = conform<AgentDocument>(validateAgent, value, place);
  if (conformed.value === null) return { brief: null, problems: conformed.problems };
  const paths = checkPaths(conformed.value.owns ?? [], 'owns', (index) => place(['owns', index]));
  return { brief: { id, fields: conformed.value, brief: body.trim(), place: { file: source.file, pointer: [] } }, problems: [...conformed.problems, ...paths] };
}
