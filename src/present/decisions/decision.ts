/** How decisions stand, and what became of one that was proposed, commented on, decided or replaced. */
import type { CommentAnswer } from '../../app/decisions/decide-comment.ts';
import type { DecisionChange } from '../../app/decisions/decide-propose.ts';
import type { SupersedeAnswer } from '../../app/decisions/decide-supersede.ts';
import type { DecideAnswer } from '../../app/decisions/decide.ts';
import type { DecisionsAnswer } from '../../app/decisions/list-decisions.ts';
import type { DecisionStanding } from '../../core/policy/decision-standing.ts';
import { recordName } from '../../core/documents/record-name.ts';
import { columns, indented } from '../text/columns.ts';
import { commitWords } from '../commit-outcome.ts';
import { paint } from '../text/paint.ts';
import { plain, plainLines, say } from '../text/plain.ts';
import type { Screen } from '../screen.ts';
import { moment } from '../text/time.ts';
import { count, listed } from '../text/words.ts';

export function decisionsText({ decisions, past }: DecisionsAnswer, screen: Screen): string {
  if (decisions.length + past === 0) return 'Nothing was decided or proposed yet: coord decide propose "..."';
  const { bold, dim } = paint(screen);
  const sections = (['proposed', 'accepted', 'rejected', 'superseded'] as const).flatMap((status) => {
    const rows = decisions.filter(({ decision }) => decision.status === status).map((standing) => [standing.decision.title, standing.decision.area ?? '', words(standing, screen), recordName(standing.decision.place.file)]);
    return rows.length === 0 ? [] : [status, indented(columns(rows, [{ gives: true, paint: bold }, {}, {}, {}], screen.columns - 2), 2)];
  });
  return [...sections, ...(past === 0 ? [] : [dim(`and ${count(past, 'rejected or superseded one')}: coord decide list --all`)])].join('\n');
}

/** Where it stands, as a phrase. */
function words({ decision, maker, missing, due }: DecisionStanding, screen: Screen): string {
  const { status, decided, decidedBy, supersededBy } = decision;
  if (status === 'superseded') return say`by ${recordName(supersededBy ?? 'another one')}`;
  if (status !== 'proposed') return [decidedBy === null ? '' : say`by ${decidedBy}`, plain(decided ?? '')].filter((word) => word !== '').join(', ');
  const decides = maker === null ? 'anyone may decide' : say`${maker} decides`;
  const isOver = due !== null && due < screen.now.getTime();
  if (missing.length === 0 || due === null || isOver) return isOver && missing.length > 0 ? say`${decides}, without ${listed(missing, 3)}` : decides;
  return say`waits for ${listed(missing, 3)} until ${moment(new Date(due), screen)}`;
}

export function decisionLines(shown: DecisionStanding & { readonly why: string }, screen: Screen): readonly string[] {
  const { decision, feedback, why } = shown;
  const { bold } = paint(screen);
  const facts = [decision.status, decision.area === null ? '' : say`area ${decision.area}`, decision.owner === null ? '' : say`proposed by ${decision.owner}`, words(shown, screen)];
  const said = feedback.map(({ by, at, text }) => `${say`${by}${at === null ? '' : say`, ${at}`}:`}\n${indented(plainLines(text), 2)}`);
  return [
    bold(plain(decision.title)),
    facts.filter((fact) => fact !== '').join(' · '),
    ...(decision.scope.length === 0 ? [] : [say`binds: ${listed(decision.scope)}`]),
    ...(decision.supersedes.length === 0 ? [] : [say`${decision.status === 'proposed' ? 'would replace' : 'replaces'}: ${listed(decision.supersedes.map(recordName))}`]),
    ...(decision.outcome === null ? [] : [say`outcome: ${decision.outcome}`]),
    ...(why === '' ? [] : ['why', ...indented(plainLines(why), 2).split('\n')]),
    ...(said.length === 0 ? [] : ['feedback', ...indented(said.join('\n'), 2).split('\n')]),
    plain(decision.place.file),
  ];
}

export function proposeText({ standing, commit }: DecisionChange, screen: Screen): string {
  return say`Proposed: ${recordName(standing.decision.place.file)} · ${words(standing, screen)} · ${commitWords(commit)}`;
}

export function commentText({ standing, by, commit }: CommentAnswer, screen: Screen): string {
  return say`${by} on ${recordName(standing.decision.place.file)} · ${words(standing, screen)} · ${commitWords(commit)}`;
}

export function decideText({ decision, verdict, replaced, commit }: DecideAnswer): string {
  const instead = replaced.length === 0 ? '' : say`, in place of ${listed(replaced, 4)}`;
  return say`${decision} is ${verdict}${instead} · ${commitWords(commit)}`;
}

export function decideTalk({ unheard }: DecideAnswer): string {
  return unheard.length === 0 ? '' : say`${listed(unheard, 6)} had not said anything on it.`;
}

export function supersedeText({ older, newer, commit }: SupersedeAnswer): string {
  return say`${older} is superseded by ${newer} · ${commitWords(commit)}`;
}
