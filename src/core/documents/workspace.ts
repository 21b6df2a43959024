/** All records of one tree, read and normalised, before they are checked against each other. */
import type { Agent, Blocker, Config, Decision, Feedback, Handoff, StatusSection, Task } from '../model.ts';
import type { AgentBrief } from './read-agents.ts';

export interface Workspace {
  /** The folder's name, `deployment` by default. */
  readonly folder: string;
  readonly config: Config;
  /** coord.yaml is there but cannot be read: what it would say is unknown, and unknown means no. */
  readonly configBroken: boolean;
  /** Names under `verifiers` in coord.yaml whose entries are wrong, and so were left out of `config`. */
  readonly brokenVerifiers: readonly string[];
  readonly agents: readonly Agent[];
  /** What agents/<id>.md say, before they were merged into `agents`. */
  readonly briefs: readonly AgentBrief[];
  /** In order of file name, then of appearance. Duplicated ids all appear here; the graph takes the first. */
  readonly tasks: readonly Task[];
  readonly handoffs: readonly Handoff[];
  readonly blockers: readonly Blocker[];
  readonly decisions: readonly Decision[];
  readonly feedback: readonly Feedback[];
  readonly status: readonly StatusSection[];
}
