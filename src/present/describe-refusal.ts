/** Why a verb said no: what is so, and what to type next. A new code does not compile until it is described here. */
import { recordName } from '../core/documents/record-name.ts';
import type { PlacedProblem } from '../core/problem/problem.ts';
import type { Refusal, RefusalCode, RefusalFacts } from '../core/problem/refusal.ts';
import { deliveryWords } from './notices/delivery-words.ts';
import { describeFault } from './describe-fault.ts';
import { describeLeftOut } from './planning/describe-left-out.ts';
import { asAsked, asPerson } from './as-words.ts';
import { describeHolds } from './overview/describe-hold.ts';
import { describeProblem } from './checks/describe-problem.ts';
import { integrationNext } from './setup/integration-words.ts';
import { lostWords } from './claims/lost-work.ts';
import { plain, say } from './text/plain.ts';
import type { Screen } from './screen.ts';
import { shellWord } from './text/shell-word.ts';
import { duration, moment } from './text/time.ts';
import { failureWords, outputLines } from './tasks/verifier-words.ts';
import { count, didYouMean, listed, size, stopped, unstopped } from './text/words.ts';

export interface RefusalWords {
  /** One line or more; the first says it all. */
  readonly message: string;
  readonly next: string;
}

type Describe<C extends RefusalCode> = (facts: RefusalFacts[C], screen: Screen) => RefusalWords;

const words = (message: string, next: string): RefusalWords => ({ message, next });
const under = (message: string, lines: readonly string[]): string => [message, ...lines.map((line) => `  ${plain(line)}`)].join('\n');
const team = (agents: readonly string[]): string => (agents.length === 0 ? 'The team in coord.yaml is empty.' : say`The team: ${listed(agents, 12)}`);

const problemLines = (problems: readonly PlacedProblem[]): readonly string[] => shortened(problems.map((found) => `${found.place.file}:${found.at.line}: ${describeProblem(found).sentence}`), 10);

const JOB_END: Readonly<Record<string, string>> = { success: 'succeeded', failed: 'failed', cancelled: 'was cancelled', rolled_back: 'was rolled back' };

