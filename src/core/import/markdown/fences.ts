/** Fences that hold part of the plan: YAML and JSON of tasks, flowcharts, lines that call an agent. Others are samples. */
import { oneLine } from './clean-text.ts';
import { at } from './context.ts';
import type { Context } from './context.ts';
import { takeData } from './data-work.ts';
import type { Findings } from './findings.ts';
import { readFlow } from './mermaid.ts';
import { readGantt } from './mermaid-gantt.ts';
import type { Fence } from './outline.ts';
import { readData } from './read-data.ts';

const DATA = new Set(['yaml', 'yml', 'json', 'json5', 'jsonc', 'toml', '']);
const SPOKEN = new Set(['bash', 'sh', 'shell', 'zsh', 'console', 'text', 'txt', 'plaintext', '']);
/** A fence of more is no plan: reading it would take more than a moment. */
const LONGEST = 200_000;

export function takeFence(fence: Fence, context: Context, found: Findings): void {
  const { language, text, line } = fence;
  const isTaken = !context.noWork && text.length <= LONGEST && (takeChart(fence, context, found) || (DATA.has(language) && takeData(readData(text, ''), line + 1, context, found)) || (SPOKEN.has(language) && takeInvocations(text.split('\n'), line + 1, context, found)));
  if (!isTaken) found.leave(text, 'sample', at(context, line), 'sure');
}

function takeChart({ language, text, line }: Fence, { file, above }: Context, found: Findings): boolean {
  if (language !== 'mermaid' && language !== '') return false;
  const bars = readGantt(text, line + 1);
  if (bars !== null && bars.length > 0) found.gantts.push({ bars, file });
  if (bars !== null) return bars.length > 0;
  const flow = readFlow(text, line + 1);
  if (flow === null || flow.edges.length === 0) return false;
  found.flows.push({ flow, file, line, above });
  return true;
}

/** `@agent-name do this`: each such line is a task of that agent. */
export function takeInvocations(lines: readonly string[], first: number, context: Context, found: Findings): boolean {
  let any = false;
  lines.forEach((line, index) => {
    const call = /^\s*(?:[$>#-]\s+)?@((?:agent-)?[\p{L}][\p{L}\p{N}_-]*)\s+(\S+\s+\S+.*)$/u.exec(line);
    if (call === null) return;
    const [, handle = '', words = ''] = call;
    const name = found.resolve(handle.replace(/^agent-/, ''));
    if (name === null && !handle.startsWith('agent-')) return;
    const agent = name ?? found.agentCalled(handle.replace(/^agent-/, ''), at(context, first + index), 'likely').name;
    found.addTask({ id: null, title: oneLine(words).slice(0, 500), agent, phase: context.phase, group: context.group, origin: at(context, first + index), sureness: 'sure' });
    any = true;
  });
  return any;
}
