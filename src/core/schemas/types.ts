// Generated from schemas/ by `npm run generate`. Do not edit.

/**
 * Front matter of agents/<id>.md: extends the team entry of that id; the body is the agent's brief. Files made for .claude/agents (name, description, tools, model) fit as they are.
 */
export type AgentDocument = TeamMember;

/**
 * Every kind of document and answer, by the name of its schema.
 */
export interface Documents {
  Agent: AgentDocument;
  Blocker: BlockerDocument;
  Claim: ClaimDocument;
  Coord: CoordConfig;
  Decision: DecisionDocument;
  Handoff: HandoffDocument;
  Limits: Limits;
  Member: TeamMember;
  Queue: QueueDocument;
  Task: TaskDocument;
}
/**
 * One agent, team or person: an entry `team.<id>` of coord.yaml, or the front matter of agents/<id>.md. Any field may stand in either place; where both give one, they must agree.
 */
export interface TeamMember {
  /**
   * Name for people, e.g. "Backend Agent". Resolves to the id wherever an agent is named. Default: the id.
   */
  name?: string | null;
  /**
   * When to call on this agent, in a sentence or two; tools that read .claude/agents use it to choose.
   */
  description?: string | null;
  /**
   * Other names that mean this agent, e.g. ["API Specialist", "PM"].
   */
  aliases?: string[] | null;
  /**
   * What it is on the team, e.g. "DevOps Specialist".
   */
  role?: string | null;
  /**
   * Primary focus in one line, e.g. "REST APIs, business logic, database operations".
   */
  focus?: string | null;
  /**
   * The phase it is active in, by id, where it has just one.
   */
  phase?: string | null;
  /**
   * What it can do, e.g. ["Jest", "Mocking"].
   */
  skills?: string[] | null;
  /**
   * What it knows deeply, e.g. ["Python 3.12+", "async programming"].
   */
  expertise?: string[] | null;
  /**
   * Key responsibilities, or the components assigned to it, one an item.
   */
  responsibilities?: string[] | null;
  /**
   * Tools it works with, as a list or separated by commas, e.g. ["flyctl", "Terraform"] or "Read, Edit, Bash".
   */
  tools?: string[] | string | null;
  /**
   * Access it needs: accounts, services, kinds of key. Never a secret itself.
   */
  access?: string[] | null;
  /**
   * Output artifacts it leaves, e.g. ["Deployment scripts", "Test suites"].
   */
  outputs?: string[] | null;
  /**
   * Who leads it: an agent or a person, e.g. "@ml-lead".
   */
  lead?: string | null;
  /**
   * Where to reach it: a name under `channels`, or a channel's name as it is, e.g. "#team-ml".
   */
  channel?: string | null;
  /**
   * When its daily stand-up is, e.g. "09:15 UTC", or "async".
   */
  standup?: string | null;
  /**
   * Its working hours, in the workspace's time zone, e.g. "mon-fri 09:00-17:00" or "14:00-16:30".
   */
  hours?: string | null;
  /**
   * Globs of the paths it owns, relative to the repository, e.g. ["backend/**"].
   */
  owns?: string[] | null;
  /**
   * Pattern of its branches; {agent} and {task} stand for the ids. Default: "{agent}/{task}". Example: "agent-1/{task}".
   */
  branch?: string | null;
  /**
   * What it waits for from other agents: the labelled edges between agents.
   */
  needs?:
    | {
        /**
         * The agent that gives it, by id, name or alias.
         */
        from: string;
        /**
         * What is handed over, e.g. "Database Ready".
         */
        label?: string | null;
      }[]
    | null;
  /**
   * What success means for it, one an item, e.g. ["Zero performance warnings"].
   */
  criteria?: string[] | null;
  /**
   * Commands it uses daily, for people to read; coord never runs them. Example: ["pnpm build", "pnpm test"].
   */
  commands?: string[] | null;
  /**
   * What runs it: a name under `runtimes` in coord.yaml.
   */
  runtime?: string | null;
  /**
   * Model it runs on, in its runtime's own naming.
   */
  model?: string | null;
  /**
   * Globs of the only paths it may change when it is run; default: those it owns.
   */
  writes?: string[] | null;
  /**
   * JSON Schema of the input it takes; its properties become flags after the agent's name.
   */
  inputs?: {} | null;
  /**
   * JSON Schema of the answer it must give.
   */
  output?: {} | null;
  /**
   * What a run does, in order, where it is more than its prompt.
   */
  steps?:
    | {
        /**
         * Name of the step, e.g. "build".
         */
        name: string;
        /**
         * Name of the verifier in coord.yaml whose command this step runs.
         */
        run?: string | null;
        /**
         * True: somebody must approve before it runs.
         */
        approval?: boolean | null;
        /**
         * Name of the verifier in coord.yaml whose command takes this step back.
         */
        undo?: string | null;
      }[]
    | null;
  /**
   * Names of the verifiers in coord.yaml that must pass on all it does, besides those its task names.
   */
  verifiers?: string[] | null;
  /**
   * Kinds of action that need somebody's approval first, e.g. ["git_push", "deploy"].
   */
  approvals?: string[] | null;
  limits?: Limits;
}
/**
 * Upper bounds: for the whole workspace in coord.yaml, or tighter ones for one agent. An empty value means the default, or no bound where there is none.
 */
