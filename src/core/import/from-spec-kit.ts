/**
 * spec-kit: `specs/<feature>/tasks.md`, a strict form: `- [ ] T012 [P] [US1] Create the model in src/models/user.py (depends on T004)`
 * under `## Phase 3: ...`. A task without [P] waits for those before it; setup and foundation come before all stories, polish after them.
 */
import { draftPhase, draftTask } from './draft.ts';
import type { DraftPhase, DraftTask, Origin, Reader, SourceText } from './draft.ts';
import { foreignDraft } from './foreign-draft.ts';

const TASK = /^[-*] \[([ xX])\] (?:\*\*)?(T\d+[a-z]?|TXXX)(?:\*\*)?:?\s+((?:\[[^\]]+\]\s*)*)(.+)$/;
const PHASE = /^## (Phase\s+\S+\s*[:–—-]\s*.+)$/i;

interface Line {
  /** As written; null where the template's placeholder stands. */
  readonly id: string | null;
  readonly isDone: boolean;
  readonly isParallel: boolean;
  readonly story: string | null;
  readonly text: string;
  readonly origin: Origin;
}

interface Part {
  readonly name: string | null;
  readonly origin: Origin;
  readonly lines: Line[];
}

export const readSpecKit: Reader = (sources) => {
  const several = sources.length > 1;
  const readings = sources.map((source) => readOne(source, several ? `${featureOf(source)}-` : ''));
  const { draft, faults } = foreignDraft(readings.flatMap(({ tasks }) => tasks));
  return { draft: { ...draft, phases: readings.flatMap(({ phases }) => phases) }, faults };
};

function featureOf({ name }: SourceText): string {
  return name.split('/').at(-2) ?? name;
}

function readOne(source: SourceText, prefix: string): { readonly tasks: readonly DraftTask[]; readonly phases: readonly DraftPhase[] } {
  const parts = partsOf(source).filter(({ lines }) => lines.length > 0);
  const stories = parts.map(({ lines }) => lines.some(({ story }) => story !== null));
  const firstStory = stories.indexOf(true);
  const tasks: DraftTask[] = [];
  const phases: DraftPhase[] = [];
  const ends: string[] = [];
  parts.forEach((part, at) => {
    // Stories may be told side by side; what comes before the first holds all of them up, and what comes after waits for all.
    const before = stories[at] === true ? ends.slice(0, firstStory) : ends.slice();
    const end = `${prefix}phase-${at + 1}-checkpoint`;
    const own = inTurn(part.lines, prefix, before).map((task) => ({ ...task, phase: part.name && prefix + part.name }));
    tasks.push(...own, checkpoint(end, part, own, prefix));
    ends.push(end);
    if (part.name !== null) phases.push(draftPhase(prefix + part.name, part.name, part.origin));
  });
  return { tasks, phases };
}

function checkpoint(key: string, { name, origin }: Part, own: readonly DraftTask[], prefix: string): DraftTask {
  const isDone = own.every(({ status }) => status === 'done');
  return draftTask({ key, id: key, title: `${name ?? 'All tasks'} complete`, kind: 'milestone', status: isDone ? 'done' : 'todo', phase: name && prefix + name, dependencies: own.map((task) => ({ on: task.key, label: null })), origin, sureness: 'likely' });
}

/** [P] tasks stand side by side between those that are not. */
function inTurn(lines: readonly Line[], prefix: string, before: readonly string[]): readonly DraftTask[] {
  let barrier = before;
  let side: string[] = [];
  return lines.map((line) => {
    const task = taskOf(line, prefix);
    const waits = line.isParallel || side.length === 0 ? barrier : side;
    if (line.isParallel) side.push(task.key);
    else [barrier, side] = [[task.key], []];
    // What is done waited for nothing that is not: its turn no longer matters.
    const named = namedIn(line.text).map((on) => prefix + on);
    const all = line.isDone ? named : [...new Set([...named, ...waits])];
    return { ...task, dependencies: all.filter((on) => on !== task.key).map((on) => ({ on, label: null })) };
  });
}

function taskOf({ id, isDone, story, text, origin }: Line, prefix: string): DraftTask {
  return draftTask({
    key: prefix + (id ?? `line ${origin.line}`),
    id: id === null ? null : prefix + id,
    title: text.replace(/\s*\((?:depends on|after)\b[^)]*\)/gi, '').trim(),
    origin,
    sureness: 'sure',
    status: isDone ? 'done' : 'todo',
    group: story,
    files: pathsIn(text),
  });
}

function namedIn(text: string): readonly string[] {
  return [...text.matchAll(/\((?:depends on|after)\b([^)]*)\)/gi)].flatMap(([, names = '']) => names.match(/\bT\d+[a-z]?\b/g) ?? []);
}

/** With a slash, or in backticks with an ending; no patterns with brackets of a template. */
function pathsIn(text: string): readonly string[] {
  const found = text.match(/(?<![\w/.])(?:[\w@-][\w.@-]*\/)+[\w.@*-]*|(?<=`)[\w.@-]+\.\w{1,5}(?=`)/g) ?? [];
  return [...new Set(found.map((path) => path.replace(/[.,]$/, '')).map((path) => (path.endsWith('/') ? `${path}**` : path)))];
}

/** Lines of tasks under their headings; samples in fences and comments are none. */
function partsOf({ name, text }: SourceText): readonly Part[] {
  const parts: Part[] = [{ name: null, origin: { file: name, line: 1 }, lines: [] }];
  let hidden: RegExp | null = null;
  text.replaceAll('\r\n', '\n').split('\n').forEach((line, index) => {
    const origin: Origin = { file: name, line: index + 1 };
    if (hidden !== null) {
      if (hidden.test(line)) hidden = null;
      return;
    }
    if (/^\s*```/.test(line)) hidden = /^\s*```/;
    else if (line.includes('<!--') && !line.includes('-->')) hidden = /-->/;
    const phase = PHASE.exec(line)?.[1];
    if (phase !== undefined) parts.push({ name: cleanName(phase), origin, lines: [] });
    else if (line.startsWith('## ')) parts.push({ name: null, origin, lines: [] });
    const task = taskLine(line, origin);
    if (task !== null) parts.at(-1)?.lines.push(task);
  });
  return parts;
}

function taskLine(line: string, origin: Origin): Line | null {
  const [whole, box = ' ', id = '', marks = '', text = ''] = TASK.exec(line) ?? [];
  if (whole === undefined) return null;
  const words = [...marks.matchAll(/\[([^\]]+)\]/g)].map(([, word = '']) => word.trim());
  return { id: id === 'TXXX' ? null : id, isDone: box !== ' ', isParallel: words.includes('P'), story: words.find((word) => /^US\d+$/i.test(word)) ?? null, text, origin };
}

/** Without pictures, and without what stands in parentheses. */
function cleanName(heading: string): string {
  return heading.replace(/\([^)]*\)/g, '').replace(/[^\p{L}\p{N}\s:,.&'–—-]/gu, '').replace(/\s+/g, ' ').replace(/\s*(?:MVP\s*)?$/, '').trim();
}
