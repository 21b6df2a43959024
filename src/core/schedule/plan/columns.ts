/** Numbers of activities side by side: loops that go over thousands of them hundreds of times read these, not the activities. */
import type { Activity } from './project.ts';

/** By activity, as the activity says. */
export interface Columns {
  readonly work: Float64Array;
  readonly margin: Float64Array;
  readonly earliest: Float64Array;
  readonly due: Float64Array;
  readonly who: Int32Array;
  /** 1: held by a claim. */
  readonly underway: Uint8Array;
}

export function columnsOf(activities: readonly Activity[]): Columns {
  const count = activities.length;
  const [work, margin, earliest, due] = [new Float64Array(count), new Float64Array(count), new Float64Array(count), new Float64Array(count)];
  const who = new Int32Array(count);
  const underway = new Uint8Array(count);
  activities.forEach((activity, at) => {
    work[at] = activity.work;
    margin[at] = activity.margin;
    earliest[at] = activity.earliest;
    due[at] = activity.due;
    who[at] = activity.who;
    underway[at] = activity.underway ? 1 : 0;
  });
  return { work, margin, earliest, due, who, underway };
}