export interface Limits {
  /**
   * How long a claim lasts without being renewed, as a duration ("2 hours", "90 min"); a bare number is minutes. Default: 2 hours.
   */
  lease?: string | number | null;
  /**
   * How many agents may run at once, e.g. 4.
   */
  agents?: number | null;
  /**
   * Model requests a minute, all agents together, e.g. 50.
   */
  requests_per_minute?: number | null;
  /**
   * Model turns in one run of an agent, e.g. 40.
   */
  turns?: number | null;
  /**
   * Wall clock of one run of an agent, as a duration ("30 minutes"); a bare number is seconds.
   */
  timeout?: string | number | null;
  /**
   * Memory of one running agent, in megabytes, e.g. 512.
   */
  memory_mb?: number | null;
  /**
   * Most that one task may cost, in US dollars, e.g. 2.5.
   */
  cost_per_task?: number | null;
  /**
   * Most that one agent may cost in a day, in US dollars.
   */
  cost_per_agent?: number | null;
  /**
   * Most that all agents together may cost in a day, in US dollars, e.g. 40.
   */
  cost_per_day?: number | null;
  /**
   * Failed runs in a row after which no further ones are started, e.g. 3.
   */
  failures?: number | null;
  /**
   * How long records of finished runs are kept, as a duration ("30 days"); a bare number is days.
   */
  retention?: string | number | null;
}
/**
 * Front matter of a file under status/blockers/: one thing that holds one task up. The body is free text.
 */
export interface BlockerDocument {
  /**
   * Id of the task that is blocked.
   */
  task: string;
  /**
   * Who raised it: an agent by id, name or alias.
   */
  by?: string | null;
  /**
   * P0, P1, P2 or P3, as described under `severities` in coord.yaml. Empty means P2.
   */
  severity?: 'P0' | 'P1' | 'P2' | 'P3' | null;
  /**
   * Whom or what it waits on: an agent by id, name or alias, `human:<name>`, or `external:<what>`.
   */
  waits_on?: string | null;
  /**
   * What is needed to go on, in a line or two.
   */
  needed: string;
  /**
   * When it was raised: a date, or a date and time.
   */
  raised?: string | null;
  /**
   * Who answered first, and when. Empty: nobody yet.
   */
  acknowledged?: {
    /**
     * The agent or person that acknowledged it.
     */
    by: string;
    /**
     * When: a date, or a date and time.
     */
    at: string;
  } | null;
  /**
   * When it was resolved: a date, or a date and time. Empty: it still blocks.
   */
  resolved?: string | null;
}
/**
 * The blob that refs/coord/tasks/<id> points to: who works on the task now. It changes by compare-and-swap only. Fields that are not known are kept.
 */
