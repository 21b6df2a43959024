/** Backlog.md: a Markdown file a task, with front matter and sections between marks; folders tell what is archived. */
import { readFrontMatter } from '../documents/front-matter.ts';
import { isRecord } from '../documents/with-value.ts';
import { draftTask } from './draft.ts';
import type { DraftTask, LeftOut, Origin, Reader, SourceText } from './draft.ts';
import { splitFieldBlock } from './field-block.ts';
import { partedFile } from './parted-file.ts';
import { foreignDraft, unreadableSource } from './foreign-draft.ts';
import { checkedStatus, joinedNotes, textOf, textsOf } from './foreign-values.ts';
import { priorityMeant } from './foreign-words.ts';
import { underParents } from './under-parents.ts';

/** Markdown that is no task: documents, decisions and milestones of the same tool. */
const OTHER_FOLDERS = /(?:^|\/)(?:docs|decisions|milestones)\//;

export const readBacklog: Reader = (sources) => {
  const tasks: DraftTask[] = [];
  const leftOut: LeftOut[] = [];
  const parents = new Map<string, string>();
  for (const source of sources) {
    const { head, body } = partedFile(source.text);
    const { value, problems } = readFrontMatter(withQuotedNames(head), source.name);
    if (value === undefined) return unreadableSource(source, `its front matter cannot be read (${problems[0]?.code ?? 'front-matter-syntax'})`);
    const origin: Origin = { file: source.name, line: 1 };
    if (!isRecord(value) || textOf(value['id']) === null || textOf(value['title']) === null || OTHER_FOLDERS.test(source.name)) {
      leftOut.push({ text: source.name, reason: 'no-task', origin, sureness: 'sure' });
      continue;
    }
    const task = taskOf(value, body, source, origin, leftOut);
    tasks.push(task);
    const parent = textOf(value['parent_task_id']);
    if (parent !== null) parents.set(task.key, parent.toUpperCase());
  }
  return foreignDraft(underParents(tasks, parents), leftOut);
};

function taskOf(fields: Readonly<Record<string, unknown>>, body: string, source: SourceText, origin: Origin, leftOut: LeftOut[]): DraftTask {
  const { text, kept } = splitFieldBlock(body);
  const { status, told } = checkedStatus(fields['status'], origin);
  leftOut.push(...told);
  const [agent = null, ...others] = peopleIn(fields['assignee']);
  const plan = sectionOf(text, 'Implementation Plan');
  const steps = plan === null ? null : stepsIn(plan);
  return draftTask({
    // Case means nothing in these ids.
    key: (textOf(fields['id']) ?? '').toUpperCase(),
    id: textOf(fields['id']),
    title: textOf(fields['title']) ?? '',
    origin,
    sureness: 'sure',
    status: /(?:^|\/)archive\//.test(source.name) ? 'cancelled' : status,
    priority: priorityMeant(fields['priority']),
    agent,
    phase: textOf(fields['milestone']),
    deadline: textOf(fields['due_date']),
    dependencies: textsOf(fields['dependencies']).map((on) => ({ on: on.toUpperCase(), label: null })),
    files: textsOf(fields['modified_files']),
    actions: steps ?? [],
    acceptance: criteriaIn(text),
    notes: joinedNotes(
      ['', sectionOf(text, 'Description')],
      ['Plan', steps === null ? plan : null],
      ['Notes', sectionOf(text, 'Implementation Notes')],
      ['Summary', sectionOf(text, 'Final Summary')],
      ['Also assigned', others.join(', ') || null],
      ['Labels', textsOf(fields['labels']).join(', ') || null],
    ),
    ...kept,
  });
}

/** People write `assignee: @ada` by hand, which is no YAML. */
function withQuotedNames(head: string): string {
  return head.replace(/^((?:assignee|reporter):)(.*)$/gm, (_, key: string, names: string) => key + names.replace(/(^|[\s[,])(@[^\s,\]"']+)/g, '$1"$2"'));
}

function peopleIn(value: unknown): readonly string[] {
  const names = typeof value === 'string' ? [value] : textsOf(value);
  return names.map((name) => name.replace(/^@/, '').trim()).filter((name) => name !== '');
}

const MARKS: Readonly<Record<string, string>> = { Description: 'DESCRIPTION', 'Implementation Plan': 'PLAN', 'Implementation Notes': 'NOTES', 'Final Summary': 'FINAL_SUMMARY' };

/** What stands between its marks, or, in files of old, under its heading. */
function sectionOf(text: string, title: string): string | null {
  const mark = MARKS[title] ?? '';
  const marked = between(text, `<!-- SECTION:${mark}:BEGIN -->\n`, `<!-- SECTION:${mark}:END -->`);
  const found = marked?.replace(/\n$/, '') ?? underHeading(text, title)?.trim() ?? null;
  return found === null || found.trim() === '' ? null : found;
}

function between(text: string, opening: string, closing: string): string | null {
  const start = text.indexOf(opening);
  const end = start === -1 ? -1 : text.indexOf(closing, start + opening.length);
  return end === -1 ? null : text.slice(start + opening.length, end);
}

function underHeading(text: string, title: string): string | null {
  const lines = text.split('\n');
  const start = lines.findIndex((line) => line.trim() === `## ${title}`);
  if (start === -1) return null;
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => line.startsWith('## '));
  return rest.slice(0, end === -1 ? undefined : end).join('\n');
}

/** `- [ ] #1 The search answers` */
function criteriaIn(text: string): readonly string[] {
  const section = between(text, '<!-- AC:BEGIN -->', '<!-- AC:END -->') ?? underHeading(text, 'Acceptance Criteria') ?? '';
  return section.split('\n').flatMap((line) => /^\s*- \[[ xX]\] (?:#\d+ )?(.*)$/.exec(line)?.[1] ?? []);
}

/** null: it is more than a list. */
function stepsIn(plan: string): readonly string[] | null {
  const steps = plan.split('\n').filter((line) => line.trim() !== '').map((line) => /^(?:\d+\.|[-*]) (.*)$/.exec(line)?.[1] ?? null);
  return steps.every((step) => step !== null) ? steps : null;
}
