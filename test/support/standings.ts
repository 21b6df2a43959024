/** Standings of files that are given as texts, read by the real readers. */
import type { ClaimStanding, Standing } from '../../src/core/watch/standing.ts';
import { standingOf } from '../../src/app/watch/standing-of.ts';
import { memoryView } from './memory-view.ts';

export interface Seen {
  /** By path below `deployment/`. */
  readonly files: Readonly<Record<string, string>>;
  /** ISO 8601. */
  readonly at: string;
  readonly claims?: readonly ClaimStanding[];
}

export function standingAt({ files, at, claims = [] }: Seen, before: Standing | null = null): Standing {
  const view = memoryView(new Map(Object.entries(files).map(([path, text]) => [`deployment/${path}`, text])), 'deployment');
  const byId = Object.fromEntries(claims.map((claim) => [claim.id.toLowerCase(), claim]));
  return standingOf(view, { at: Date.parse(at), commit: null, claims: byId }, before);
}

/** One after the other, each with what was known before. */
export function standingsOf(all: readonly Seen[]): readonly Standing[] {
  const standings: Standing[] = [];
  for (const seen of all) standings.push(standingAt(seen, standings.at(-1) ?? null));
  return standings;
}