export interface ClaimDocument {
  /**
   * Version of the protocol.
   */
  coord: 1;
  /**
   * held: somebody works on it. released: given back. done: finished; the ref stays so that the token never falls.
   */
  state: 'held' | 'released' | 'done';
  /**
   * Id of the agent that claimed it.
   */
  agent: string;
  /**
   * 128 random bits, new with each claim, as 32 hexadecimal digits. Whoever knows it holds the claim.
   */
  nonce: string;
  /**
   * Fencing token: rises by one with each new claim of the task.
   */
  token: number;
  /**
   * When it was claimed, ISO 8601 in UTC.
   */
  since: string;
  /**
   * Length of the lease, in minutes.
   */
  lease_minutes: number;
  /**
   * End of the lease as last renewed, ISO 8601 in UTC.
   */
  until: string;
  /**
   * Branch the work goes to, without refs/heads/.
   */
  branch: string | null;
  /**
   * Commit at the time of writing, in full.
   */
  head: string | null;
  /**
   * Hash of the task's acceptance criteria when it was claimed.
   */
  criteria: string;
  /**
   * Session that claimed it, from COORD_SESSION.
   */
  session?: string | null;
  /**
   * Path of the work tree, as the claimant saw it.
   */
  worktree?: string | null;
  /**
   * Remote it was pushed to; empty for a claim on this machine alone.
   */
  remote?: string | null;
  [k: string]: unknown;
}
/**
 * coord.yaml: the settings of a workspace. Every field may be left out; an empty value means the same as an absent one.
 */
export interface CoordConfig {
  /**
   * Version of the protocol the workspace follows: 1.
   */
  protocol?: number;
  /**
   * Name of the project, for people.
   */
  project?: string | null;
  /**
   * Time zone by IANA name in which dates and times without an offset are meant; a date means the end of that day. Default: UTC. Example: "Europe/Berlin".
   */
  timezone?: string | null;
  /**
   * Default branch. Default: what the remote `origin` says, else git's init.defaultBranch.
   */
  main?: string | null;
  /**
   * Branch in which agents' branches are merged before they reach the default branch, e.g. "workstream-integration". Default: none.
   */
  integration?: string | null;
  /**
   * True: verbs that write records commit exactly those files.
   */
  commit?: boolean | null;
  /**
   * `local`: claims hold on this machine. Or the name of the remote through which they are shared, e.g. "origin". Default: local.
   */
  claims?: string | null;
  /**
   * The agents, teams and people, by id.
   */
  team?: {
    [k: string]: TeamMember;
  } | null;
  /**
   * Areas of the project and who answers for each, by the area's name, e.g. `database_schema`. (Older name: conflict_resolution.)
   */
  ownership?: {
    [k: string]: OwnershipArea;
  } | null;
  /**
   * The phases of the project, in order. A phase opens when every earlier one's gate is done.
   */
  phases?: PhaseSettings[] | null;
  /**
   * Groups of tasks, by id, as tasks name them in `group`.
   */
  groups?: {
    [k: string]: GroupSettings;
  } | null;
  /**
   * When everybody comes together.
   */
  sync_points?: SyncPoint[] | null;
  /**
   * What P0, P1, P2 and P3 mean and how soon each is answered. (Older name: severity_levels, with keys such as P0_critical.)
   */
  severities?: {
    P0?: SeverityLevel;
    P1?: SeverityLevel;
    P2?: SeverityLevel;
    P3?: SeverityLevel;
  } | null;
  /**
   * Figures to reach, by name, e.g. `test_coverage`. (Older name: agent_metrics.)
   */
  targets?: {
    [k: string]: TargetSettings;
  } | null;
  /**
   * Commands that prove work, by name; tasks refer to them by name only.
   */
  verifiers?: {
    [k: string]: VerifierSettings;
  } | null;
  /**
   * What runs agents, by name, as agents refer to it in `runtime`.
   */
  runtimes?: {
    [k: string]: RuntimeSettings;
  } | null;
  limits?: Limits;
  /**
   * What may go wrong.
   */
  risks?: Risk[] | null;
  /**
   * What success means for the team, as named lists: criteria one an item. Example: {"team": ["Zero warnings in production build"]}.
   */
  criteria?: {
    /**
     * One list of criteria.
     */
    [k: string]: string[] | null;
  } | null;
  /**
   * Where things are said and found, by name, e.g. `coordination`.
   */
  channels?: {
    [k: string]: Channel;
  } | null;
  /**
   * Whom to turn to, by subject. Example: {"database": "PostgreSQL team"}.
   */
  contacts?: {
    /**
     * A person, team or service, and how to reach it.
     */
    [k: string]: string | null;
  } | null;
  /**
   * What is done when something happens.
   */
  reactions?: Reaction[] | null;
  /**
   * The live board. (Older name: dashboard_config.)
   */
  dashboard?: {
    /**
     * How often it is refreshed, as a duration ("5 minutes"); a bare number is seconds.
     */
    refresh_interval?: string | number | null;
    /**
     * What it shows, in order.
     */
    widgets?: Widget[] | null;
  } | null;
}
/**
 * One area.
 */
