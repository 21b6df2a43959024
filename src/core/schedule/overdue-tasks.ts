import type { Survey } from '../survey.ts';

/** Open tasks whose deadline is over, longest first; `now` in milliseconds since 1970. */
export function overdueTasks({ deadlines }: Pick<Survey, 'deadlines'>, now: number): { readonly id: string; readonly due: number }[] {
  return deadlines.filter(({ due }) => due < now).flatMap(({ due, ids }) => ids.map((id) => ({ id, due })));
}
