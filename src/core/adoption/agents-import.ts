/** CLAUDE.md keeps tools that read it from looking at AGENTS.md, unless it names that file itself. */
import { newlineOf } from './marked-block.ts';
import type { Marked } from './marked-block.ts';

const IMPORT = '@AGENTS.md';

export function withAgentsImport(text: string): Marked {
  if (/^[ \t]*(?:[-*][ \t]+)?@(?:\.\/)?AGENTS\.md[ \t]*\r?$/m.test(text)) return { text, change: 'unchanged' };
  const newline = newlineOf(text);
  const gap = text === '' || text.endsWith('\n') ? '' : newline;
  return { text: `${text}${gap}${text === '' ? '' : newline}${IMPORT}${newline}`, change: 'added' };
}
