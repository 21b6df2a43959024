/** What a file of the workspace is, by where it stands. Names of files are never parsed for facts. */

export type FileKind = 'config' | 'tasks' | 'agent' | 'handoff' | 'decision' | 'feedback' | 'blocker' | 'status-page' | 'page' | 'stray' | 'foreign';

/** `path` is relative to the workspace folder. `foreign`: not coord's business. `stray`: where records stand, but not one. */
export function fileKind(path: string): FileKind {
  const slash = path.lastIndexOf('/');
  const name = path.slice(slash + 1);
  if (path === 'coord.yaml') return 'config';
  if (name.startsWith('.') || name.toLowerCase() === 'readme.md') return 'foreign';
  const folder = path.slice(0, Math.max(0, slash));
  return Object.hasOwn(FOLDERS, folder) ? (FOLDERS[folder]?.(name) ?? 'foreign') : 'foreign';
}

const DECISION_PAGES = ['architecture-decisions.md', 'tech-choices.md'];
const STATUS_PAGES = ['blockers.md', 'progress.md'];

const FOLDERS: Readonly<Record<string, (name: string) => FileKind>> = {
  tasks: (name) => (/\.ya?ml$/i.test(name) ? 'tasks' : 'stray'),
  agents: (name) => (name.endsWith('.md') ? 'agent' : 'stray'),
  handoffs: (name) => (name.endsWith('.md') ? 'handoff' : 'stray'),
  decisions: (name) => (!name.endsWith('.md') ? 'stray' : DECISION_PAGES.includes(name) ? 'page' : 'decision'),
  'decisions/feedback': (name) => (name.endsWith('.md') ? 'feedback' : 'stray'),
  status: (name) => (name === 'current-status.md' ? 'status-page' : STATUS_PAGES.includes(name) ? 'page' : 'foreign'),
  'status/blockers': (name) => (name.endsWith('.md') ? 'blocker' : 'stray'),
};

/** Folders that hold records, relative to the workspace folder; the empty one is the folder itself. */
export const RECORD_FOLDERS = ['', 'tasks', 'agents', 'handoffs', 'decisions', 'decisions/feedback', 'status', 'status/blockers'] as const;
