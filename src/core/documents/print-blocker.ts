/** A new blocker's file: every field that a verb writes is there, empty where nothing is known yet. */
import type { Blocker } from '../model.ts';
import { printFrontMatter } from './print-fields.ts';

export type NewBlocker = Pick<Blocker, 'task' | 'by' | 'severity' | 'waitsOn' | 'needed' | 'raised'>;

export function printBlocker({ task, by, severity, waitsOn, needed, raised }: NewBlocker): string {
  const known = { task, by, severity, waits_on: waitsOn, needed, raised };
  const open = { acknowledged: null, approval: null, resolved: null, resolved_by: null, resolution: null };
  return printFrontMatter(Object.entries({ ...known, ...open }), '');
}

/** `status/blockers/2025-08-12-API-001-3f2a.md`: names are for people and never parsed. */
export function blockerName(day: string, task: string, mark: string): string {
  return `status/blockers/${day}-${task}-${mark}.md`;
}
