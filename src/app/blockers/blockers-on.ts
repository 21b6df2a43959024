import type { Blocker } from '../../core/model.ts';
import type { View } from '../view.ts';

/** Open blockers on a task. Ids match ignoring case. */
export function blockersOn({ survey }: Pick<View, 'survey'>, id: string): readonly Blocker[] {
  return survey.blockers.filter(({ task }) => task.toLowerCase() === id.toLowerCase());
}
