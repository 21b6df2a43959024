/** What keys of the board do: the verbs, as if they had been typed. */
import type { Ports } from '../app/ports.ts';
import type { ItemAsk } from '../core/board/board-state.ts';
import { EnvironmentFailure } from '../core/problem/environment-failure.ts';
import { describeRefusal } from '../present/describe-refusal.ts';
import type { Input, Refused, Reply, Screen } from './command.ts';

/** What the verb says. */
export async function act(ask: ItemAsk, ports: Ports, screen: Screen): Promise<string> {
  try {
    const { run, ...words } = await verbFor(ask);
    const { text, refused } = await run(ports, { ...words, as: screen.as, json: false }, screen);
    return refused === undefined ? text : reason(refused);
  } catch (error) {
    if (error instanceof EnvironmentFailure) return reason({ refusal: error.refusal, screen });
    throw error;
  }
}

function reason({ refusal, screen }: Refused): string {
  const { message, next } = describeRefusal(refusal, screen);
  return `${message}\n${next}`;
}

interface Typed extends Pick<Input, 'args' | 'options'> {
  readonly run: (ports: Ports, input: Input, screen: Screen) => Promise<Reply>;
}

async function verbFor({ do: does, item: { kind, name } }: ItemAsk): Promise<Typed> {
  if (does === 'open') return verbToOpen(kind, name);
  if (does === 'claim') return { run: (await import('./commands/claim.ts')).run, args: [name], options: {} };
  if (kind === 'handoff') return { run: (await import('./commands/handoff/ack.ts')).run, args: [name], options: {} };
  return { run: (await import('./commands/unblock.ts')).run, args: [name], options: { ack: true } };
}

async function verbToOpen(kind: ItemAsk['item']['kind'], name: string): Promise<Typed> {
  switch (kind) {
    case 'task':
    case 'held':
      return { run: (await import('./commands/show.ts')).run, args: [name], options: { budget: '5000' } };
    case 'handoff':
      return { run: (await import('./commands/handoff/show.ts')).run, args: [name], options: { budget: '5000' } };
    case 'agent':
      return { run: (await import('./commands/list.ts')).run, args: [], options: { agent: name, status: 'todo,in_progress,review' } };
    case 'blocker':
      return { run: (await import('./commands/status.ts')).run, args: [], options: { blockers: true } };
  }
}
