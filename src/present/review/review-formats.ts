/** The forms in which `coord run reviewer` gives its answer. */
import type { GivenReview } from '../../core/review/review.ts';
import type { ReviewFinding } from '../../core/schemas/types.ts';
import { annotationLine } from '../checks/github-annotations.ts';
import { reviewSummary, reviewText } from './review.ts';
import { sarifFile, sarifPlace } from '../checks/sarif.ts';
import { stopped } from '../text/words.ts';
import type { Screen } from '../screen.ts';

interface FormattedReview {
  readonly text: string;
  /** Counted, where the form itself has no room for words. */
  readonly talk?: string;
}

type Format = (review: GivenReview, screen: Screen) => FormattedReview;

const FORMATS: Readonly<Record<string, Format>> = {
  text: (review, screen) => ({ text: reviewText(review, screen) }),
  json: (review) => ({ text: JSON.stringify(review, null, 2), talk: reviewSummary(review) }),
  github: (review) => ({ text: [...review.findings.map(annotation), reviewSummary(review)].join('\n') }),
  sarif: (review) => ({ text: sarif(review), talk: reviewSummary(review) }),
};

export function formattedReview(review: GivenReview, format: unknown, screen: Screen): FormattedReview {
  const form = (typeof format === 'string' && Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined) ?? FORMATS['text'];
  return form === undefined ? { text: '' } : form(review, screen);
}

const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const;
const ANNOTATIONS = { error: 'error', warning: 'warning', info: 'notice' } as const;

const wordsOf = ({ message, suggestion }: ReviewFinding): string => (suggestion === null ? message : `${stopped(message)} ${suggestion}`);

function annotation(finding: ReviewFinding): string {
  const { file, line, severity, category, by } = finding;
  return annotationLine(ANNOTATIONS[severity], { ...(file === null ? {} : { file }), ...(line === null ? {} : { line }), title: by === category ? category : `${category} (${by})` }, wordsOf(finding));
}

function sarif({ findings }: GivenReview): string {
  const categories = [...new Set(findings.map(({ category }) => category))].sort();
  return sarifFile([
    {
      tool: { driver: { name: 'coord reviewer', rules: categories.map((id) => ({ id, shortDescription: { text: id } })) } },
      automationDetails: { id: 'coord/review/' },
      columnKind: 'utf16CodeUnits',
      results: findings.map((finding) => ({
        ruleId: finding.category,
        ruleIndex: categories.indexOf(finding.category),
        level: LEVELS[finding.severity],
        message: { text: `${wordsOf(finding)} (${finding.by})` },
        ...(finding.file === null ? {} : { locations: [sarifPlace(finding.file, finding.line === null ? null : { startLine: finding.line })] }),
        partialFingerprints: { 'coord/v1': finding.key },
      })),
    },
  ]);
}
