/** What a label or a column says of an agent. */
import { oneLine } from './clean-text.ts';
import type { OpenAgent } from './findings.ts';
import { hoursIn } from './hours.ts';
import type { Inline } from './outline.ts';
import { pathsIn } from './paths.ts';
import type { AGENT_FIELDS } from './vocabulary.ts';

export type AgentField = keyof typeof AGENT_FIELDS;

const MANY = new Set<AgentField>(['skills', 'expertise', 'tools', 'responsibilities', 'outputs', 'criteria']);

export function setAgentField(agent: OpenAgent, field: AgentField, inline: Inline): void {
  const text = oneLine(inline.text);
  if (text === '') return;
  if (field === 'owns') agent.owns.push(...pathsIn(inline).paths.filter((path) => !agent.owns.includes(path)));
  else if (MANY.has(field)) addItems(agent[field as 'skills'], text, field);
  else if (field === 'branch') agent.branch ??= branchPattern(inline.code[0] ?? text);
  else if (field === 'hours') agent.hours ??= hoursIn(text);
  else if (field !== 'phase') agent[field as 'role'] ??= text;
}

function addItems(list: string[], text: string, field: AgentField): void {
  const parts = field === 'skills' || field === 'expertise' || field === 'tools' ? text.split(/\s*[,;、，]\s*(?![^()]*\))/u) : [text];
  for (const part of parts) if (part !== '' && !list.includes(part)) list.push(part);
}

/** A branch alone is whose all its work is; a folder of branches gets a task each. */
function branchPattern(text: string): string | null {
  const name = text.trim();
  if (!/^[\w./{}*-]+$/.test(name)) return null;
  return name.replace(/\/(?:\*+)?$/, '/{task}');
}
