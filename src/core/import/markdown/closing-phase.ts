/** "A last phase will:" above a numbered list at the end of a document: what is to do when all else is done. */
import { normal } from './clean-text.ts';
import { hasBoxes, listsIn, opensAside, opensNoWork } from './context.ts';
import type { Findings } from './findings.ts';
import type { Section } from './outline.ts';
import { sectionsOf } from './outline.ts';
import { holds } from './vocabulary.ts';

export function findClosing(document: Section, found: Findings): void {
  const last = sectionsOf(document).findLast(({ blocks }) => listsIn(blocks).length > 0);
  if (last === undefined || last.level === 0 || opensAside(last) || opensNoWork(last)) return;
  const at = last.blocks.findLastIndex(({ kind }) => kind === 'list');
  const [above, list] = [last.blocks[at - 1], last.blocks[at]];
  if (above?.kind !== 'paragraph' || list?.kind !== 'list' || !list.ordered || list.items.length < 2 || hasBoxes(list)) return;
  const { text } = above.inline;
  if (/[:：]$/u.test(text) && holds(normal(text), PHASE)) found.closing.add(list);
}

const PHASE = ['phase', 'stage', 'sprint', 'iteration', 'milestone', 'etappe', 'meilenstein', 'fase', 'etapa', 'hito', 'étape', 'jalon', 'traguardo', 'フェーズ', '段階', '阶段', '階段', '里程碑', 'этап', 'фаза', 'веха', '단계'].map(normal);
