/** The stand-up, as it is read aloud: done, doing, blocked, agent by agent. */
import type { StandupAnswer } from '../../app/reports/report-standup.ts';
import type { AgentStandup } from '../../core/reports/standup.ts';
import { paint } from '../text/paint.ts';
import { plain, say } from '../text/plain.ts';
import type { Screen } from '../screen.ts';
import { moment } from '../text/time.ts';
import { cut } from '../text/width.ts';
import { count } from '../text/words.ts';

export function standupText({ agents, since, undated }: StandupAnswer, screen: Screen): string {
  const { bold } = paint(screen);
  const part = (one: AgentStandup): string => [bold(plain(one.member?.name ?? 'Anyone')), ...linesOf(one).map((line) => `  ${cut(plain(line), screen.columns - 2)}`)].join('\n');
  const note = undated === 0 ? '' : `${count(undated, 'finished task')} without a date: completed is empty in ${undated === 1 ? 'its file' : 'their files'}.`;
  return [`Since ${moment(since, screen)}`, ...agents.map(part), note].filter((text) => text !== '').join('\n\n');
}

function linesOf({ done, doing, blocked }: AgentStandup): string[] {
  const lines = [
    ...done.map(({ id, title }) => say`done: ${id} ${title}`),
    ...doing.map(({ task: { id, title, progress }, held }) => say`doing: ${id} ${title}${progress === null ? '' : ` (${progress} %)`}${held ? '' : ', held by nobody'}`),
    ...blocked.map(({ task, severity, needed, waitsOn }) => say`blocked: ${task}, ${severity}: ${needed}${waitsOn === null ? '' : `, from ${waitsOn}`}`),
  ];
  return lines.length === 0 ? ['nothing to tell'] : lines;
}
