/** The forms in which `coord validate` gives its answer; each may hold several checks. */
import type { Validation } from '../../app/checks/validation.ts';
import { githubAnnotations } from './github-annotations.ts';
import { junit } from './junit.ts';
import { sarif } from './sarif.ts';
import type { Screen } from '../screen.ts';
import { validationText } from './validation.ts';
import { validationSummary } from './validation-summary.ts';

type Format = (validations: readonly Validation[], screen: Screen) => FormattedValidation;

interface FormattedValidation {
  readonly text: string;
  /** Counted, where the form itself has no room for words. */
  readonly talk?: string;
}

const summaries = (validations: readonly Validation[]): string => validations.map(validationSummary).join('\n');

export const FORMATS: Readonly<Record<'text' | 'github' | 'sarif' | 'junit', Format>> = {
  text: (validations, screen) => ({ text: validations.map((one) => validationText(one, screen)).join('\n\n') }),
  github: (validations) => ({ text: validations.map(githubText).join('\n') }),
  sarif: (validations) => ({ text: sarif(validations), talk: summaries(validations) }),
  junit: (validations) => ({ text: junit(validations), talk: summaries(validations) }),
};

function githubText(validation: Validation): string {
  return [githubAnnotations(validation.findings.map(({ problem }) => problem)), validationSummary(validation)].filter((part) => part !== '').join('\n');
}
