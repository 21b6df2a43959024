/** Which agents can be run, and what one of them takes. */
import type { RunnableAgent } from '../../app/agents/runnable.ts';
import type { InputFlag } from '../../core/dispatch/inputs/input-flags.ts';
import { isOwnKind } from '../../core/dispatch/own-kinds.ts';
import { plain, say } from '../text/plain.ts';

export function runnableText(agents: readonly RunnableAgent[], isOne: boolean): string {
  const [only] = agents;
  if (isOne && only !== undefined) return one(only);
  const able = agents.filter(({ runtime }) => runtime !== null);
  if (able.length === 0) return 'No agent can be run: give one a runtime, and define it in runtimes of coord.yaml.';
  const longest = Math.max(...able.map(({ id }) => id.length));
  const lines = able.map(({ id, runtime, kind, description }) => `  ${plain(id).padEnd(longest)}  ${say`${runnerOf({ runtime, kind })}${description === null ? '' : `: ${description}`}`}`);
  return [...lines, '', 'What one takes: coord run <agent> --help'].join('\n');
}

function one({ id, runtime, kind, description, flags }: RunnableAgent): string {
  const by = runtime === null ? 'Nothing runs it: it names no runtime that coord.yaml defines.' : say`Run by ${runnerOf({ runtime, kind })}${kind === runtime ? '' : ` (${kind ?? ''})`}.`;
  const longest = Math.max(0, ...flags.map((flag) => usage(flag).length));
  const lines = flags.map((flag) => `  ${plain(usage(flag)).padEnd(longest)}  ${meaning(flag)}`.trimEnd());
  const head = say`coord run ${id}${flags.length === 0 ? '' : ' [input]'} [options]`;
  return [head, ...(description === null ? [] : [plain(description)]), by, '', ...(lines.length === 0 ? ['It takes no input.'] : lines), '', 'With every agent: --task <id>  --model <name>  --timeout <time>'].join('\n');
}

/** Coord itself, or what coord.yaml calls it. */
function runnerOf({ runtime, kind }: Pick<RunnableAgent, 'runtime' | 'kind'>): string {
  return kind !== null && isOwnKind(kind) ? 'coord' : (runtime ?? '');
}

const usage = ({ flag, kind, isList }: InputFlag): string => `${flag}${kind === 'boolean' ? '' : ` <${kind === 'string' ? 'text' : kind === 'number' ? 'number' : 'whole number'}>`}${isList ? ' ...' : ''}`;

function meaning({ schema, isRequired, isList }: InputFlag): string {
  const notes = [
    ...(isRequired ? ['needed'] : []),
    ...(schema.values === null ? [] : [schema.values.map((value) => JSON.stringify(value)).join(', ')]),
    ...(schema.otherwise === undefined ? [] : [`default ${JSON.stringify(schema.otherwise)}`]),
    ...(isList ? ['once for each'] : []),
  ];
  return say`${schema.description ?? ''}${notes.length === 0 ? '' : ` (${notes.join('; ')})`}`.trim();
}
