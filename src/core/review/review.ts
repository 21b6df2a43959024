/** All that the checks of a review told, put together: placed, counted, in order, within bounds. */
import type { Review, ReviewCheck, ReviewFinding } from '../schemas/types.ts';
import { lineText } from './change.ts';
import type { ChangedFile } from './change.ts';
import type { Finding, FindingSeverity } from './finding.ts';

/** What one check came to. */
export interface Checked extends Omit<ReviewCheck, 'findings'> {
  readonly findings: readonly Finding[];
}

export type GivenReview = NonNullable<Review>;

const RANK: Readonly<Record<FindingSeverity, number>> = { error: 0, warning: 1, info: 2 };
/** Characters of all findings as JSON: the answer of an agent is one line, and bounded. */
const MOST = 500_000;

/** `digest`: of a text, in hexadecimal. */
export function putTogether(checks: readonly Checked[], changed: readonly ChangedFile[], digest: (text: string) => string): Pick<GivenReview, 'checks' | 'counts' | 'findings' | 'left_out'> {
  const byPath = new Map(changed.map((file) => [file.path, file]));
  const all = withKeys(unlikeOnes(checks.flatMap(({ findings }) => findings)), byPath, digest);
  const worst = [...all].sort((one, other) => RANK[one.severity] - RANK[other.severity]);
  const kept = new Set(fitting(worst));
  const findings = all.filter((finding) => kept.has(finding)).sort(byPlace);
  const count = (severity: FindingSeverity): number => all.filter((finding) => finding.severity === severity).length;
  return {
    checks: checks.map(({ findings: found, ...check }) => ({ ...check, findings: found.length })),
    counts: { error: count('error'), warning: count('warning'), info: count('info') },
    findings,
    left_out: all.length - findings.length,
  };
}

/** Two linters, or two rules, may say the same of a line. */
function unlikeOnes(findings: readonly Finding[]): readonly Finding[] {
  const known = new Map(findings.map((finding) => [JSON.stringify([finding.file, finding.line, finding.message]), finding]));
  return [...known.values()];
}

/**
 * A key outlives changes of line numbers: it is made of the file, what stands on the line and what is said of it. A model
 * says the same in other words each time, so of its findings only the place counts.
 */
function withKeys(findings: readonly Finding[], changed: ReadonlyMap<string, ChangedFile>, digest: (text: string) => string): readonly ReviewFinding[] {
  const times = new Map<string, number>();
  return findings.map((finding) => {
    const { file, line, by, category, message } = finding;
    const inChange = file === null ? undefined : changed.get(file);
    const written = inChange === undefined || line === null ? null : lineText(inChange, line);
    const isWorded = category === 'lint' || category === 'translation' || written === null;
    const about = JSON.stringify([file, written?.trim() ?? null, by, isWorded ? message : category]);
    const time = (times.get(about) ?? 0) + 1;
    times.set(about, time);
    return { ...finding, on_change: written !== null, key: digest(`${about}${time}`).slice(0, 16) };
  });
}

function fitting(findings: readonly ReviewFinding[]): readonly ReviewFinding[] {
  let left = MOST;
  return findings.filter((finding) => (left -= JSON.stringify(finding).length) >= 0);
}

/** Of the review itself first, then by file and line. */
function byPlace(one: ReviewFinding, other: ReviewFinding): number {
  if (one.file !== other.file) return (one.file ?? '') < (other.file ?? '') ? -1 : 1;
  return (one.line ?? 0) - (other.line ?? 0) || RANK[one.severity] - RANK[other.severity];
}
