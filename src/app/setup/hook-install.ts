/** Puts the check before a commit where this repository keeps its hooks: husky, lefthook, or plain git. */
import { HOOK_COMMAND, withHookBlock } from '../../core/adoption/hook-block.ts';
import { LEFTHOOK_FILES, LEFTHOOK_LINES, withLefthookCommand } from '../../core/adoption/lefthook-command.ts';
import type { Change } from '../../core/adoption/marked-block.ts';
import { done } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import { hookRuns } from './hook-runs.ts';
import type { HookKeeper } from './hook-runs.ts';
import { ownProgram } from './own-program.ts';
import type { Location, Ports } from '../ports.ts';

export type HookInstalled =
  | { readonly by: HookKeeper; readonly path: string; readonly change: Change; /** False: git does not call it in this clone yet. */ readonly runs: boolean }
  /** It has to be put in by a person: `reason` ends a sentence, `lines` are what to add. */
  | { readonly by: 'hand'; readonly path: string; readonly reason: string; readonly lines: string };

type HookPorts = Pick<Ports, 'location' | 'files' | 'writer' | 'adoption'>;

export async function installHook(ports: HookPorts): Promise<Result<HookInstalled>> {
  const { root, commonDir } = ports.location;
  if (await ports.files.has('.husky')) return intoScript(ports, 'husky', `${root}/.husky/pre-commit`, null);
  for (const file of LEFTHOOK_FILES) if (await ports.files.has(file)) return intoLefthook(ports, file);
  const folder = await ports.adoption.hooksFolder();
  const path = `${folder}/pre-commit`;
  const isOurs = [root, commonDir].some((own) => folder.startsWith(`${own}/`));
  return isOurs ? intoScript(ports, 'git', path, folder.startsWith(`${commonDir}/`) ? await ownProgram(ports) : null) : done({ by: 'hand', path, reason: 'it lies outside of this repository, so others use it too', lines: HOOK_COMMAND });
}

/** `program`: null for a hook that is committed, so that others' clones run it too. */
async function intoScript(ports: HookPorts, by: 'husky' | 'git', path: string, program: string | null): Promise<Result<HookInstalled>> {
  const { location, adoption } = ports;
  const shown = within(location, path);
  const marked = withHookBlock(await adoption.readHook(path), program);
  if (marked === null) return done({ by: 'hand', path: shown, reason: 'it is not a shell script', lines: 'git-coord validate --staged' });
  const installed = { by, path: shown, change: marked.change, runs: await hookRuns(ports, by) };
  if (marked.change === 'unchanged') return done(installed);
  const written = await adoption.writeHook(path, marked.text);
  return written.ok ? done(installed) : written;
}

async function intoLefthook(ports: HookPorts, file: string): Promise<Result<HookInstalled>> {
  const runs = await hookRuns(ports, 'lefthook');
  return ports.writer.write<HookInstalled>(async (files) => {
    const marked = withLefthookCommand(file, (await files.read(file)) ?? '');
    if (marked === null) return done({ changes: [], value: { by: 'hand', path: file, reason: 'coord cannot tell where in it the command goes', lines: LEFTHOOK_LINES } });
    const changes = marked.change === 'unchanged' ? [] : [{ path: file, text: marked.text }];
    return done({ changes, value: { by: 'lefthook', path: file, change: marked.change, runs } });
  });
}

function within({ root }: Location, path: string): string {
  return path.startsWith(`${root}/`) ? path.slice(root.length + 1) : path;
}
