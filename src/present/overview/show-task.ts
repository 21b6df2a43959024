/** A task with all around it, as lines, the most important first. */
import type { LiveClaim } from '../../app/claims/live-claims.ts';
import type { Neighbour, TaskNeighbourhood } from '../../app/overview/show-task.ts';
import type { Approval, Blocker, Status, Task } from '../../core/model.ts';
import type { HandoffLine } from '../../core/survey.ts';
import { asCaller } from '../as-words.ts';
import { answerWords } from '../blockers/blocker.ts';
import { columns, indented } from '../text/columns.ts';
import { paint } from '../text/paint.ts';
import { plain, plainLines, say } from '../text/plain.ts';
import type { Screen } from '../screen.ts';
import { duration, moment } from '../text/time.ts';
import { wrap } from '../text/width.ts';
import { listed } from '../text/words.ts';

export function showTaskLines(shown: TaskNeighbourhood, screen: Screen): readonly string[] {
  const { task, dependencies, dependents, blockers, handoffs } = shown;
  const { bold } = paint(screen);
  return [
    `${bold(plain(task.id))} ${plain(task.title)}`,
    ...wrap(factsLine(shown), screen.columns),
    ...claimLines(shown, screen),
    ...section('waits for', neighbours(dependencies, screen)),
    ...section('waited for by', neighbours(dependents, screen)),
    ...section('open blockers', blockers.map(blockerLine).join('\n')),
    ...section('to do', dashes(task.actions)),
    ...section('must hold', dashes(task.acceptance)),
    ...named('proven by', listed(task.verify)),
    ...approvalLines(task.approval, shown.approvers),
    ...named('touches', listed(task.files)),
    ...named('leaves', listed(task.artifacts)),
    ...proofLines(task),
    ...section('handoffs', handoffs.map(handoffLines).join('\n')),
    ...section('notes', plainLines(task.notes ?? '').trimEnd()),
    plain(task.place.file),
  ];
}

function factsLine({ task, ready, reached, claim, continuedIn }: TaskNeighbourhood): string {
  const { status, priority, kind, agent, progress, phase, group, estimate, deadline } = task;
  const facts = [
    kind === 'task' ? '' : kind,
    reached ? 'reached' : standing(status, ready, claim),
    priority,
    agent === null ? 'for anyone' : say`for ${agent}`,
    progress === null || progress === 0 ? '' : `${progress} %`,
    phase === null ? '' : say`phase ${listed([phase, ...continuedIn])}`,
    group === null ? '' : say`group ${group}`,
    estimate === null ? '' : `about ${duration(estimate * 60_000)} of work`,
    deadline === null ? '' : say`due ${deadline}`,
  ];
  return facts.filter((fact) => fact !== '').join(' · ');
}

/** A claim is what makes a task in progress, whatever its file says. */
function standing(status: Status, ready: boolean, claim: LiveClaim | null): string {
  if (claim?.state === 'held') return 'in progress';
  if (claim?.state === 'done' && status !== 'done') return 'done, not merged here';
  if (ready && (claim === null || claim.state === 'expired')) return status === 'in_progress' ? 'started, held by nobody' : 'ready';
  return status === 'todo' && claim === null ? 'waits' : status.replace('_', ' ');
}

function claimLines({ claim: live, where: worktree, isCallerKnown }: TaskNeighbourhood, screen: Screen): string[] {
  if (live === null) return [];
  if (live.claim === null) return ['its claim cannot be read: coord doctor'];
  const { agent, branch } = live.claim;
  const where = `${branch === null ? '' : say`, on ${branch}`}${worktree === null ? '' : worktree === '.' ? ', in this worktree' : say`, in ${worktree}`}`;
  if (live.state === 'done') return [say`done by ${agent}${where}`];
  const end = live.end === null ? '' : moment(live.end, screen);
  return [live.state === 'expired' ? say`was held by ${agent} until ${end}${where}; take it over: coord claim ${live.id} --take-over${asCaller(screen, isCallerKnown)}` : say`held by ${agent} until ${end}${where}`];
}

function neighbours(list: readonly Neighbour[], screen: Screen): string {
  const { bold, green } = paint(screen);
  const rows = list.map(({ id, title, status, label }) => [id, status?.replace('_', ' ') ?? 'missing', title ?? 'no file defines it', label ?? '']);
  return columns(rows, [{ paint: bold }, { paint: (cell) => (cell === 'done' ? green(cell) : cell) }, { gives: true }, {}], screen.columns - 2);
}

function blockerLine({ severity, needed, waitsOn, by, raised, place }: Blocker): string {
  const facts = [waitsOn === null ? '' : say`waits on ${waitsOn}`, by === null ? '' : say`raised by ${by}`, raised === null ? '' : say`since ${raised}`];
  return [say`${severity} ${needed}`, ...facts.filter((fact) => fact !== ''), plain(place.file)].join(' · ');
}

function handoffLines({ from, to, timestamp, acknowledged, nextSteps, file }: HandoffLine): string {
  const taken = acknowledged === null ? 'not taken over yet' : say`taken over by ${acknowledged.by}`;
  const first = [say`${from ?? 'somebody'} to ${to ?? 'anyone'}`, plain(timestamp ?? 'no date'), taken, plain(file)].join(' · ');
  return [first, ...nextSteps.map((step) => `  - ${plain(step)}`)].join('\n');
}

function proofLines({ status, proof }: Task): string[] {
  if (status !== 'done') return [];
  const verified = proof?.verified.map(({ name, exitCode, at }) => say`${name} ${exitCode === 0 ? 'ok' : `exit ${exitCode}`} ${at}`) ?? [];
  return verified.length === 0 ? ['unproven: no verifier ran when it was done'] : [say`proven: ${listed(verified)}${proof?.head ? ` at ${proof.head.slice(0, 7)}` : ''}`];
}

function approvalLines(approval: Approval | null, approvers: readonly string[]): string[] {
  const asked = approvers.length === 0 ? [] : [say`not done before ${listed(approvers, 6, 'or')} approved it`];
  return approval === null ? asked : [say`${approval.by} said ${answerWords(approval)} (${approval.at})`, ...asked];
}

function dashes(items: readonly string[]): string {
  return items.map((item) => `- ${plain(item)}`).join('\n');
}

function section(title: string, text: string): string[] {
  return text === '' ? [] : [title, ...indented(text, 2).split('\n')];
}

function named(title: string, text: string): string[] {
  return text === '' ? [] : [say`${title}: ${text}`];
}
