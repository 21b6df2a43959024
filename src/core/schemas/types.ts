// Generated from schemas/ by `npm run generate`. Do not edit.

/**
 * Front matter of agents/<id>.md: extends the team entry of that id; the body is the agent's brief. Files made for .claude/agents (name, description, tools, model) fit as they are.
 */
export type AgentDocument = TeamMember;
/**
 * What one run of it uses, as far as you can tell before it ran: `coord report cost --plan` goes by that until there were runs.
 */
export type StatedUsage = {
  /**
   * Tokens read in a run, e.g. 5000.
   */
  input: number;
  /**
   * Tokens written in a run, e.g. 10000.
   */
  output: number;
  /**
   * Tokens read from a cache in a run, besides `input`. Default: 0.
   */
  cached?: number | null;
  /**
   * How often it is run in a month, e.g. 50.
   */
  runs_per_month?: number | null;
} | null;
/**
 * Whether it can be run here; null: it was not asked, or nothing runs it.
 */
export type AgentHealth = {
  /**
   * Whether its program is there.
   */
  installed: boolean;
  /**
   * What its program says of itself; null: it was not asked, or did not say.
   */
  version: string | null;
  /**
   * Names of variables that are set and hold a key to its service, never what is in them; null: it needs none.
   */
  keys: string[] | null;
  /**
   * Its runs that succeeded.
   */
  succeeded: number;
  /**
   * Its runs that failed.
   */
  failed: number;
  last: LastRun;
} | null;
/**
 * Its last run; null: there was none.
 */
export type LastRun = {
  /**
   * Id of the job.
   */
  job: string;
  /**
   * What became of it.
   */
  state: string;
  /**
   * When it ended, else when it began.
   */
  at: string;
} | null;
/**
 * What was answered to a request for approval; null: nobody answered yet.
 */
export type ApprovalEntry = {
  /**
   * True: yes. False: no.
   */
  approved: boolean;
  /**
   * Who answered.
   */
  by: string;
  /**
   * When, as written.
   */
  at: string;
  /**
   * Under which conditions, or why not.
   */
  note: string | null;
} | null;
/**
 * Recommended next actions.
 *
 * Items: An action.
 */
export type NextSteps = string[];
/**
 * Who took it over; null: nobody yet.
 */
export type Acknowledged = {
  /**
   * Who acknowledged it.
   */
  by: string;
  /**
   * When.
   */
  at: string;
} | null;
/**
 * Why a claim is known to one machine alone, though coord.yaml names a remote for claims.
 */
export type NotSharedEntry = {
  /**
   * The remote that coord.yaml names.
   */
  remote: string;
  /**
   * Why the remote did not take it; null: git knows no such remote.
   */
  reason: string | null;
} | null;
/**
 * Tokens that asking a model used; null: none was asked, or it did not say.
 */
export type GenerateTokens = {
  /**
   * Tokens read.
   */
  input: number;
  /**
   * Tokens written.
   */
  output: number;
  /**
   * Tokens read from a cache.
   */
  cached: number;
} | null;
/**
 * The answer of `coord help`: verbs, or the page of a problem.
 */
export type HelpAnswer = HelpVerbs | HelpPage;
/**
 * sure: its form says so. likely: form and place do. guess: only its words or its neighbours do.
 */
export type ImportSureness = 'sure' | 'likely' | 'guess';
/**
 * A field's value as the file gives it.
 */
export type FieldValue = string | number | boolean | null | unknown[] | {};
/**
 * The answer of `coord plan`, or of `coord plan --conflicts`.
 */
export type PlanAnswer = PlanSchedule | PlanConflicts;
/**
 * The answer of `coord report cost`, or of `coord report cost --plan`.
 */
export type ReportCostAnswer = CostReportAnswer | CostEstimateAnswer;
/**
 * The review; null: there is none.
 */
export type Review = {
  /**
   * The commit that the change begins at.
   */
  base: string;
  /**
   * The commit that it ends at; null: the work tree as it is.
   */
  head: string | null;
  /**
   * Number of the pull request.
   */
  pull_request: number | null;
  /**
   * Files that the change touches.
   */
  files: number;
  /**
   * What was looked for, in order.
   */
  checks: ReviewCheck[];
  counts: FindingCounts;
  /**
   * What was found, by file and line; of too many, the worst.
   */
  findings: ReviewFinding[];
  /**
   * How many findings more there are than stand here.
   */
  left_out: number;
  /**
   * Comments made on the pull request; null: none were asked for.
   */
  posted: number | null;
} | null;
/**
 * Tokens that the model used; null: unknown, or no model was asked.
 */
export type ReviewTokens = {
  /**
   * Tokens read.
   */
  input: number;
  /**
   * Tokens written.
   */
  output: number;
  /**
   * Tokens read from a cache.
   */
  cached: number;
} | null;
/**
 * What came of the run; null: none was asked for.
 */
export type AgentRun = {
  /**
   * Id of the job.
   */
  job: string;
  /**
   * The agent, by id.
   */
  agent: string;
  /**
   * The task it worked on.
   */
  task: string | null;
  /**
   * What ran it: a name under `runtimes` in coord.yaml.
   */
  runtime: string;
  /**
   * The model, where one was named.
   */
  model: string | null;
  /**
   * success: it ended well and kept to its bounds.
   */
  state: 'success' | 'failed' | 'cancelled';
  /**
   * What it ended with: ok, or why it is no success.
   */
  reason:
    | 'ok'
    | 'exit'
    | 'turn-cap'
    | 'budget'
    | 'api-error'
    | 'no-output'
    | 'server-failed'
    | 'killed'
    | 'timeout'
    | 'memory'
    | 'no-program'
    | 'cancelled';
  /**
   * The same in words, where there is more to say.
   */
  message: string | null;
  /**
   * What it answered: any JSON value; null: nothing.
   */
  output:
    | {}
    | {
        [k: string]: unknown;
      }[]
    | string
    | number
    | boolean
    | null;
  /**
   * Name of its session, by which its runtime can go on with it.
   */
  session: string | null;
  tokens: RunTokens;
  /**
   * What it cost, in US dollars; null: unknown.
   */
  cost_usd: number | null;
  /**
   * Where the cost comes from.
   */
  cost_basis: 'reported' | 'priced' | 'unknown';
  /**
   * How long it ran.
   */
  seconds: number;
  /**
   * Paths it changed, committed or not.
   *
   * Items: A path relative to the repository.
   */
  changed: string[];
  /**
   * Those of them that it may not change.
   *
   * Items: A path relative to the repository.
   */
  outside: string[];
  /**
   * The last of what it printed, secrets taken out.
   */
  tail: string;
  /**
   * Processes it left running, which were stopped.
   */
  leftovers: number;
} | null;
/**
 * Tokens it used; null: unknown.
 */
export type RunTokens = {
  /**
   * Tokens read, without those from a cache.
   */
  input: number;
  /**
   * Tokens written.
   */
  output: number;
  /**
   * Tokens read from a cache.
   */
  cached: number;
} | null;
/**
 * The answer of `coord show`: about a task, a decision, or a path.
 */
export type ShowAnswer = ShowTask | ShowDecision | ShowPath;
/**
 * One line of `coord watch --json`: an object a line, as things happen.
 */
export type WatchAnswer =
  | WatchRecordCreated
  | WatchRecordChanged
  | WatchRecordDeleted
  | WatchTaskReady
  | WatchTaskDone
  | WatchGateOpen
  | WatchClaimTaken
  | WatchClaimReleased
  | WatchClaimExpired
  | WatchDeadlineNear
  | WatchHandoffCreated
  | WatchBlockerRaised
  | WatchBlockerOverdue
  | WatchSyncDue
  | WatchFeedbackDue
  | WatchValidationFailed
  | WatchBegan
  | WatchTroubled
  | WatchActed
  | WatchActFailed;
/**
 * What was answered to a request for approval, by whom and when. Empty: nobody answered yet.
 */
export type Approval = {
  /**
   * True: yes. False: no.
   */
  approved: boolean;
  /**
   * Who answered: an agent by id, name or alias, or `human:<name>`.
   */
  by: string;
  /**
   * When: a date, or a date and time.
   */
  at: string;
  /**
   * Under which conditions, or why not.
   */
  note?: string | null;
} | null;
/**
 * What `coord run reviewer` looks for in a change.
 */
export type ReviewSettings = {
  /**
   * Programs that look at changed files, by name.
   */
  linters?: {
    [k: string]: LinterSettings;
  } | null;
  /**
   * Where translations are: paths in which {locale} stands for the language, and * and ** as in globs. Files that differ in the language alone must have the same keys. JSON and YAML. Example: ["locales/{locale}.json"].
   */
  translations?: string[] | null;
  tests?: TestPlaces;
  /**
   * Name of the runtime whose model looks at the change besides; none: no model is asked.
   */
  model?: string | null;
} | null;
/**
 * Which files are code that needs tests, and which are tests. A test is beside code that it is named after (cart.ts: cart.test.ts, cart_test.ts, test_cart.py). Without it, both are told by the names in use; false: nobody asks for tests.
 */
export type TestPlaces =
  | {
      /**
       * Globs of code that needs tests.
       */
      code?: string[] | null;
      /**
       * Globs of tests.
       */
      tests?: string[] | null;
    }
  | boolean
  | null;
/**
 * Tokens it used; null: unknown.
 */
export type JobCostTokens = {
  /**
   * Tokens read.
   */
  input: number;
  /**
   * Tokens written.
   */
  output: number;
  /**
   * Tokens read from a cache.
   */
  cached: number;
} | null;
/**
 * One line of a job's journal, <git directory>/coord/jobs/<id>.ndjson. A job is one run of one agent; its state is what its events add up to.
 */
export type JobEvent =
  | JobCreated
  | JobClaimed
  | JobStarting
  | JobStarted
  | JobEnded
  | JobRulesChanged
  | JobProven
  | JobMainMoved
  | JobMerged
  | JobUnmerged
  | JobSteps
  | JobWaiting
  | JobApproved
  | JobRefused
  | JobStepStarted
  | JobStepEnded
  | JobRollingBack
  | JobUndone
  | JobRolledBack
  | JobFinished
  | JobFailed
  | JobCancelAsked
  | JobCancelled
  | JobRetried;
/**
 * Why what was merged since could not be merged into the branch, which an earlier job began; null: it has everything.
 */
export type JobOutdated = {
  /**
   * conflict: git cannot merge by itself. uncommitted: something is not committed there. failed: git gave another reason.
   */
  why: 'no-integration' | 'not-checked-out' | 'uncommitted' | 'conflict' | 'failed';
  /**
   * git's reason where it failed; files in conflict with their owners; else empty.
   */
  detail: string;
  /**
   * Files in conflict, or not committed.
   *
   * Items: A path.
   */
  files: string[];
} | null;
/**
 * Tokens it used; null: unknown.
 */
export type JobTokens = {
  /**
   * Tokens read.
   */
  input: number;
  /**
   * Tokens written.
   */
  output: number;
  /**
   * Tokens read from a cache.
   */
  cached: number;
} | null;

/**
 * Every kind of document and answer, by the name of its schema.
 */
