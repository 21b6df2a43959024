/** What the environment tells of a CI service: https://docs.github.com/actions and https://docs.gitlab.com/ci name the variables. */
import { appendFileSync } from 'node:fs';
import type { Change, Ci } from '../app/ports/ci-port.ts';
import { orUnwritable } from './write-failure.ts';

export function createCi(env: NodeJS.ProcessEnv): Ci {
  const of = (name: string): string | null => env[name] || null;
  const service = of('GITHUB_ACTIONS') === 'true' ? 'github' : of('GITLAB_CI') === 'true' ? 'gitlab' : null;
  const summary = service === 'github' ? of('GITHUB_STEP_SUMMARY') : null;
  return {
    run: () => Promise.resolve(service === null ? null : { service, change: CHANGES[service](of) }),
    summarize(markdown) {
      if (summary !== null) orUnwritable(summary, () => appendFileSync(summary, markdown));
      return Promise.resolve();
    },
  };
}

type Variable = (name: string) => string | null;

const CHANGES: Readonly<Record<'github' | 'gitlab', (of: Variable) => Change | null>> = {
  github: (of) => change(of('GITHUB_BASE_REF'), of('GITHUB_HEAD_REF'), of('GITHUB_EVENT_NAME') === 'pull_request' ? of('GITHUB_SHA') : null),
  gitlab: (of) => change(of('CI_MERGE_REQUEST_TARGET_BRANCH_NAME'), of('CI_MERGE_REQUEST_SOURCE_BRANCH_NAME'), of('CI_MERGE_REQUEST_EVENT_TYPE') === 'detached' ? null : of('CI_COMMIT_SHA')),
};

function change(target: string | null, source: string | null, merge: string | null): Change | null {
  return target === null ? null : { target, source, merge };
}
