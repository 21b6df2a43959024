/** All that a view answers, as plain data: two views are the same when this is. */
import type { View } from '../../src/app/view.ts';

export async function answersOf(view: View): Promise<unknown> {
  const texts = await Promise.all(view.files().map(async (file) => [file, await view.text(file)]));
  return {
    survey: { ...view.survey },
    problems: view.problems,
    files: view.files(),
    texts,
    ids: [...view.ids()].sort(),
    tasks: [...view.ids()].sort().map((id) => [view.task(id), view.task(id.toLowerCase())?.id, [...view.dependents(id)].sort(), view.isReady(id)]),
    workspace: view.workspace(),
    edges: view.graph().dependencies,
    missing: view.graph().missing,
  };
}
