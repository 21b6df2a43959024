/** The pages agents read first get a section about coord: AGENTS.md, and CLAUDE.md where there is one. */
import { withAgentsImport } from '../../core/adoption/agents-import.ts';
import { withSection } from '../../core/adoption/marked-block.ts';
import type { Change, Marked } from '../../core/adoption/marked-block.ts';
import type { FileChange, TextFiles } from '../ports/writer-port.ts';

export interface Page {
  readonly path: string;
  /** The section itself, or the line that names AGENTS.md. */
  readonly part: 'section' | 'import';
  /** A link is left alone. */
  readonly change: Change | 'link';
}

export interface PagePlan {
  readonly page: Page;
  readonly write: FileChange | null;
}

/** Where AGENTS.md is a link, most likely to CLAUDE.md, the section goes into that one. */
export async function planPages(files: TextFiles, section: string): Promise<readonly PagePlan[]> {
  const agents = await found(files, 'AGENTS.md');
  const claude = await found(files, 'CLAUDE.md');
  const claudeText = claude.isLink ? null : claude.text;
  if (agents.isLink) return [left('AGENTS.md'), ...(claudeText === null ? [] : [changed('CLAUDE.md', 'section', withSection(claudeText, section))])];
  return [changed('AGENTS.md', 'section', withSection(agents.text, section)), ...(claudeText === null ? [] : [changed('CLAUDE.md', 'import', withAgentsImport(claudeText))])];
}

async function found(files: TextFiles, path: string): Promise<{ readonly text: string | null; readonly isLink: boolean }> {
  const text = await files.read(path);
  return { text, isLink: text === null && (await files.has(path)) };
}

function changed(path: string, part: Page['part'], { text, change }: Marked): PagePlan {
  return { page: { path, part, change }, write: change === 'unchanged' ? null : { path, text } };
}

function left(path: string): PagePlan {
  return { page: { path, part: 'section', change: 'link' }, write: null };
}
