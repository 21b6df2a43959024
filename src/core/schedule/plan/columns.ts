/** From activities to their numbers side by side. */
import type { Activity, Columns } from './project.ts';

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
