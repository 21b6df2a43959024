/** Proposes a decision, in a file of its own; who is asked and who decides comes from the ownership of its area. */
import { instantOf, isoSeconds } from '../../core/dates.ts';
import { decisionFile, printDecision } from '../../core/documents/print-decision.ts';
import { readFile } from '../../core/documents/read-file.ts';
import { recordName } from '../../core/documents/record-name.ts';
import type { Config, Decision } from '../../core/model.ts';
import { nearest } from '../../core/nearest.ts';
import { decisionStanding } from '../../core/policy/decision-standing.ts';
import type { DecisionStanding } from '../../core/policy/decision-standing.ts';
import { areasOf, planProposal } from '../../core/policy/plan-proposal.ts';
import { done, refused } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import { commitRecords } from '../commit-records.ts';
import { findDecision, nameOfDecision } from './find-decision.ts';
import { knownAgent } from '../known-agent.ts';
import { openAs } from '../open-as.ts';
import type { CommitOutcome, Ports } from '../ports.ts';
import type { View } from '../view.ts';
import { writeNewRecord } from '../write-new-record.ts';

export interface ProposeRequest {
  readonly title: string;
  /** null: the one its scope lies in. */
  readonly area: string | null;
  /** Globs of the paths it is to bind. */
  readonly scope: readonly string[];
  readonly why: string;
  readonly deadline: string | null;
  /** Names of decisions that it is to replace. */
  readonly supersedes: readonly string[];
  readonly as: string | null;
}

export interface DecisionChange {
  readonly standing: DecisionStanding;
  readonly commit: CommitOutcome;
}

export async function decidePropose(ports: Ports, request: ProposeRequest): Promise<Result<DecisionChange>> {
  if (request.deadline !== null && instantOf(request.deadline, 'UTC') === null) return refused('bad-value', { option: '--deadline', value: request.deadline, expected: 'a date such as 2025-08-12, or a time such as 2025-08-12T16:00Z' });
  const opened = await openAs(ports, request.as, knownAgent);
  if (!opened.ok) return opened;
  const { view, acting } = opened.value;
  const { config, agents } = view.survey;
  const area = areaOf(request, config);
  if (!area.ok) return area;
  const replaced = acceptedOnes(view, request.supersedes);
  if (!replaced.ok) return replaced;
  const makers = replaced.value.flatMap((decision) => decisionStanding(decision, view.survey).maker ?? []);
  const parts = planProposal(acting, area.value, makers, config, agents);
  const proposed = isoSeconds(ports.clock.now());
  const { title, scope, deadline, why } = request;
  const supersedes = replaced.value.map((decision) => `${nameOfDecision(decision)}.md`);
  const text = printDecision({ title, area: area.value, ...parts, proposed, deadline, supersedes, scope }, why);
  const written = await writeNewRecord(ports, (mark) => decisionFile(proposed.slice(0, 10), title, mark), text);
  if (!written.ok) return written;
  const { decision } = readFile(written.value, text, ports.location.folder);
  if (!decision) return refused('unreadable-record', { id: null, file: written.value });
  const commit = await commitRecords(ports, config, [written.value], { subject: `Propose: ${title}`, ...(why === '' ? {} : { body: why }), task: null, agent: acting });
  return done({ standing: decisionStanding(decision, view.survey), commit });
}

function areaOf({ area, scope }: ProposeRequest, config: Config): Result<string | null> {
  const areas = Object.keys(config.ownership ?? {});
  if (area !== null) return areas.includes(area) ? done(area) : refused('no-such-area', { name: area, nearest: nearest(area, areas), areas });
  const [first = null, ...others] = areasOf(scope, config);
  return others.length === 0 ? done(first) : refused('which-area', { areas: [first ?? '', ...others] });
}

function acceptedOnes(view: View, names: readonly string[]): Result<readonly Decision[]> {
  const found: Decision[] = [];
  for (const name of names) {
    const decision = findDecision(view, name, 'decide propose "..." --supersedes');
    if (!decision.ok) return decision;
    const { status, place } = decision.value;
    if (status !== 'accepted') return refused('not-accepted', { decision: recordName(place.file), status });
    found.push(decision.value);
  }
  return done(found);
}
