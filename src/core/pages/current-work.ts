/** What an agent is at, as far as records tell: claims, which are live, stand on no page. */
import { isOpen } from '../model.ts';
import type { Task } from '../model.ts';
import { compareIds } from '../schedule/ranking.ts';
import { idText, inline } from './markdown.ts';
import type { PageFacts } from './page-facts.ts';

export interface CurrentWork {
  readonly text: string;
  /** In percent. */
  readonly progress: number;
}

export function currentWork(agent: string, facts: PageFacts, own: readonly Task[]): CurrentWork {
  const open = own.filter(isOpen);
  const [first, ...others] = open.filter((task) => stage(task) > 0).sort((one, other) => stage(other) - stage(one) || compareIds(one.id, other.id));
  if (first) return { text: named(first) + (others.length === 0 ? '' : ` (also ${others.map(({ id }) => idText(id)).join(', ')})`), progress: first.progress ?? 0 };
  const ready = facts.ready.find((task) => task.agent === agent);
  if (ready) return { text: `Next is ${named(ready)}`, progress: 0 };
  if (open.length > 0) return { text: waitingText(open, facts), progress: 0 };
  return { text: 'None', progress: own.some(({ status }) => status === 'done') ? 100 : 0 };
}

/** How surely somebody works on it. */
function stage({ status, progress }: Task): number {
  if (status === 'in_progress') return 3;
  if (status === 'review') return 2;
  return (progress ?? 0) > 0 ? 1 : 0;
}

function waitingText(open: readonly Task[], { graph }: PageFacts): string {
  for (const { dependencies } of open) {
    for (const { id } of dependencies) {
      const task = graph.tasks[graph.byId.get(id.toLowerCase()) ?? -1];
      if (task && isOpen(task)) return `Waiting for ${named(task)}`;
    }
  }
  return 'Waiting';
}

const named = ({ id, title }: Pick<Task, 'id' | 'title'>): string => `${idText(id)} ${inline(title)}`.trimEnd();
