/** Text in pieces to lines. Of a line without end only the beginning is kept. */

/** Characters of one line: the answer of an agent is one line, and may be long. */
export const LONGEST_LINE = 1_000_000;
/** What is read beyond it, so that a secret at the cut is seen whole. */
const MARGIN = 10_000;

/** `line` gets what was left out too, in characters. */
export function splitLines(line: (text: string, leftOut: number) => void): { readonly add: (text: string) => void; readonly end: () => void } {
  const most = LONGEST_LINE + MARGIN;
  let kept = '';
  let length = 0;
  const give = (): void => {
    line(kept.endsWith('\r') ? kept.slice(0, -1) : kept, length - kept.length);
    kept = '';
    length = 0;
  };
  const take = (text: string): void => {
    if (kept.length < most) kept += text.slice(0, most - kept.length);
    length += text.length;
  };
  return {
    add(text) {
      const [first = '', ...others] = text.split('\n');
      take(first);
      for (const next of others) {
        give();
        take(next);
      }
    },
    end() {
      if (length > 0) give();
    },
  };
}
