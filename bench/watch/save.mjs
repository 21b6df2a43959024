import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { printTaskFile } from '../workspace/task-files.mjs';

/** @import { PlannedTask } from '../workspace/plan-tasks.mjs' */
/** @typedef {'in place' | 'by rename'} Way how editors save: over the old bytes, or another file that takes the old one's name */

/** Of the repository, as events name it. @param {PlannedTask} task */
export const fileOf = ({ id }) => `deployment/tasks/${id}.yaml`;

/** Answers when it began. @param {string} root @param {PlannedTask} task @param {Way} way */
export function saveTask(root, task, way) {
  const path = join(root, fileOf(task));
  const text = printTaskFile({ path, tasks: [task] }, 'files');
  const began = performance.now();
  writeFileSync(way === 'in place' ? path : `${path}.tmp`, text);
  if (way === 'by rename') renameSync(`${path}.tmp`, path);
  return began;
}
