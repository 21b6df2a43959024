import type { ActFailure } from '../../core/watch/act-failure.ts';
import { refusalLine } from '../describe-refusal.ts';
import type { Screen } from '../screen.ts';

/** Why what a rule asks for was not done. */
export function actFailure(failure: ActFailure, screen: Screen): string {
  switch (failure.why) {
    case 'no-verifier':
      return failure.name === null ? 'the rule names no verifier' : `there is no verifier ${failure.name}`;
    case 'broken-verifier':
      return `the entry of ${failure.name} under verifiers is wrong: coord validate`;
    case 'no-task':
      return 'it is about no task, so no agent can be started';
    case 'no-such-report':
      return `${failure.name} is no report that a rule can write: pages is`;
    case 'verifier-failed':
      return failure.exitCode === null ? `${failure.name} was killed` : `${failure.name} ended with exit code ${failure.exitCode}`;
    case 'verifier-late':
      return `${failure.name} was stopped after ${failure.seconds} s`;
    case 'job-failed':
      return `the job on ${failure.task} failed: coord jobs show ${failure.task}`;
    case 'refused':
      return [...new Set(failure.refusals.map((refusal) => refusalLine(refusal, screen)))].join(' ');
    case 'not-begun':
      return 'the watch ended before it began';
  }
}