export interface OwnershipArea {
  /**
   * Who owns it: an agent by id, name or alias. Conflicts in its paths go to them.
   */
  owner?: string | null;
  /**
   * Who is asked for feedback on decisions.
   */
  reviewers?: string[] | null;
  /**
   * Who makes the final call. Default: the owner.
   */
  decision_maker?: string | null;
  /**
   * Globs of the paths that belong to it, relative to the repository.
   */
  paths?: string[] | null;
  /**
   * How long reviewers have, as a duration ("24h"); a bare number is hours. Default: 24 hours.
   */
  feedback?: string | number | null;
  /**
   * What belongs to it, in a line.
   */
  about?: string | null;
}
/**
 * One phase.
 */
export interface PhaseSettings {
  /**
   * Its id, as tasks name it in `phase`, e.g. "foundation".
   */
  id: string;
  /**
   * Its name for people, e.g. "Foundation".
   */
  name?: string | null;
  /**
   * parallel: its tasks may run side by side. sequential: one after another. Default: parallel.
   */
  mode?: 'parallel' | 'sequential' | null;
  /**
   * Id of the task whose being done closes this phase and opens the next.
   */
  gate?: string | null;
  /**
   * When it starts: a date, or a date and time.
   */
  start?: string | null;
  /**
   * How long it is meant to take, as a duration ("2 weeks", "45 min"); a bare number is days.
   */
  length?: string | number | null;
  /**
   * When its agents come together, in words, e.g. "End of week 1".
   */
  sync?: string | null;
  /**
   * What they come together on, or what the phase is for, one an item.
   */
  about?: string[] | null;
}
/**
 * One group.
 */
export interface GroupSettings {
  /**
   * Its name for people, e.g. "Security Hardening".
   */
  name?: string | null;
  /**
   * Who does its tasks: an agent by id, name or alias.
   */
  agent?: string | null;
  /**
   * Expected work of the whole group: a number of hours, or a duration or range such as "3-4 hours".
   */
  estimate?: number | string | null;
}
/**
 * One synchronisation point.
 */
export interface SyncPoint {
  /**
   * `daily 09:00`, `weekly mon 10:00`, or `on <event>` such as `on blocker`; in the workspace's time zone.
   */
  when: string;
  /**
   * What for, e.g. "Sprint planning".
   */
  about?: string | null;
  /**
   * Who takes part. Default: everybody.
   */
  agents?: string[] | null;
  /**
   * Where: a name under `channels`.
   */
  channel?: string | null;
}
/**
 * What one severity means and how soon it is answered.
 */
export interface SeverityLevel {
  /**
   * What it means, e.g. "Production down".
   */
  description?: string | null;
  /**
   * Response time: a duration ("15 minutes") or words ("Next business day"); a bare number is minutes. Past it a blocker is overdue. (Older name: response_time.)
   */
  respond?: string | number | null;
  /**
   * Who is required: agents, or roles such as "Relevant feature owner" and "Any available". (Older name: agents_required.)
   */
  agents?: string[] | null;
  /**
   * How soon somebody must have acknowledged it, as a duration ("15 minutes"); a bare number is minutes.
   */
  acknowledge?: string | number | null;
  /**
   * Who hears of it when it is overdue: agents, people or roles.
   */
  escalate?: string[] | null;
  /**
   * Where it is posted: a name under `channels`.
   */
  channel?: string | null;
}
/**
 * One figure.
 */
export interface TargetSettings {
  /**
   * What to reach: "90%", "< 4 hours", "< 200ms", or a number.
   */
  target: string | number;
  /**
   * How it is measured, e.g. "Tasks completed on time / Total tasks".
   */
  measurement?: string | null;
  /**
   * Name of the verifier that measures it, for figures that files cannot give.
   */
  verifier?: string | null;
  /**
   * The figure as last entered by hand.
   */
  value?: string | number | null;
}
/**
 * One verifier.
 */
