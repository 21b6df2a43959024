/** The brief for whoever's turn it is, as a prompt of under 400 words: who they are, the task, what was left for them, what to leave. */
import type { Brief } from '../../app/overview/brief.ts';
import type { Agent } from '../../core/model.ts';
import { turnText } from './next.ts';
import { plain } from '../text/plain.ts';
import { fenced, handoffLines, rules, whoLines, workLines } from './prime.ts';
import { shellWord } from '../text/shell-word.ts';
import { listed } from '../text/words.ts';

export function briefText({ turn, task, briefing }: Brief): string {
  if (turn.does === 'merge') return turnText(turn);
  const first = `${turn.does === 'approve' ? 'to approve' : turn.does === 'go-on' ? 'you are at' : 'your task'}: ${turn.task} ${task?.title ?? ''}`;
  const lines = [...whoLines(briefing), ...(briefing.agent === null ? [] : craftLines(briefing.agent)), first, ...(task === null ? [] : workLines(task)), ...handoffLines(briefing)];
  return [...fenced(lines, briefing.folder), '', ...(turn.does === 'approve' ? checks(turn.agent, turn.task) : rules(briefing, turn.task))].join('\n');
}

function craftLines({ more }: Agent): readonly string[] {
  const named = (label: string, key: string): string[] => {
    const items = Array.isArray(more[key]) ? more[key].filter((item) => typeof item === 'string') : [];
    return items.length === 0 ? [] : [`${label}: ${listed(items, 8)}`];
  };
  return [...named('your skills', 'skills'), ...named('you answer for', 'responsibilities'), ...named('you leave', 'outputs')];
}

function checks(who: string, task: string): readonly string[] {
  const approve = `coord approve ${plain(task)} --as ${shellWord(plain(who))}`;
  return [
    'What to do:',
    `1. Read what was handed over: \`coord handoff list --agent ${shellWord(plain(who))}\`, \`coord handoff show <name>\`. Look at what it names, and run what it says was run.`,
    `2. It holds: \`${approve} --note "what you saw"\`. The next phase opens.`,
    `3. It does not: \`${approve} --no --note "what is missing"\`, and a task for it: \`coord task add "..."\`.`,
    'Where all stands: `coord status`. Who is up then: `coord next --brief`.',
  ];
}
