/** What can be imported, by the name that `--from` takes. A reader is loaded when it is asked for. */
import type { Reader } from '../../core/import/draft.ts';

export interface ImportForm {
  /** Which files are read where a folder is named. */
  readonly endings: readonly string[];
  readonly load: () => Promise<Reader>;
}

export const IMPORT_FORMS = {
  markdown: { endings: ['.md', '.markdown'], load: async () => (await import('../../core/import/markdown/read-markdown.ts')).readMarkdown },
  'backlog.md': { endings: ['.md'], load: async () => (await import('../../core/import/from-backlog.ts')).readBacklog },
  'task-master': { endings: ['tasks.json'], load: async () => (await import('../../core/import/from-task-master.ts')).readTaskMaster },
  beads: { endings: ['issues.jsonl', 'beads.jsonl'], load: async () => (await import('../../core/import/from-beads.ts')).readBeads },
  tbd: { endings: ['.md', 'ids.yml', 'config.yml'], load: async () => (await import('../../core/import/from-tbd.ts')).readTbd },
  'spec-kit': { endings: ['tasks.md'], load: async () => (await import('../../core/import/from-spec-kit.ts')).readSpecKit },
  github: { endings: ['.json'], load: async () => (await import('../../core/import/from-github.ts')).readGithub },
} as const satisfies Readonly<Record<string, ImportForm>>;

export type ImportFormName = keyof typeof IMPORT_FORMS;