export interface VerifierSettings {
  /**
   * The program and its arguments, run in the work tree's root without a shell. Exit code 0 is success. Example: ["npm", "test"].
   *
   * @minItems 1
   *
   * Items: The program, then an argument.
   */
  run: string[];
  /**
   * After how long it is stopped, as a duration ("10 minutes"); a bare number is seconds.
   */
  timeout?: string | number | null;
  /**
   * What it proves, in a line.
   */
  about?: string | null;
}
/**
 * One runtime.
 */
export interface RuntimeSettings {
  /**
   * command: any program, with the prompt on its standard input. claude, codex, gemini: that command-line agent. anthropic: the model's API directly.
   */
  kind: 'command' | 'claude' | 'codex' | 'gemini' | 'anthropic';
  /**
   * The program and its arguments, for `command`, or to replace another kind's own.
   *
   * @minItems 1
   */
  run?: string[] | null;
  /**
   * Model it uses where the agent names none.
   */
  model?: string | null;
  /**
   * Names of environment variables it may see. Values never stand in files.
   */
  env?: string[] | null;
}
/**
 * One risk.
 */
export interface Risk {
  /**
   * What may go wrong, e.g. "Database replication lag".
   */
  risk: string;
  /**
   * Who watches it: an agent by id, name or alias.
   */
  owner?: string | null;
  /**
   * What is done against it.
   */
  mitigation?: string | null;
  /**
   * What is done if it happens, one an item.
   */
  contingency?: string[] | null;
}
/**
 * One channel.
 */
export interface Channel {
  /**
   * Where it is: a channel's name, a file or folder, e.g. "#workstream-coordination".
   */
  where?: string | null;
  /**
   * What it is for, one an item, e.g. the questions of a stand-up.
   */
  about?: string[] | null;
  /**
   * How notices reach it. terminal: printed. command: `run` with the notice on standard input. webhook: signed JSON. slack: a webhook in Slack's form. summary: the CI job's summary. Empty: people only, no notices are sent.
   */
  kind?: 'terminal' | 'command' | 'webhook' | 'slack' | 'summary' | null;
  /**
   * The program and its arguments, for `command`.
   *
   * @minItems 1
   */
  run?: string[] | null;
  /**
   * Name of the environment variable that holds the webhook's address.
   */
  url_env?: string | null;
  /**
   * Name of the environment variable that holds the key webhooks are signed with.
   */
  secret_env?: string | null;
}
/**
 * One rule.
 */
export interface Reaction {
  /**
   * The event, e.g. "blocker.overdue".
   */
  on:
    | 'task.done'
    | 'task.ready'
    | 'claim.expired'
    | 'handoff.created'
    | 'blocker.raised'
    | 'blocker.overdue'
    | 'gate.open'
    | 'deadline.near'
    | 'sync.due'
    | 'validation.failed'
    | 'feedback.due';
  /**
   * notify: send a notice. run: run a verifier's command. dispatch: start the task's agent. report: write a report.
   */
  do: 'notify' | 'run' | 'dispatch' | 'report';
  /**
   * For notify: a name under `channels`. Default: the agent's own channel.
   */
  channel?: string | null;
  /**
   * For run: a name under `verifiers`.
   */
  verifier?: string | null;
  /**
   * For report: the kind of report, e.g. "pages".
   */
  report?: string | null;
  /**
   * Only where one of these agents is concerned. Default: all.
   */
  agents?: string[] | null;
  /**
   * Only for blockers of these severities. Default: all.
   */
  severities?: ('P0' | 'P1' | 'P2' | 'P3')[] | null;
  /**
   * For deadline.near: how long before, as a duration ("24h"); a bare number is hours. Default: 24 hours.
   */
  within?: string | number | null;
}
/**
 * One part of the board.
 */
export interface Widget {
  /**
   * progress_bar, agent_status, blocker_list, timeline or metrics.
   */
  type: 'progress_bar' | 'agent_status' | 'blocker_list' | 'timeline' | 'metrics';
  /**
   * What it is about, e.g. "overall_completion".
   */
  data?: string | null;
}
/**
 * Front matter of a file under decisions/: one decision. The body says why.
 */
