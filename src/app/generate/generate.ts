/** Makes files of an entity by a set of templates, all or none, and runs what the set says. */
import type { Told } from '../../core/dispatch/outcome.ts';
import { outsideGrounds } from '../../core/dispatch/scope.ts';
import type { Verifier } from '../../core/documents/verifier.ts';
import { diffLines } from '../../core/generate/diff-lines.ts';
import { entityValues } from '../../core/generate/entity-values.ts';
import { hasFailed } from '../../core/generate/generated.ts';
import type { Generation } from '../../core/generate/generation.ts';
import { renderSet } from '../../core/generate/render-set.ts';
import { EnvironmentFailure } from '../../core/problem/environment-failure.ts';
import { done, refused } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import type { GeneratedOutput } from '../../core/schemas/types.ts';
import { findEntity } from './find-entity.ts';
import { findSet } from './find-set.ts';
import { processesFor } from '../jobs/processes-for.ts';
import type { Ports } from '../ports.ts';
import type { FileChange, TextFiles } from '../ports/writer-port.ts';

type File = GeneratedOutput['files'][number];
type Command = GeneratedOutput['commands'][number];

/** What goes on, for whoever looks on. */
export type GenerationNews = { readonly is: 'said'; readonly line: string } | { readonly is: 'placed'; readonly files: readonly File[] } | { readonly is: 'runs'; readonly command: Verifier } | { readonly is: 'ran'; readonly command: Command };

export interface Generated {
  readonly output: GeneratedOutput;
  readonly told: Told;
}

type TellNews = (news: GenerationNews) => void;

export async function generate(ports: Ports, generation: Generation, tell: TellNews): Promise<Result<Generated>> {
  try {
    return await generateAll(ports, generation, tell);
  } catch (error) {
    // A path behind a link that leads out, a file that is no text: told like all else that keeps files from being made.
    if (error instanceof EnvironmentFailure) return { ok: false, refusal: error.refusal };
    throw error;
  }
}

async function generateAll(ports: Ports, generation: Generation, tell: TellNews): Promise<Result<Generated>> {
  const { input } = generation;
  const found = await findSet(ports, input.set);
  if (!found.ok) return found;
  const { name, folder, set, templates } = found.value;
  const described = await findEntity(ports, generation, set.reserved, (line) => tell({ is: 'said', line }));
  if (!described.ok) return described;
  const { entity, kept, told } = described.value;
  const into = intoOf(input.into, set.into);
  if (into === null) return refused('bad-input', { agent: 'generator', fault: `--into should be a folder such as packages/shop, not "${input.into}"` });
  const rendered = renderSet(set, templates, entityValues(entity, into));
  if ('faults' in rendered) return refused('bad-set', { set: name, folder, problems: [], faults: rendered.faults });
  const placed = await place(ports, [...(kept === null ? [] : [kept]), ...rendered.files], generation);
  if (!placed.ok) return placed;
  const { files, isWritten } = placed.value;
  tell({ is: 'placed', files });
  const commands = isWritten ? await runAll(ports, rendered.commands, generation.session, tell) : [];
  return done({ output: { entity: { ...entity }, refusal: null, set: name, written: isWritten, dry_run: input.dry_run, files: [...files], commands: [...commands] }, told });
}

/** null: it is no folder that can stand in a path. */
function intoOf(typed: string, otherwise: string): string | null {
  const folder = typed.replace(/^(?:\.\/+)+/, '').replace(/\/+$/, '');
  if (folder === '') return typed === '' ? otherwise : null;
  return /^[A-Za-z0-9_-][A-Za-z0-9_.-]*(?:\/[A-Za-z0-9_-][A-Za-z0-9_.-]*)*$/.test(folder) ? folder : null;
}

interface Placed {
  readonly files: readonly File[];
  readonly isWritten: boolean;
}

/** Under the workspace's lock, so that what is compared is what is written over. */
function place({ writer }: Ports, changes: readonly FileChange[], { input, grounds }: Generation): Promise<Result<Placed>> {
  return writer.write(
    async (texts) => {
      const outside = outsideGrounds(await Promise.all(changes.map(async ({ path }) => ({ path, isNew: !(await texts.has(path)) }))), grounds);
      if (outside.length > 0) return refused('out-of-bounds', { agent: grounds.agent, paths: outside });
      const files: File[] = [];
      for (const change of changes) {
        const file = await compared(texts, change);
        if (!file.ok) return file;
        files.push(file.value);
      }
      const isHeldBack = input.dry_run || (!input.force && files.some(({ was }) => was === 'different'));
      const written = isHeldBack ? [] : changes.filter((_, index) => files[index]?.was !== 'same');
      return done({ changes: written, value: { files, isWritten: !isHeldBack } });
    },
    { alone: true },
  );
}

async function compared(texts: TextFiles, { path, text }: FileChange): Promise<Result<File>> {
  const before = await texts.read(path);
  if (before === null && (await texts.has(path))) return refused('edit-refused', { file: path, reason: 'what stands there is a folder or a link' });
  if (before === null) return done({ path, was: 'absent', diff: [] });
  return done(before === text ? { path, was: 'same', diff: [] } : { path, was: 'different', diff: [...diffLines(before, text)] });
}

/** Up to the first that fails: later ones may build on it. They see no keys of models. */
async function runAll(ports: Ports, commands: readonly Verifier[], session: string, tell: TellNews): Promise<readonly Command[]> {
  const processes = processesFor(ports, session);
  const ran: Command[] = [];
  for (const command of commands) {
    tell({ is: 'runs', command });
    const { exitCode, timedOut, seconds, tail } = await processes.run(command.command, { cwd: ports.location.root, timeoutSeconds: command.timeoutSeconds });
    const one: Command = { name: command.name, command: [...command.command], exit_code: exitCode, timed_out: timedOut, seconds, tail };
    tell({ is: 'ran', command: one });
    ran.push(one);
    if (hasFailed(one)) break;
  }
  return ran;
}
