/** Adopts coord in a repository: the workspace folder, the section in AGENTS.md, the hook. Nothing that is there is overwritten. */
import type { Change } from '../../core/adoption/marked-block.ts';
import { fillMarks, fillNames, markedDays } from '../../core/adoption/fill-marks.ts';
import type { TemplateFacts } from '../../core/adoption/fill-marks.ts';
import { ownTemplate } from '../../core/adoption/own-template.ts';
import { dayNumber, firstDay } from '../../core/adoption/shift-days.ts';
import { LOCAL_SCHEMAS, withModeline, workspaceFiles } from '../../core/adoption/workspace-files.ts';
import type { NewFile } from '../../core/adoption/workspace-files.ts';
import { printText } from '../../core/documents/print-scalar.ts';
import { nearest } from '../../core/nearest.ts';
import { nameOf } from '../../core/relative-path.ts';
import { done, refused } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import { installHook } from './hook-install.ts';
import type { HookInstalled } from './hook-install.ts';
import { mainWorkTree } from '../main-work-tree.ts';
import { installMergeDriver } from './merge-driver-install.ts';
import { planPages } from './plan-pages.ts';
import type { Page } from './plan-pages.ts';
import type { Ports } from '../ports.ts';
import type { FileChange, TextFiles } from '../ports/writer-port.ts';

export interface InitRequest {
  /** Name of a template; null for the bare one, or the folder's. */
  readonly template: string | null;
  /** A folder to take as a template, as typed. */
  readonly from: string | null;
  /** The day on which the template's first one falls; null: its own, or the same weekday from today on. */
  readonly start: string | null;
  readonly folder: string | null;
  readonly hook: boolean;
  readonly mergeDriver: boolean;
}

export interface Adopted {
  /** Nothing but an example was made. */
  readonly isBare: boolean;
  readonly folder: string;
  /** The day on which its first marked date falls; null: it has none. */
  readonly begins: string | null;
  /** The folder stood before. */
  readonly stood: boolean;
  /** coord.yaml stood before, so the folder was left as it is. */
  readonly settled: boolean;
  /** Repository-relative paths of what was made, and of what stood in its place and was left. */
  readonly made: readonly string[];
  readonly kept: readonly string[];
  /** The files that agents read first, and what was done to them. */
  readonly pages: readonly Page[];
  readonly hook: HookInstalled | null;
  /** What was done to .gitattributes, where merging field by field was asked for. */
  readonly mergeDriver: Change | null;
}

type InitPorts = Pick<Ports, 'clock' | 'location' | 'files' | 'writer' | 'adoption' | 'git' | 'caller'>;

export async function init(ports: InitPorts, request: InitRequest): Promise<Result<Adopted>> {
  const checked = await check(ports, request);
  if (!checked.ok) return checked;
  const { folder } = checked.value;
  const facts = { folder, project: printText(nameOf(mainWorkTree(ports.location))) };
  const fresh = await templateFiles(ports, request, facts);
  if (!fresh.ok) return fresh;
  const section = fillNames(await ports.adoption.agentsSection(), facts);
  const written = await ports.writer.write(async (files) => {
    const workspace = await planWorkspace(files, folder, fresh.value.files);
    const pages = await planPages(files, section);
    const value = { isBare: templateOf(request) === BARE, folder, begins: fresh.value.begins, ...workspace, pages: pages.map(({ page }) => page) };
    return done({ changes: [...pages.flatMap(({ write }) => write ?? []), ...workspace.changes], value });
  });
  if (!written.ok) return written;
  const kept = request.folder === null ? done(undefined) : await ports.adoption.keepFolder(folder);
  if (!kept.ok) return kept;
  const { changes, ...adopted } = written.value;
  const hook = request.hook ? await installHook(ports) : done(null);
  if (!hook.ok) return hook;
  const mergeDriver = request.mergeDriver ? await installMergeDriver(ports, folder) : done(null);
  return mergeDriver.ok ? done({ ...adopted, made: changes.map(({ path }) => path), hook: hook.value, mergeDriver: mergeDriver.value }) : mergeDriver;
}

async function check({ location, files, adoption }: InitPorts, { template, from, start, folder }: InitRequest): Promise<Result<{ folder: string }>> {
  if (template !== null && from !== null) return refused('usage', { message: '--template and --from exclude each other', verb: 'init' });
  const templates = (await adoption.templates()).map(({ name }) => name);
  if (template !== null && !templates.includes(template)) return refused('bad-template', { name: template, nearest: nearest(template, templates), templates });
  if (start !== null && dayNumber(start) === null) return refused('bad-value', { option: '--start', value: start, expected: 'a date such as 2026-01-05' });
  if (folder !== null && !/^[A-Za-z0-9_][\w.-]*$/.test(folder)) return refused('bad-value', { option: '--folder', value: folder, expected: 'the name of a folder at the root of the repository, such as plan' });
  if (folder !== null && folder !== location.folder && (await files.has(`${location.folder}/coord.yaml`))) return refused('bad-value', { option: '--folder', value: folder, expected: `${location.folder}, where the workspace of this repository is` });
  return done({ folder: folder ?? location.folder });
}

const BARE = 'bare';

/** null: a folder of somebody's own. */
function templateOf({ template, from }: InitRequest): string | null {
  return template ?? (from === null ? BARE : null);
}

interface Filled {
  readonly files: readonly NewFile[];
  readonly begins: string | null;
}

async function templateFiles({ adoption, files, caller, clock }: InitPorts, request: InitRequest, facts: TemplateFacts): Promise<Result<Filled>> {
  const { from } = request;
  const found = from === null ? await adoption.template(templateOf(request) ?? BARE) : await adoption.templateAt(from, caller.cwd);
  const marked = found.flatMap(markedDays);
  const begins = marked.length === 0 ? null : (request.start ?? firstDay(marked, clock.now().toISOString().slice(0, 10)));
  const start = request.start ?? begins;
  const made = from === null ? done(workspaceFiles(fillMarks(found, facts, start))) : ownTemplate({ from, files: found }, facts, start);
  if (!made.ok) return made;
  return done({ files: (await files.has(LOCAL_SCHEMAS)) ? made.value.map(withModeline) : made.value, begins });
}

interface WorkspacePlan {
  readonly stood: boolean;
  readonly settled: boolean;
  readonly kept: readonly string[];
  readonly changes: readonly FileChange[];
}

/** An example beside tasks of one's own would only be in the way. */
async function planWorkspace(files: TextFiles, folder: string, fresh: readonly NewFile[]): Promise<WorkspacePlan> {
  const stood = await files.has(folder);
  if (await files.has(`${folder}/coord.yaml`)) return { stood, settled: true, kept: [], changes: [] };
  const hasTasks = (await files.list(`${folder}/tasks`)).some((path) => /\.ya?ml$/i.test(path));
  const wanted = fresh.filter(({ path }) => !(hasTasks && path.startsWith('tasks/EXAMPLE-'))).map(({ path, text }) => ({ path: `${folder}/${path}`, text }));
  const found = await Promise.all(wanted.map(({ path }) => files.has(path)));
  return { stood, settled: false, kept: wanted.filter((_, index) => found[index]).map(({ path }) => path), changes: wanted.filter((_, index) => !found[index]) };
}
