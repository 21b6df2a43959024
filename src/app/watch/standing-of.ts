import { layersOf } from '../../core/graph/layers.ts';
import { readinessOf } from '../../core/schedule/readiness.ts';
import type { Readiness } from '../../core/schedule/readiness.ts';
import type { Standing } from '../../core/watch/standing.ts';
import { takeStanding } from '../../core/watch/take-standing.ts';
import type { Ports } from '../ports.ts';
import type { View } from '../view.ts';

export interface Moment {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly commit: string | null;
  readonly claims: Standing['claims'];
}

export function standingOf(view: View, moment: Moment, before: Standing | null): Standing {
  return stand(view, readinessIn(view), moment, before);
}

/** The same in steps: between them others have their turn, for with 10,000 tasks all of it takes a while. */
export async function standingInSteps(ports: Ports, view: View, moment: Moment, before: Standing | null): Promise<Standing> {
  const turn = (): Promise<void> => ports.dispatching.pause(0);
  for (const step of [() => view.workspace(), () => view.graph(), () => view.problems]) {
    step();
    await turn();
  }
  const readiness = readinessIn(view);
  await turn();
  const standing = stand(view, readiness, moment, before);
  await turn();
  return standing;
}

function readinessIn(view: View): Readiness {
  const graph = view.graph();
  return readinessOf(view.workspace(), graph, layersOf(graph));
}

function stand(view: View, readiness: Readiness, moment: Moment, before: Standing | null): Standing {
  return takeStanding({ ...moment, workspace: view.workspace(), readiness, problems: view.problems, blobs: view.blobs() }, before);
}
