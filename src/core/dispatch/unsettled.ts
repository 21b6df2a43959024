/** What a journal's text tells before it is taken apart: most jobs are over and done with, and nobody asks for more of them. */

/** The last events of jobs that need nobody: whole lines, as they are printed, so that no words of an agent pass for one. */
const SETTLED = /^\{"at":"[^"]*","event":"(?:merged|unmerged|finished|cancelled)"[^\n]*\}\n$/;

/** False: its job ended with success, or was cancelled. Whatever is not sure may still need somebody. */
export function mayNeedSomebody(text: string): boolean {
  return !SETTLED.test(text.slice(text.lastIndexOf('\n', text.length - 2) + 1));
}

/** Whether its job may be on one of these tasks. */
export function mayBeOn(tasks: readonly string[]): (text: string) => boolean {
  const marks = tasks.map((task) => `"task":${JSON.stringify(task)}`.toLowerCase());
  return (text) => {
    const first = text.slice(0, text.indexOf('\n') + 1).toLowerCase();
    return marks.some((mark) => first.includes(mark));
  };
}
