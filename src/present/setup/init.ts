/** What `init` made, in two or three lines. */
import type { HookInstalled } from '../../app/setup/hook-install.ts';
import type { Adopted } from '../../app/setup/init.ts';
import type { Page } from '../../app/setup/plan-pages.ts';
import type { TemplateLine } from '../../app/ports/adoption-port.ts';
import { columns } from '../text/columns.ts';
import { HOOK_SETUP } from './hook-setup.ts';
import { paint } from '../text/paint.ts';
import { say } from '../text/plain.ts';
import type { Screen } from '../screen.ts';
import { count } from '../text/words.ts';

/** The workspaces to begin with. */
export function templatesText(templates: readonly TemplateLine[], screen: Screen): string {
  const { bold } = paint(screen);
  const rows = columns(templates.map(({ name, about }) => [name, about]), [{ paint: bold }, { gives: true }], screen.columns);
  return `${rows}\nMake one: coord init --template <name>      One of your own: coord init --from <folder>`;
}

export function initText(adopted: Adopted): string {
  const lines = [[workspaceText(adopted), ...adopted.pages.map(pageText)].join(' ')];
  if (adopted.kept.length > 0) lines.push(say`Left as they were: ${adopted.kept.join(', ')}`);
  if (adopted.hook !== null) lines.push(hookText(adopted.hook));
  if (adopted.mergeDriver !== null) lines.push(mergeDriverText(adopted));
  return [...lines, nextText(adopted)].join('\n');
}

function workspaceText({ folder, begins, stood, settled, made, isBare }: Adopted): string {
  if (settled) return say`${folder}/ was there already: nothing changed in it.`;
  const tasks = made.filter((path) => path.startsWith(`${folder}/tasks/`)).length;
  const counted = tasks === 0 ? '' : isBare ? ', one example task' : `, ${count(tasks, 'task')}`;
  return `${say`${folder}/`} ${stood ? `was there: ${count(made.length, 'file')} added` : `made: ${count(made.length, 'file')}`}${counted}${begins === null || tasks === 0 ? '' : `, from ${begins} on`}.`;
}

const CHANGES: Readonly<Record<Page['change'], string>> = { made: 'section added', added: 'section added', updated: 'section updated', unchanged: 'up to date', link: 'a link, left alone' };

function pageText({ path, part, change }: Page): string {
  return part === 'import' && change === 'added' ? 'CLAUDE.md: names AGENTS.md now.' : say`${path}: ${CHANGES[change]}.`;
}

function hookText(hook: HookInstalled): string {
  if (hook.by === 'hand') return `${say`Not added to ${hook.path}: ${hook.reason}. Add this there yourself:`}\n\n${hook.lines}\n`;
  if (!hook.runs) return say`The check stands in ${hook.path}, but git does not call ${hook.by} in this clone yet. Set it up: ${HOOK_SETUP[hook.by]}`;
  return hook.change === 'unchanged' ? say`Every commit is checked already: ${hook.path}` : say`Every commit is checked from now on: ${hook.path}`;
}

function mergeDriverText({ folder, mergeDriver }: Adopted): string {
  const attributes = mergeDriver === 'unchanged' ? '' : ' Commit .gitattributes; every other clone sets itself up by the same command.';
  return `${say`Git merges ${folder}/ field by field in this clone from now on (merge.coord.driver in its settings).`}${attributes}`;
}

function nextText({ isBare, settled, hook }: Adopted): string {
  const next = isBare && !settled ? 'coord task add "..."' : 'coord next';
  return `Next: ${next}${hook === null ? '      Check every commit: coord init --hook' : ''}`;
}
