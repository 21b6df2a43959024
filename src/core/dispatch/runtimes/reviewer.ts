/**
 * Coord itself as a reviewer of changes, in a process like that of any other agent (`coord review`): so it has a group,
 * bounds, a log and a job. What it is to look at is on its standard input; its last line of output is the result.
 */
import { printReviewAssignment } from '../../review/assignment.ts';
import type { ReviewAssignment, ReviewModel } from '../../review/assignment.ts';
import { linterOf } from '../../review/linter.ts';
import type { TestPlaces } from '../../review/tests-beside.ts';
import type { ReviewSettings } from '../../schemas/types.ts';
import { runtimeBehind } from '../own-kinds.ts';
import type { RunPlan, RunRequest, Runtime } from './runtime.ts';
import { readOwnResult } from './own-result.ts';
import { signsOfLines } from './signs.ts';

/** By what the command line of GitHub finds its service, and signs in. */
export const GH_VARIABLES = ['GH_TOKEN', 'GITHUB_TOKEN', 'GH_ENTERPRISE_TOKEN', 'GITHUB_ENTERPRISE_TOKEN', 'GH_HOST', 'GH_REPO', 'GH_CONFIG_DIR', 'XDG_CONFIG_HOME', 'HTTPS_PROXY', 'https_proxy', 'NO_PROXY', 'no_proxy'];

export const reviewer: Runtime = {
  program: null,
  isOwn: true,
  env: GH_VARIABLES,
  keys: [],
  agent: {
    description: 'Reviews a change: linters, missing translations, missing tests, and a model where one is set up (review in coord.yaml).',
    inputs: {
      type: 'object',
      properties: {
        base: { type: 'string', description: 'Compare with where this branch or commit was left (default: where yours is to be merged)' },
        range: { type: 'string', description: 'Two commits in place of your work tree, as a..b' },
        pr: { type: 'integer', minimum: 1, description: 'A pull request, by its number; needs gh' },
        repo: { type: 'string', description: 'The repository of the pull request, as owner/name (default: the one you are in a clone of)' },
        comment: { type: 'boolean', description: 'Post what is new as comments on the pull request' },
        ask_model: { type: 'boolean', default: true, description: 'Ask the model that review.model names; --no-ask-model: do not' },
        format: { enum: ['text', 'json', 'sarif', 'github'], type: 'string', default: 'text', description: 'How to tell it' },
      },
    },
  },
  plan,
  signs: signsOfLines,
  read: readOwnResult,
};

function plan(request: RunRequest): RunPlan | null {
  const { own, input, config } = request;
  const settings = config.review ?? {};
  const model = input['ask_model'] === false || !settings.model ? null : modelOf(settings.model, request);
  const linters = Object.entries(settings.linters ?? {}).map(([name, linter]) => linterOf(name, linter));
  const assignment: ReviewAssignment = {
    base: textOf(input['base']),
    range: textOf(input['range']),
    pr: typeof input['pr'] === 'number' ? input['pr'] : null,
    repo: textOf(input['repo']),
    comments: input['comment'] === true,
    linters,
    translations: settings.translations ?? [],
    tests: testsOf(settings),
    model,
  };
  const through = model?.settings ?? null;
  return { argv: [own.program, 'review'], stdin: printReviewAssignment(assignment), env: linters.flatMap(({ env }) => env), ...(through === null ? {} : { through }) };
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function testsOf({ tests }: Pick<ReviewSettings & object, 'tests'>): TestPlaces | null {
  if (tests === false) return null;
  return typeof tests === 'object' && tests !== null ? { code: tests.code ?? [], tests: tests.tests ?? [] } : { code: [], tests: [] };
}

function modelOf(name: string, { prompt, model, turns, costUsd, session, own, config }: RunRequest): ReviewModel {
  const settings = runtimeBehind(name, config);
  const { requestsPerMinute, attempt } = own;
  return { name, settings, model: model ?? settings?.model ?? null, preface: prompt, session, turns, costUsd, requestsPerMinute, attempt };
}
