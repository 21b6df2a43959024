/** A blocker with what its severity asks for. */
import { instantOf } from '../../core/dates.ts';
import { settingsOf } from '../../core/documents/settings.ts';
import type { Blocker } from '../../core/model.ts';
import { answerDue } from '../../core/policy/answer-due.ts';
import { calledUpon } from '../../core/policy/called-upon.ts';
import type { CalledUpon } from '../../core/policy/called-upon.ts';
import type { View } from '../view.ts';

export interface OpenBlocker extends CalledUpon {
  readonly blocker: Blocker;
  readonly raised: Date | null;
  /** When its severity wants an answer; null where no time is set or it was answered. */
  readonly due: Date | null;
}

export function openBlocker(view: View, blocker: Blocker): OpenBlocker {
  const { config, agents } = view.survey;
  const raised = blocker.raised === null ? null : instantOf(blocker.raised, settingsOf(config).timeZone);
  const due = answerDue(blocker, config);
  return { blocker, raised: dateOf(raised), due: dateOf(due), ...calledUpon(blocker, view.task(blocker.task), config, agents) };
}

const dateOf = (instant: number | null): Date | null => (instant === null ? null : new Date(instant));
