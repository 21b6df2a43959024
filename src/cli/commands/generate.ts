/** What coord starts in a process of its own where the generator is run. The last line it prints is the result. */
import { generate } from '../../app/generate/generate.ts';
import type { Generated } from '../../app/generate/generate.ts';
import type { Ports } from '../../app/ports.ts';
import { NOTHING_TOLD } from '../../core/dispatch/outcome.ts';
import { readGeneration } from '../../core/generate/generation.ts';
import type { Generation } from '../../core/generate/generation.ts';
import type { Refusal } from '../../core/problem/refusal.ts';
import type { GenerateAnswer } from '../../core/schemas/types.ts';
import { describeRefusal } from '../../present/describe-refusal.ts';
import { generationFault, generationLine } from '../../present/agents/generate.ts';
import type { Input, Reply, Say, Screen } from '../command.ts';
import { givenAssignment } from '../given-assignment.ts';
import { refuse } from '../refuse.ts';

/** Bytes of what it is told: words of a person for most. */
const LONGEST = 1024 * 1024;

export async function run(ports: Ports, _: Input, screen: Screen, say: Say): Promise<Reply> {
  const given = await givenAssignment(ports, LONGEST, readGeneration);
  if (!given.ok) return refuse(given.refusal, screen);
  const generation = given.value;
  const answer = await generate(ports, generation, (news) => say(generationLine(news)));
  const data = { type: 'result' as const, ...(answer.ok ? madeEntry(answer.value) : refusedEntry(answer.refusal, generation, screen)), session: generation.session };
  return { exit: data.reason === 'ok' ? 0 : 1, text: JSON.stringify(data), data };
}

type Entry = Omit<GenerateAnswer, 'type' | 'session'>;

function madeEntry({ output, told }: Generated): Entry {
  const message = generationFault(output);
  return { reason: message === null ? 'ok' : 'exit', message, output, tokens: told.tokens, cost_usd: told.cost_usd };
}

/** Whoever ran the generator reads its words. */
function refusedEntry(refused: Refusal, { input }: Generation, screen: Screen): Entry {
  const { message, next } = describeRefusal(refused, screen);
  const { tokens, cost_usd } = NOTHING_TOLD;
  return { reason: 'exit', message: message.split('\n')[0] ?? '', output: { entity: null, refusal: `${message}\n${next}`, set: input.set, written: false, dry_run: input.dry_run, files: [], commands: [] }, tokens, cost_usd };
}
