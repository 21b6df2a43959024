/** The metrics of a workspace: everything they are measured on, read at the same time. */
import { agentIds, rosterOf } from '../../core/documents/roster.ts';
import { verifierOf } from '../../core/documents/verifier.ts';
import { gatherEvidence } from '../../core/metrics/evidence.ts';
import type { Evidence } from '../../core/metrics/evidence.ts';
import type { Verified } from '../../core/metrics/hold-targets.ts';
import { makeMetrics } from '../../core/metrics/make-metrics.ts';
import type { Metrics } from '../../core/metrics/make-metrics.ts';
import type { Period } from '../../core/metrics/measured.ts';
import { lastQuantity } from '../../core/metrics/quantity.ts';
import type { Config } from '../../core/model.ts';
import { done } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import { findCoverage } from './find-coverage.ts';
import { readJobs } from '../jobs/read-jobs.ts';
import { knownCosts } from './known-costs.ts';
import type { OpenedWithClaims } from '../open-with-claims.ts';
import type { Ports } from '../ports.ts';

export interface MetricsNeed {
  readonly period: Period;
  /** A report of test coverage, as typed; null: the one that is found. */
  readonly coverage: string | null;
  /** Whether verifiers that targets name are run. */
  readonly runs: boolean;
}

export interface ReadMetrics {
  readonly metrics: Metrics;
  readonly evidence: Evidence;
}

export async function readMetrics(ports: Ports, { view, claims }: OpenedWithClaims, { period, coverage: typed, runs }: MetricsNeed): Promise<Result<ReadMetrics>> {
  const { config, agents } = view.survey;
  const coverage = await findCoverage(ports, config, typed);
  if (!coverage.ok) return coverage;
  const [isShallow, { jobs }, { costs }] = await Promise.all([ports.git.isShallow(), readJobs(ports), knownCosts(ports)]);
  // A history that is cut off would make everything look recorded at its first commit.
  const history = isShallow ? [] : await ports.git.workspaceHistory(ports.location.folder);
  const evidence = gatherEvidence({ workspace: view.workspace(), graph: view.graph(), history, claims: [...claims.values()].flatMap(({ id, claim }) => (claim === null ? [] : [{ id, ...claim }])), jobs, costs, coverage: coverage.value });
  const verified = runs ? await measureTargets(ports, config) : new Map<string, Verified>();
  return done({ evidence, metrics: makeMetrics(evidence, { period, agents, targets: config.targets ?? {}, verified, idOf: agentIds(rosterOf(agents)) }) });
}

/** One after the other: they are commands of the project, and may use all of the machine. */
async function measureTargets(ports: Ports, config: Config): Promise<ReadonlyMap<string, Verified>> {
  const verified = new Map<string, Verified>();
  const answers = new Map<string, Verified>();
  for (const [name, { verifier }] of Object.entries(config.targets ?? {})) {
    if (!verifier) continue;
    const answer = answers.get(verifier) ?? (await measure(ports, config, verifier));
    answers.set(verifier, answer);
    verified.set(name, answer);
  }
  return verified;
}

async function measure({ processes, location }: Ports, config: Config, name: string): Promise<Verified> {
  const verifier = verifierOf(config, name);
  if (verifier === null) return 'no-verifier';
  const { exitCode, tail } = await processes.run(verifier.command, { cwd: location.root, timeoutSeconds: verifier.timeoutSeconds });
  return exitCode === 0 ? (lastQuantity(tail) ?? 'no-number') : 'verifier-failed';
}