export interface DecisionDocument {
  /**
   * What is decided, in one line. Example: "Keep sessions in Redis".
   */
  title: string;
  /**
   * proposed: open for feedback. accepted: binds. rejected: was turned down. superseded: another one replaced it.
   */
  status: 'proposed' | 'accepted' | 'rejected' | 'superseded';
  /**
   * The area it belongs to: a name under `ownership` in coord.yaml.
   */
  area?: string | null;
  /**
   * Who proposed it and sees it through: an agent by id, name or alias.
   */
  owner?: string | null;
  /**
   * Whose feedback is asked for.
   */
  reviewers?: string[] | null;
  /**
   * When it was proposed: a date, or a date and time.
   */
  proposed?: string | null;
  /**
   * Until when feedback is taken: a date (its end), or a date and time. Empty means the area's `feedback` after it was proposed.
   */
  deadline?: string | null;
  /**
   * Who makes the final call: an agent by id, name or alias.
   */
  decision_maker?: string | null;
  /**
   * When it was accepted or rejected: a date, or a date and time.
   */
  decided?: string | null;
  /**
   * File names of the decisions it replaces.
   */
  supersedes?: string[] | null;
  /**
   * File name of the decision that replaced it.
   */
  superseded_by?: string | null;
  /**
   * Globs of the paths it binds, relative to the repository.
   */
  scope?: string[] | null;
}
/**
 * Front matter of a file under handoffs/: what one agent leaves to the next. The body is its notes.
 */
export interface HandoffDocument {
  /**
   * Who hands over: an agent by id, name or alias.
   */
  from_agent: string;
  /**
   * Who takes over: an agent by id, name or alias; empty for whoever comes next.
   */
  to_agent?: string | null;
  /**
   * When it was written, ISO 8601. Example: "2025-08-10T14:00:00Z".
   */
  timestamp?: string | null;
  /**
   * Id of the task it is about.
   */
  task?: string | null;
  /**
   * What was completed, one an item.
   */
  task_completed?: string[] | null;
  /**
   * What others can now build on, one an item.
   */
  dependencies_ready?: string[] | null;
  /**
   * What stands in the way, one an item.
   */
  blockers?: string[] | null;
  /**
   * Recommended next actions, one an item.
   */
  next_steps?: string[] | null;
  /**
   * Files that are part of what is handed over.
   */
  artifacts?:
    | {
        /**
         * Path relative to the repository.
         */
        path: string;
        /**
         * What the file contains.
         */
        description?: string | null;
        /**
         * Git's id of the file's content when it was handed over; tells whether it has changed since.
         */
        blob?: string | null;
      }[]
    | null;
  /**
   * Commit the work started from, in full.
   */
  base?: string | null;
  /**
   * Commit the work ended with, in full.
   */
  head?: string | null;
  /**
   * Branch the work is on.
   */
  branch?: string | null;
  /**
   * Tree of `head`; survives a squash.
   */
  tree?: string | null;
  /**
   * Fencing token of the claim under which the work was done.
   */
  token?: number | null;
  /**
   * Nonce of that claim, 32 hexadecimal digits.
   */
  nonce?: string | null;
  /**
   * The verifiers that ran on `head`, in order.
   */
  verification?:
    | {
        /**
         * The verifier's name in coord.yaml.
         */
        name: string;
        /**
         * The command that ran, for people to read.
         */
        command?: string | null;
        /**
         * The exit code it ended with; 0 is success.
         */
        exit_code: number;
        /**
         * When it ended, ISO 8601 in UTC.
         */
        at?: string | null;
      }[]
    | null;
  /**
   * What was tried and does not work, so that nobody tries it again, one an item.
   */
  ruled_out?: string[] | null;
  /**
   * Who took it over, and when. Empty: nobody yet.
   */
  acknowledged?: {
    /**
     * The agent or person that acknowledged it.
     */
    by: string;
    /**
     * When, ISO 8601.
     */
    at: string;
  } | null;
  /**
   * Additional context, where it is not in the body.
   */
  notes?: string | null;
}
/**
 * A queue file under tasks/, as people write it by hand: tasks in up to three lists by priority.
 */