const FETCH_IT = 'If a remote has it, fetch it first: git fetch origin. All branches: git branch -a';
/** How git says that the remote does not know who asks. */
const SIGNED_OUT = /Authentication failed|could not read (?:Username|Password)|Permission denied \(|Host key verification failed/;

const NOT_DISPATCHED: Readonly<Record<RefusalFacts['not-dispatched']['why'], (id: string, who: string) => RefusalWords>> = {
  'gate': (id) => words(say`${id} is a gate: people decide it, no agent does.`, say`See for whom it waits: coord show ${id}`),
  'milestone': (id) => words(say`${id} is a milestone: it is reached when what it waits for is done, and no agent works on it.`, say`See what it waits for: coord show ${id}`),
  'other-agent': (id, who) => words(say`${id} is a task of ${who}, and --agent names another.`, say`Leave --agent out: coord dispatch --task ${id}`),
  'held': (id, who) => words(say`${id} is held by ${who}, and by no job of this dispatcher.`, 'See who holds what: coord status --claims'),
  'expired': (id, who) => words(say`${id} is held by ${who}, whose time has run out.`, say`See what was left, and free it: coord release ${id} --abandoned`),
  'overlap': (id, who) => words(say`${id} may touch the same files as ${who}, which is in progress.`, say`Wait until ${who} is done, or give it back: coord release ${who}`),
  'started': (id) => words(say`${id} is marked as in progress, though nobody holds it.`, say`Go on with it by hand, or let agents: coord task set ${id} status=todo`),
};

const DESCRIBE: { readonly [C in RefusalCode]: Describe<C> } = {
  // the environment
  'no-such-folder': ({ cwd }) => words(say`There is no folder ${cwd}.`, 'Go to one that is there, or name it: --cwd <folder>'),
  'no-repository': ({ cwd }) => words(say`${cwd} is in no git repository.`, 'Go to one, or make one here: git init'),
  'bare-repository': ({ gitDir }) => words(say`The repository ${gitDir} is bare: it has no files to work on.`, 'Make a worktree of it and go there: git worktree add ../work'),
  'no-workspace': ({ folder }) => words(say`This repository has no ${folder}/ folder yet.`, 'Make one: coord init'),
  'git-missing': () => words('git was not found.', 'Install git 2.34 or newer, where your PATH finds it.'),
  'git-failed': ({ command, reason }) => words(say`git failed (${command}): ${unstopped(reason)}.`, 'See what is wrong: coord doctor'),
  'watcher-at-work': ({ path, owner, since }) => words(say`Another coord watch (${owner}${since === null ? '' : `, since ${since}`}) watches this repository already.`, say`One is enough: see what it prints, or end it. To look back without watching: coord watch --since 24h. If it no longer runs, remove ${path}`),
  'dispatcher-at-work': ({ path, owner }) => words(say`Another coord dispatch (${owner}) works in this repository already.`, say`See what it does: coord jobs list. If it no longer runs, remove ${path}`),
  'not-writable': ({ path, reason }) => words(say`${path} cannot be written: ${unstopped(reason)}. Nothing was changed.`, 'Make it writable, or write elsewhere, then try again.'),
  'output-lost': ({ reason }) => words(say`What was to be printed cannot be written: ${unstopped(reason)}. What was asked for may be done all the same.`, 'Make room, or print elsewhere. What is done tells: coord status'),
  'lock-busy': ({ path, owner, heldSeconds }) => words(say`Another coord (${owner}) has been writing for ${duration(heldSeconds * 1000)}. Nothing was changed.`, say`Try again. If it no longer runs, remove ${path}`),
  'ref-locked': ({ path, ageSeconds }) => words(say`git holds the lock ${path}, ${duration(ageSeconds * 1000)} old. Nothing was changed.`, 'Try again in a minute; if no git is running then: coord doctor'),
  'editor-failed': ({ editor, reason, kept }) => words(say`${editor === null ? 'git knows no editor to open' : `The editor ${editor} could not be used`}: ${unstopped(reason)}. Nothing was written.`, kept === null ? 'Choose one: git config core.editor nano' : say`Your text is kept: --from-file ${shellWord(kept)}`),
  'no-first-commit': ({ verb }) => words(say`This repository has no commit yet, and coord ${verb} needs one.`, 'Make the first: git add -A && git commit -m "Begin"'),
  'no-program': ({ program, reason }) => words(say`The agent's program cannot be started: ${unstopped(reason)}.`, say`Install ${program}, or correct what runs the agent: runtimes in coord.yaml`),
  'no-runtime': ({ agent, runtime, runtimes, nearest }) => words(runtime === null ? say`Nothing says what runs ${agent}.` : say`${agent} is run by "${runtime}", which coord.yaml does not define.`, runtimes.length === 0 ? 'Add one to coord.yaml: runtimes: {script: {kind: command, run: [./agent]}}' : say`${didYouMean(nearest)}Name one in its runtime: ${listed(runtimes, 6, 'or')}`),
  'runtime-unusable': ({ runtime, kind }) => words(kind === 'command' ? say`The runtime ${runtime} does not say which command it is.` : say`The runtime ${runtime} is of kind ${kind}, and nothing says which model it is to ask.`, kind === 'command' ? 'Add run to it in coord.yaml, as a list: [./agent, --fast]' : 'Add model to it in coord.yaml, or to the agent.'),
  'remote-unreachable': ({ remote, reason }) => words(say`The remote ${remote}, through which claims are shared, cannot be reached: ${unstopped(reason)}. Nothing was changed.`, SIGNED_OUT.test(reason) ? say`Sign in to it, in a terminal: git fetch ${shellWord(remote)}` : 'Try again when it can be reached.'),
  'no-such-remote': ({ remote, file }) => words(say`${file} says that claims are shared through ${remote}, but git knows no such remote here.`, say`Add it (git remote add ${shellWord(remote)} <address>), or correct claims in ${file}`),
  'remote-unclear': ({ id, remote, reason }) => words(say`Whether ${remote} has the claim of ${id} is unknown: ${unstopped(reason)}. Do not count on it.`, 'Try again: if it has it, you will go on where you were.'),
  'remote-refused': ({ id, remote, reason }) => words(say`The claim of ${id} stands at ${remote}, ${reason === null ? 'which git does not know here' : say`which does not let it be changed: ${unstopped(reason)}`}. Nothing was changed.`, 'See who holds what: coord status --claims'),
  'git-too-old': ({ version, needed, what }) => words(say`This git is ${version}; ${what} needs ${needed} or newer.`, 'Install a newer git, or leave it to a machine that has one.'),
  'no-such-ref': ({ ref, isGuess }) => isGuess ? words(say`Nothing says which the default branch is, and there is no ${ref}.`, 'Name it in coord.yaml, as in main: trunk, or here: --merge <branch>. All branches: git branch -a') : words(say`This repository has no branch, tag or commit "${ref}".`, FETCH_IT),
  'shallow-history': ({ ours, theirs }) => words(say`History was cut off when this repository was cloned, so it cannot be told where ${ours} and ${theirs} parted.`, 'Fetch the rest: git fetch --unshallow (in GitHub Actions: fetch-depth: 0 for actions/checkout).'),
  'shallow-clone': ({ what }) => words(say`History was cut off when this repository was cloned, and ${what} need all of it. Nothing was changed.`, 'Fetch the rest: git fetch --unshallow (in GitHub Actions: fetch-depth: 0 for actions/checkout).'),
  'unrelated-histories': ({ ours, theirs }) => words(say`${ours} and ${theirs} have no commit in common, so they cannot be merged.`, 'Name the branch that this one started from.'),
  'pull-request-unread': ({ pull, reason }) => words(say`Pull request ${pull} could not be read: ${unstopped(reason)}.`, 'Reading it needs gh, signed in: gh auth status'),
  'commit-not-here': ({ commit, pull }) => words(say`The commit ${commit.slice(0, 10)} of pull request ${pull} is not in this clone.`, say`Fetch it: git fetch origin pull/${pull}/head (in GitHub Actions: fetch-depth: 0 for actions/checkout).`),
  'notice-failed': ({ channel, failure }) => deliveryWords(channel, failure),
  // usage
  'usage': ({ message, verb }) => words(say`${stopped(message)}`, verb === null ? 'All verbs: coord help' : say`How it is used: coord help ${verb}`),
  'unknown-verb': ({ verb, nearest }) => words(say`coord has no verb "${verb}".`, nearest === null ? 'All verbs: coord help' : say`Did you mean: coord ${nearest}`),
  'bad-now': ({ value }) => words(say`"${value}" is no time.`, 'Write --now (or COORD_NOW) like 2025-08-12T14:40:00Z'),
  'unknown-revision': ({ option, revision }) => words(say`${option} names "${revision}", which is no branch, tag or commit of this repository.`, FETCH_IT),
  'bad-value': ({ option, value, expected }) => words(say`${option} should be ${expected}, not "${value}".`, 'Give it again with such a value.'),
  'bad-assignment': () => words('What stands on standard input is not what coord gives itself to start an agent of its own.', 'Run the agent: coord run <agent>'),
  'bad-pattern': ({ pattern, reason }) => words(say`"${pattern}" is no regular expression: ${unstopped(reason)}.`, 'Write \\ before what is meant as it stands.'),
  'bad-input': ({ agent, fault }) => words(say`${agent} cannot be run so: ${unstopped(fault)}.`, say`What it takes: coord run ${agent} --help`),
  'who-are-you': ({ agents, people }) => words(`coord cannot tell ${people === true ? 'who' : 'which agent'} you are.`, say`Add --as <agent>${people === true ? ' (or human:<name>)' : ''}, or say it once for this worktree: coord as <agent>. ${team(agents)}`),
  'which-task': ({ ids, verb }, screen) => words(say`You hold several tasks here: ${listed(ids, 6)}.`, say`Name the one you mean: coord ${verb} ${ids[0] ?? ''}${asAsked(screen)}`),
  'waits-on-whom': (facts) => words(say`--on names "${facts.name}", who is not in the team.`, whomNext(facts)),
  'which-blocker': ({ task, names, verb }, screen) => words(under(say`${task} has several open blockers:`, names), say`Name the one you mean: coord ${verb} ${names[0] ?? ''}${asAsked(screen)}`),
  'which-decision': ({ name, names, verb }, screen) => words(under(say`Several decisions have "${name}" in their names:`, shortened(names, 10)), say`Name the one you mean: coord ${verb} ${names[0] ?? ''}${asAsked(screen)}`),
  'which-job': ({ name, ids, verb }) => words(say`Several jobs are like "${name}": ${listed(ids, 6)}.`, say`Name the one you mean: coord ${verb} ${ids[0] ?? ''}`),
  'which-area': ({ areas }) => words(say`The scope lies in several areas: ${listed(areas, 6)}.`, 'Say which one decides: --area <area>'),
  'no-such-area': ({ name, nearest, areas }) => words(say`coord.yaml has no area "${name}" under ownership.`, say`${didYouMean(nearest)}${areas.length === 0 ? 'It has none: leave --area out, or add one.' : `There are: ${listed(areas, 12)}`}`),
  'no-such-agent': ({ name, nearest, agents }) => words(say`The team has no agent "${name}".`, say`${didYouMean(nearest)}${team(agents)}`),
  'no-such-channel': ({ name, nearest, channels }) => words(say`coord.yaml has no channel "${name}".`, say`${didYouMean(nearest)}${channels.length === 0 ? 'Add one to coord.yaml: channels: {coordination: {kind: slack, url_env: SLACK_WEBHOOK_URL}}' : `There are: ${listed(channels, 12)}`}`),
  'no-such-part': ({ part, name, nearest, known }) => words(say`There is no ${part} "${name}".`, say`${didYouMean(nearest)}${known.length === 0 ? `No task has a ${part}, and coord.yaml names none.` : `There are: ${listed(known, 12)}`}`),
  // the rules
  'no-such-task': ({ id, nearest }) => words(say`There is no task ${id}.`, nearest.length === 0 ? 'All tasks: coord list' : say`Did you mean ${listed(nearest, 3, 'or')}? All tasks: coord list`),
  'no-such-blocker': ({ name, isTask, open }) => words(isTask ? say`${name} has no open blocker.` : say`There is no blocker and no task ${name}.`, open.length === 0 ? 'No blocker is open: coord status' : say`Open ones are on ${listed(open, 6)}: coord status --blockers`),
  'not-open': ({ name, since }) => words(say`The blocker ${name} was resolved already, ${since}.`, 'Open ones: coord status --blockers'),
  'bad-agent': ({ agent, problems }) => words(under(say`${agent} cannot be run:`, problemLines(problems)), problems[0] ? describeProblem(problems[0]).next : 'See what is wrong: coord validate'),
  'bad-draft': ({ source, problems }) => words(under(say`${sourceName(source)} cannot be taken as a handoff:`, shortened(problems.map((found) => `line ${found.at.line}: ${describeProblem(found).sentence}`), 10)), say`${problems[0] ? describeProblem(problems[0]).next : 'Mend it.'} Then try again: --from-file ${shellWord(source)}`),
  'bad-entity': ({ source, problems }) => words(under(say`${source} does not describe an entity:`, problemLines(problems)), say`${problems[0] ? describeProblem(problems[0]).next : 'Mend it.'} What may stand there: docs/generator.md`),
  'no-such-set': ({ name, nearest, sets, folder }) => words(say`There is no set of templates "${name}".`, say`${didYouMean(nearest)}There are: ${listed(sets, 12)}. One of your own is a folder ${folder}/<name>`),
  'bad-set': ({ set, folder, problems, faults }) => words(under(say`The set ${set} cannot be used:`, [...problemLines(problems), ...shortened(faults.map(({ file, line, reason }) => `${folder}/${file}:${line}: ${unstopped(reason)}`), 10)]), 'Mend it; what templates may name is in docs/generator.md'),
  'out-of-bounds': ({ agent, paths }) => words(under(say`${agent} may not write these files:`, shortened(paths, 10)), 'Write elsewhere: --into <folder>    Or let it, by writes of its entry in coord.yaml'),
  'not-described': ({ runtime, reason, message }) => words(say`${runtime} made no entity of the description (${reason}${message === null ? '' : `: ${unstopped(message)}`}).`, 'Try again; or describe the entity in a file: --entity <file>'),
  'draft-overrides': ({ source, field, given }) => words(say`${sourceName(source)} says ${field}: ${given}, which coord fills in itself.`, say`Leave ${field} out, then try again: --from-file ${shellWord(source)}`),
  'draft-unreadable': ({ source, reason }) => words(say`${sourceName(source)} cannot be read: ${unstopped(reason)}.`, 'Name a text file, or - for standard input.'),
  'source-unreadable': ({ source, reason }) => words(say`${source} cannot be imported: ${unstopped(reason)}. Nothing was written.`, 'Name a text file, or a folder of them.'),
  'no-terminal': () => words('--edit opens an editor, and this is no terminal.', 'Say it by options, or by a file: --from-file <path>, where - is standard input.'),
  'which-handoff': ({ names, verb }, screen) => words(under('Several handoffs are like that:', shortened(names, 10)), say`Name the one you mean: coord ${verb} ${names[0] ?? ''}${asAsked(screen)}`),
  'no-such-handoff': ({ name, isTask, nearest }) => words(isTask ? say`Nothing was handed over of ${name}.` : say`There is no handoff "${name}".`, say`${didYouMean(nearest[0] ?? null)}All handoffs: coord handoff list --all`),
  'no-such-decision': ({ name, nearest }) => words(say`There is no decision ${name}.`, say`${didYouMean(nearest)}All there are: coord decide list --all`),
  'not-proposed': ({ decision, status }, screen) => words(say`${decision} is ${status} already.`, status === 'accepted' ? say`To change it, propose another in its place: coord decide propose "..." --supersedes ${decision}${asAsked(screen)}` : `Propose it anew: coord decide propose "..."${asAsked(screen)}`),
  'not-accepted': ({ decision, status }) => words(say`${decision} is ${status}; only what is accepted can replace or be replaced.`, 'See how they stand: coord decide list --all'),
  'not-the-decision-maker': ({ decision, maker, who }) => words(say`${decision} is for ${maker} to decide, and you are ${who}.`, say`Say what you think of it: coord decide comment ${decision} "..." --as ${shellWord(who)}`),
  'feedback-open': ({ decision, missing, until }, screen) => words(say`${listed(missing, 6)} ${missing.length === 1 ? 'has' : 'have'} until ${at(until, screen)} to say something on ${decision}.`, say`Wait for that, or decide without it: coord decide accept ${decision} --early${asAsked(screen)}`),
  'no-such-job': ({ name, nearest, task }) => task !== null ? words(say`No agent was run on ${task} yet.`, say`Start it: coord dispatch --task ${task}`) : words(say`There is no job ${name}.`, say`${didYouMean(nearest)}All jobs: coord jobs list`),
  'job-over': ({ id, state }) => words(say`The job ${id} is over: it ${JOB_END[state] ?? 'ended'}.`, say`What came of it: coord jobs show ${id}`),
  'job-not-waiting': ({ id, state }) => words(say`The job ${id} waits for nobody's approval: it ${JOB_END[state] ?? `is ${state}`}.`, 'Those that do: coord jobs list --state waiting_approval'),
  'job-waiting': ({ id, step }) => words(say`The job ${id} waits for somebody to approve ${step}.`, say`To end it, and take back what it did, say no: coord approve --no ${id}`),
  'held-by-job': ({ id, job }) => words(say`${id} is proven and called done by coord when its agent ends (job ${job}).`, say`End your work now; or end the job: coord jobs cancel ${job}`),
  'own-step': ({ id, agent }) => words(say`${agent} cannot approve what it does itself.`, say`Somebody else types: coord approve ${id} --as human:<name>`),
  'job-under-way': ({ id, state }) => words(say`The job ${id} is not over: it is ${state}.`, say`End it first: coord jobs cancel ${id}`),
  'job-without-task': ({ id, agent }) => words(say`The job ${id} was a run of ${agent} on no task.`, say`Run it again: coord run ${agent}`),
  'no-such-code': ({ name, nearest }) => words(say`There is no verb and no problem named "${name}".`, say`${didYouMean(nearest)}All verbs: coord help`),
  'no-such-path': ({ path }) => words(say`There is no task "${path}", nor a file of that name in this repository.`, 'All tasks: coord list'),
  'nothing-to-claim': ({ agent, waiting, held }) => words(say`Nothing is free for ${agent}: ${count(waiting, 'task waits', 'tasks wait')}, ${count(held, 'is held', 'are held')}.`, say`See why: coord next --why --agent ${agent}`),
  'nobody-up': ({ free }) => words(free === 0 ? 'It is nobody\'s turn now: nothing can be started.' : `It is not one agent's turn alone: ${count(free, 'task')} may be started.`, free === 0 ? 'See why: coord next --why' : 'See what may be started: coord next. The brief of one: coord prime --as <agent>'),
  'not-ready': ({ id, holds }) => words(under(say`${id} is not ready:`, describeHolds(id, holds)), 'What is ready: coord next'),
  'not-dispatched': ({ id, why, who }) => NOT_DISPATCHED[why](id, who ?? 'nobody'),
  'cancelled': ({ id }) => words(say`${id} is cancelled.`, say`Open it again first: coord task set ${id} status=todo`),
  'unreadable-claim': ({ id }) => words(say`The claim of ${id} cannot be read, so nobody can tell who holds it.`, 'See what is wrong: coord doctor'),
  'already-done': ({ id, where }) => words(say`${id} is done already, ${where}.`, say`Look at it: coord show ${id}`),
  'done-but-lost': (facts) => words(say`${facts.id} ${lostWords(facts)}, and the files here do not have it as done.`, say`If the work is lost, open the task again: coord task set ${facts.id} status=todo`),
  'wrong-agent': ({ id, agent, assigned }) => words(say`${id} is a task of ${assigned}, and you are ${agent}.`, say`Take it all the same: coord claim ${id} --take --as ${shellWord(agent)}`),
  'settings-broken': ({ file, problems = [], isGone }) => isGone ? words(say`${file} does not say how claims are shared, though the last commit does. Nothing was changed.`, say`Bring it back: git restore ${shellWord(file)}    Or write into it, for this machine alone: claims: local`) : words(under(say`${file} cannot be read, so nothing is changed: what this repository allows is unknown.`, problemLines(problems)), 'See what is wrong: coord validate'),
  'sharing-unsaid': ({ file, remote }) => words(say`${file} does not say how claims are shared, though claims are at ${remote}: two could hold one task. Nothing was changed.`, say`Write into it: claims: ${remote}    Or, if they are to hold on this machine alone: claims: local`),
  'unreadable-record': ({ id, file }) => words(say`${id === null ? 'A record' : id} cannot be read: ${file} is broken.`, 'See what is wrong: coord validate'),
  'plan-uncommitted': ({ id, paths, on }, screen) => words(under(say`A worktree for ${id} would lack what is not ${on === null ? 'committed' : say`on ${on}`} yet:`, paths), on === null ? say`Commit it, then claim again: git add ${paths.map(shellWord).join(' ')} && git commit -m "Plan"` : say`Commit it there, or merge this branch into ${on}; then claim again: coord claim ${id} --worktree${asAsked(screen)}`),
  'no-integration-branch': ({ branch, remote }) => words(say`Work begins on ${branch}, by coord.yaml (integration), but there is no such branch here.`, integrationNext(branch, remote)),
  'no-branch': ({ branch }) => words('HEAD is on no branch, so nothing would keep this work.', say`Put it on one, then try again: git switch -c ${shellWord(branch)}`),
  'uncommitted-work': ({ paths }) => words(under('This work is not committed yet:', shortened(paths, 10)), 'Commit it, then try again: git add -A && git commit'),
  'verifier-failed': (facts, screen) => words(verifierFailure(facts), `Mend it, commit, and try again: coord done${asAsked(screen)}`),
  'verifier-unknown': ({ name, nearest, problems }) => problems.length > 0 ? words(under(say`The entry of the verifier "${name}" in coord.yaml is wrong, so it cannot be run:`, problemLines(problems)), 'Mend it, commit, and try again.') : words(say`coord.yaml defines no verifier "${name}".`, say`${didYouMean(nearest)}Correct verify of the task or verifiers of its agent, or add it to verifiers in coord.yaml.`),
  'tree-changed': ({ paths, verb }, screen) => words(under('Files changed while the verifiers ran, so nothing was proven:', shortened(paths, 10)), say`Commit them, discard them or add them to .gitignore, and try again: coord ${verb}${asAsked(screen)}`),
  'criteria-changed': ({ id, agent }, screen) => words(say`What ${id} must fulfil was changed after you claimed it.`, say`Read it again (coord show ${id}), then: coord release ${id}${asAsked(screen)} && coord claim ${id} --as ${shellWord(agent)}`),
  'dependency-open': ({ id, open }) => words(say`${id} waits for ${listed(open, 6)}, which ${open.length === 1 ? 'is' : 'are'} not done here.`, 'Merge or finish that first, then try again.'),
  'not-approved': ({ id, approvers }) => words(say`${id} is not done before ${listed(approvers, 4, 'or')} approved it.`, say`Ask for it, and say that it is ready: coord task set ${id} status=review    They type: coord approve ${id}${asPerson(approvers)}`),
  'not-the-approver': ({ id, approvers, who }) => words(say`${id} is for ${listed(approvers, 4, 'or')} to approve, and you are ${who}.`, say`Ask them; they type: coord approve ${id}${asPerson(approvers)}`),
  'nothing-to-approve': ({ id }) => words(say`${id} asks for no approval: it is no gate, it names no approvers, and no open blocker on it waits for anybody.`, say`Ask for one: coord task set ${id} approvers=human:<name>`),
  'blocker-open': ({ id, files }, screen) => words(under(say`${id} has an open blocker:`, files), say`When it is over: coord unblock ${files.length === 1 ? id : shellWord(recordName(files[0] ?? ''))}${asAsked(screen)}    Then try again.`),
  'handoff-too-long': ({ bytes, limit }) => words(say`This handoff would take ${size(bytes)}; the next one should not have to read more than ${size(limit)}.`, 'Put the rest into a file, commit it, and name it with --artifacts.'),
  'draft-empty': () => words('Nothing was written, for the text was left empty.', 'Try again, and leave in it what is to be said.'),
  'taken-over': ({ name, by, at: time }, screen) => words(say`${name} was taken over by ${by} already, at ${at(time, screen)}.`, say`Read it all the same: coord handoff show ${name}`),
  'your-own': ({ name }, screen) => words(say`You wrote ${name} yourself, for whoever else comes next.`, say`Take it over all the same: coord handoff ack ${name} --take${asAsked(screen)}`),
  'for-another': ({ name, to, agent }) => words(say`${name} is for ${to}, and you are ${agent}.`, say`Take it over all the same: coord handoff ack ${name} --take --as ${shellWord(agent)}`),
  'artifacts-missing': ({ file, from, paths }) => words(under('What was handed over is not there:', shortened(paths, 10)), say`Ask ${from ?? 'who wrote it'} to commit it, or take it out of artifacts in ${file}, then try again.`),
  'id-taken': ({ id, file }) => words(say`The id ${id} is taken, in ${file}.`, 'Choose another; upper and lower case count as the same.'),
  'split-held': ({ id, agent }) => words(say`${id} is being worked on${agent === null ? '' : say` by ${agent}`}, so it was not split.`, say`Give it back first, from its worktree: coord release ${id}`),
  'edit-refused': ({ file, reason }) => words(say`${file} was not changed: ${unstopped(reason)}.`, 'Change it by hand, then: coord validate'),
  'page-by-hand': ({ file, start, end }) => words(say`${file} was written by hand, so coord leaves it alone. Nothing was changed.`, say`Rename it; or put a line "${start}" and below it a line "${end}" into it: what stands between them is for coord to write.`),
  'page-in-conflict': ({ file }) => words(say`${file} holds the markers of a merge that is not settled. Nothing was changed.`, 'Settle what people wrote there and remove the markers; the rest is written anew: coord report pages'),
  'export-stale': ({ path, isMissing, command }) => words(say`${path} ${isMissing ? 'does not exist' : 'is not what coord.yaml says'}.`, say`Write it: ${command}`),
  'would-break': ({ problems }) => words(under('Nothing was changed, for this would not be valid:', problems.map((found) => describeProblem(found).sentence)), problems[0] ? describeProblem(problems[0]).next : ''),
  'path-exists': ({ path }) => words(say`${path} exists already.`, 'Move it away, or remove it if it is not needed: git worktree list'),
  'branch-exists': ({ branch }) => words(say`The branch ${branch} exists already.`, say`Go on with it, or remove it if it is not needed: git branch -d ${branch}`),
  'not-in-conflict': ({ path, files }) => words(say`${path} is in no conflict.`, files.length === 0 ? 'Nothing in the workspace is. See what else is wrong: coord validate' : say`These are: ${listed(files, 6)}`),
  'not-abandoned': ({ id, holder }) => words(holder === null ? say`Nobody holds ${id}. Nothing was changed.` : say`${id} is held by ${holder}, whose time has not run out. Nothing was changed.`, 'See who holds what: coord status --claims'),
  'claims-local': ({ file }) => words('Claims are not shared here, so there is nothing to sync.', say`To share them through a remote, write claims: origin in ${file}`),
  'bad-plan': ({ form, faults }) => words(under(faults.some(({ code }) => code === 'unreadable-source') ? say`This cannot be read${form === null ? '' : ` as an export of ${form}`}, so nothing was written:` : 'The plan contradicts itself, so nothing was written:', shortened(faults.map(describeFault), 10)), 'Mend it there, then import it again.'),
  'nothing-to-import': ({ sources, leftOut }) => words(under(say`No task was found in ${listed(sources, 3)}. Nothing was written.`, shortened(leftOut.map(describeLeftOut), 10)), 'What makes a task: docs/import.md'),
  'bad-template': ({ name, nearest, templates }) => words(say`There is no template "${name}".`, nearest === null ? say`There are: ${listed(templates)}` : say`Did you mean ${nearest}? All there are: coord init --list`),
  'template-unusable': ({ path, reason }) => words(say`${path} cannot be used as a template: ${unstopped(reason)}. Nothing was made.`, 'Mend it; or take one that comes with coord: coord init --list'),
  'channel-for-people': ({ name }) => words(say`No notice reaches ${name}: it is a channel for people.`, 'Say in coord.yaml how it is reached, as in kind: slack, url_env: SLACK_WEBHOOK_URL'),
  'channel-unfinished': ({ name, field }) => words(say`No notice reaches ${name}: its kind needs ${field}.`, say`Add ${field} to it in coord.yaml.`),
  // another holds it
  'held-by-another': (facts, screen) => words(heldWords(facts, screen), heldNext(facts)),
  'holds-nothing': (_, screen) => words('You hold no task in this worktree.', `Claim one: coord claim${asAsked(screen)}`),
  'not-the-holder': ({ id, holder, lost }, screen) => words(notHolderWords(id, holder, lost), holder === null ? say`Claim it: coord claim ${id}${asAsked(screen)}` : say`See who holds what: coord status`),
  'expired-claim': ({ id, agent, until, branch, left }, screen) =>
    words(under(say`${id} was held by ${agent} until ${at(until, screen)}${branch === null ? '' : say`, on branch ${branch}`}. Left behind:`, left.length === 0 ? ['nothing that can be seen here'] : shortened(left, 10)), say`Look at it, then take over: coord claim ${id} --take-over${asAsked(screen)}`),
};

export function describeRefusal(refusal: Refusal, screen: Screen): RefusalWords {
  // The table is indexed by the very code whose facts are passed, which the compiler cannot follow through a union.
  const describe = DESCRIBE[refusal.code] as Describe<RefusalCode>;
  return describe(refusal.facts, screen);
}

/** Why, on one line: for what is kept, and told with other things. */
export function refusalLine(refusal: Refusal, screen: Screen): string {
  return describeRefusal(refusal, screen).message.replaceAll(/\n\s*/g, ' ');
}

function heldWords({ id, agent, since, where }: RefusalFacts['held-by-another'], screen: Screen): string {
  return say`${id} is held by ${agent} since ${ago(since, screen)}${where === null ? '' : where === '.' ? ', in this worktree' : `, in ${where}`}.`;
}

/** An agent that lost its way back is told where it works. */
function heldNext({ agent, where, free, asking }: RefusalFacts['held-by-another']): string {
  const back = agent === asking && where !== null && where !== '.' ? say`If you are the one who holds it: cd ${shellWord(where)}. ` : '';
  if (free.length === 0) return say`${back}Nothing else is free for you now. See why: coord next --why --agent ${asking}`;
  return say`${back}Take another: coord claim --as ${asking}    (${listed(free, 3)} ${free.length === 1 ? 'is' : 'are'} free for you)`;
}

function notHolderWords(id: string, holder: string | null, lost: boolean): string {
  if (holder === null) return say`${id} is not claimed. Nothing was changed.`;
  return lost ? say`You held ${id}, but ${holder} has taken it over. Nothing was changed.` : say`${id} is held by ${holder}, not by you. Nothing was changed.`;
}

function whomNext({ name, task, nearest, agents }: RefusalFacts['waits-on-whom']): string {
  if (task !== null) return say`${task} is a task, and one task waits for another by its dependencies: coord task set <id> dependencies+=${task}`;
  return say`${didYouMean(nearest)}A person: --on ${shellWord(`human:${name}`)}    Anything else: --on ${shellWord(`external:${name}`)}    ${team(agents)}`;
}

function verifierFailure({ name, exitCode, timedOut, tail }: RefusalFacts['verifier-failed']): string {
  return [say`${name} ${failureWords({ exitCode, timedOut })}. Nothing was written.`, ...outputLines(tail)].join('\n');
}

const sourceName = (source: string): string => (source === '-' ? 'Standard input' : source);

function shortened(items: readonly string[], limit: number): readonly string[] {
  return items.length <= limit ? items : [...items.slice(0, limit), `and ${items.length - limit} more`];
}

function ago(since: string, screen: Screen): string {
  return duration(screen.now.getTime() - new Date(since).getTime());
}

function at(time: string, screen: Screen): string {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? time : moment(date, screen);
}
