/** What Linux tells of a process while it runs. On other systems nothing of this is known: null. */
import { readdirSync, readFileSync } from 'node:fs';

/** A hundred in a second, on every Linux there is. */
const TICK_MILLISECONDS = 10;

/** Milliseconds of processors that it took, with all it has started and waited for. @param {number | 'self'} pid @returns {number | null} */
export function processorTime(pid) {
  const fields = read(`/proc/${pid}/stat`)?.replace(/^.*\) /s, '').split(' ');
  return fields === undefined ? null : fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) * TICK_MILLISECONDS;
}

/** In MiB. @param {number} pid @param {'VmRSS' | 'VmHWM'} what now, or at most so far @returns {number | null} */
export function residentSize(pid, what) {
  const kilobytes = new RegExp(`^${what}:\\s+(\\d+)`, 'm').exec(read(`/proc/${pid}/status`) ?? '')?.[1];
  return kilobytes === undefined ? null : Number(kilobytes) / 1024;
}

/** What it holds open: descriptors, and what it asked inotify to watch. @param {number} pid @returns {{ readonly handles: number, readonly watches: number } | null} */
export function openHandles(pid) {
  try {
    const handles = readdirSync(`/proc/${pid}/fd`);
    const infos = handles.map((handle) => read(`/proc/${pid}/fdinfo/${handle}`) ?? '');
    return { handles: handles.length, watches: infos.join('\n').split('inotify wd:').length - 1 };
  } catch {
    return null;
  }
}

/** @param {string} path */
function read(path) {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return undefined;
  }
}
