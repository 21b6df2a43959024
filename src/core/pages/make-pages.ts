/** All pages of a workspace, from its records and from what people wrote on them. */
import { inNewlines, newlineOf } from '../adoption/marked-block.ts';
import { CONFLICT_MARKER } from '../documents/conflict-sides.ts';
import { done, refused } from '../problem/refusal.ts';
import type { Result } from '../problem/refusal.ts';
import { blockersBlock } from './blockers-page.ts';
import { choicesBlock, decisionLogBlock } from './decision-pages.ts';
import { blockOf, newPage, PAGE_MARKS, withBlock } from './page-block.ts';
import type { PageFacts } from './page-facts.ts';
import { progressBlock } from './progress-page.ts';
import { statusBlock } from './status-page.ts';

export interface Page {
  /** Repository-relative. */
  readonly path: string;
  /** As it should be. */
  readonly text: string;
  /** As it is; null where there is none. */
  readonly current: string | null;
}

export const isStale = ({ text, current }: Page): boolean => text !== current;

interface PageForm {
  readonly path: string;
  readonly title: string;
  /** `current`: what stands between the marks now. */
  readonly block: (facts: PageFacts, current: string, newline: string) => string;
}

const derived = (block: (facts: PageFacts) => string): PageForm['block'] => (facts, _, newline) => inNewlines(block(facts), newline);

const PAGES: readonly PageForm[] = [
  { path: 'status/current-status.md', title: 'Current status', block: statusBlock },
  { path: 'status/blockers.md', title: 'Blockers', block: derived(blockersBlock) },
  { path: 'status/progress.md', title: 'Progress', block: derived(progressBlock) },
  { path: 'decisions/architecture-decisions.md', title: 'Decisions', block: derived(decisionLogBlock) },
  { path: 'decisions/tech-choices.md', title: 'What is decided', block: derived(choicesBlock) },
];

/** Relative to the workspace's folder. */
export const PAGE_PATHS: readonly string[] = PAGES.map(({ path }) => path);

/** `texts`: the pages that there are, by repository-relative path. A page without marks is a person's own, and is not touched. */
export function makePages(facts: PageFacts, texts: ReadonlyMap<string, string | null>): Result<readonly Page[]> {
  const pages: Page[] = [];
  for (const form of PAGES) {
    const path = `${facts.workspace.folder}/${form.path}`;
    const current = texts.get(path) ?? null;
    const page = current === null || current.trim() === '' ? newPage(form.title) : current;
    const block = blockOf(page);
    if (block === null) return refused('page-by-hand', { file: path, ...PAGE_MARKS });
    if (CONFLICT_MARKER.test(page)) return refused('page-in-conflict', { file: path });
    pages.push({ path, current, text: withBlock(page, form.block(facts, block, newlineOf(page))) });
  }
  return done(pages);
}
