/** What a journal's text tells before it is taken apart: most jobs are over and done with, and nobody asks for more of them. */
import { DISPATCHER } from './tries.ts';

/** The last events of jobs that need nobody: whole lines, as they are printed, so that no words of an agent pass for one. */
const SETTLED = /^\{"at":"[^"]*","event":"(?:merged|unmerged|finished|cancelled)"[^\n]*\}\n$/;
const SUCCEEDED = /^\{"at":"([^"]*)","event":"(?:merged|unmerged|finished)"/;

/** False: its job ended with success, or was cancelled. Whatever is not sure may still need somebody. */
export function mayNeedSomebody(text: string): boolean {
  return !SETTLED.test(lastLine(text));
}

/** Whether it is of a dispatcher's job that needs nobody, and succeeded at this moment (in milliseconds since 1970) or later. */
export function succeededSince(text: string, moment: number): boolean {
  const at = mayNeedSomebody(text) ? undefined : SUCCEEDED.exec(lastLine(text))?.[1];
  return at !== undefined && Date.parse(at) >= moment && firstLine(text).includes(`"created_by":${JSON.stringify(DISPATCHER)}`);
}

/** Whether its job may be on one of these tasks. */
export function mayBeOn(tasks: readonly string[]): (text: string) => boolean {
  const marks = tasks.map((task) => `"task":${JSON.stringify(task)}`.toLowerCase());
  return (text) => {
    const first = firstLine(text).toLowerCase();
    return marks.some((mark) => first.includes(mark));
  };
}

const firstLine = (text: string): string => text.slice(0, text.indexOf('\n') + 1);
const lastLine = (text: string): string => text.slice(text.lastIndexOf('\n', text.length - 2) + 1);
