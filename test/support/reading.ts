/** What a reader made of sources, in short. */
import type { Reader, Reading } from '../../src/core/import/draft.ts';

/** Of each task: its id, state, whom it is for, and what it waits for, by ids. */
export function short({ draft }: Reading): readonly string[] {
  const ids = new Map(draft.tasks.map(({ key, id }) => [key, id ?? key]));
  return draft.tasks.map(({ id, status, priority, kind, agent, dependencies }) => [id ?? '-', kind, status, priority ?? '-', agent ?? '-', dependencies.map(({ on }) => ids.get(on) ?? on).join('+') || '-'].join(' '));
}

export function leftOut({ draft }: Reading): readonly string[] {
  return draft.leftOut.map(({ text, reason, origin }) => `${origin.line} ${reason} ${text}`);
}

export function faults({ faults: found }: Reading): readonly string[] {
  return found.map((fault) => [fault.code, 'path' in fault ? fault.path.join('>') : 'id' in fault ? fault.id : 'reason' in fault ? fault.reason : '', ...fault.origins.map(({ line }) => line)].join(' '));
}

/** One text by its name. */
export function readWith(reader: Reader, name: string): (text: string) => Reading {
  return (text) => reader([{ name, text }]);
}