export interface Documents {
  Agent: AgentDocument;
  AnswersAgents: AgentsAnswer;
  AnswersApprove: ApproveAnswer;
  AnswersAs: AsAnswer;
  AnswersBlock: BlockAnswer;
  AnswersBoard: BoardAnswer;
  AnswersClaim: ClaimAnswer;
  AnswersConverse: ConverseAnswer;
  AnswersDecideAccept: DecideAcceptAnswer;
  AnswersDecideComment: DecideCommentAnswer;
  AnswersDecideList: DecideListAnswer;
  AnswersDecidePropose: DecideProposeAnswer;
  AnswersDecideReject: DecideRejectAnswer;
  AnswersDecideSupersede: DecideSupersedeAnswer;
  AnswersDispatch: DispatchAnswer;
  AnswersDoctor: DoctorAnswer;
  AnswersDone: DoneAnswer;
  AnswersEnvelope: Envelope;
  AnswersExportCodeowners: ExportCodeownersAnswer;
  AnswersExport: ExportAnswer;
  AnswersGenerate: GenerateAnswer;
  AnswersGraph: GraphAnswer;
  AnswersHandoffAck: HandoffAckAnswer;
  AnswersHandoffList: HandoffListAnswer;
  AnswersHandoffNew: HandoffNewAnswer;
  AnswersHandoffShow: HandoffShowAnswer;
  AnswersHelp: HelpAnswer;
  AnswersHere: HereAnswer;
  AnswersImport: ImportAnswer;
  AnswersInit: InitAnswer;
  AnswersJobsCancel: JobsCancelAnswer;
  AnswersJobsList: JobsListAnswer;
  AnswersJobsLogs: JobsLogsAnswer;
  AnswersJobsPrune: JobsPruneAnswer;
  AnswersJobsRetry: JobsRetryAnswer;
  AnswersJobsShow: JobsShowAnswer;
  AnswersList: ListAnswer;
  AnswersMergeDriver: MergeDriverAnswer;
  AnswersNext: NextAnswer;
  AnswersNotice: NoticeMessage;
  AnswersNotify: NotifyAnswer;
  AnswersPlan: PlanAnswer;
  AnswersPrime: PrimeAnswer;
  AnswersProgress: ProgressAnswer;
  AnswersRecords: AnswerRecords;
  AnswersRelease: ReleaseAnswer;
  AnswersReportCollect: ReportCollectAnswer;
  AnswersReportCost: ReportCostAnswer;
  AnswersReportHtml: ReportHtmlAnswer;
  AnswersReportMd: ReportMdAnswer;
  AnswersReportMetrics: ReportMetricsAnswer;
  AnswersReportPages: ReportPagesAnswer;
  AnswersReportProgress: ReportProgressAnswer;
  AnswersReportRetro: ReportRetroAnswer;
  AnswersReportStandup: ReportStandupAnswer;
  AnswersResolve: ResolveAnswer;
  AnswersReview: ReviewAnswer;
  AnswersRun: RunAnswer;
  AnswersShow: ShowAnswer;
  AnswersStatus: StatusAnswer;
  AnswersSync: SyncAnswer;
  AnswersTaskAdd: TaskAddAnswer;
  AnswersTaskSet: TaskSetAnswer;
  AnswersTaskSplit: TaskSplitAnswer;
  AnswersUnblock: UnblockAnswer;
  AnswersValidate: ValidateAnswer;
  AnswersWatch: WatchAnswer;
  Approval: Approval;
  Blocker: BlockerDocument;
  Claim: ClaimDocument;
  Coord: CoordConfig;
  Decision: DecisionDocument;
  Entity: EntityDocument;
  Feedback: FeedbackDocument;
  Generator: GeneratorDocument;
  Handoff: HandoffDocument;
  JobCost: JobCost;
  JobEvent: JobEvent;
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
   * Globs of the only paths it may change when it is run; default: those it owns. Settings, agents and what runs in CI have to be named: no wildcard takes them in.
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
  usage?: StatedUsage;
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
 * The answer of `coord agents`.
 */
export interface AgentsAnswer {
  /**
   * The team.
   *
   * Items: One agent.
   */
  agents: {
    /**
     * Its id.
     */
    id: string;
    /**
     * Its name for people.
     */
    name: string;
    /**
     * What it is on the team.
     */
    role: string | null;
    /**
     * Its primary focus.
     */
    focus: string | null;
    /**
     * Its open tasks.
     */
    open: number;
    /**
     * Those of them that can be started.
     */
    ready: number;
    /**
     * Its tasks that are done.
     */
    done: number;
    /**
     * Tasks it holds now.
     *
     * Items: A task's id.
     */
    holds: string[];
    /**
     * What runs it: a name under `runtimes` in coord.yaml; null: nothing does.
     */
    runtime: string | null;
    health: AgentHealth;
  }[];
}
/**
 * The answer of `coord approve`.
 */
export interface ApproveAnswer {
  /**
   * What was answered about.
   */
  what: 'task' | 'blocker' | 'step';
  /**
   * The task, or the one that is blocked, or that of the job.
   */
  task: string | null;
  /**
   * The file that keeps the answer, relative to the repository; null: the journal of the job does.
   */
  file: string | null;
  approval: ApprovalEntry;
  /**
   * True: nothing else was left, so the task is done now, or the blocker resolved, or the job over.
   */
  settled: boolean;
  commit: CommitEntry;
  /**
   * The job whose step it was; null: none.
   */
  job: JobEntry | null;
}
/**
 * Whether the files that were written are committed.
 */
export interface CommitEntry {
  /**
   * True: they are.
   */
  committed: boolean;
  /**
   * The commit, in full; null when there is none.
   */
  commit: string | null;
  /**
   * Why there is none; null when there is one, or nothing had to be written. off: coord.yaml does not ask for commits.
   */
  reason: 'off' | 'no-first-commit' | 'operation-in-progress' | 'ignored' | 'failed' | null;
}
/**
 * A job: one run of one agent, as its journal has it.
 */
export interface JobEntry {
  /**
   * The job's id.
   */
  id: string;
  /**
   * The agent that is run.
   */
  agent: string;
  /**
   * The task it works on; null: none.
   */
  task: string | null;
  /**
   * Which time it is for that task.
   */
  attempt: number;
  /**
   * How urgent its task is.
   */
  priority: 'high' | 'medium' | 'low';
  /**
   * Where it stands.
   */
  state: 'pending' | 'running' | 'waiting_approval' | 'success' | 'failed' | 'rolled_back' | 'cancelled';
  /**
   * Seconds after which the agent is stopped.
   */
  timeout: number;
  /**
   * Who asked for it.
   */
  created_by: string;
  /**
   * What it was given, by name.
   */
  input: {};
  /**
   * What the agent answered; null: nothing.
   */
  output:
    | {}
    | {
        [k: string]: unknown;
      }[]
    | string
    | number
    | boolean
    | null;
  /**
   * Why it is no success; null: it is one, or not over.
   */
  error: {
    /**
     * A code, such as exit, timeout, outside-scope or verifier-failed.
     */
    reason: string;
    /**
     * The same in words.
     */
    message: string;
  } | null;
  /**
   * When it was asked for, ISO 8601 in UTC.
   */
  created: string;
  /**
   * When its agent was first started.
   */
  started: string | null;
  /**
   * When it was over.
   */
  ended: string | null;
  /**
   * What runs the agent: a name under `runtimes` in coord.yaml.
   */
  runtime: string | null;
  /**
   * The model it runs on, where one is named.
   */
  model: string | null;
  /**
   * The branch that the work goes to.
   */
  branch: string | null;
  /**
   * Where the work is done; it may be gone since.
   */
  worktree: string | null;
  /**
   * Name of the agent's session.
   */
  session: string | null;
  /**
   * Tokens it used; null: unknown.
   */
  tokens: {
    /**
     * Tokens read.
     */
    input: number;
    /**
     * Tokens written.
     */
    output: number;
    /**
     * Tokens read from a cache.
     */
    cached: number;
  } | null;
  /**
   * What it cost, in US dollars; null: unknown.
   */
  cost_usd: number | null;
  /**
   * Where the cost comes from.
   */
  cost_basis: 'reported' | 'priced' | 'unknown';
  /**
   * Tip of its branch when its task was done.
   */
  commit: string | null;
  /**
   * Handoff files that were written.
   *
   * Items: A path.
   */
  handoffs: string[];
  /**
   * The branch that it is merged into; null: it is not merged.
   */
  merged_into: string | null;
  /**
   * Why it is not merged: no-integration, not-checked-out, uncommitted, conflict or failed; null: it is, or not that far.
   */
  unmerged: string | null;
  /**
   * Files that the commands of its verifiers name, and that its work itself changed: look at them.
   *
   * Items: A path.
   */
  ran_changed: string[];
  /**
   * Settings, agents and files of CI that its work changed, as its bounds allow.
   *
   * Items: A path.
   */
  rules_changed: string[];
  /**
   * First lines of commits that were put on the branch it is merged into, and not by the dispatcher that merged it.
   *
   * Items: What a commit says.
   */
  main_moved: string[];
  /**
   * Why its branch lacks what was merged since an earlier job began it: conflict, uncommitted or failed; null: it does not.
   */
  outdated: string | null;
  /**
   * The steps that follow its agent's work, in order.
   *
   * Items: One step.
   */
  actions: {
    /**
     * Name of the step.
     */
    type: string;
    /**
     * The branch it acts on.
     */
    target: string | null;
    /**
     * The command it runs, an argument an item; empty: none, it only waits for a yes.
     *
     * Items: The program, or an argument.
     */
    change: string[];
    /**
     * True: somebody must approve before it runs.
     */
    requires_approval: boolean;
    /**
     * Who did.
     */
    approved_by: string | null;
    /**
     * When, ISO 8601 in UTC.
     */
    approved_at: string | null;
    /**
     * When it had run with success, ISO 8601 in UTC.
     */
    executed_at: string | null;
    /**
     * Whether it was taken back; null: that was not tried.
     */
    undone: boolean | null;
  }[];
  /**
   * Who lets its task be tried once more.
   */
  retried_by: string | null;
}
/**
 * The answer of `coord as`.
 */
export interface AsAnswer {
  /**
   * Who acts here: an agent's id; null: nobody was named.
   */
  agent: string | null;
  /**
   * What says so: --as or `coord as`, COORD_AGENT, the branch, what this worktree holds, or git's setting coord.agent; null: nothing.
   */
  from: 'as' | 'COORD_AGENT' | 'branch' | 'claim' | 'config' | null;
}
/**
 * The answer of `coord block`.
 */
export interface BlockAnswer {
  blocker: OpenBlockerEntry;
  /**
   * The branch that has to be merged before others see it; null: it is on one that all share.
   */
  unmerged: string | null;
  commit: CommitEntry;
}
/**
 * What holds a task up, with what its severity asks for.
 */
export interface OpenBlockerEntry {
  /**
   * The id of the blocked task.
   */
  task: string;
  /**
   * Who raised it.
   */
  by: string | null;
  /**
   * How grave it is.
   */
  severity: 'P0' | 'P1' | 'P2' | 'P3';
  /**
   * Whom or what it waits on.
   */
  waits_on: string | null;
  /**
   * What is needed.
   */
  needed: string;
  /**
   * When it was raised, as written.
   */
  raised: string | null;
  /**
   * Who answered; null: nobody yet.
   */
  acknowledged: {
    /**
     * Who acknowledged it.
     */
    by: string;
    /**
     * When.
     */
    at: string;
  } | null;
  approval: ApprovalEntry;
  /**
   * When it was resolved; null: it still blocks.
   */
  resolved: string | null;
  /**
   * Who resolved it.
   */
  resolved_by: string | null;
  /**
   * How it was resolved.
   */
  resolution: string | null;
  /**
   * Until when its severity wants an answer, ISO 8601 in UTC; null: no time is set, or it was answered.
   */
  due: string | null;
  /**
   * Whom its severity calls upon: ids of agents, and roles as coord.yaml names them.
   *
   * Items: An agent's id, or a role.
   */
  required: string[];
  /**
   * Who has to hear of it, since no answer came in time; empty before that.
   *
   * Items: An agent's id, a person or a role.
   */
  escalated_to: string[];
  /**
   * Its file, relative to the repository.
   */
  file: string;
}
/**
 * The answer of `coord board` where it is asked for as data.
 */
export interface BoardAnswer {
  /**
   * What the board shows, in order, by `dashboard` of coord.yaml.
   *
   * Items: A widget.
   */
  widgets: ('progress_bar' | 'agent_status' | 'blocker_list' | 'timeline' | 'metrics')[];
  /**
   * How often a board on a terminal is read again.
   */
  refresh_seconds: number;
  status: StatusAnswer;
  /**
   * What is known of the cost of runs, by task.
   *
   * Items: One task.
   */
  costs: {
    /**
     * Its id.
     */
    task: string;
    /**
     * US dollars.
     */
    usd: number;
  }[];
  /**
   * What runs of today cost, in UTC.
   */
  today: {
    /**
     * US dollars that are known.
     */
    spent: number;
    /**
     * The bound of coord.yaml for a day; null: there is none.
     */
    limit: number | null;
  };
  /**
   * The last commits that changed the workspace, newest first.
   *
   * Items: One commit.
   */
  latest: {
    /**
     * Its id.
     */
    commit: string;
    /**
     * When its author wrote it, ISO 8601 in UTC.
     */
    at: string;
    /**
     * The first line of its message.
     */
    subject: string;
    /**
     * Agents by its trailers.
     *
     * Items: An agent as it is written.
     */
    agents: string[];
    /**
     * Tasks by its trailers.
     *
     * Items: An id of a task as it is written.
     */
    tasks: string[];
  }[];
}
/**
 * The answer of `coord status`.
 */
export interface StatusAnswer {
  /**
   * The remote through which claims are shared; null: they hold on this machine alone.
   */
  shared: {
    /**
     * Its name.
     */
    remote: string;
    /**
     * When this clone synced with it last, ISO 8601 in UTC; null: never.
     */
    synced: string | null;
  } | null;
  /**
   * The project's name.
   */
  project: string | null;
  /**
   * When everybody comes together next, by `sync_points` of coord.yaml; null where none has a time.
   */
  next_sync: {
    /**
     * When, ISO 8601 in UTC.
     */
    at: string;
    /**
     * What for.
     */
    about: string | null;
  } | null;
  /**
   * Share of the work that is done, 0 to 1.
   */
  completion: number;
  /**
   * How many tasks stand where.
   */
  counts: {
    /**
     * Tasks that are todo.
     */
    todo: number;
    /**
     * Tasks that are in_progress.
     */
    in_progress: number;
    /**
     * Tasks that are review.
     */
    review: number;
    /**
     * Tasks that are done.
     */
    done: number;
    /**
     * Tasks that are cancelled.
     */
    cancelled: number;
  };
  /**
   * The team.
   *
   * Items: One agent.
   */
  agents: {
    /**
     * Its id.
     */
    id: string;
    /**
     * Its name for people.
     */
    name: string;
    /**
     * Its open tasks.
     */
    open: number;
    /**
     * Those of them that can be started.
     */
    ready: number;
    /**
     * Its tasks that are done.
     */
    done: number;
    /**
     * Tasks it holds now.
     *
     * Items: A task's id.
     */
    holds: string[];
  }[];
  /**
   * What waits for whoever asks; null: nobody said who that is, or nobody is waited for.
   */
  waits_for_you: WaitingEntry | null;
  /**
   * Who holds what now.
   */
  held: ClaimEntry[];
  /**
   * Tasks marked as in progress that nobody holds.
   */
  unheld: TaskRow[];
  /**
   * Tasks that were finished under a claim, while the files here do not say so: the branch is not merged.
   *
   * Items: One of them.
   */
  done_elsewhere: {
    /**
     * The task's id.
     */
    id: string;
    /**
     * Who finished it.
     */
    agent: string | null;
    /**
     * Where it is done; null: on no branch.
     */
    branch: string | null;
  }[];
  /**
   * Blockers that are not resolved.
   */
  blockers: OpenBlockerEntry[];
  /**
   * Handoffs that somebody is to take over: first those for whoever asks, then newest first.
   */
  handoffs: HandoffEntry[];
  /**
   * What can be started now, best first.
   */
  ready: ReadyRow[];
  /**
   * Open tasks that are held back.
   */
  waiting: number;
  /**
   * Open tasks past their deadline, longest first.
   *
   * Items: One of them.
   */
  overdue: {
    /**
     * The task's id.
     */
    id: string;
    /**
     * When it was due, ISO 8601 in UTC.
     */
    due: string;
  }[];
  /**
   * The phases, in order.
   *
   * Items: One phase.
   */
  phases: {
    /**
     * Its id.
     */
    id: string;
    /**
     * Its tasks that are done.
     */
    done: number;
    /**
     * All its tasks.
     */
    total: number;
    /**
     * True: every earlier phase's gate is done.
     */
    open: boolean;
  }[];
  /**
   * Gates and milestones that are not reached.
   *
   * Items: One of them.
   */
  gates: {
    /**
     * The task's id.
     */
    id: string;
    /**
     * What it is about.
     */
    title: string;
    /**
     * Tasks it still waits for.
     *
     * Items: A task's id.
     */
    waits_for: string[];
    /**
     * Who may approve it, where that is needed and nobody did.
     *
     * Items: An agent's id, a person or a role.
     */
    approvers: string[];
    approval: ApprovalEntry;
  }[];
  /**
   * The last job of each open task where that failed, and nobody said that it may be tried again.
   *
   * Items: One job.
   */
  failed_jobs: {
    /**
     * Its id.
     */
    job: string;
    /**
     * Its task.
     */
    task: string | null;
    /**
     * Its agent.
     */
    agent: string;
    /**
     * Why it failed, by code.
     */
    reason: string | null;
  }[];
  /**
   * Jobs with a step that somebody has to approve.
   *
   * Items: One job.
   */
  waiting_jobs: {
    /**
     * Its id.
     */
    job: string;
    /**
     * Its task.
     */
    task: string | null;
    /**
     * Its agent.
     */
    agent: string;
    /**
     * The step's name.
     */
    step: string;
  }[];
  /**
   * True: so many jobs failed in a row (limits.failures) that coord dispatch starts nothing more but what coord jobs retry names.
   */
  dispatch_stopped: boolean;
  /**
   * Risks, as coord.yaml names them.
   *
   * Items: One risk.
   */
  risks: {
    /**
     * What may go wrong.
     */
    risk: string;
    /**
     * Who watches it.
     */
    owner: string | null;
  }[];
}
/**
 * What waits for one agent or person to answer.
 */
export interface WaitingEntry {
  /**
   * Blockers that wait for them, gravest first.
   */
  blockers: BlockerEntry[];
  /**
   * Proposals on which they have not said anything.
   *
   * Items: A decision's file, relative to the repository.
   */
  feedback: string[];
  /**
   * Proposals that are theirs to decide now.
   *
   * Items: A decision's file, relative to the repository.
   */
  verdicts: string[];
  /**
   * Tasks that are theirs to approve.
   *
   * Items: A task's id.
   */
  approvals: string[];
}
/**
 * What holds a task up.
 */
export interface BlockerEntry {
  /**
   * The id of the blocked task.
   */
  task: string;
  /**
   * Who raised it.
   */
  by: string | null;
  /**
   * How grave it is.
   */
  severity: 'P0' | 'P1' | 'P2' | 'P3';
  /**
   * Whom or what it waits on.
   */
  waits_on: string | null;
  /**
   * What is needed.
   */
  needed: string;
  /**
   * When it was raised, as written.
   */
  raised: string | null;
  /**
   * Who answered; null: nobody yet.
   */
  acknowledged: {
    /**
     * Who acknowledged it.
     */
    by: string;
    /**
     * When.
     */
    at: string;
  } | null;
  approval: ApprovalEntry;
  /**
   * When it was resolved; null: it still blocks.
   */
  resolved: string | null;
  /**
   * Who resolved it.
   */
  resolved_by: string | null;
  /**
   * How it was resolved.
   */
  resolution: string | null;
  /**
   * Its file, relative to the repository.
   */
  file: string;
}
/**
 * Who works on a task.
 */
export interface ClaimEntry {
  /**
   * The task's id.
   */
  id: string;
  /**
   * The id of the agent that holds it.
   */
  agent: string | null;
  /**
   * expired: past its end and the allowance for clocks; it may be taken over. unreadable: the claim cannot be understood, so nobody may take the task, and all that it says is null.
   */
  state: 'held' | 'expired' | 'unreadable';
  /**
   * When it was claimed, ISO 8601 in UTC.
   */
  since: string | null;
  /**
   * When the lease ends, ISO 8601 in UTC, commits on its branch counted.
   */
  until: string | null;
  /**
   * The branch the work goes to.
   */
  branch: string | null;
  /**
   * The work tree, as the claimant saw it.
   */
  worktree: string | null;
  /**
   * The fencing token.
   */
  token: number | null;
}
/**
 * A task in a line.
 */
export interface TaskRow {
  /**
   * The task's id.
   */
  id: string;
  /**
   * What is to be done, in one line.
   */
  title: string;
  /**
   * Who it is for: an agent's id; null for anyone.
   */
  agent: string | null;
  /**
   * How urgent it is.
   */
  priority: 'high' | 'medium' | 'low';
  /**
   * Where it stands, as its file says; in `coord list` a task that is held is in_progress.
   */
  status: 'todo' | 'in_progress' | 'review' | 'done' | 'cancelled';
}
/**
 * A handoff, without its notes.
 */
export interface HandoffEntry {
  /**
   * Its file, relative to the repository.
   */
  file: string;
  /**
   * The id of the task it is about.
   */
  task: string | null;
  /**
   * Who hands over.
   */
  from_agent: string | null;
  /**
   * Who takes over.
   */
  to_agent: string | null;
  /**
   * When it was written, as written.
   */
  timestamp: string | null;
  next_steps: NextSteps;
  acknowledged: Acknowledged;
}
/**
 * A task that can be started now.
 */
export interface ReadyRow {
  /**
   * The task's id.
   */
  id: string;
  /**
   * What is to be done, in one line.
   */
  title: string;
  /**
   * Who it is for: an agent's id; null for anyone.
   */
  agent: string | null;
  /**
   * How urgent it is.
   */
  priority: 'high' | 'medium' | 'low';
  /**
   * Where it stands, as its file says.
   */
  status: 'todo' | 'in_progress' | 'review' | 'done' | 'cancelled';
  /**
   * How many open tasks wait for it, directly or through others.
   */
  unblocks: number;
  /**
   * True: it was started before, and nobody holds it.
   */
  started: boolean;
}
/**
 * The answer of `coord claim`.
 */
export interface ClaimAnswer {
  claim: ClaimEntry;
  /**
   * What is to be done.
   */
  title: string;
  /**
   * False: you held it already.
   */
  new: boolean;
  /**
   * Agent whose expired claim was taken over; null: none was.
   */
  lost_from: string | null;
  /**
   * Files that decide how the task is done, and that its new worktree has otherwise than they stand here, as they were not committed.
   *
   * Items: Path from the root of the repository.
   */
  other_there: string[];
  not_shared: NotSharedEntry;
}
/**
 * The answer of `coord converse`, which coord starts to run an agent by the interface of a model; without --json it is the last line.
 */
export interface ConverseAnswer {
  /**
   * Tells it from other lines.
   */
  type: 'result';
  /**
   * ok, or why it is no success.
   */
  reason: 'ok' | 'turn-cap' | 'budget' | 'api-error' | 'no-output';
  /**
   * What is to be said of it, in a line.
   */
  message: string | null;
  /**
   * What the model answered: any JSON value; null: nothing.
   */
  output:
    | {}
    | {
        [k: string]: unknown;
      }[]
    | string
    | number
    | boolean
    | null;
  /**
   * As it was given.
   */
  session: string;
  /**
   * Answers of the model.
   */
  turns: number;
  tokens: ConverseTokens;
  /**
   * What it cost by price, in US dollars; null: unknown.
   */
  cost_usd: number | null;
  /**
   * How long the model took for each answer, in seconds, in order; at most the first 1,000.
   *
   * @maxItems 1000
   *
   * Items: Seconds from the request to the end of the answer.
   */
  answer_seconds: number[];
}
/**
 * Tokens used; what was answered from memory used none.
 */
export interface ConverseTokens {
  /**
   * Tokens read.
   */
  input: number;
  /**
   * Tokens written.
   */
  output: number;
  /**
   * Tokens read from a cache.
   */
  cached: number;
}
/**
 * The answer of `coord decide accept`.
 */
export interface DecideAcceptAnswer {
  /**
   * The decision's file name, without its ending.
   */
  decision: string;
  /**
   * Who decided.
   */
  by: string;
  /**
   * Reviewers who had not said anything.
   *
   * Items: An agent's id, or a person.
   */
  unheard: string[];
  /**
   * Decisions that are superseded by it.
   *
   * Items: A file name without its ending.
   */
  replaced: string[];
  commit: CommitEntry;
}
/**
 * The answer of `coord decide comment`.
 */
export interface DecideCommentAnswer {
  /**
   * Who said it.
   */
  by: string;
  /**
   * The file that holds it, relative to the repository.
   */
  file: string;
  standing: DecisionStandingEntry;
  commit: CommitEntry;
}
/**
 * A decision, and what it still waits for.
 */
export interface DecisionStandingEntry {
  decision: DecisionEntry;
  /**
   * Who decides on it; null: nobody is named, so anyone may.
   */
  decides: string | null;
  /**
   * Reviewers who have not said anything on the proposal.
   *
   * Items: An agent's id, or a person.
   */
  waits_for: string[];
  /**
   * Until when they are waited for, ISO 8601 in UTC.
   */
  feedback_due: string | null;
  /**
   * What was said, oldest first.
   *
   * Items: One comment.
   */
  feedback: {
    /**
     * Who said it.
     */
    by: string;
    /**
     * When, as written.
     */
    at: string | null;
    /**
     * What was said.
     */
    text: string;
    /**
     * Its file, relative to the repository.
     */
    file: string;
  }[];
}
/**
 * A decision, without its reasons.
 */
export interface DecisionEntry {
  /**
   * Its file, relative to the repository.
   */
  file: string;
  /**
   * What is decided.
   */
  title: string;
  /**
   * Where it stands.
   */
  status: 'proposed' | 'accepted' | 'rejected' | 'superseded';
  /**
   * The area it belongs to.
   */
  area: string | null;
  /**
   * Who proposed it.
   */
  owner: string | null;
  /**
   * Whose feedback is asked for.
   *
   * Items: An agent's id, or a person.
   */
  reviewers: string[];
  /**
   * When it was proposed, as written.
   */
  proposed: string | null;
  /**
   * Until when feedback is taken, as written; null: as long as its area gives.
   */
  deadline: string | null;
  /**
   * Who makes the final call, as the file says.
   */
  decision_maker: string | null;
  /**
   * When it was accepted or rejected, as written.
   */
  decided: string | null;
  /**
   * Who accepted or rejected it.
   */
  decided_by: string | null;
  /**
   * What the decision maker said to it.
   */
  outcome: string | null;
  /**
   * File names of the decisions it replaces.
   *
   * Items: A file name.
   */
  supersedes: string[];
  /**
   * File name of the decision that replaced it.
   */
  superseded_by: string | null;
  /**
   * Globs of the paths it binds.
   *
   * Items: A glob.
   */
  scope: string[];
}
/**
 * The answer of `coord decide list`.
 */
export interface DecideListAnswer {
  /**
   * Proposed ones first, soonest due; then the newest.
   */
  decisions: DecisionStandingEntry[];
  /**
   * Rejected and superseded ones that were left out.
   */
  past: number;
}
/**
 * The answer of `coord decide propose`.
 */
export interface DecideProposeAnswer {
  standing: DecisionStandingEntry;
  commit: CommitEntry;
}
/**
 * The answer of `coord decide reject`.
 */
export interface DecideRejectAnswer {
  /**
   * The decision's file name, without its ending.
   */
  decision: string;
  /**
   * Who decided.
   */
  by: string;
  /**
   * Reviewers who had not said anything.
   *
   * Items: An agent's id, or a person.
   */
  unheard: string[];
  commit: CommitEntry;
}
/**
 * The answer of `coord decide supersede`.
 */
export interface DecideSupersedeAnswer {
  /**
   * The decision that holds no longer: its file name without the ending.
   */
  older: string;
  /**
   * The one in its place.
   */
  newer: string;
  commit: CommitEntry;
}
/**
 * The answer of `coord dispatch`.
 */
export interface DispatchAnswer {
  /**
   * Jobs that were carried out, in the order in which they ended.
   */
  jobs: JobEntry[];
  /**
   * With --dry-run: what would be started now.
   *
   * Items: One task.
   */
  would_start: {
    /**
     * The task's id.
     */
    task: string;
    /**
     * Its agent.
     */
    agent: string;
  }[];
  /**
   * Tasks that could be started but for something that passes.
   *
   * Items: One task.
   */
  waiting: {
    /**
     * The task's id.
     */
    task: string;
    /**
     * Its agent.
     */
    agent: string;
    /**
     * tried, cost, overlap, agent-busy, full or failures.
     */
    why: 'tried' | 'cost' | 'overlap' | 'agent-busy' | 'full' | 'failures';
    /**
     * The same in words.
     */
    detail: string;
  }[];
  /**
   * Ready tasks that no agent can be started for.
   *
   * Items: One task.
   */
  skipped: {
    /**
     * The task's id.
     */
    task: string;
    /**
     * Its agent; null: none is named.
     */
    agent: string | null;
    /**
     * Why not.
     */
    why: 'no-agent' | 'no-runtime' | 'bad-agent' | 'not-approved';
    /**
     * The same in words.
     */
    detail: string;
  }[];
  /**
   * Why it ended: nothing is left that can be started (idle), it was stopped, too many jobs failed in a row, or it was a dry run.
   */
  why: 'idle' | 'stopped' | 'failures' | 'dry-run';
  /**
   * The file that keeps agents from being started; null: there is none.
   */
  stop_file: string | null;
}
/**
 * The answer of `coord doctor`.
 */
export interface DoctorAnswer {
  /**
   * What was looked at.
   *
   * Items: One check.
   */
  checks: {
    /**
     * What was looked at.
     */
    name: string;
    /**
     * How it is.
     */
    state: 'ok' | 'warning' | 'broken';
    /**
     * What was found.
     */
    says: string;
    /**
     * What to do about it; null: nothing.
     */
    next: string | null;
  }[];
}
/**
 * The answer of `coord done`.
 */
export interface DoneAnswer {
  /**
   * The task's id.
   */
  id: string;
  /**
   * False: it has no verifier, so nothing was proven.
   */
  proven: boolean;
  /**
   * The verifiers that ran, in order.
   */
  verified: VerifierRunEntry[];
  /**
   * Handoff files that were written.
   *
   * Items: A path relative to the repository.
   */
  handoffs: string[];
  commit: CommitEntry;
  /**
   * Tasks that can be started now because of it.
   *
   * Items: A task's id.
   */
  unblocks: string[];
  not_shared: NotSharedEntry;
}
/**
 * One run of a verifier.
 */
export interface VerifierRunEntry {
  /**
   * The verifier's name.
   */
  name: string;
  /**
   * Its exit code; 124: its time ran out, 127: it could not be started.
   */
  exit_code: number;
  /**
   * How long it took, in seconds.
   */
  seconds: number;
}
/**
 * What every verb prints with --json, at every exit code.
 */
export interface Envelope {
  /**
   * Version of the protocol.
   */
  coord: 1;
  /**
   * The answer, by the schema of the verb; null when the verb was refused.
   */
  data: {
    [k: string]: unknown;
  };
  /**
   * What is wrong in the files, then why the verb was refused, if it was.
   */
  problems: ProblemEntry[];
}
/**
 * One problem.
 */
export interface ProblemEntry {
  /**
   * Its code, e.g. "missing-dependency". `coord help <code>` explains it.
   */
  code: string;
  /**
   * Warnings alone never fail a verb.
   */
  severity: 'error' | 'warning';
  /**
   * The file, relative to the repository.
   */
  file?: string;
  /**
   * The line, from 1.
   */
  line?: number;
  /**
   * The column in that line, from 1, in UTF-16 units.
   */
  column?: number;
  /**
   * The column after the marked stretch.
   */
  end_column?: number;
  /**
   * What is wrong.
   */
  message: string;
  /**
   * What to do next.
   */
  next: string;
}
/**
 * The answer of `coord export codeowners`.
 */
export interface ExportCodeownersAnswer {
  /**
   * The CODEOWNERS file.
   */
  text: string;
  /**
   * With --check: the file that says the same; else null.
   */
  path: string | null;
}
/**
 * The answer of `coord export`, but for codeowners.
 */
export interface ExportAnswer {
  /**
   * The form that was asked for, e.g. "mermaid".
   */
  form: string;
  /**
   * The tasks in that form; null where the form is a folder of files.
   */
  text: string | null;
  /**
   * The files that were written, relative to the repository; none where the answer is the text.
   *
   * Items: A path.
   */
  files: string[];
}
/**
 * The answer of `coord generate`, which coord starts to run the generator; without --json it is the last line.
 */
export interface GenerateAnswer {
  /**
   * Tells it from other lines.
   */
  type: 'result';
  /**
   * ok, or why it is no success: files differ or a command failed (exit), or a model was asked in vain.
   */
  reason: 'ok' | 'exit';
  /**
   * What is to be said of it, in a line.
   */
  message: string | null;
  output: GeneratedOutput;
  /**
   * As it was given.
   */
  session: string;
  tokens: GenerateTokens;
  /**
   * What that cost, in US dollars; null: unknown.
   */
  cost_usd: number | null;
}
/**
 * What was made and run.
 */
export interface GeneratedOutput {
  /**
   * The entity, by schemas/entity.schema.json; null: there is none to make files of.
   */
  entity: {} | null;
  /**
   * Why nothing could be made, and what to do; null: something could.
   */
  refusal: string | null;
  /**
   * Name of the set of templates.
   */
  set: string;
  /**
   * Whether the files were written: all or none.
   */
  written: boolean;
  /**
   * Nothing was to be written.
   */
  dry_run: boolean;
  /**
   * The files it makes.
   *
   * Items: One file.
   */
  files: {
    /**
     * From the root of the repository.
     */
    path: string;
    /**
     * What stood there before: nothing, the same text, or another one.
     */
    was: 'absent' | 'same' | 'different';
    /**
     * How it differs, in lines as diff -u shows them.
     *
     * Items: A line.
     */
    diff: string[];
  }[];
  /**
   * What was run then, up to the first that failed.
   *
   * Items: One command.
   */
  commands: {
    /**
     * What the set calls it.
     */
    name: string;
    /**
     * The program and its arguments.
     *
     * Items: The program, then an argument.
     */
    command: string[];
    /**
     * What it ended with; null: it was stopped or did not start.
     */
    exit_code: number | null;
    /**
     * It was stopped because it took too long.
     */
    timed_out: boolean;
    /**
     * How long it took.
     */
    seconds: number;
    /**
     * The last of what it printed.
     */
    tail: string;
  }[];
}
/**
 * The answer of `coord graph`.
 */
export interface GraphAnswer {
  /**
   * The tasks, or with --agents the agents.
   *
   * Items: One node.
   */
  nodes: {
    /**
     * The task's or agent's id.
     */
    id: string;
    /**
     * What it is about, or the agent's name.
     */
    title: string;
    /**
     * Where the task stands; null for an agent.
     */
    status: 'todo' | 'in_progress' | 'review' | 'done' | 'cancelled' | null;
    /**
     * True: on the chain that takes longest.
     */
    critical: boolean;
  }[];
  /**
   * Who waits for whom.
   *
   * Items: One edge, from what comes first.
   */
  edges: {
    /**
     * The id that comes first.
     */
    from: string;
    /**
     * The id that waits.
     */
    to: string;
    /**
     * What is handed over.
     */
    label: string | null;
  }[];
}
/**
 * The answer of `coord handoff ack`.
 */
export interface HandoffAckAnswer {
  /**
   * Its file, relative to the repository.
   */
  file: string;
  /**
   * Who took it over, and when.
   */
  acknowledged: {
    /**
     * The agent's id.
     */
    by: string;
    /**
     * When, ISO 8601 in UTC.
     */
    at: string;
  };
  /**
   * Artifacts that were changed since it was handed over.
   *
   * Items: A path.
   */
  changed: string[];
  /**
   * Commits it names that this repository does not hold.
   *
   * Items: A commit.
   */
  unknown: string[];
  commit: CommitEntry;
}
/**
 * The answer of `coord handoff list`.
 */
export interface HandoffListAnswer {
  /**
   * Whose inbox it is; null: everybody's.
   */
  agent: string | null;
  /**
   * Handoffs, newest first.
   *
   * Items: One handoff.
   */
  handoffs: {
    /**
     * Its file, relative to the repository.
     */
    file: string;
    /**
     * The id of the task it is about.
     */
    task: string | null;
    /**
     * What the task is about; null: no file defines it.
     */
    title: string | null;
    /**
     * Who hands over.
     */
    from_agent: string | null;
    /**
     * Who takes over.
     */
    to_agent: string | null;
    /**
     * When it was written, as written.
     */
    timestamp: string | null;
    next_steps: NextSteps;
    acknowledged: Acknowledged;
    /**
     * Artifacts that are nowhere.
     *
     * Items: A path.
     */
    missing: string[];
    /**
     * Artifacts that were changed since, as long as nobody has taken it over.
     *
     * Items: A path.
     */
    changed: string[];
    /**
     * Commits it names that this repository does not hold, likewise.
     *
     * Items: A commit.
     */
    unknown: string[];
  }[];
}
/**
 * The answer of `coord handoff new`.
 */
export interface HandoffNewAnswer {
  /**
   * The handoff's file, relative to the repository.
   */
  file: string;
  /**
   * The id of the task it is about.
   */
  task: string;
  /**
   * Who takes over; null: whoever comes next.
   */
  to_agent: string | null;
  /**
   * The verifiers that ran, in order; null: none were asked for.
   */
  verified: VerifierRunEntry[] | null;
  /**
   * True: whoever handed it over still holds the task.
   */
  held: boolean;
  /**
   * Files outside of the workspace that are not committed, so that the receiver does not get them.
   *
   * Items: A path.
   */
  uncommitted: string[];
  /**
   * The branch that has to be merged before others see it; null: it is on one that all share.
   */
  unmerged: string | null;
  commit: CommitEntry;
}
/**
 * The answer of `coord handoff show`.
 */
export interface HandoffShowAnswer {
  /**
   * The one that was named, or all of a task, newest first.
   *
   * Items: One handoff.
   */
  handoffs: {
    /**
     * Its file, relative to the repository.
     */
    file: string;
    /**
     * The id of the task it is about.
     */
    task: string | null;
    /**
     * Who hands over.
     */
    from_agent: string | null;
    /**
     * Who takes over.
     */
    to_agent: string | null;
    /**
     * When it was written, as written.
     */
    timestamp: string | null;
    next_steps: NextSteps;
    acknowledged: Acknowledged;
    /**
     * What the task is about; null: no file defines it.
     */
    title: string | null;
    /**
     * What was completed.
     *
     * Items: A thing completed.
     */
    task_completed: string[];
    /**
     * What others can now build on.
     *
     * Items: A thing that is ready.
     */
    dependencies_ready: string[];
    /**
     * What stands in the way.
     *
     * Items: A thing that blocks.
     */
    blockers: string[];
    /**
     * Files that are part of what is handed over.
     *
     * Items: One file.
     */
    artifacts: {
      /**
       * Path relative to the repository.
       */
      path: string;
      /**
       * What the file contains.
       */
      description: string | null;
      /**
       * Git's id of the file's content when it was handed over.
       */
      blob: string | null;
    }[];
    /**
     * Commit the work started from.
     */
    base: string | null;
    /**
     * Commit the work ended with.
     */
    head: string | null;
    /**
     * Branch the work is on.
     */
    branch: string | null;
    /**
     * Tree of `head`.
     */
    tree: string | null;
    /**
     * Fencing token of the claim under which the work was done.
     */
    token: number | null;
    /**
     * The verifiers that ran on `head`.
     *
     * Items: One run of a verifier.
     */
    verification: {
      /**
       * The verifier's name.
       */
      name: string;
      /**
       * The command that ran.
       */
      command: string | null;
      /**
       * The exit code it ended with; 0 is success.
       */
      exit_code: number;
      /**
       * When it ended, ISO 8601 in UTC.
       */
      at: string | null;
      /**
       * Files that the command names, and that the work itself changed: look at them.
       *
       * Items: A path.
       */
      ran_changed: string[];
    }[];
    /**
     * What was tried and does not work.
     *
     * Items: A thing ruled out.
     */
    ruled_out: string[];
    /**
     * Additional context.
     */
    notes: string;
    /**
     * Files that differ between `base` and `head`, the workspace's own left out; null: they cannot be compared here.
     */
    touched: string[] | null;
    /**
     * Artifacts that are nowhere.
     *
     * Items: A path.
     */
    missing: string[];
    /**
     * Artifacts that were changed since, as long as nobody has taken it over.
     *
     * Items: A path.
     */
    changed: string[];
    /**
     * Commits it names that this repository does not hold, likewise.
     *
     * Items: A commit.
     */
    unknown: string[];
  }[];
}
/**
 * The verbs asked for.
 */
export interface HelpVerbs {
  /**
   * The verbs.
   *
   * Items: One verb.
   */
  verbs: {
    /**
     * As it is typed, e.g. "task add".
     */
    name: string;
    /**
     * What it does, in a line.
     */
    summary: string;
    /**
     * Its arguments, e.g. "<id>".
     */
    args: string;
    /**
     * Its options.
     *
     * Items: One option.
     */
    options: {
      /**
       * As it is typed, e.g. "--count <n>".
       */
      flags: string;
      /**
       * What it does.
       */
      says: string;
    }[];
  }[];
}
/**
 * The page of a problem.
 */
export interface HelpPage {
  /**
   * The problem's code.
   */
  code: string;
  /**
   * Its page, as Markdown.
   */
  page: string;
}
/**
 * The answer of `coord` alone.
 */
export interface HereAnswer {
  /**
   * What this work tree holds, or held until it lost it.
   *
   * Items: One task.
   */
  held: {
    /**
     * The task's id.
     */
    id: string;
    /**
     * The id of the agent that claimed it here.
     */
    agent: string;
    /**
     * expired: the lease has ended and the task may be taken over. lost: another holds it by now, or nobody does.
     */
    state: 'held' | 'expired' | 'lost';
    /**
     * Who holds it now; null: nobody.
     */
    claim: ClaimEntry | null;
    /**
     * The task; null: no file here defines it.
     */
    task: TaskEntry | null;
    /**
     * What blocks it.
     */
    blockers: BlockerEntry[];
    /**
     * What is left to do before `coord done`.
     *
     * Items: A thing, as a phrase.
     */
    left: string[];
  }[];
  waits_for_you: WaitingEntry;
  /**
   * Handoffs that wait for those who hold something here, newest first.
   */
  handoffs: HandoffEntry[];
}
/**
 * A task with every field, names resolved to ids and lists never null.
 */
export interface TaskEntry {
  /**
   * The task's id.
   */
  id: string;
  /**
   * What is to be done, in one line.
   */
  title: string;
  /**
   * Who it is for: an agent's id; null for anyone.
   */
  agent: string | null;
  /**
   * How urgent it is.
   */
  priority: 'high' | 'medium' | 'low';
  /**
   * Where it stands, as its file says.
   */
  status: 'todo' | 'in_progress' | 'review' | 'done' | 'cancelled';
  /**
   * What sort of task it is.
   */
  kind: 'task' | 'gate' | 'milestone';
  /**
   * Share done, in percent.
   */
  progress: number | null;
  /**
   * The phase's id.
   */
  phase: string | null;
  /**
   * The group's id.
   */
  group: string | null;
  /**
   * Expected work, in minutes.
   */
  estimate_minutes: number | null;
  /**
   * The deadline, as written.
   */
  deadline: string | null;
  /**
   * Globs of the paths it may touch.
   *
   * Items: A glob.
   */
  files: string[];
  /**
   * Steps to take.
   *
   * Items: A step.
   */
  actions: string[];
  /**
   * What must hold when it is done.
   *
   * Items: A criterion.
   */
  acceptance: string[];
  /**
   * Names of the verifiers that prove it.
   *
   * Items: A verifier's name.
   */
  verify: string[];
  /**
   * Who may approve it, as the task names them: it is not done before.
   *
   * Items: An agent's id, a person or a role.
   */
  approvers: string[];
  /**
   * Paths of what it leaves behind.
   *
   * Items: A path.
   */
  artifacts: string[];
  /**
   * When work began, as written.
   */
  started: string | null;
  /**
   * When it was done, as written.
   */
  completed: string | null;
  /**
   * What was verified; null: nothing was proven.
   */
  proof: {
    /**
     * The commit.
     */
    head: string | null;
    /**
     * Its tree.
     */
    tree: string | null;
    /**
     * The verifiers that ran.
     */
    verified: VerificationEntry[];
  } | null;
  approval: ApprovalEntry;
  /**
   * Free text.
   */
  notes: string | null;
  /**
   * The file it stands in, relative to the repository.
   */
  file: string;
}
/**
 * One run of a verifier.
 */
export interface VerificationEntry {
  /**
   * The verifier's name.
   */
  name: string;
  /**
   * The exit code it ended with; 0 is success.
   */
  exit_code: number;
  /**
   * When it ended, ISO 8601 in UTC.
   */
  at: string | null;
}
/**
 * The answer of `coord import`.
 */
export interface ImportAnswer {
  /**
   * True: nothing was written.
   */
  dry_run: boolean;
  /**
   * The workspace's folder.
   */
  folder: string;
  /**
   * True: there was no workspace before.
   */
  made: boolean;
  /**
   * All tasks, gates and milestones that the sources describe, in their order.
   *
   * Items: One task.
   */
  tasks: {
    /**
     * Its id.
     */
    id: string;
    /**
     * What is to be done, in one line.
     */
    title: string;
    /**
     * What sort of task it is.
     */
    kind: 'task' | 'gate' | 'milestone';
    /**
     * Whom it is for: an agent's id, or a role as written; null: anyone.
     */
    agent: string | null;
    /**
     * Where it stands.
     */
    status: 'todo' | 'in_progress' | 'review' | 'done' | 'cancelled';
    /**
     * How urgent it is.
     */
    priority: 'high' | 'medium' | 'low';
    /**
     * The phase's id.
     */
    phase: string | null;
    /**
     * The group's id.
     */
    group: string | null;
    /**
     * Expected work, as the field holds it.
     */
    estimate: string | number | null;
    /**
     * Until when.
     */
    deadline: string | null;
    /**
     * What it waits for.
     *
     * Items: One dependency.
     */
    dependencies: {
      /**
       * The id waited for.
       */
      id: string;
      /**
       * What is handed over along this edge.
       */
      label: string | null;
    }[];
    /**
     * Globs of the paths it may touch.
     *
     * Items: A glob.
     */
    files: string[];
    /**
     * What must hold when it is done.
     *
     * Items: A criterion.
     */
    acceptance: string[];
    /**
     * Paths of what it leaves behind.
     *
     * Items: A path.
     */
    artifacts: string[];
    source: ImportOrigin;
    sureness: ImportSureness;
    /**
     * False: it is there already, and was left as it is.
     */
    is_new: boolean;
  }[];
  /**
   * Agents that are not in the workspace yet.
   *
   * Items: One agent.
   */
  agents: {
    /**
     * Its id.
     */
    id: string;
    /**
     * Its name for people.
     */
    name: string;
    /**
     * Other names that mean it.
     *
     * Items: A name.
     */
    aliases: string[];
    /**
     * What it waits for from others.
     *
     * Items: One edge between agents.
     */
    needs: {
      /**
       * The other's id.
       */
      from: string;
      /**
       * What is handed over.
       */
      label: string | null;
    }[];
    source: ImportOrigin;
    sureness: ImportSureness;
  }[];
  /**
   * What coord.yaml gains: phases, groups, ownership, sync_points, severities, targets, risks, criteria, channels; a mapping or a list each.
   */
  settings: {
    /**
     * What is new under that key.
     */
    [k: string]: {} | unknown[];
  };
  /**
   * What was seen and not taken.
   *
   * Items: One thing.
   */
  left_out: {
    /**
     * What stands there.
     */
    text: string;
    /**
     * Why it was not taken.
     */
    reason:
      | 'no-task'
      | 'mention'
      | 'sample'
      | 'no-path'
      | 'unknown-dependency'
      | 'itself'
      | 'kept'
      | 'differs'
      | 'gone'
      | 'id-taken'
      | 'done-before'
      | 'approved-there'
      | 'no-value'
      | 'no-field';
    source: ImportOrigin;
    sureness: ImportSureness;
  }[];
  /**
   * Files that were written, or would be.
   *
   * Items: A path relative to the repository.
   */
  files: string[];
  commit: CommitEntry;
}
/**
 * Where it was read.
 */
export interface ImportOrigin {
  /**
   * The source: relative to the repository where it lies in it.
   */
  file: string;
  /**
   * The line, from 1.
   */
  line: number;
}
/**
 * The answer of `coord init`.
 */
export interface InitAnswer {
  /**
   * The workspace's folder; null where templates were listed.
   */
  folder: string | null;
  /**
   * Files that were made.
   *
   * Items: A path relative to the repository.
   */
  made: string[];
  /**
   * Files that were added to.
   *
   * Items: A path relative to the repository.
   */
  changed: string[];
  /**
   * Files that were there already and were left alone.
   *
   * Items: A path relative to the repository.
   */
  kept: string[];
  /**
   * What coord could not do and a person has to: the check before a commit. null: nothing.
   */
  by_hand: {
    /**
     * The file to change.
     */
    path: string;
    /**
     * Why coord did not.
     */
    reason: string;
    /**
     * The lines to add to it.
     */
    lines: string;
  } | null;
  /**
   * With --list: the templates there are. Otherwise empty.
   *
   * Items: One template.
   */
  templates: {
    /**
     * As given to --template.
     */
    name: string;
    /**
     * What it is, in a line.
     */
    about: string;
  }[];
}
/**
 * The answer of `coord jobs cancel`.
 */
export interface JobsCancelAnswer {
  job: JobEntry;
  /**
   * How many processes were stopped.
   */
  stopped: number;
}
/**
 * The answer of `coord jobs list`.
 */
export interface JobsListAnswer {
  /**
   * Jobs, newest first.
   */
  jobs: JobEntry[];
  /**
   * True: so many jobs failed in a row (limits.failures) that coord dispatch starts nothing more but what coord jobs retry names.
   */
  dispatch_stopped: boolean;
  /**
   * Journals of which something cannot be read.
   *
   * Items: One journal.
   */
  unreadable: {
    /**
     * Its file.
     */
    path: string;
    /**
     * Numbers of the lines that hold no event; none: its beginning is missing.
     *
     * Items: A number, from 1.
     */
    lines: number[];
  }[];
}
/**
 * The answer of `coord jobs logs`.
 */
export interface JobsLogsAnswer {
  job: JobEntry;
  /**
   * What its agent printed, secrets taken out; of much, the first and the last of it.
   */
  text: string;
}
/**
 * The answer of `coord jobs prune`.
 */
export interface JobsPruneAnswer {
  /**
   * How many days records are kept.
   */
  days: number;
  /**
   * Jobs whose records were removed.
   *
   * Items: A job's id.
   */
  removed: string[];
  /**
   * How many are left.
   */
  kept: number;
}
/**
 * The answer of `coord jobs retry`.
 */
export interface JobsRetryAnswer {
  job: JobEntry;
}
/**
 * The answer of `coord jobs show`.
 */
export interface JobsShowAnswer {
  job: JobEntry;
}
/**
 * The answer of `coord list`.
 */
export interface ListAnswer {
  /**
   * The tasks asked for.
   */
  tasks: TaskRow[];
}
/**
 * The answer of `coord merge-driver`, which git calls.
 */
export interface MergeDriverAnswer {
  /**
   * The file's name in the repository.
   */
  path: string;
  /**
   * fields: merged field by field. lines: by git's own merge, since its fields could not be told apart.
   */
  by: 'fields' | 'lines';
  /**
   * Whether nothing is left to decide.
   */
  clean: boolean;
  /**
   * Fields that both sides changed, where only a guess could settle it. Empty where git merged lines.
   */
  conflicts: FieldConflict[];
}
/**
 * What both sides of a merge changed, and only a guess could settle.
 */
export interface FieldConflict {
  /**
   * The way to it: keys, ids of tasks, names of list entries. Empty where the whole is meant.
   *
   * Items: A step.
   */
  path: string[];
  base: FieldValue;
  ours: FieldValue;
  theirs: FieldValue;
}
/**
 * The answer of `coord next`.
 */
export interface NextAnswer {
  /**
   * What can be started now, best first.
   */
  tasks: ReadyRow[];
  /**
   * How many more can be started, beyond the count asked for.
   */
  more: number;
  /**
   * How many open tasks cannot be started now.
   */
  held_back: number;
  /**
   * With --why: each of them with its reasons; else null.
   */
  why: HeldBack[] | null;
  /**
   * Where the phases that are open are sequential: whose turn it is. null: this is no pipeline, several may start, nobody can, or one agent was asked about.
   */
  up: {
    /**
     * Who: an agent's id, or a person. null: anyone.
     */
    agent: string | null;
    /**
     * Id of the task it is about.
     */
    task: string;
    /**
     * work: start it. go_on: it is held already. merge: it was done on a branch that is not merged here. approve: answer it.
     */
    does: 'work' | 'go_on' | 'merge' | 'approve';
    /**
     * With merge: the branch, if there is one.
     */
    branch: string | null;
  } | null;
  /**
   * With --brief: the prompt for whoever is up; the lists are empty then. Otherwise null.
   */
  brief: string | null;
}
/**
 * A task that cannot be started now.
 */
export interface HeldBack {
  /**
   * The task's id.
   */
  id: string;
  /**
   * Why, one reason an item.
   *
   * Items: A reason, as a phrase.
   */
  reasons: string[];
}
/**
 * What channels of kind `webhook` and `command` are told: the form that Standard Webhooks proposes.
 */
export interface NoticeMessage {
  /**
   * What happened, e.g. `blocker.overdue`; `message`: somebody's own words, or many events of several kinds told together.
   */
  type:
    | 'record.created'
    | 'record.changed'
    | 'record.deleted'
    | 'task.ready'
    | 'task.done'
    | 'gate.open'
    | 'claim.taken'
    | 'claim.released'
    | 'claim.expired'
    | 'deadline.near'
    | 'handoff.created'
    | 'blocker.raised'
    | 'blocker.overdue'
    | 'sync.due'
    | 'feedback.due'
    | 'validation.failed'
    | 'message';
  /**
   * When it happened, ISO 8601 in UTC.
   */
  timestamp: string;
  /**
   * What there is to say of it.
   */
  data: {
    /**
     * The same for the same happening, whoever tells of it and however often.
     */
    key: string;
    /**
     * Name of the project, by coord.yaml; null: it has none.
     */
    project: string | null;
    /**
     * One line that says it all, at most 200 characters.
     */
    title: string;
    /**
     * What else to know, and what to do next.
     *
     * Items: One line.
     */
    lines: string[];
    /**
     * Of a blocker; of many together the most urgent one's; null: it has none.
     */
    severity: 'P0' | 'P1' | 'P2' | 'P3' | null;
    /**
     * Whom it concerns: for blockers those called upon.
     *
     * Items: An agent's id, or a person or role as it is written.
     */
    agents: string[];
    /**
     * Id of the task it is about; null: it is about none.
     */
    task: string | null;
    /**
     * Files it is about.
     *
     * Items: A path in the repository, from its root.
     */
    links: string[];
    /**
     * The commit that brought it; null: the work tree.
     */
    commit: string | null;
  };
}
/**
 * The answer of `coord notify`.
 */
export interface NotifyAnswer {
  /**
   * Without a channel: those of coord.yaml, in its order; else empty.
   *
   * Items: One channel.
   */
  channels: {
    /**
     * Its name under `channels`.
     */
    name: string;
    /**
     * How notices reach it; null: they do not, it is for people.
     */
    kind: 'terminal' | 'command' | 'webhook' | 'slack' | 'summary' | null;
    /**
     * Where it is, for people; null: nothing says so.
     */
    where: string | null;
    /**
     * What keeps notices from reaching it: a field of coord.yaml or a variable that is not set; null: nothing that is seen from here.
     */
    missing: string | null;
  }[];
  /**
   * What was sent; null: nothing was asked to be.
   */
  sent: {
    /**
     * The channel's name.
     */
    channel: string;
    notice: NoticeMessage;
  } | null;
}
/**
 * The answer of `coord plan`.
 */
export interface PlanSchedule {
  /**
   * The plan begins here, ISO 8601 in UTC.
   */
  from: string;
  /**
   * All that could be planned is done, ISO 8601 in UTC.
   */
  finish: string;
  /**
   * No plan that keeps all rules ends before this, ISO 8601 in UTC.
   */
  least: string;
  /**
   * Time zone of working hours and dates.
   */
  timezone: string;
  /**
   * What ranges of estimates do to the end; null: there are none.
   */
  ranges: {
    /**
     * How many times the plan was run with lengths drawn by chance, always from the same seed.
     */
    runs: number;
    /**
     * All is done by then in half of them, ISO 8601 in UTC.
     */
    p50: string;
    /**
     * All is done by then in four fifths of them, ISO 8601 in UTC.
     */
    p80: string;
  } | null;
  /**
   * In order of their beginning; with --agent only those of the agent.
   *
   * Items: One task, or the part of it that lies in one slot.
   */
  tasks: {
    /**
     * The task's id.
     */
    id: string;
    /**
     * What is to be done.
     */
    title: string;
    /**
     * What it is.
     */
    kind: 'task' | 'gate' | 'milestone';
    /**
     * Who does it; null: it takes nobody's time.
     */
    agent: string | null;
    /**
     * The phase it belongs to.
     */
    phase: string | null;
    /**
     * When it begins, ISO 8601 in UTC.
     */
    start: string;
    /**
     * When it is done, ISO 8601 in UTC.
     */
    end: string;
    /**
     * Minutes of work that are left in it; of a range the middle.
     */
    minutes: number;
    /**
     * Where its length comes from: its own estimate, a share of its group's, a share of its slot, the default of half a day because nothing is said, or none because it takes no time.
     */
    measure: 'own' | 'group' | 'slot' | 'default' | 'none';
    /**
     * Tasks of one wave can be done side by side, as far as dependencies go; from 1 on.
     */
    wave: number;
    /**
     * How many working minutes later it may begin without moving the end of the plan, while everybody keeps to its order.
     */
    slack_minutes: number;
    /**
     * It lies on the critical path.
     */
    critical: boolean;
    /**
     * It is held by a claim, so it goes on at once.
     */
    underway: boolean;
    /**
     * What it waited for last: nothing, the beginning of its phase, a task it depends on, whoever does it, a task that touches the same files, or one of those at work, where `limits.agents` allows no more.
     */
    because: 'start' | 'phase' | 'dependency' | 'agent' | 'files' | 'limit';
    /**
     * The task that was; null: none.
     */
    after: string | null;
    /**
     * Its deadline, ISO 8601 in UTC; null: none.
     */
    due: string | null;
    /**
     * By how many minutes on the clock it misses its deadline; 0: it does not.
     */
    late_minutes: number;
    /**
     * Share of the simulated runs in which it missed its deadline, 0 to 1; null: no deadline, or no ranges.
     */
    risk: number | null;
  }[];
  /**
   * The chain of work that takes longest by dependencies alone.
   */
  critical_path: {
    /**
     * First to last.
     *
     * Items: A task's id.
     */
    tasks: string[];
    /**
     * Minutes of work in it.
     */
    minutes: number;
  };
  /**
   * Why the plan ends when it ends: each waited for the one before it.
   *
   * Items: One link.
   */
  because: {
    /**
     * The task's id.
     */
    task: string;
    /**
     * What it waited for.
     */
    because: 'start' | 'phase' | 'dependency' | 'agent' | 'files' | 'limit';
  }[];
  /**
   * When phases end, in their order; those without open tasks are left out.
   *
   * Items: A phase.
   */
  phases: {
    /**
     * Its id.
     */
    id: string;
    /**
     * Its last task is done, ISO 8601 in UTC.
     */
    end: string;
    /**
     * When it is meant to end, by `start` and `length`; null: not said.
     */
    due: string | null;
    /**
     * By how many minutes on the clock it ends too late; 0: it does not.
     */
    late_minutes: number;
  }[];
  /**
   * Who works on the plan.
   *
   * Items: An agent.
   */
  agents: {
    /**
     * Its id.
     */
    id: string;
    /**
     * Where its working hours come from: coord.yaml; the default, Monday to Friday, 09:00 to 17:00; or the default because what coord.yaml says cannot be read.
     */
    hours: 'own' | 'default' | 'unread';
    /**
     * Minutes of work it has in the plan.
     */
    minutes: number;
    /**
     * When it is done with it, ISO 8601 in UTC; null: it has none.
     */
    end: string | null;
  }[];
  /**
   * What would bring the end forward most, most first; each was found by planning once more.
   *
   * Items: A change, and what it wins.
   */
  gains: {
    /**
     * shorten: `task` takes less time (what is won if it took none). reassign: whoever is free does `task`. add-agent: one more who does what `agent` does. part-files: `task` touches no file that others touch. open-phase: `phase` begins when its gates are open. raise-limit: one more is at work at once than `limits.agents` allows.
     */
    what: 'shorten' | 'reassign' | 'add-agent' | 'part-files' | 'open-phase' | 'raise-limit';
    /**
     * The task; null: it is about none.
     */
    task: string | null;
    /**
     * The agent; for `reassign` who had it; null: it is about none.
     */
    agent: string | null;
    /**
     * The phase; null: it is about none.
     */
    phase: string | null;
    /**
     * How many minutes on the clock sooner all is done.
     */
    minutes: number;
  }[];
  /**
   * When people come together before the end, at most the first 200.
   *
   * Items: A sync point.
   */
  sync_points: {
    /**
     * When, ISO 8601 in UTC.
     */
    at: string;
    /**
     * What for.
     */
    about: string | null;
  }[];
  /**
   * What could not be planned.
   *
   * Items: A task.
   */
  unplaced: {
    /**
     * Its id.
     */
    id: string;
    /**
     * missing: it waits for what no file defines. cycle: in a circle. ambiguous: its id stands twice. settings: its phase means nothing while coord.yaml cannot be read. gate: a gate that no file defines keeps its phase closed. behind: it waits for one that could not be planned. too-long: it would end in more than two hundred years.
     */
    why: 'missing' | 'cycle' | 'ambiguous' | 'settings' | 'gate' | 'behind' | 'too-long';
    /**
     * What that is about.
     *
     * Items: An id.
     */
    ids: string[];
  }[];
  /**
   * Tasks with open blockers; they are planned as if these were resolved.
   *
   * Items: A task's id.
   */
  blocked: string[];
}
/**
 * The answer of `coord plan --conflicts`.
 */
export interface PlanConflicts {
  /**
   * Open tasks that may touch the same files, by their `files`.
   */
  tasks: {
    /**
     * Pairs, at most 1,000; those that are worked on first. Where one waits for the other, directly or through others, there is none.
     *
     * Items: Two tasks.
     */
    conflicts: {
      /**
       * The one.
       */
      one: {
        /**
         * The task's id.
         */
        task: string;
        /**
         * Whom it is for; null: anyone.
         */
        agent: string | null;
        /**
         * It is worked on: by its status, or by a claim.
         */
        underway: boolean;
        /**
         * Its first glob in `files` that meets one of the other's.
         */
        glob: string;
      };
      /**
       * The other.
       */
      other: {
        /**
         * The task's id.
         */
        task: string;
        /**
         * Whom it is for; null: anyone.
         */
        agent: string | null;
        /**
         * It is worked on: by its status, or by a claim.
         */
        underway: boolean;
        /**
         * Its first glob in `files` that meets one of the other's.
         */
        glob: string;
      };
      /**
       * Who owns paths that both may touch.
       *
       * Items: An agent's id, or a name as coord.yaml has it.
       */
      owners: string[];
    }[];
    /**
     * How many pairs there are besides.
     */
    more: number;
  };
  /**
   * Branches that are not merged into the integration branch, or the default branch where there is none.
   */
  branches: {
    /**
     * How many were compared: at most the 20 last committed to.
     */
    compared: number;
    /**
     * Pairs that change the same files and will merge.
     */
    clean: number;
    /**
     * Branches that were not compared because 20 others are newer.
     */
    older: number;
    /**
     * Branches that were not compared because no commit is known that they have in common with the one they go into.
     */
    unrelated: number;
    /**
     * Pairs that git will not merge by itself.
     *
     * Items: Two branches.
     */
    conflicts: {
      /**
       * The one.
       */
      one: {
        /**
         * The branch, without the remote's name.
         */
        branch: string;
        /**
         * Whose it is, by the claim that works on it or by the pattern of its name; null: not known.
         */
        agent: string | null;
        /**
         * The task that it is for, found likewise; null: not known.
         */
        task: string | null;
      };
      /**
       * The other.
       */
      other: {
        /**
         * The branch, without the remote's name.
         */
        branch: string;
        /**
         * Whose it is, by the claim that works on it or by the pattern of its name; null: not known.
         */
        agent: string | null;
        /**
         * The task that it is for, found likewise; null: not known.
         */
        task: string | null;
      };
      /**
       * What will be left to decide.
       *
       * Items: A file.
       */
      files: {
        /**
         * Its path in the repository.
         */
        path: string;
        /**
         * Who owns it.
         *
         * Items: An agent's id, or a name as coord.yaml has it.
         */
        owners: string[];
      }[];
    }[];
  };
}
/**
 * The answer of `coord prime`.
 */
export interface PrimeAnswer {
  /**
   * For whom it is; null: nobody was named.
   */
  agent: string | null;
  /**
   * The briefing, as Markdown.
   */
  text: string;
}
/**
 * The answer of `coord progress`.
 */
export interface ProgressAnswer {
  /**
   * The task's id.
   */
  id: string;
  /**
   * Share done now, in percent.
   */
  progress: number;
  /**
   * The file that was written.
   */
  file: string;
  commit: CommitEntry;
}
/**
 * The parts that several answers share.
 */
export interface AnswerRecords {
  [k: string]: unknown;
}
/**
 * The answer of `coord release`.
 */
export interface ReleaseAnswer {
  /**
   * The task given back; null with --abandoned.
   */
  id: string | null;
  /**
   * With --abandoned: the claims that were given back because their time had run out, or their worktree is gone. Else empty.
   *
   * Items: One claim.
   */
  abandoned: {
    /**
     * The task's id.
     */
    id: string;
    /**
     * Who held it.
     */
    agent: string;
    /**
     * When its time ran out, ISO 8601 in UTC.
     */
    until: string;
    /**
     * The branch the work went to.
     */
    branch: string | null;
    /**
     * Commits on that branch that the default branch has not, as far as they are known here.
     */
    commits: number;
    /**
     * Its worktree, if it stands here, and what was not committed in it.
     *
     * Items: A path.
     */
    left: string[];
    /**
     * Its worktree, where that is gone from this machine and the time had not run out; else null.
     */
    gone: string | null;
  }[];
  not_shared: NotSharedEntry;
}
/**
 * The answer of `coord report collect`.
 */
export interface ReportCollectAnswer {
  /**
   * The team, in its order.
   *
   * Items: What there is of one agent.
   */
  agents: {
    /**
     * Its id.
     */
    agent: string;
    /**
     * Tasks that are done.
     */
    done: number;
    /**
     * All its tasks but cancelled ones.
     */
    total: number;
    /**
     * The last commit on a branch of its own, or that names it in Coord-Agent; null: none.
     */
    last_commit: {
      /**
       * The commit, in full.
       */
      commit: string;
      /**
       * When, ISO 8601 in UTC.
       */
      at: string;
      /**
       * The first line of its message.
       */
      subject: string;
    } | null;
    /**
     * Its branches, by its branch pattern, that are not merged into the default branch; last committed to first.
     *
     * Items: One branch, at its last commit.
     */
    branches: {
      /**
       * Its name, without the remote's.
       */
      branch: string;
      /**
       * The commit, in full.
       */
      commit: string;
      /**
       * When, ISO 8601 in UTC.
       */
      at: string;
      /**
       * The first line of its message.
       */
      subject: string;
    }[];
  }[];
}
/**
 * What runs of agents cost.
 */
export interface CostReportAnswer {
  /**
   * What a row stands for.
   */
  by: 'agent' | 'task' | 'day' | 'month';
  /**
   * Runs that were started from here on, ISO 8601 in UTC; null: all.
   */
  since: string | null;
  /**
   * Agents and tasks dearest first, days and months newest first.
   *
   * Items: Runs that belong together.
   */
  rows: {
    /**
     * An agent or a task by id, a day (2025-08-12) or a month (2025-08) of UTC; null: runs on no task.
     */
    key: string | null;
    /**
     * How often agents were started.
     */
    runs: number;
    reported: KnownCost;
    priced: KnownCost;
    /**
     * Runs of which nobody knows what they cost; they are in no sum.
     */
    unknown_runs: number;
    tokens: Tokens;
    /**
     * Runs that told no tokens.
     */
    runs_without_tokens: number;
    /**
     * The bound that coord.yaml sets: for an agent what it may cost a day, held against today; for a task against all its runs; for a day against that day. null: there is none.
     */
    budget: {
      /**
       * US dollars that count towards it, as far as they are known.
       */
      spent_usd: number;
      /**
       * The bound, in US dollars.
       */
      limit_usd: number;
    } | null;
  }[];
  total: CostSums;
  /**
   * Jobs whose agents have not ended; they are in no sum.
   */
  not_ended: number;
  /**
   * This day of UTC, whatever `since` says.
   */
  today: {
    /**
     * US dollars, as far as they are known.
     */
    cost_usd: number;
    /**
     * What all agents may cost in a day (limits.cost_per_day); null: no bound.
     */
    limit_usd: number | null;
  };
  prices: PublishedPrices;
}
/**
 * Runs whose cost is known in one of two ways: reported by what ran, or priced by tokens.
 */
export interface KnownCost {
  /**
   * How many.
   */
  runs: number;
  /**
   * US dollars.
   */
  cost_usd: number;
}
/**
 * Of the runs that told them.
 */
export interface Tokens {
  /**
   * Tokens read.
   */
  input: number;
  /**
   * Tokens written.
   */
  output: number;
  /**
   * Tokens read from a cache.
   */
  cached: number;
}
/**
 * Runs added up.
 */
export interface CostSums {
  /**
   * How often agents were started.
   */
  runs: number;
  reported: KnownCost;
  priced: KnownCost;
  /**
   * Runs of which nobody knows what they cost; they are in no sum.
   */
  unknown_runs: number;
  tokens: Tokens;
  /**
   * Runs that told no tokens.
   */
  runs_without_tokens: number;
}
/**
 * The prices that count where coord.yaml has none.
 */
export interface PublishedPrices {
  /**
   * Where they are published.
   */
  source: string;
  /**
   * The day they are of.
   */
  at: string;
}
/**
 * What the open tasks, and a month, may cost.
 */
export interface CostEstimateAnswer {
  /**
   * Agents that something runs, with open tasks or with runs a month.
   *
   * Items: One agent.
   */
  agents: {
    /**
     * Its id.
     */
    agent: string;
    /**
     * Its tasks that are open; gates and milestones left out.
     */
    open_tasks: number;
    /**
     * runs: by what its tasks cost so far. stated: by the tokens under `usage` of the agent. unknown: there is neither.
     */
    by: 'runs' | 'stated' | 'unknown';
    /**
     * Tasks that it was run on, of which every run's cost is known.
     */
    tasks_so_far: number;
    /**
     * What one task costs; null: unknown.
     */
    a_task: {
      /**
       * US dollars; half of its tasks cost less.
       */
      median_usd: number;
      /**
       * A quarter of its tasks cost less.
       */
      low_usd: number;
      /**
       * A quarter of its tasks cost more.
       */
      high_usd: number;
    } | null;
    /**
     * How often it is run in a month, as stated; null: not.
     */
    runs_per_month: number | null;
  }[];
  /**
   * Open tasks without an agent that can be run.
   */
  tasks_of_nobody: number;
  /**
   * Bounds of coord.yaml, in US dollars; null: none.
   */
  limits: {
    /**
     * What a task may cost.
     */
    cost_per_task: number | null;
    /**
     * What all agents may cost in a day.
     */
    cost_per_day: number | null;
  };
  prices: PublishedPrices;
}
/**
 * The answer of `coord report html`.
 */
export interface ReportHtmlAnswer {
  /**
   * Where --output wrote it, absolute; null: nowhere.
   */
  file: string | null;
  /**
   * From when on what was done is told, ISO 8601 in UTC.
   */
  since: string;
  /**
   * Share of the work that is done, from 0 to 1.
   */
  completion: number;
  /**
   * Tasks by status.
   */
  counts: {
    /**
     * Tasks that are todo.
     */
    todo: number;
    /**
     * Tasks that are in progress.
     */
    in_progress: number;
    /**
     * Tasks that are review.
     */
    review: number;
    /**
     * Tasks that are done.
     */
    done: number;
    /**
     * Tasks that are cancelled.
     */
    cancelled: number;
  };
  /**
   * Tasks that may start now.
   */
  ready: number;
  /**
   * Blockers that are open.
   */
  blockers: number;
  /**
   * Tasks done in that time.
   */
  done: number;
  /**
   * Targets of coord.yaml, by whether they are reached.
   */
  targets: {
    /**
     * Reached.
     */
    met: number;
    /**
     * Missed.
     */
    missed: number;
    /**
     * Nobody knows.
     */
    unknown: number;
  };
  /**
   * Problems of files.
   */
  problems: number;
}
/**
 * The answer of `coord report md`.
 */
export interface ReportMdAnswer {
  /**
   * Where --output wrote it, absolute; null: nowhere.
   */
  file: string | null;
  /**
   * From when on what was done is told, ISO 8601 in UTC.
   */
  since: string;
  /**
   * Share of the work that is done, from 0 to 1.
   */
  completion: number;
  /**
   * Tasks by status.
   */
  counts: {
    /**
     * Tasks that are todo.
     */
    todo: number;
    /**
     * Tasks that are in progress.
     */
    in_progress: number;
    /**
     * Tasks that are review.
     */
    review: number;
    /**
     * Tasks that are done.
     */
    done: number;
    /**
     * Tasks that are cancelled.
     */
    cancelled: number;
  };
  /**
   * Tasks that may start now.
   */
  ready: number;
  /**
   * Blockers that are open.
   */
  blockers: number;
  /**
   * Tasks done in that time.
   */
  done: number;
  /**
   * Targets of coord.yaml, by whether they are reached.
   */
  targets: {
    /**
     * Reached.
     */
    met: number;
    /**
     * Missed.
     */
    missed: number;
    /**
     * Nobody knows.
     */
    unknown: number;
  };
  /**
   * Problems of files.
   */
  problems: number;
}
/**
 * The answer of `coord report metrics`.
 */
export interface ReportMetricsAnswer {
  /**
   * From when on, ISO 8601 in UTC.
   */
  since: string;
  /**
   * Up to when, ISO 8601 in UTC.
   */
  at: string;
  /**
   * All figures there are, in the order of docs/metrics.md.
   */
  figures: FigureEntry[];
  /**
   * The same for each agent.
   *
   * Items: One agent.
   */
  agents: {
    /**
     * Its id.
     */
    agent: string;
    /**
     * Its figures.
     */
    figures: FigureEntry[];
    /**
     * What success means for it, in words that nothing measures.
     *
     * Items: A criterion.
     */
    criteria: string[];
  }[];
  /**
   * The targets of coord.yaml, held against figures.
   */
  targets: MetricTarget[];
  /**
   * Where --output wrote the report, absolute; null: nowhere.
   */
  file: string | null;
}
/**
 * One figure.
 */
export interface FigureEntry {
  /**
   * Its name; docs/metrics.md says how it is worked out.
   */
  name:
    | 'completion_on_time'
    | 'handoff_success'
    | 'blocker_resolution_time'
    | 'open_blockers'
    | 'test_coverage'
    | 'tasks_done'
    | 'throughput'
    | 'lead_time'
    | 'cycle_time'
    | 'reopened'
    | 'claim_contention'
    | 'job_duration'
    | 'job_success'
    | 'queue_depth'
    | 'model_latency'
    | 'tokens'
    | 'cost'
    | 'monthly_cost';
  /**
   * What it counts in: share is from 0 to 1.
   */
  unit: 'share' | 'seconds' | 'count' | 'per-day' | 'tokens' | 'usd';
  /**
   * The figure; where there is a spread, its middle. null: unknown.
   */
  value: number | null;
  /**
   * How many it was measured on.
   */
  samples: number;
  /**
   * Those that would count if records said what is needed.
   */
  left_out: number;
  /**
   * How far apart they are, of lengths of time; null: it is no such figure, or unknown.
   */
  spread: {
    /**
     * Half of them are at most so long.
     */
    p50: number;
    /**
     * 95 of 100 are at most so long.
     */
    p95: number;
    /**
     * 99 of 100 are at most so long.
     */
    p99: number;
    /**
     * All of them together.
     */
    sum: number;
  } | null;
  /**
   * Why it is unknown: nothing of the kind happened (none), records do not say what is needed (undated), there is no coverage report, it cannot be read, or it is no figure of one agent. null: it is known.
   */
  unknown: 'none' | 'undated' | 'no-report' | 'unreadable-report' | 'not-of-one' | null;
  /**
   * The figure of each of the eight weeks up to then, oldest first; null: it cannot be told of earlier times, or is an agent's.
   */
  trend: (number | null)[] | null;
}
/**
 * A target of coord.yaml.
 */
export interface MetricTarget {
  /**
   * As coord.yaml names it.
   */
  name: string;
  /**
   * The figure it is about; null: one that coord does not measure.
   */
  figure: string | null;
  /**
   * Whose it is; null: of all.
   */
  agent: string | null;
  /**
   * As written.
   */
  target: string;
  /**
   * How the figure has to stand to the goal; null: unknown.
   */
  by: '<' | '<=' | '>' | '>=' | '=' | null;
  /**
   * What is wanted, in the unit; null: it cannot be compared.
   */
  goal: number | null;
  /**
   * What it is; null: unknown.
   */
  value: number | null;
  /**
   * What both count in.
   */
  unit: 'share' | 'seconds' | 'count' | 'per-day' | 'tokens' | 'usd' | 'plain';
  /**
   * Where the value comes from: worked out from records, printed by a verifier, entered by hand; null: there is none.
   */
  from: 'records' | 'verifier' | 'hand' | null;
  /**
   * Whether it is reached.
   */
  state: 'met' | 'missed' | 'unknown';
  /**
   * Why it is unknown; null: it is known. docs/metrics.md tells what each of them means.
   */
  unknown: string | null;
}
/**
 * The answer of `coord report pages`.
 */
export interface ReportPagesAnswer {
  /**
   * All pages there are.
   *
   * Items: One page.
   */
  pages: {
    /**
     * Its path in the repository.
     */
    file: string;
    /**
     * True: it was out of date. It is written now, or, with --check, it still is.
     */
    changed: boolean;
    /**
     * The first line that differed; null where none did, or the page was not there.
     */
    difference: {
      /**
       * Its number, from 1 on.
       */
      line: number;
      /**
       * As it was; null where the page ended before.
       */
      is: string | null;
      /**
       * As it should be; null where the page should have ended before.
       */
      should: string | null;
    } | null;
  }[];
  commit: CommitEntry;
}
/**
 * The answer of `coord report progress`.
 */
export interface ReportProgressAnswer {
  /**
   * The team, in its order, then what belongs to nobody in it.
   *
   * Items: How far one agent is.
   */
  agents: {
    /**
     * The agent's id; null: nobody in the team.
     */
    agent: string | null;
    /**
     * Tasks that are done.
     */
    done: number;
    /**
     * All its tasks but cancelled ones.
     */
    total: number;
    /**
     * Its tasks.
     *
     * Items: A task.
     */
    tasks: {
      /**
       * The task's id.
       */
      id: string;
      /**
       * What is to be done, in one line.
       */
      title: string;
      /**
       * Who it is for: an agent's id; null for anyone.
       */
      agent: string | null;
      /**
       * How urgent it is.
       */
      priority: 'high' | 'medium' | 'low';
      /**
       * Where it stands, as its file says; in `coord list` a task that is held is in_progress.
       */
      status: 'todo' | 'in_progress' | 'review' | 'done' | 'cancelled';
      /**
       * Share done, in percent.
       */
      progress: number | null;
      /**
       * When it was started: as its file says, else since when it is held; null: unknown.
       */
      started: string | null;
      /**
       * When it was done, as written.
       */
      completed: string | null;
    }[];
  }[];
}
/**
 * The answer of `coord report retro`.
 */
export interface ReportRetroAnswer {
  /**
   * Where --output wrote it, absolute; null: nowhere.
   */
  file: string | null;
  /**
   * What it looks back at.
   */
  span: 'daily' | 'weekly' | 'final';
  /**
   * From when on, ISO 8601 in UTC.
   */
  from: string;
  /**
   * Up to when, ISO 8601 in UTC.
   */
  to: string;
  /**
   * What of the whole is done, from 0 to 1.
   */
  completion: number;
  /**
   * Tasks done in that time, earliest first.
   *
   * Items: A task's id.
   */
  done: string[];
  /**
   * Gates and milestones reached in that time.
   *
   * Items: A task's id.
   */
  reached: string[];
  /**
   * Tasks due in that time that were not done by its end.
   *
   * Items: A task's id.
   */
  late: string[];
  /**
   * Tasks that are done, nobody says since when.
   */
  undated: number;
  /**
   * Blockers that were open in that time, the longest first.
   *
   * Items: One blocker.
   */
  blockers: {
    /**
     * The task it stopped.
     */
    task: string;
    /**
     * Its file, relative to the repository.
     */
    file: string;
    /**
     * How bad it was.
     */
    severity: 'P0' | 'P1' | 'P2' | 'P3';
    /**
     * Whom or what it waited on; null: not said.
     */
    waits_on: string | null;
    /**
     * How long: until it was resolved, or up to then; null: unknown.
     */
    seconds: number | null;
    /**
     * Whether it was still open then.
     */
    open: boolean;
  }[];
  /**
   * Tasks done that say an estimate, a start and an end; furthest off first.
   *
   * Items: One task.
   */
  estimates: {
    /**
     * A task's id.
     */
    task: string;
    /**
     * Whose it is; null: nobody's.
     */
    agent: string | null;
    /**
     * Minutes of work it was thought to take.
     */
    estimate_minutes: number;
    /**
     * Working minutes between its start and its end; where none of it was in working hours, minutes on the clock.
     */
    actual_minutes: number;
    /**
     * What it took, divided by the estimate.
     */
    factor: number;
  }[];
  /**
   * What should change, by rules that docs/reports.md lists.
   *
   * Items: One thing.
   */
  changes: {
    /**
     * Which rule.
     */
    change:
      'long-waits' | 'done-again' | 'estimates-off' | 'deadlines-missed' | 'unproven' | 'jobs-fail' | 'handoffs-wait';
    /**
     * What it goes by.
     */
    facts: {};
  }[];
}
/**
 * The answer of `coord report standup`.
 */
export interface ReportStandupAnswer {
  /**
   * The time it is told from, ISO 8601 in UTC.
   */
  since: string;
  /**
   * The team, in its order, then what belongs to nobody in it.
   *
   * Items: What one agent has to tell.
   */
  agents: {
    /**
     * The agent's id; null: nobody in the team.
     */
    agent: string | null;
    /**
     * Tasks completed since then.
     *
     * Items: A task.
     */
    done: {
      /**
       * The task's id.
       */
      id: string;
      /**
       * What is to be done, in one line.
       */
      title: string;
      /**
       * Who it is for: an agent's id; null for anyone.
       */
      agent: string | null;
      /**
       * How urgent it is.
       */
      priority: 'high' | 'medium' | 'low';
      /**
       * Where it stands, as its file says; in `coord list` a task that is held is in_progress.
       */
      status: 'todo' | 'in_progress' | 'review' | 'done' | 'cancelled';
      /**
       * When it was done, as written.
       */
      completed: string | null;
    }[];
    /**
     * Tasks in progress.
     *
     * Items: A task.
     */
    doing: {
      /**
       * The task's id.
       */
      id: string;
      /**
       * What is to be done, in one line.
       */
      title: string;
      /**
       * Who it is for: an agent's id; null for anyone.
       */
      agent: string | null;
      /**
       * How urgent it is.
       */
      priority: 'high' | 'medium' | 'low';
      /**
       * Where it stands, as its file says; in `coord list` a task that is held is in_progress.
       */
      status: 'todo' | 'in_progress' | 'review' | 'done' | 'cancelled';
      /**
       * Share done, in percent.
       */
      progress: number | null;
      /**
       * True: by a claim. False: its file alone says so.
       */
      held: boolean;
    }[];
    /**
     * Open blockers on its tasks.
     */
    blocked: BlockerEntry[];
  }[];
  /**
   * Tasks that are done without a date, so that nobody knows since when.
   */
  undated: number;
}
/**
 * The answer of `coord resolve`.
 */
export interface ResolveAnswer {
  /**
   * The files in conflict that were looked at, by path.
   *
   * Items: One file.
   */
  files: {
    /**
     * Relative to the repository.
     */
    path: string;
    /**
     * merged: nothing is left to decide. conflicts: some fields are, between markers. settled: no markers were left in it. one-sided: one side has no such text. unclear: left as it was, since its fields cannot be told apart.
     */
    state: 'merged' | 'conflicts' | 'settled' | 'one-sided' | 'unclear';
    /**
     * What is left to decide.
     */
    conflicts: FieldConflict[];
  }[];
}
/**
 * The answer of `coord review`, which coord starts to review a change; without --json it is the last line. `output` is what `coord run reviewer` gives.
 */
export interface ReviewAnswer {
  /**
   * Tells it from other lines.
   */
  type: 'result';
  /**
   * ok: there is a review, whatever it found; exit: there is none.
   */
  reason: 'ok' | 'exit';
  /**
   * Why there is none.
   */
  message: string | null;
  output: Review;
  /**
   * Name of the model's session; null: none.
   */
  session: string | null;
  tokens: ReviewTokens;
  /**
   * What the model cost, in US dollars; null: unknown. 0 where none was asked.
   */
  cost_usd: number | null;
  /**
   * Where the cost comes from.
   */
  cost_basis: 'reported' | 'priced' | 'unknown';
}
/**
 * One check.
 */
export interface ReviewCheck {
  /**
   * The linter or model by its name in coord.yaml; translations; tests.
   */
  name: string;
  /**
   * done; failed: it could not be made, and a finding says why; idle: nothing in the change is for it.
   */
  state: 'done' | 'failed' | 'idle';
  /**
   * What it found that counts.
   */
  findings: number;
  /**
   * What it said of lines and files that the change does not touch, or that nobody can place.
   */
  dropped: number;
  /**
   * What was so before the change.
   */
  known: number;
}
/**
 * Findings by severity, those left out here included.
 */
export interface FindingCounts {
  /**
   * Errors: with any of them coord ends with exit code 1.
   */
  error: number;
  /**
   * Warnings.
   */
  warning: number;
  /**
   * Remarks.
   */
  info: number;
}
/**
 * One finding.
 */
export interface ReviewFinding {
  /**
   * Path relative to the repository; null: the review itself.
   */
  file: string | null;
  /**
   * Line in the file as the change leaves it; null: the file as a whole.
   */
  line: number | null;
  /**
   * error: to be mended before this is merged; warning: to be looked at; info: a remark.
   */
  severity: 'error' | 'warning' | 'info';
  /**
   * What it is about; review: a check that could not be made.
   */
  category:
    | 'lint'
    | 'translation'
    | 'tests'
    | 'bug'
    | 'security'
    | 'error-handling'
    | 'performance'
    | 'design'
    | 'style'
    | 'docs'
    | 'review';
  /**
   * What is wrong.
   */
  message: string;
  /**
   * What to do about it.
   */
  suggestion: string | null;
  /**
   * The check that found it.
   */
  by: string;
  /**
   * Whether the line belongs to the change, with the few around it that a diff shows.
   */
  on_change: boolean;
  /**
   * The same for the same finding in a later state of the change.
   */
  key: string;
}
/**
 * The answer of `coord run`.
 */
export interface RunAnswer {
  run: AgentRun;
  /**
   * Agents that can be run and what they take, where that was asked; else null.
   */
  agents:
    | {
        /**
         * Its id.
         */
        id: string;
        /**
         * What runs it; null: nothing can.
         */
        runtime: string | null;
        /**
         * The kind of that runtime.
         */
        kind: string | null;
        /**
         * What it is for.
         */
        description: string | null;
        /**
         * What it takes.
         *
         * Items: One flag.
         */
        flags: {
          /**
           * As typed, with its dashes.
           */
          flag: string;
          /**
           * What its value is.
           */
          type: 'string' | 'number' | 'integer' | 'boolean';
          /**
           * Whether it may be given several times.
           */
          list: boolean;
          /**
           * Whether it has to be given.
           */
          required: boolean;
          /**
           * What counts where it is not given: any JSON value.
           */
          default:
            | {}
            | {
                [k: string]: unknown;
              }[]
            | string
            | number
            | boolean
            | null;
          /**
           * What it is for.
           */
          description: string | null;
        }[];
      }[]
    | null;
}
/**
 * A task with all around it.
 */
export interface ShowTask {
  /**
   * It is about a task.
   */
  what: 'task';
  task: TaskEntry;
  /**
   * What it waits for.
   */
  dependencies: Neighbour[];
  /**
   * What waits for it.
   */
  dependents: Neighbour[];
  /**
   * Who holds it; null: nobody.
   */
  claim: ClaimEntry | null;
  /**
   * Handoffs about it, newest first.
   */
  handoffs: HandoffEntry[];
  /**
   * Blockers on it.
   */
  blockers: BlockerEntry[];
}
/**
 * A task that another depends on, or that depends on it.
 */
export interface Neighbour {
  /**
   * Its id, as written.
   */
  id: string;
  /**
   * What it is about; null: there is no such task.
   */
  title: string | null;
  /**
   * Where it stands; null: there is no such task.
   */
  status: 'todo' | 'in_progress' | 'review' | 'done' | 'cancelled' | null;
  /**
   * What is handed over along this edge.
   */
  label: string | null;
}
/**
 * A decision with what was said of it.
 */
export interface ShowDecision {
  /**
   * It is about a decision.
   */
  what: 'decision';
  standing: DecisionStandingEntry;
  /**
   * The reasons, as Markdown.
   */
  why: string;
}
/**
 * A path, with who answers for it and what binds it.
 */
export interface ShowPath {
  /**
   * It is about a path.
   */
  what: 'path';
  /**
   * The path, relative to the repository.
   */
  path: string;
  /**
   * Agents that own it.
   *
   * Items: An agent's id.
   */
  owners: string[];
  /**
   * Areas it belongs to.
   *
   * Items: One area.
   */
  areas: {
    /**
     * Its name.
     */
    name: string;
    /**
     * Who owns it.
     */
    owner: string | null;
    /**
     * Who makes the final call.
     */
    decision_maker: string | null;
    /**
     * Who is asked for feedback.
     *
     * Items: An agent's id.
     */
    reviewers: string[];
  }[];
  /**
   * Decisions that bind it.
   */
  decisions: DecisionEntry[];
  /**
   * Open tasks that may touch it.
   */
  tasks: TaskRow[];
}
/**
 * The answer of `coord sync`.
 */
export interface SyncAnswer {
  /**
   * The remote through which claims are shared.
   */
  remote: string;
  /**
   * What others did with claims since the last time.
   *
   * Items: One change.
   */
  news: {
    /**
     * The task's id.
     */
    id: string;
    /**
     * Who did it.
     */
    agent: string;
    /**
     * What was done; dropped: the claim, long after its task was done.
     */
    what: 'claimed' | 'taken-over' | 'released' | 'done' | 'dropped';
    /**
     * Whose claim was taken over; null: nobody's.
     */
    from: string | null;
    /**
     * Branch the work goes to, where one was named.
     */
    branch: string | null;
  }[];
  /**
   * Claims that were known here alone and are shared now.
   *
   * Items: A task's id.
   */
  published: string[];
  /**
   * Claims that the remote had lost or set back and has again.
   *
   * Items: A task's id.
   */
  restored: string[];
  /**
   * Claims that were dropped, long after their tasks were done on the default branch.
   *
   * Items: A task's id.
   */
  dropped: string[];
  /**
   * Claims that others changed at the same moment; the next sync sees to them.
   *
   * Items: A task's id.
   */
  overtaken: string[];
  /**
   * The remote's default branch.
   */
  branch: {
    /**
     * Its name here, e.g. origin/main.
     */
    name: string;
    /**
     * How many of its commits HEAD does not have.
     */
    behind: number;
  };
  /**
   * What may be wrong with the claims.
   *
   * Items: One warning.
   */
  warnings: {
    /**
     * What it is; its page: coord help <code>.
     */
    code: 'clock-skew' | 'done-but-lost' | 'claims-set-back' | 'claim-lost' | 'claims-not-shared';
    /**
     * The tasks it is about.
     *
     * Items: A task's id.
     */
    ids: string[];
    /**
     * What is so, in a sentence.
     */
    message: string;
    /**
     * What to do about it.
     */
    next: string;
  }[];
}
/**
 * The answer of `coord task add`.
 */
export interface TaskAddAnswer {
  /**
   * The task's id.
   */
  id: string;
  /**
   * Its file, relative to the repository.
   */
  file: string;
  commit: CommitEntry;
}
/**
 * The answer of `coord task set`.
 */
export interface TaskSetAnswer {
  /**
   * The task's id.
   */
  id: string;
  /**
   * Its file, relative to the repository.
   */
  file: string;
  /**
   * The fields that were changed.
   *
   * Items: A field's name.
   */
  changed: string[];
  commit: CommitEntry;
}
/**
 * The answer of `coord task split`.
 */
export interface TaskSplitAnswer {
  /**
   * The task that was split; it now waits for its parts.
   */
  id: string;
  /**
   * Its parts.
   *
   * Items: One part.
   */
  parts: {
    /**
     * Its id.
     */
    id: string;
    /**
     * Its file.
     */
    file: string;
  }[];
  commit: CommitEntry;
}
/**
 * The answer of `coord unblock`.
 */
export interface UnblockAnswer {
  blocker: BlockerEntry;
  /**
   * Other blockers that are still open on the task.
   */
  left: number;
  commit: CommitEntry;
}
/**
 * The answer of `coord validate`; the problems themselves are in the envelope.
 */
export interface ValidateAnswer {
  /**
   * Files that were checked.
   */
  files: number;
  /**
   * Errors found.
   */
  errors: number;
  /**
   * Warnings found.
   */
  warnings: number;
  /**
   * With --staged or --merge: problems that were there before, or are on one side alone, and do not count.
   */
  others: number;
  /**
   * With --fix: problems that were mended.
   */
  fixed: number;
  /**
   * With --merge: the two sides; else null.
   */
  merge: {
    /**
     * The branch, or the commit, that was merged.
     */
    ours: string;
    /**
     * What it was merged with.
     */
    theirs: string;
  } | null;
  /**
   * With --scope, and in CI: whose change it is; else null.
   */
  scope: {
    /**
     * Ids of the agents, or the person, who made it; none: nobody can tell.
     *
     * Items: An id.
     */
    agents: string[];
    /**
     * Ids of the tasks it is for.
     *
     * Items: An id.
     */
    tasks: string[];
    /**
     * The branch it is compared with; null: it is what is staged.
     */
    since: string | null;
  } | null;
}
/**
 * A file of records came.
 */
export interface WatchRecordCreated {
  /**
   * What happened.
   */
  event: 'record.created';
  /**
   * When, ISO 8601 in UTC: what falls due, at the instant it does; else when it was found, committed or claimed.
   */
  at: string;
  /**
   * The same for the same happening, whoever finds it and however often.
   */
  key: string;
  /**
   * The commit that brought it; null: the work tree, a claim, or the clock.
   */
  commit: string | null;
  /**
   * The file.
   */
  file: string;
}
/**
 * The bytes of a file of records changed.
 */
export interface WatchRecordChanged {
  /**
   * What happened.
   */
  event: 'record.changed';
  /**
   * When, ISO 8601 in UTC: what falls due, at the instant it does; else when it was found, committed or claimed.
   */
  at: string;
  /**
   * The same for the same happening, whoever finds it and however often.
   */
  key: string;
  /**
   * The commit that brought it; null: the work tree, a claim, or the clock.
   */
  commit: string | null;
  /**
   * The file.
   */
  file: string;
}
/**
 * A file of records went.
 */
export interface WatchRecordDeleted {
  /**
   * What happened.
   */
  event: 'record.deleted';
  /**
   * When, ISO 8601 in UTC: what falls due, at the instant it does; else when it was found, committed or claimed.
   */
  at: string;
  /**
   * The same for the same happening, whoever finds it and however often.
   */
  key: string;
  /**
   * The commit that brought it; null: the work tree, a claim, or the clock.
   */
  commit: string | null;
  /**
   * The file.
   */
  file: string;
}
/**
 * A task may start, as far as files go.
 */
export interface WatchTaskReady {
  /**
   * What happened.
   */
  event: 'task.ready';
  /**
   * When, ISO 8601 in UTC: what falls due, at the instant it does; else when it was found, committed or claimed.
   */
  at: string;
  /**
   * The same for the same happening, whoever finds it and however often.
   */
  key: string;
  /**
   * The commit that brought it; null: the work tree, a claim, or the clock.
   */
  commit: string | null;
  /**
   * Id of the task.
   */
  task: string;
  /**
   * What the task is.
   */
  title: string;
  /**
   * The task's agent, by id; of a claim, who has it.
   */
  agent: string | null;
}
/**
 * A task is done, and approved where it has to be.
 */
export interface WatchTaskDone {
  /**
   * What happened.
   */
  event: 'task.done';
  /**
   * When, ISO 8601 in UTC: what falls due, at the instant it does; else when it was found, committed or claimed.
   */
  at: string;
  /**
   * The same for the same happening, whoever finds it and however often.
   */
  key: string;
  /**
   * The commit that brought it; null: the work tree, a claim, or the clock.
   */
  commit: string | null;
  /**
   * Id of the task.
   */
  task: string;
  /**
   * What the task is.
   */
  title: string;
  /**
   * The task's agent, by id; of a claim, who has it.
   */
  agent: string | null;
}
/**
 * A gate is passed, or a milestone reached.
 */
export interface WatchGateOpen {
  /**
   * What happened.
   */
  event: 'gate.open';
  /**
   * When, ISO 8601 in UTC: what falls due, at the instant it does; else when it was found, committed or claimed.
   */
  at: string;
  /**
   * The same for the same happening, whoever finds it and however often.
   */
  key: string;
  /**
   * The commit that brought it; null: the work tree, a claim, or the clock.
   */
  commit: string | null;
  /**
   * Id of the task.
   */
  task: string;
  /**
   * What the task is.
   */
  title: string;
  /**
   * The task's agent, by id; of a claim, who has it.
   */
  agent: string | null;
}
/**
 * Somebody claimed a task.
 */
export interface WatchClaimTaken {
  /**
   * What happened.
   */
  event: 'claim.taken';
  /**
   * When, ISO 8601 in UTC: what falls due, at the instant it does; else when it was found, committed or claimed.
   */
  at: string;
  /**
   * The same for the same happening, whoever finds it and however often.
   */
  key: string;
  /**
   * The commit that brought it; null: the work tree, a claim, or the clock.
   */
  commit: string | null;
  /**
   * Id of the task.
   */
  task: string;
  /**
   * What the task is.
   */
  title: string;
  /**
   * The task's agent, by id; of a claim, who has it.
   */
  agent: string | null;
}
/**
 * A claim was given back.
 */
export interface WatchClaimReleased {
  /**
   * What happened.
   */
  event: 'claim.released';
  /**
   * When, ISO 8601 in UTC: what falls due, at the instant it does; else when it was found, committed or claimed.
   */
  at: string;
  /**
   * The same for the same happening, whoever finds it and however often.
   */
  key: string;
  /**
   * The commit that brought it; null: the work tree, a claim, or the clock.
   */
  commit: string | null;
  /**
   * Id of the task.
   */
  task: string;
  /**
   * What the task is.
   */
  title: string;
  /**
   * The task's agent, by id; of a claim, who has it.
   */
  agent: string | null;
}
/**
 * A claim is over without a sign of work.
 */
export interface WatchClaimExpired {
  /**
   * What happened.
   */
  event: 'claim.expired';
  /**
   * When, ISO 8601 in UTC: what falls due, at the instant it does; else when it was found, committed or claimed.
   */
  at: string;
  /**
   * The same for the same happening, whoever finds it and however often.
   */
  key: string;
  /**
   * The commit that brought it; null: the work tree, a claim, or the clock.
   */
  commit: string | null;
  /**
   * Id of the task.
   */
  task: string;
  /**
   * What the task is.
   */
  title: string;
  /**
   * The task's agent, by id; of a claim, who has it.
   */
  agent: string | null;
  /**
   * Since when it was held. ISO 8601 in UTC.
   */
  since: string;
}
/**
 * An open task is due soon.
 */
export interface WatchDeadlineNear {
  /**
   * What happened.
   */
  event: 'deadline.near';
  /**
   * When, ISO 8601 in UTC: what falls due, at the instant it does; else when it was found, committed or claimed.
   */
  at: string;
  /**
   * The same for the same happening, whoever finds it and however often.
   */
  key: string;
  /**
   * The commit that brought it; null: the work tree, a claim, or the clock.
   */
  commit: string | null;
  /**
   * Id of the task.
   */
  task: string;
  /**
   * What the task is.
   */
  title: string;
  /**
   * The task's agent, by id; of a claim, who has it.
   */
  agent: string | null;
  /**
   * Its deadline. ISO 8601 in UTC.
   */
  due: string;
}
/**
 * Somebody left a handoff.
 */
export interface WatchHandoffCreated {
  /**
   * What happened.
   */
  event: 'handoff.created';
  /**
   * When, ISO 8601 in UTC: what falls due, at the instant it does; else when it was found, committed or claimed.
   */
  at: string;
  /**
   * The same for the same happening, whoever finds it and however often.
   */
  key: string;
  /**
   * The commit that brought it; null: the work tree, a claim, or the clock.
   */
  commit: string | null;
  /**
   * Its file.
   */
  file: string;
  /**
   * Id of its task.
   */
  task: string | null;
  /**
   * Who left it.
   */
  from_agent: string | null;
  /**
   * For whom; null: whoever goes on.
   */
  to_agent: string | null;
}
/**
 * Somebody is blocked.
 */
export interface WatchBlockerRaised {
  /**
   * What happened.
   */
  event: 'blocker.raised';
  /**
   * When, ISO 8601 in UTC: what falls due, at the instant it does; else when it was found, committed or claimed.
   */
  at: string;
  /**
   * The same for the same happening, whoever finds it and however often.
   */
  key: string;
  /**
   * The commit that brought it; null: the work tree, a claim, or the clock.
   */
  commit: string | null;
  /**
   * Id of the task that is blocked.
   */
  task: string;
  /**
   * The blocker's file.
   */
  file: string;
  /**
   * How urgent it is.
   */
  severity: 'P0' | 'P1' | 'P2' | 'P3';
  /**
   * Who raised it.
   */
  by: string | null;
  /**
   * Who has to act: an agent's id, `human:name` or `external:what`; null: not said.
   */
  waits_on: string | null;
  /**
   * What is needed.
   */
  needed: string;
  /**
   * Whom its severity calls upon; once it is overdue, whom it escalates to.
   *
   * Items: An agent's id, or a role.
   */
  calls: string[];
}
/**
 * Nobody answered a blocker in the time its severity gives.
 */
export interface WatchBlockerOverdue {
  /**
   * What happened.
   */
  event: 'blocker.overdue';
  /**
   * When, ISO 8601 in UTC: what falls due, at the instant it does; else when it was found, committed or claimed.
   */
  at: string;
  /**
   * The same for the same happening, whoever finds it and however often.
   */
  key: string;
  /**
   * The commit that brought it; null: the work tree, a claim, or the clock.
   */
  commit: string | null;
  /**
   * Id of the task that is blocked.
   */
  task: string;
  /**
   * The blocker's file.
   */
  file: string;
  /**
   * How urgent it is.
   */
  severity: 'P0' | 'P1' | 'P2' | 'P3';
  /**
   * Who raised it.
   */
  by: string | null;
  /**
   * Who has to act: an agent's id, `human:name` or `external:what`; null: not said.
   */
  waits_on: string | null;
  /**
   * What is needed.
   */
  needed: string;
  /**
   * Whom its severity calls upon; once it is overdue, whom it escalates to.
   *
   * Items: An agent's id, or a role.
   */
  calls: string[];
  /**
   * Until when it had to be answered. ISO 8601 in UTC.
   */
  due: string;
}
/**
 * Everybody comes together.
 */
export interface WatchSyncDue {
  /**
   * What happened.
   */
  event: 'sync.due';
  /**
   * When, ISO 8601 in UTC: what falls due, at the instant it does; else when it was found, committed or claimed.
   */
  at: string;
  /**
   * The same for the same happening, whoever finds it and however often.
   */
  key: string;
  /**
   * The commit that brought it; null: the work tree, a claim, or the clock.
   */
  commit: string | null;
  /**
   * The event that calls for it, as blocker.raised; null: its time came.
   */
  follows: string | null;
  /**
   * What for.
   */
  about: string | null;
  /**
   * Who takes part, as coord.yaml says; none: everybody.
   *
   * Items: A name.
   */
  agents: string[];
  /**
   * Where.
   */
  channel: string | null;
}
/**
 * The time for feedback on a proposal is over.
 */
export interface WatchFeedbackDue {
  /**
   * What happened.
   */
  event: 'feedback.due';
  /**
   * When, ISO 8601 in UTC: what falls due, at the instant it does; else when it was found, committed or claimed.
   */
  at: string;
  /**
   * The same for the same happening, whoever finds it and however often.
   */
  key: string;
  /**
   * The commit that brought it; null: the work tree, a claim, or the clock.
   */
  commit: string | null;
  /**
   * Its file.
   */
  file: string;
  /**
   * What is proposed.
   */
  title: string;
  /**
   * Who was asked and said nothing.
   *
   * Items: An agent's id.
   */
  reviewers: string[];
  /**
   * Who decides; null: anyone.
   */
  decision_maker: string | null;
}
/**
 * There are errors that were not there before.
 */
export interface WatchValidationFailed {
  /**
   * What happened.
   */
  event: 'validation.failed';
  /**
   * When, ISO 8601 in UTC: what falls due, at the instant it does; else when it was found, committed or claimed.
   */
  at: string;
  /**
   * The same for the same happening, whoever finds it and however often.
   */
  key: string;
  /**
   * The commit that brought it; null: the work tree, a claim, or the clock.
   */
  commit: string | null;
  /**
   * How many errors there are in all.
   */
  errors: number;
  /**
   * Files with new ones.
   *
   * Items: A file.
   */
  files: string[];
}
/**
 * The watch begins: what happens from now on is told, and what happened since the last one.
 */
export interface WatchBegan {
  /**
   * What happened.
   */
  event: 'watch.began';
  /**
   * When, ISO 8601 in UTC.
   */
  at: string;
  /**
   * When it was last watched; null: never.
   */
  since: string | null;
}
/**
 * The watch cannot do something as it should; it goes on.
 */
export interface WatchTroubled {
  /**
   * What happened.
   */
  event: 'watch.trouble';
  /**
   * When, ISO 8601 in UTC.
   */
  at: string;
  /**
   * What it is.
   */
  trouble: 'folder-gone' | 'folder-back' | 'no-notices' | 'not-kept';
  /**
   * The same in words.
   */
  message: string;
}
/**
 * A rule was carried out.
 */
export interface WatchActed {
  /**
   * What happened.
   */
  event: 'reaction.done';
  /**
   * When, ISO 8601 in UTC.
   */
  at: string;
  /**
   * What was done.
   */
  act: 'notify' | 'run' | 'dispatch' | 'report';
  /**
   * The channel, verifier or report that the rule names.
   */
  name: string | null;
  /**
   * The event that it follows.
   */
  on: string;
  /**
   * Key of that event; of several, the first one's.
   */
  key: string;
  /**
   * Of how many such events: people are told of several together.
   */
  count: number;
}
/**
 * A rule could not be carried out, however often it was tried.
 */
export interface WatchActFailed {
  /**
   * What happened.
   */
  event: 'reaction.failed';
  /**
   * When, ISO 8601 in UTC.
   */
  at: string;
  /**
   * What was done.
   */
  act: 'notify' | 'run' | 'dispatch' | 'report';
  /**
   * The channel, verifier or report that the rule names.
   */
  name: string | null;
  /**
   * The event that it follows.
   */
  on: string;
  /**
   * Key of that event; of several, the first one's.
   */
  key: string;
  /**
   * Of how many such events: people are told of several together.
   */
  count: number;
  /**
   * Why, in words.
   */
  message: string;
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
   * Who raised it: an agent by id, name or alias, or `human:<name>`.
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
  approval?: Approval;
  /**
   * When it was resolved: a date, or a date and time. Empty: it still blocks.
   */
  resolved?: string | null;
  /**
   * Who resolved it: an agent by id, name or alias, or `human:<name>`.
   */
  resolved_by?: string | null;
  /**
   * How it was resolved, in a line or two.
   */
  resolution?: string | null;
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
  review?: ReviewSettings;
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
   * Who may sign the gate off, where the gate itself names nobody: it opens only then. Empty: nobody has to.
   */
  approvers?: string[] | null;
  /**
   * When it starts: a date, or a date and time. With a time it is a slot: its tasks are planned into the time from then on, for its length. Example: "2025-01-27 13:00".
   */
  start?: string | null;
  /**
   * How long it is meant to take, as a duration ("2 weeks", "45 min"); a bare number is days.
   */
  length?: string | number | null;
  /**
   * Tasks of earlier phases that are worked on in this one too, by id: how a task goes on in a later slot.
   */
  continues?: string[] | null;
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
  /**
   * Whose figure it is, by id or name; default: that of all together.
   */
  agent?: string | null;
  /**
   * Of test coverage: the report to read, relative to the repository. Default: coverage/coverage-summary.json, coverage/lcov.info, then lcov.info.
   */
  file?: string | null;
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
   * Names of environment variables that it may see though they hold the key to a model: those of all runtimes are kept from what proves a dispatched job.
   */
  env?: string[] | null;
  /**
   * What it proves, in a line.
   */
  about?: string | null;
}
/**
 * One linter. What it prints is read as SARIF, as JSON of ESLint, or as lines `file:line:column: message`.
 */
export interface LinterSettings {
  /**
   * The program and its arguments, run in the work tree's root without a shell. The argument {files} stands for the changed files, one argument each. Example: ["npx", "eslint", "--format", "json", "{files}"].
   *
   * @minItems 1
   *
   * Items: The program, then an argument.
   */
  run: string[];
  /**
   * Globs of the files it looks at; it does not run where none of them changed. Default: all.
   */
  files?: string[] | null;
  /**
   * What of its findings counts. change: on lines of the change; files: anywhere in changed files; all: anywhere. The others are counted. Default: change.
   */
  within?: 'change' | 'files' | 'all' | null;
  /**
   * After how long it is stopped, as a duration ("10 minutes"); a bare number is seconds. Default: 10 minutes.
   */
  timeout?: string | number | null;
  /**
   * Names of environment variables it may see besides the few that every program gets.
   */
  env?: string[] | null;
  /**
   * What it looks for, in a line.
   */
  about?: string | null;
}
/**
 * One runtime.
 */
export interface RuntimeSettings {
  /**
   * command: any program, with the prompt on its standard input. claude, codex, gemini: that command-line agent. anthropic: the model's API directly. reviewer: coord itself, which reviews a change as `review` says; it needs no entry here. generator: coord itself, which makes files of an entity; its `model` is the name of another runtime, which turns prose into one.
   */
  kind: 'command' | 'claude' | 'codex' | 'gemini' | 'anthropic' | 'reviewer' | 'generator';
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
  /**
   * Name of the environment variable that holds the key to the service, for `anthropic`; the value never stands in files. Default: ANTHROPIC_API_KEY.
   */
  key?: string | null;
  /**
   * What its models cost, by name, for runs of which only the tokens are told. They count before the prices that coord knows.
   */
  prices?: {
    [k: string]: ModelPrice;
  } | null;
}
/**
 * US dollars per million tokens.
 */
export interface ModelPrice {
  /**
   * Of tokens read.
   */
  input: number;
  /**
   * Of tokens written.
   */
  output: number;
  /**
   * Of tokens read from a cache. Without it a run that read some has no price.
   */
  cached?: number | null;
  /**
   * Of tokens read that were written to a cache, too. Without it a run of kind `anthropic` that wrote some has no price.
   */
  written?: number | null;
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
   * Who accepted or rejected it: an agent by id, name or alias, or `human:<name>`.
   */
  decided_by?: string | null;
  /**
   * What the decision maker said to it: the reasons, or under which conditions.
   */
  outcome?: string | null;
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
 * An entity, as `coord run generator` makes files of it: a YAML file anywhere in the repository, or what a model made of prose.
 */
export interface EntityDocument {
  /**
   * What one of them is called, in capitalised words without spaces.
   */
  name: string;
  /**
   * What many of them are called, where it is not the name with an s.
   */
  plural?: string | null;
  /**
   * What it is, in a line. It becomes a comment: what means something in code is left out there.
   */
  description?: string | null;
  /**
   * What is known of one, in the order in which it is shown.
   *
   * @minItems 1
   * @maxItems 200
   */
  fields: EntityField[];
}
/**
 * One field.
 */
export interface EntityField {
  /**
   * Its name, in small letters, words joined by _.
   */
  name: string;
  /**
   * string: a line. text: as long as it takes. date: a day. datetime: a moment. enum: one of `values`. reference: another entity, by its id.
   */
  type: 'string' | 'text' | 'integer' | 'number' | 'boolean' | 'date' | 'datetime' | 'enum' | 'reference';
  /**
   * What it means, in a line. It becomes a comment.
   */
  description?: string | null;
  /**
   * No entity is without it.
   */
  required?: boolean | null;
  /**
   * No two have the same.
   */
  unique?: boolean | null;
  /**
   * For `enum`: what it may be.
   *
   * @minItems 1
   * @maxItems 100
   */
  values?: string[] | null;
  /**
   * For `reference`: the name of the entity it points to.
   */
  to?: string | null;
  /**
   * What it is where nothing is said. A text holds letters, digits, spaces and .,:_- only.
   */
  default?: string | number | boolean | null;
  /**
   * The least number, or the fewest characters.
   */
  min?: number | null;
  /**
   * The greatest number, or the most characters.
   */
  max?: number | null;
}
/**
 * Front matter of a file under decisions/feedback/: what one agent or person says of one proposed decision. The body is what is said.
 */
export interface FeedbackDocument {
  /**
   * File name of the decision it is about, as in `supersedes`.
   */
  decision: string;
  /**
   * Who says it: an agent by id, name or alias, or `human:<name>`.
   */
  by: string;
  /**
   * When: a date, or a date and time.
   */
  at?: string | null;
}
/**
 * The file generator.yaml of a set of templates: which files the generator makes of an entity, and which commands it runs then.
 */
export interface GeneratorDocument {
  /**
   * What it makes, in a line.
   */
  description?: string | null;
  /**
   * The folder that `into` names in paths where --into says nothing: letters, digits, and ._-/ between them.
   */
  into?: string | null;
  /**
   * Names that no entity and no field may have: words of the language, and what the templates call their own.
   */
  reserved?: string[] | null;
  /**
   * The files it makes.
   *
   * @minItems 1
   * @maxItems 100
   */
  files: GeneratorFile[];
  /**
   * What is run in the root of the repository once the files are there, in this order, up to the first that fails.
   *
   * @maxItems 20
   */
  commands?: GeneratorCommand[] | null;
}
/**
 * One file.
 */
export interface GeneratorFile {
  /**
   * Path of its template, in the folder of the set.
   */
  template: string;
  /**
   * Where it is written, from the root of the repository; a template too.
   */
  path: string;
}
/**
 * One command.
 */
export interface GeneratorCommand {
  /**
   * What it is called.
   */
  name: string;
  /**
   * The program and its arguments; no shell. Each is a template too.
   *
   * @minItems 1
   *
   * Items: The program, then an argument.
   */
  run: string[];
  /**
   * After how long it is stopped: 90 s, "5 minutes" (the default).
   */
  timeout?: string | number | null;
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
         * The exit code it ended with; 0 is success, 124: its time ran out, 127: it could not be started.
         */
        exit_code: number;
        /**
         * When it ended, ISO 8601 in UTC.
         */
        at?: string | null;
        /**
         * Files that the command names, and that the work itself changed. Not there: none.
         */
        ran_changed?: string[] | null;
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
 * One line of <git directory>/coord/costs.ndjson: what a job cost whose journal was removed (`coord jobs prune`).
 */
export interface JobCost {
  /**
   * The job, by id.
   */
  job: string;
  /**
   * The agent that was run, by id.
   */
  agent: string;
  /**
   * The task it worked on; null: none.
   */
  task: string | null;
  /**
   * When the agent was started first, ISO 8601 in UTC.
   */
  started: string;
  /**
   * How often the agent was started: more than once where a crash cut it off.
   */
  runs: number;
  /**
   * Of these runs, those whose cost nobody knows.
   */
  unknown: number;
  /**
   * What the other one cost, in US dollars; null: there is none.
   */
  cost_usd: number | null;
  /**
   * Where that comes from: reported by the runtime, priced by tokens, or unknown.
   */
  cost_basis: 'reported' | 'priced' | 'unknown';
  tokens: JobCostTokens;
}
/**
 * The job was asked for; nothing was done yet.
 */
export interface JobCreated {
  /**
   * When it was written, ISO 8601 in UTC.
   */
  at: string;
  /**
   * What kind of event it is.
   */
  event: 'created';
  /**
   * The agent that is run, by id.
   */
  agent: string;
  /**
   * The task it works on; null: none.
   */
  task: string | null;
  /**
   * Which time it is for that task, from 1.
   */
  attempt: number;
  /**
   * How urgent its task is.
   */
  priority: 'high' | 'medium' | 'low';
  /**
   * Seconds after which the agent is stopped.
   */
  timeout: number;
  /**
   * Who asked for it: a person or an agent, or `dispatch`.
   */
  created_by: string;
  /**
   * What it was given, by name.
   */
  input: {};
  owner: JobOwner;
}
/**
 * The process of coord that carries the job out.
 */
export interface JobOwner {
  /**
   * Its number.
   */
  pid: number;
  /**
   * When it started, as the system tells; with the number it names one process.
   */
  started: string;
  /**
   * The machine it runs on.
   */
  host: string;
}
/**
 * Its task is claimed, and its worktree made.
 */
export interface JobClaimed {
  /**
   * When it was written, ISO 8601 in UTC.
   */
  at: string;
  /**
   * What kind of event it is.
   */
  event: 'claimed';
  /**
   * Fencing token of the claim.
   */
  token: number;
  /**
   * The branch that the work goes to.
   */
  branch: string | null;
  /**
   * Where the work is done.
   */
  worktree: string;
  /**
   * The commit that the work is compared with.
   */
  base: string;
  /**
   * The commit whose settings prove the work: where its branch began, or what was merged into it before the agent was started; null: `base`.
   */
  ground?: string | null;
  /**
   * Paths that an earlier job left in its worktree, and that its agent may not change; null: none.
   */
  left?: string[] | null;
  outdated?: JobOutdated;
}
/**
 * The agent is about to be started. Written before the process is, so that it is looked for after a crash.
 */
export interface JobStarting {
  /**
   * When it was written, ISO 8601 in UTC.
   */
  at: string;
  /**
   * What kind of event it is.
   */
  event: 'starting';
  /**
   * What runs it: a name under `runtimes` in coord.yaml.
   */
  runtime: string | null;
  /**
   * The model it runs on, where one is named.
   */
  model: string | null;
  owner: JobStarter;
}
/**
 * The process of coord that starts it.
 */
export interface JobStarter {
  /**
   * Its number.
   */
  pid: number;
  /**
   * When it started, as the system tells; with the number it names one process.
   */
  started: string;
  /**
   * The machine it runs on.
   */
  host: string;
}
/**
 * The agent runs.
 */
export interface JobStarted {
  /**
   * When it was written, ISO 8601 in UTC.
   */
  at: string;
  /**
   * What kind of event it is.
   */
  event: 'started';
  process: JobProcess;
}
/**
 * Its process, the leader of its group.
 */
export interface JobProcess {
  /**
   * Its number.
   */
  pid: number;
  /**
   * When it started, as the system tells; with the number it names one process.
   */
  started: string;
  /**
   * The machine it runs on.
   */
  host: string;
}
/**
 * The agent has ended.
 */
export interface JobEnded {
  /**
   * When it was written, ISO 8601 in UTC.
   */
  at: string;
  /**
   * What kind of event it is.
   */
  event: 'ended';
  outcome: JobOutcome;
}
/**
 * What it ended with.
 */
export interface JobOutcome {
  /**
   * ok, or why it is no success.
   */
  reason:
    | 'ok'
    | 'exit'
    | 'turn-cap'
    | 'budget'
    | 'api-error'
    | 'no-output'
    | 'server-failed'
    | 'killed'
    | 'timeout'
    | 'memory'
    | 'no-program'
    | 'cancelled';
  /**
   * What is to be said of it, in a line.
   */
  message: string | null;
  /**
   * What it answered: any JSON value; null: nothing.
   */
  output:
    | {}
    | {
        [k: string]: unknown;
      }[]
    | string
    | number
    | boolean
    | null;
  /**
   * Name of its session, by which its runtime can go on with it.
   */
  session: string | null;
  tokens: JobTokens;
  /**
   * What it cost, in US dollars; null: unknown.
   */
  cost_usd: number | null;
  /**
   * Where the cost comes from: reported by the runtime, priced by tokens, or unknown.
   */
  cost_basis: 'reported' | 'priced' | 'unknown';
  /**
   * How long its model took for each answer, in seconds, in order, at most the first 1,000; null: its runtime does not tell.
   *
   * @maxItems 1000
   */
  answer_seconds?: number[] | null;
}
/**
 * Its agent changed what work is held to, which its bounds name: settings, agents, or what runs in CI.
 */
export interface JobRulesChanged {
  /**
   * When it was written, ISO 8601 in UTC.
   */
  at: string;
  /**
   * What kind of event it is.
   */
  event: 'rules_changed';
  /**
   * Those files.
   *
   * Items: A path relative to the repository.
   */
  files: string[];
}
/**
 * Its task is done: the verifiers passed, or there are none, and the handoff is written.
 */
export interface JobProven {
  /**
   * When it was written, ISO 8601 in UTC.
   */
  at: string;
  /**
   * What kind of event it is.
   */
  event: 'proven';
  /**
   * The commit at the tip of the branch.
   */
  commit: string;
  /**
   * Names of the verifiers that passed.
   *
   * Items: A verifier.
   */
  verified: string[];
  /**
   * Handoff files that were written.
   *
   * Items: A path relative to the repository.
   */
  handoffs: string[];
  /**
   * Files that the commands of its verifiers name, and that the work itself changed; null: none.
   */
  ran_changed?: string[] | null;
}
/**
 * The branch that it is to be merged into has commits that this dispatcher has not merged: of a person, or of an agent that worked where it should not.
 */
export interface JobMainMoved {
  /**
   * When it was written, ISO 8601 in UTC.
   */
  at: string;
  /**
   * What kind of event it is.
   */
  event: 'main_moved';
  /**
   * The branch.
   */
  into: string;
  /**
   * First lines of those commits, oldest first, at most the last 20; records alone are left out.
   *
   * Items: What a commit says.
   */
  subjects: string[];
}
/**
 * Its branch is merged; the job is over.
 */
export interface JobMerged {
  /**
   * When it was written, ISO 8601 in UTC.
   */
  at: string;
  /**
   * What kind of event it is.
   */
  event: 'merged';
  /**
   * The branch that it is merged into.
   */
  into: string;
  /**
   * That branch's tip then.
   */
  commit: string;
  /**
   * Whether its worktree was removed: false where something in it is not committed.
   */
  worktree_removed: boolean;
}
/**
 * Its branch stays as it is; the job is over.
 */
export interface JobUnmerged {
  /**
   * When it was written, ISO 8601 in UTC.
   */
  at: string;
  /**
   * What kind of event it is.
   */
  event: 'unmerged';
  /**
   * no-integration: coord.yaml names no such branch. not-checked-out: that branch is not checked out where coord runs. uncommitted: something is not committed there. conflict: git cannot merge by itself. failed: git gave another reason.
   */
  why: 'no-integration' | 'not-checked-out' | 'uncommitted' | 'conflict' | 'failed';
  /**
   * git's reason where it failed; files in conflict with their owners; else empty.
   */
  detail: string;
  /**
   * Files in conflict, or not committed.
   *
   * Items: A path.
   */
  files: string[];
  /**
   * Whether its worktree was removed.
   */
  worktree_removed: boolean;
}
/**
 * What its agent changed was looked at and is committed; these steps of the agent follow, before the task is proven.
 */
export interface JobSteps {
  /**
   * When it was written, ISO 8601 in UTC.
   */
  at: string;
  /**
   * What kind of event it is.
   */
  event: 'steps';
  /**
   * In order, as they stood when the agent had ended: what is approved later is what is said here.
   */
  steps: JobStep[];
}
/**
 * One step.
 */
export interface JobStep {
  /**
   * Its name.
   */
  name: string;
  /**
   * Name of the verifier in coord.yaml whose command it runs; null: none, it only waits for a yes.
   */
  run: string | null;
  /**
   * Name of the verifier whose command takes it back; null: nothing does.
   */
  undo: string | null;
  /**
   * The command, an argument an item.
   *
   * Items: The program, or an argument.
   */
  change: string[];
  /**
   * True: somebody must approve before it runs.
   */
  requires_approval: boolean;
}
/**
 * A step waits for somebody to approve it.
 */
export interface JobWaiting {
  /**
   * When it was written, ISO 8601 in UTC.
   */
  at: string;
  /**
   * What kind of event it is.
   */
  event: 'waiting';
  /**
   * Its name.
   */
  step: string;
}
/**
 * Somebody approved a step.
 */
export interface JobApproved {
  /**
   * When it was written, ISO 8601 in UTC.
   */
  at: string;
  /**
   * What kind of event it is.
   */
  event: 'approved';
  /**
   * Who.
   */
  by: string;
  /**
   * Its name.
   */
  step: string;
}
/**
 * Somebody said no to a step; what was done is taken back.
 */
export interface JobRefused {
  /**
   * When it was written, ISO 8601 in UTC.
   */
  at: string;
  /**
   * What kind of event it is.
   */
  event: 'refused';
  /**
   * Who.
   */
  by: string;
  /**
   * Its name.
   */
  step: string;
  /**
   * Why, in their words.
   */
  note: string | null;
}
/**
 * A step is about to run. Cut off after that, it runs again.
 */
export interface JobStepStarted {
  /**
   * When it was written, ISO 8601 in UTC.
   */
  at: string;
  /**
   * What kind of event it is.
   */
  event: 'step_started';
  /**
   * Its name.
   */
  step: string;
  owner: JobStepper;
}
/**
 * The process of coord that runs it.
 */
export interface JobStepper {
  /**
   * Its number.
   */
  pid: number;
  /**
   * When it started, as the system tells; with the number it names one process.
   */
  started: string;
  /**
   * The machine it runs on.
   */
  host: string;
}
/**
 * A step has ended. Where it failed, it and those before it are taken back.
 */
export interface JobStepEnded {
  /**
   * When it was written, ISO 8601 in UTC.
   */
  at: string;
  /**
   * What kind of event it is.
   */
  event: 'step_ended';
  /**
   * Its name.
   */
  step: string;
  /**
   * 0 is success; null: it was stopped, or could not be started.
   */
  exit_code: number | null;
  /**
   * The same in words.
   */
  message: string;
}
/**
 * The job is not to succeed any more, and steps of it ran: they are taken back, last first.
 */
export interface JobRollingBack {
  /**
   * When it was written, ISO 8601 in UTC.
   */
  at: string;
  /**
   * What kind of event it is.
   */
  event: 'rolling_back';
  /**
   * Why, by code.
   */
  reason: string;
  /**
   * The same in words.
   */
  message: string;
}
/**
 * The command that takes a step back has ended.
 */
export interface JobUndone {
  /**
   * When it was written, ISO 8601 in UTC.
   */
  at: string;
  /**
   * What kind of event it is.
   */
  event: 'undone';
  /**
   * Its name.
   */
  step: string;
  /**
   * 0 is success; null: it was stopped, or could not be started.
   */
  exit_code: number | null;
}
/**
 * All that can be taken back is. The job is over without success; its worktree and branch are kept.
 */
export interface JobRolledBack {
  /**
   * When it was written, ISO 8601 in UTC.
   */
  at: string;
  /**
   * What kind of event it is.
   */
  event: 'rolled_back';
}
/**
 * The agent answered, and kept to its bounds; nothing is proven or merged of a run that was asked for by hand. The job is over.
 */
export interface JobFinished {
  /**
   * When it was written, ISO 8601 in UTC.
   */
  at: string;
  /**
   * What kind of event it is.
   */
  event: 'finished';
}
/**
 * The job is over without success. Its worktree and branch are kept.
 */
export interface JobFailed {
  /**
   * When it was written, ISO 8601 in UTC.
   */
  at: string;
  /**
   * What kind of event it is.
   */
  event: 'failed';
  /**
   * Why: what the agent ended with, outside-scope, not-committed where its program is in no commit, or the code of what coord refused, as verifier-failed.
   */
  reason: string;
  /**
   * The same in words.
   */
  message: string;
}
/**
 * Somebody wants it to end.
 */
export interface JobCancelAsked {
  /**
   * When it was written, ISO 8601 in UTC.
   */
  at: string;
  /**
   * What kind of event it is.
   */
  event: 'cancel_asked';
  /**
   * Who.
   */
  by: string;
}
/**
 * The job is over because somebody wanted that, or because there was nothing left to do.
 */
export interface JobCancelled {
  /**
   * When it was written, ISO 8601 in UTC.
   */
  at: string;
  /**
   * What kind of event it is.
   */
  event: 'cancelled';
  /**
   * Who.
   */
  by: string;
  /**
   * Why, in words.
   */
  message: string;
  /**
   * overlap: somebody in another clone began on the same files in the same moment, and it gave way; it may begin anew by itself. null: another reason.
   */
  reason?: 'overlap' | null;
}
/**
 * Its task may be tried once more, whatever came of the job.
 */
export interface JobRetried {
  /**
   * When it was written, ISO 8601 in UTC.
   */
  at: string;
  /**
   * What kind of event it is.
   */
  event: 'retried';
  /**
   * Who says so.
   */
  by: string;
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
   * Who may approve it: it is not done before one of them did. Empty: nobody has to, unless it is the gate of a phase that names approvers. Example: ["pm", "human:alice"].
   */
  approvers?: string[] | null;
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
  approval?: Approval;
  /**
   * Anything else worth knowing, as free text.
   */
  notes?: string | null;
}
