/** A blocker's front matter. */
import type { Blocker, Severity } from '../model.ts';
import type { Problem } from '../problem/problem.ts';
import type { BlockerDocument } from '../schemas/types.ts';
import { validateBlocker } from '../schemas/validators.js';
import { conform } from './conform.ts';
import { readApproval } from './read-approval.ts';
import { checkDates } from './field-checks.ts';
import { placeIn } from './source-text.ts';
import type { Source } from './source-text.ts';

const DEFAULT_SEVERITY: Severity = 'P2';

export function readBlocker(value: unknown, source: Source): { blocker: Blocker | null; problems: readonly Problem[] } {
  const place = placeIn(source);
  const { value: document, problems } = conform<BlockerDocument>(validateBlocker, value, place);
  if (document === null) return { blocker: null, problems };
  const blocker: Blocker = {
    task: document.task,
    by: document.by ?? null,
    severity: document.severity ?? DEFAULT_SEVERITY,
    waitsOn: document.waits_on ?? null,
    needed: document.needed,
    raised: document.raised ?? null,
    acknowledged: document.acknowledged ?? null,
    approval: readApproval(document.approval),
    resolved: document.resolved ?? null,
    resolvedBy: document.resolved_by ?? null,
    resolution: document.resolution ?? null,
    place: place([]),
  };
  return { blocker, problems: [...problems, ...checkDates(document, ['raised', 'resolved'], place)] };
}
