/** What an import wrote, or would: a line in numbers; with --dry-run every task, where it stands, and what was left out. */
import type { Imported } from '../../app/planning/import.ts';
import type { PlacedTask } from '../../core/import/place-tasks.ts';
import { columns } from '../text/columns.ts';
import { commitWords } from '../commit-outcome.ts';
import { placeOf } from '../describe-fault.ts';
import { LEFT_OUT_WORDS } from './describe-left-out.ts';
import { say } from '../text/plain.ts';
import type { Screen } from '../screen.ts';
import { count, listed } from '../text/words.ts';
import type { LeftOut } from '../../core/import/draft.ts';

export function importText(imported: Imported, screen: Screen): string {
  const { dryRun, placement, files } = imported;
  const lines = [summary(imported)];
  if (dryRun) lines.push(taskTable(placement.tasks, screen), leftOutTable(placement.leftOut, screen), phaseHint(placement.settings));
  else if (files.length > 0) lines.push(leftOutLine(placement.leftOut), phaseHint(placement.settings), `Next: ${imported.isNew ? 'coord init (tells agents of it in AGENTS.md), then ' : ''}coord next`);
  else lines.push(keptLine(placement.leftOut));
  return lines.filter((line) => line !== '').join('\n');
}

function summary({ dryRun, isNew, folder, placement, files, commit }: Imported): string {
  const fresh = placement.tasks.filter(({ isNew: added }) => added);
  const there = placement.tasks.length - fresh.length;
  const known = there === 0 ? '' : `, ${there} there already`;
  if (files.length === 0) return `Nothing to add: ${count(placement.tasks.length, 'task')} there already.`;
  const parts = [...kinds(fresh), ...counted(placement.agents.length, 'agent'), ...settingsParts(placement.settings)];
  const outcome = commit === null ? '' : ` · ${commitWords(commit)}`;
  return `${dryRun ? say`Would ${isNew ? 'make' : 'add to'} ${folder}/: ` : say`${folder}/ ${isNew ? 'made' : 'added to'}: `}${listed(parts)}${known}${outcome}.`;
}

function kinds(tasks: readonly PlacedTask[]): readonly string[] {
  return (['task', 'gate', 'milestone'] as const).flatMap((kind) => counted(tasks.filter(({ draft }) => draft.kind === kind).length, kind));
}

function settingsParts(settings: Readonly<Record<string, unknown>>): readonly string[] {
  const size = (key: string): number => Object.keys((settings[key] ?? {})).length;
  return [...counted(size('phases'), 'phase'), ...counted(size('groups'), 'group'), ...counted(size('ownership'), 'area'), ...counted(size('sync_points'), 'sync point'), ...counted(size('risks'), 'risk'), ...counted(size('channels'), 'channel'), ...counted(size('severities'), 'severity', 'severities'), ...counted(size('targets'), 'target'), ...counted(size('criteria'), 'list of criteria', 'lists of criteria')];
}

const counted = (number: number, one: string, many?: string): readonly string[] => (number === 0 ? [] : [count(number, one, many)]);

function taskTable(tasks: readonly PlacedTask[], { columns: width }: Screen): string {
  const rows = tasks.map(({ id, draft, fields, isNew }) => [id, fields.agent ?? '-', draft.title, placeOf(draft.origin), isNew ? draft.sureness : 'there already']);
  return columns([['id', 'agent', 'title', 'from', 'how sure'], ...rows], [{}, {}, { gives: true }, {}, {}], width);
}

function leftOutTable(leftOut: readonly LeftOut[], { columns: width }: Screen): string {
  if (leftOut.length === 0) return '';
  const rows = leftOut.map(({ text, reason, origin, sureness }) => [placeOf(origin), text, LEFT_OUT_WORDS[reason], sureness]);
  return `\nLeft out:\n${columns(rows, [{}, { gives: true }, {}, {}], width)}`;
}

const DIFFERENCES: ReadonlySet<LeftOut['reason']> = new Set<LeftOut['reason']>(['differs', 'gone', 'id-taken']);

/** An edited plan again. */
function keptLine(leftOut: readonly LeftOut[]): string {
  const differing = leftOut.filter(({ reason }) => DIFFERENCES.has(reason));
  return differing.length === 0 ? '' : `Kept as it is here: ${count(differing.length, 'thing')} the plan says otherwise (coord import --dry-run shows them)`;
}

/** A phase opens when the gates of those before it are done: without gates their order is only one on the page. */
function phaseHint(settings: Readonly<Record<string, unknown>>): string {
  const phases = Array.isArray(settings['phases']) ? (settings['phases'] as readonly Readonly<Record<string, unknown>>[]) : [];
  return phases.length < 2 || phases.some(({ gate }) => gate !== undefined) ? '' : 'No phase waits for the one before it: name a task as its gate in coord.yaml where it should';
}

function leftOutLine(leftOut: readonly LeftOut[]): string {
  return leftOut.length === 0 ? '' : `Left out: ${count(leftOut.length, 'thing')} (coord import --dry-run shows them)`;
}