export interface QueueDocument {
  /**
   * The queue. A list that is empty or absent holds no tasks.
   */
  task_queue: {
    /**
     * Tasks of high priority.
     */
    high_priority?: TaskDocument[] | null;
    /**
     * Tasks of medium priority.
     */
    medium_priority?: TaskDocument[] | null;
    /**
     * Tasks of low priority.
     */
    low_priority?: TaskDocument[] | null;
  } | null;
}
/**
 * One task: a file of its own under tasks/, or an item of a queue file. An empty field means the same as an absent one; files that coord makes hold every field, in this order.
 */
export interface TaskDocument {
  /**
   * Unique over all task files, ignoring case; never changed or reused. Letters, digits, `_`, `-` and inner dots, at most 64, starting with a letter or digit. Example: "FIX-001".
   */
  id: string;
  /**
   * What is to be done, in one line. Example: "Fix website deployment".
   */
  task: string;
  /**
   * Who it is for: an agent by id, name or alias; empty for anyone.
   */
  agent?: string | null;
  /**
   * high, medium or low. Empty means medium, or what the queue's list says.
   */
  priority?: 'high' | 'medium' | 'low' | null;
  /**
   * task: work. gate: a check that opens what waits for it. milestone: a point reached when its dependencies are done. Empty means task.
   */
  kind?: 'task' | 'gate' | 'milestone' | null;
  /**
   * Where it stands. `in_progress` is a statement without a lease: a claim is what counts. Empty means todo.
   */
  status?: 'todo' | 'in_progress' | 'review' | 'done' | 'cancelled' | null;
  /**
   * Share done, in percent, 0 to 100. Example: 60.
   */
  progress?: number | null;
  /**
   * Tasks that must be done first: ids, or ids with a label. Example: ["API-001", {"id": "AUTH-001", "label": "Login works"}].
   */
  dependencies?:
    | (
        | string
        | {
            /**
             * The id of the task waited for.
             */
            id: string;
            /**
             * What is handed over along this edge, e.g. "Database Ready".
             */
            label?: string | null;
          }
      )[]
    | null;
  /**
   * The phase it belongs to: an id under `phases` in coord.yaml.
   */
  phase?: string | null;
  /**
   * The group it belongs to: an id under `groups` in coord.yaml.
   */
  group?: string | null;
  /**
   * Expected work: a number of hours, or a duration or range such as "2 days", "3-4 hours", "30 min". A day is 8 hours, a week 5 days.
   */
  estimate?: number | string | null;
  /**
   * A date (the end of that day in the workspace's time zone) or a date and time. Example: 2025-08-12.
   */
  deadline?: string | null;
  /**
   * Globs of the paths it may touch, relative to the repository. Tasks whose files overlap are not worked on at once. Example: ["backend/src/main.rs"].
   */
  files?: string[] | null;
  /**
   * Steps to take, one an item, in order.
   */
  actions?: string[] | null;
  /**
   * What must hold when it is done, one an item: the acceptance criteria, or the task's test.
   */
  acceptance?: string[] | null;
  /**
   * Names of verifiers in coord.yaml that `coord done` runs. Example: ["build", "test"].
   */
  verify?: string[] | null;
  /**
   * Paths of what it leaves behind, relative to the repository. Example: ["docs/bundle-size.md"].
   */
  artifacts?: string[] | null;
  /**
   * When work began: a date, or a date and time. Written by `coord done` from the claim.
   */
  started?: string | null;
  /**
   * When it was done: a date, or a date and time.
   */
  completed?: string | null;
  /**
   * What `coord done` saw. Empty: nothing was proven.
   */
  proof?: {
    /**
     * Commit that was verified, in full.
     */
    head?: string | null;
    /**
     * Tree of that commit; survives a squash.
     */
    tree?: string | null;
    /**
     * The verifiers that ran, in order.
     */
    verified?:
      | {
          /**
           * The verifier's name in coord.yaml.
           */
          name: string;
          /**
           * The exit code it ended with; 0 is success.
           */
          exit_code: number;
          /**
           * When it ended, ISO 8601 in UTC.
           */
          at: string;
        }[]
      | null;
  } | null;
  /**
   * Anything else worth knowing, as free text.
   */
  notes?: string | null;
}
