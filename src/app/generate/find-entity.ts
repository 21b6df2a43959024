/** The entity that files are made of: by its file, or made of prose by a model. */
import { againPrompt, describePrompt } from '../../core/generate/describe-prompt.ts';
import type { Generation } from '../../core/generate/generation.ts';
import { modelForm } from '../../core/generate/model-form.ts';
import { printEntity } from '../../core/generate/print-entity.ts';
import { readEntity } from '../../core/generate/read-entity.ts';
import { NOTHING_TOLD, isOk } from '../../core/dispatch/outcome.ts';
import type { Outcome, Told } from '../../core/dispatch/outcome.ts';
import { jsonOf } from '../../core/dispatch/runtimes/json-lines.ts';
import { done, refused } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import { repositoryPath } from '../../core/repository-path.ts';
import type { EntityDocument } from '../../core/schemas/types.ts';
import { askRuntime } from '../agents/ask-runtime.ts';
import type { Ports } from '../ports.ts';
import type { FileChange } from '../ports/writer-port.ts';

export interface FoundEntity {
  readonly entity: EntityDocument;
  /** Where it is to be kept; null: it has a file already, or needs none. */
  readonly kept: FileChange | null;
  /** What asking a model took. */
  readonly told: Told;
}

/** `reserved`: names that the set cannot do with. */
export async function findEntity(ports: Ports, generation: Generation, reserved: readonly string[], tell: (line: string) => void): Promise<Result<FoundEntity>> {
  const { entity: typed, describe } = generation.input;
  if (typed === '' && describe.trim() === '') return badInput('--entity is needed, or --describe');
  const path = typed === '' ? null : repositoryPath(ports.location.root, generation.cwd, typed);
  if (typed !== '' && (path === null || path === '')) return badInput(`--entity should be a file of this repository, not "${typed}"`);
  if (describe.trim() !== '') return described(ports, generation, { reserved, path, tell });
  const text = await ports.files.read(path ?? '');
  if (text === null) return badInput(`there is no file ${path ?? ''} in this repository`);
  return read(text, path ?? '', reserved);
}

const badInput = (fault: string): Result<never> => refused('bad-input', { agent: 'generator', fault });

function read(text: string, source: string, reserved: readonly string[]): Result<FoundEntity> {
  const reading = readEntity(text, source, reserved);
  return 'entity' in reading ? done({ entity: reading.entity, kept: null, told: NOTHING_TOLD }) : refused('bad-entity', { source, problems: reading.problems });
}

interface Describing {
  readonly reserved: readonly string[];
  /** Where it is to be kept; null: nowhere. */
  readonly path: string | null;
  readonly tell: (line: string) => void;
}

async function described(ports: Ports, { input, model, session, grounds }: Generation, { reserved, path, tell }: Describing): Promise<Result<FoundEntity>> {
  if (model === null) return badInput('--describe needs a model: name a runtime of coord.yaml that asks one, by --model or as model of its runtime');
  const view = await ports.store.open();
  if (!view.ok) return view;
  const output = modelForm(jsonOf((await ports.adoption.packaged('schemas/entity.schema.json')) ?? ''));
  const ask = (prompt: string): Promise<Result<Outcome>> => askRuntime(ports, view.value.survey.config, { agent: grounds.agent, runtime: model, prompt, output, session }, tell);
  const found = await askTwice(ask, model, describePrompt(input.describe, reserved), reserved);
  if (!found.ok) return found;
  const { entity, told } = found.value;
  return done({ entity, kept: path === null ? null : { path, text: printEntity(entity) }, told });
}

/** What is wrong with an answer is told once: patterns and what belongs together are in no form that models are held to. */
async function askTwice(ask: (prompt: string) => Promise<Result<Outcome>>, model: string, prompt: string, reserved: readonly string[]): Promise<Result<Pick<FoundEntity, 'entity' | 'told'>>> {
  let [words, spent] = [prompt, NOTHING_TOLD];
  for (let tries = 1; ; tries++) {
    const asked = await ask(words);
    if (!asked.ok) return asked;
    const { reason, message, output } = asked.value;
    if (!isOk(asked.value)) return refused('not-described', { runtime: model, reason, message });
    spent = tries === 1 ? asked.value : together(spent, asked.value);
    const answer = JSON.stringify(output, null, 2);
    const reading = readEntity(answer, `the answer of ${model}`, reserved);
    if ('entity' in reading) return done({ entity: reading.entity, told: spent });
    if (tries === 2) return refused('bad-entity', { source: `the answer of ${model}`, problems: reading.problems });
    words = againPrompt(prompt, answer, reading.problems);
  }
}

/** Where one of them is unknown, so is the sum. */
function together(one: Told, other: Told): Told {
  const tokens = one.tokens === null || other.tokens === null ? null : { input: one.tokens.input + other.tokens.input, output: one.tokens.output + other.tokens.output, cached: one.tokens.cached + other.tokens.cached };
  return { ...other, tokens, cost_usd: one.cost_usd === null || other.cost_usd === null ? null : one.cost_usd + other.cost_usd };
}
