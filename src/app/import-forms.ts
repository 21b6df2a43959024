/** What can be imported, by the name that `--from` takes. A reader is loaded when it is asked for. */
import type { Reader } from '../core/import/draft.ts';

export interface ImportForm {
  /** Which files are read where a folder is named. */
  readonly endings: readonly string[];
  /** null: it cannot be read yet. */
  readonly load: () => Promise<Reader | null>;
}

export const IMPORT_FORMS = {
  markdown: { endings: ['.md', '.markdown'], load: async () => (await import('../core/import/markdown/read-markdown.ts')).readMarkdown },
} as const satisfies Readonly<Record<string, ImportForm>>;

export type ImportFormName = keyof typeof IMPORT_FORMS;
