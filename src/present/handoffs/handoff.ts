/** Handoffs for people: the inbox in short, one in full, and what taking one over came to. */
import type { HandoffAckAnswer } from '../../app/handoffs/handoff-ack.ts';
import type { HandoffListAnswer } from '../../app/handoffs/handoff-list.ts';
import type { ShownHandoff } from '../../app/handoffs/handoff-show.ts';
import type { HandoffStanding } from '../../app/handoffs/handoff-standing.ts';
import type { Handoff } from '../../core/model.ts';
import { asAsked } from '../as-words.ts';
import { commitWords } from '../commit-outcome.ts';
import { handoffName } from '../../core/documents/handoff-name.ts';
import { paint } from '../text/paint.ts';
import { plain, plainLines, say } from '../text/plain.ts';
import type { Screen } from '../screen.ts';
import { shellWord } from '../text/shell-word.ts';
import { duration } from '../text/time.ts';
import { ranChangedWords } from '../tasks/verifier-words.ts';
import { wrap } from '../text/width.ts';
import { count, listed } from '../text/words.ts';

/** Next steps shown of each in a list. */
const STEPS = 3;

export function handoffListText({ agent, handoffs, total }: HandoffListAnswer, screen: Screen): string {
  if (total === 0) return 'No handoffs yet.';
  if (handoffs.length === 0) return `${agent === null ? 'No handoff is like that.' : say`No handoff waits for ${agent}.`} All handoffs: coord handoff list --all`;
  return handoffs.map((one) => inShort(one, screen).join('\n')).join('\n\n');
}

export function handoffListTalk({ handoffs }: HandoffListAnswer, screen: Screen): string {
  const first = handoffs.find(({ handoff }) => handoff.acknowledged === null);
  return first === undefined ? '' : say`Read one: coord handoff show ${typed(first.handoff)}    Take it over: coord handoff ack ${typed(first.handoff)}${asAsked(screen)}`;
}

function inShort(one: HandoffListAnswer['handoffs'][number], screen: Screen): string[] {
  const { nextSteps } = one.handoff;
  const more = nextSteps.length - STEPS;
  return [
    heading(one, screen),
    ...wrap([fromTo(one.handoff), when(one.handoff, screen), ...standing(one, screen)].join(' · '), screen.columns - 2).map((line) => `  ${line}`),
    ...nextSteps.slice(0, STEPS).map((step) => `  - ${plain(step)}`),
    ...(more > 0 ? [`  and ${more} more`] : []),
    `  ${paint(screen).dim(plain(handoffName(one.handoff.place.file)))}`,
  ];
}

export function handoffLines(shown: ShownHandoff, screen: Screen): readonly string[] {
  const { handoff, touched, changed, missing } = shown;
  const { base, head, branch, verification } = handoff;
  const range = [base, head].flatMap((commit) => (commit === null ? [] : [commit.slice(0, 7)])).join('..');
  const files = touched === null ? '' : `, ${count(touched.length, 'file')} changed`;
  const work = [...(range === '' ? [] : [plain(range)]), ...(branch === null ? [] : [say`on ${branch}`])].join(' ') + files;
  const verified = verification.map(({ name, exitCode, at }) => say`${name} ${exitCode === 0 ? 'ok' : `exit ${exitCode}`}${at === null ? '' : ` ${at}`}`);
  const ranChanged = [...new Set(verification.flatMap((run) => run.ranChanged ?? []))];
  const artifacts = handoff.artifacts.map(({ path, description }) => [plain(path), ...artifactState(path, { changed, missing }), ...(description === null ? [] : [plain(description)])].join(' · '));
  return [
    heading(shown, screen),
    ...wrap([fromTo(handoff), when(handoff, screen), ...standing(shown, screen)].join(' · '), screen.columns),
    ...(work === '' ? [] : [`work: ${work}`]),
    ...(verified.length === 0 ? [] : [`verified: ${listed(verified)}`]),
    ...(ranChanged.length === 0 ? [] : [`look at it: ${ranChangedWords(ranChanged)}`]),
    ...section('completed', handoff.completed),
    ...section('others can build on', handoff.ready),
    ...section('in the way', handoff.blockers),
    ...section('next', handoff.nextSteps),
    ...section('ruled out', handoff.ruledOut),
    ...section('artifacts', artifacts),
    ...(handoff.notes === '' ? [] : ['notes', ...plainLines(handoff.notes).trimEnd().split('\n').map((line) => (line === '' ? '' : `  ${line}`))]),
    plain(handoff.place.file),
  ];
}

export function handoffAckText({ name, standing: { handoff }, commit }: HandoffAckAnswer): string {
  const of = `${handoff.task === null ? '' : say` of ${handoff.task}`}${handoff.from === null ? '' : say` from ${handoff.from}`}`;
  return commit === null ? say`${name} is yours already.` : `${say`${name}${of} taken over`} · ${commitWords(commit)}`;
}

/** What to look at before building on it. */
export function handoffAckTalk({ standing: { handoff, changed, unknown }, commit }: HandoffAckAnswer): string {
  if (commit === null) return '';
  const since = handoff.head === null || unknown.includes(handoff.head) ? '' : `: git diff ${shellWord(plain(handoff.head.slice(0, 12)))} HEAD`;
  return [
    changed.length === 0 ? '' : `${say`Changed since it was handed over: ${listed(changed, 6)}. Look first`}${since === '' ? ': git log' : since}`,
    unknown.length === 0 ? '' : say`Not in this repository: ${listed(unknown.map((commit) => commit.slice(0, 7)))}. If it is on a branch elsewhere: git fetch`,
  ]
    .filter((line) => line !== '')
    .join('\n');
}

function heading({ handoff: { task }, title }: { readonly handoff: Handoff; readonly title: string | null }, screen: Screen): string {
  return `${paint(screen).bold(plain(task ?? 'About no task'))}${title === null ? '' : say` ${title}`}`;
}

function fromTo({ from, to }: Handoff): string {
  return say`${from ?? 'somebody'} to ${to ?? 'anyone'}`;
}

function when({ timestamp }: Handoff, screen: Screen): string {
  const age = timestamp === null ? NaN : screen.now.getTime() - new Date(timestamp).getTime();
  return Number.isNaN(age) ? plain(timestamp ?? 'no date') : `${duration(age)} ago`;
}

function standing({ handoff: { acknowledged }, missing, changed }: HandoffStanding, screen: Screen): string[] {
  const { red, yellow } = paint(screen);
  return [
    acknowledged === null ? 'not taken over yet' : say`taken over by ${acknowledged.by}`,
    ...(missing.length === 0 ? [] : [red(`${count(missing.length, 'artifact is', 'artifacts are')} missing`)]),
    ...(changed.length === 0 ? [] : [yellow(`${count(changed.length, 'artifact')} changed since`)]),
  ];
}

function artifactState(path: string, { changed, missing }: Pick<HandoffStanding, 'changed' | 'missing'>): string[] {
  if (missing.includes(path)) return ['missing'];
  return changed.includes(path) ? ['changed since'] : [];
}

function section(title: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : [title, ...items.map((item) => `  - ${plain(item)}`)];
}

const typed = ({ place }: Handoff): string => shellWord(handoffName(place.file));
