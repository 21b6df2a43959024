/** A handoff's front matter, or a filled `handoff_template` block as the first document of a page. */
import type { Handoff } from '../model.ts';
import { problem } from '../problem/problem.ts';
import type { Problem } from '../problem/problem.ts';
import type { HandoffDocument } from '../schemas/types.ts';
import { validateHandoff } from '../schemas/validators.js';
import { conform } from './conform.ts';
import { checkDates, checkPaths, leavesRepository } from './field-checks.ts';
import { placeholders } from './placeholders.ts';
import { placeIn } from './source-text.ts';
import type { Source } from './source-text.ts';
import { isRecord } from './with-value.ts';

const WRAPPER = 'handoff_template';

/** The fields themselves, without the name of the template around them. */
export function handoffFields(value: unknown): unknown {
  return isRecord(value) && isRecord(value[WRAPPER]) ? value[WRAPPER] : value;
}

export function readHandoff(value: unknown, body: string, source: Source): { handoff: Handoff | null; problems: readonly Problem[] } {
  const fields = handoffFields(value);
  const wrapped = fields !== value;
  const place = placeIn(wrapped ? { file: source.file, original: (pointer) => source.original([WRAPPER, ...pointer]) } : source);
  const empty = placeholders(fields);
  if (empty.length > 0) return { handoff: null, problems: [problem('placeholder', place(empty[0] ?? []), { fields: empty.map((pointer) => pointer.join('.')) })] };
  const { value: document, problems } = conform<HandoffDocument>(validateHandoff, fields, place);
  if (document === null) return { handoff: null, problems };
  const artifacts = document.artifacts ?? [];
  const paths = checkPaths(artifacts.map(({ path }) => path), 'artifacts', (index) => place(['artifacts', index, 'path']));
  const handoff = toHandoff(document, body, place([]));
  return { handoff, problems: [...problems, ...checkDates(document, ['timestamp'], place), ...paths] };
}

function toHandoff(document: HandoffDocument, body: string, place: Handoff['place']): Handoff {
  return {
    from: document.from_agent,
    to: document.to_agent ?? null,
    timestamp: document.timestamp ?? null,
    task: document.task ?? null,
    completed: document.task_completed ?? [],
    ready: document.dependencies_ready ?? [],
    blockers: document.blockers ?? [],
    nextSteps: document.next_steps ?? [],
    artifacts: (document.artifacts ?? []).filter(({ path }) => !leavesRepository(path)).map(({ path, description, blob }) => ({ path, description: description ?? null, blob: blob ?? null })),
    base: document.base ?? null,
    head: document.head ?? null,
    branch: document.branch ?? null,
    tree: document.tree ?? null,
    token: document.token ?? null,
    nonce: document.nonce ?? null,
    verification: (document.verification ?? []).map(({ name, command, exit_code, at, ran_changed }) => ({ name, command: command ?? null, exitCode: exit_code, at: at ?? null, ...(ran_changed?.length ? { ranChanged: ran_changed } : {}) })),
    ruledOut: document.ruled_out ?? [],
    acknowledged: document.acknowledged ?? null,
    notes: [document.notes ?? '', body.trim()].filter((text) => text !== '').join('\n\n'),
    place,
  };
}
