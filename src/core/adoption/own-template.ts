/** A folder of somebody's own as a template: what was done there is not done here, and its dates may be moved. */
import { editYaml } from '../documents/edit-yaml.ts';
import type { Edit } from '../documents/edit-yaml.ts';
import { readFile } from '../documents/read-file.ts';
import { readYaml } from '../documents/read-yaml.ts';
import { faultOfId } from '../documents/task-id.ts';
import { isRecord } from '../documents/with-value.ts';
import type { Pointer, Task } from '../model.ts';
import { done, refused } from '../problem/refusal.ts';
import type { Result } from '../problem/refusal.ts';
import { fillMarks, markedDays } from './fill-marks.ts';
import type { TemplateFacts } from './fill-marks.ts';
import { shifted } from './shift-days.ts';
import { LIST_OF_TASKS, workspaceFiles } from './workspace-files.ts';
import type { NewFile } from './workspace-files.ts';

export interface OwnTemplate {
  /** What the folder is called, for messages. */
  readonly from: string;
  readonly files: readonly NewFile[];
}

/** `start`: where the first date is to fall. The marked dates move; where none is marked, starts of phases and deadlines do. */
export function ownTemplate({ from, files }: OwnTemplate, facts: TemplateFacts, start: string | null): Result<readonly NewFile[]> {
  const filled = fillMarks(files, facts, start);
  const fault = filled.map(listFault).find((found) => found !== null) ?? null;
  if (fault !== null) return refused('template-unusable', { path: `${from}/${LIST_OF_TASKS}`, reason: fault });
  const made = workspaceFiles(filled);
  const twice = firstTwice(made.map(({ path }) => path));
  if (twice !== null) return refused('template-unusable', { path: `${from}/${twice}`, reason: 'two of its tasks would be written there' });
  const dates = made.map(datesOf);
  const isMoved = start !== null && !files.some((file) => markedDays(file).length > 0);
  const move = isMoved ? shifted(dates.flat().map(({ value }) => value.slice(0, DATE)), start) : null;
  return edited(from, made.map((file, index) => ({ file, edits: [...leftOvers(file), ...(move === null ? [] : (dates[index] ?? []).map((date) => movedDate(date, move)))] })));
}

const DATE = 'YYYY-MM-DD'.length;

/** Its entries become names of files, so their ids must be sound. */
function listFault({ path, text }: NewFile): string | null {
  if (path !== LIST_OF_TASKS) return null;
  const { value } = readYaml(text, path);
  if (!Array.isArray(value)) return 'it is no list of tasks';
  const faults = value.map((item: unknown, index) => {
    if (!isRecord(item) || typeof item['id'] !== 'string') return `its entry ${index + 1} has no id`;
    const fault = faultOfId(item['id']);
    return fault === null ? null : `${item['id']} cannot be an id: ${fault}`;
  });
  return faults.find((fault) => fault !== null) ?? null;
}

function firstTwice(paths: readonly string[]): string | null {
  const seen = new Set<string>();
  return paths.find((path) => seen.size === seen.add(path.toLowerCase()).size) ?? null;
}

interface WrittenDate {
  readonly pointer: Pointer;
  readonly value: string;
}

function datesOf({ path, text }: NewFile): readonly WrittenDate[] {
  const { config, tasks = [] } = readFile(inFolder(path), text, FOLDER);
  const starts = (config?.phases ?? []).map(({ start }, index) => ({ pointer: ['phases', index, 'start'], value: start ?? '' }));
  const deadlines = tasks.map(({ deadline, place }) => ({ pointer: [...(place.pointer ?? []), 'deadline'], value: deadline ?? '' }));
  return [...starts, ...deadlines].filter(({ value }) => value !== '');
}

/** The time of day stays. */
function movedDate({ pointer, value }: WrittenDate, move: (date: string) => string): Edit {
  return { pointer, value: move(value.slice(0, DATE)) + value.slice(DATE) };
}

/** What was cancelled there is not wanted here either. */
function leftOvers({ path, text }: NewFile): readonly Edit[] {
  return (readFile(inFolder(path), text, FOLDER).tasks ?? []).filter(({ status }) => status !== 'cancelled').flatMap(leftOver);
}

function leftOver({ status, progress, started, completed, proof, approval, place }: Task): readonly Edit[] {
  const left = Object.entries({ progress, started, completed, proof, approval }).filter(([, value]) => value !== null);
  const names = [...(status === 'todo' ? [] : [['status', 'todo'] as const]), ...left.map(([name]) => [name, null] as const)];
  return names.map(([name, value]) => ({ pointer: [...(place.pointer ?? []), name], value }));
}

interface Edits {
  readonly file: NewFile;
  readonly edits: readonly Edit[];
}

function edited(from: string, all: readonly Edits[]): Result<readonly NewFile[]> {
  const texts: NewFile[] = [];
  for (const { file, edits } of all) {
    const { path, text } = file;
    const outcome = /\.ya?ml$/i.test(path) ? editYaml(text, edits) : { ok: true as const, text };
    if (!outcome.ok) return refused('template-unusable', { path: `${from}/${path}`, reason: outcome.reason });
    texts.push({ path, text: outcome.text });
  }
  return done(texts);
}

/** Records are read by their path in a workspace, whatever its folder is called. */
const FOLDER = 'deployment';
const inFolder = (path: string): string => `${FOLDER}/${path}`;
