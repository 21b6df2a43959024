/** Tasks by what they are called, for what names them elsewhere. */
import { normal } from './clean-text.ts';
import type { Findings, OpenTask } from './findings.ts';

interface Titled {
  readonly task: OpenTask;
  readonly text: string;
}

export interface Titles {
  readonly byId: ReadonlyMap<string, OpenTask>;
  /** By each word that stands in them. */
  readonly byWord: ReadonlyMap<string, readonly Titled[]>;
}

export function titlesOf({ tasks }: Findings): Titles {
  const byWord = new Map<string, Titled[]>();
  for (const task of tasks) {
    const text = normal(task.title);
    for (const word of new Set(text.split(' '))) {
      const titled = byWord.get(word);
      if (titled === undefined) byWord.set(word, [{ task, text }]);
      else titled.push({ task, text });
    }
  }
  return { byId: new Map(tasks.flatMap((task) => (task.id === null ? [] : [[task.id.toLowerCase(), task] as const]))), byWord };
}

/** The one task of that title; else the only one in whose title the words stand together. */
export function titled(words: string, { byWord }: Titles): OpenTask | null {
  const text = normal(words);
  if (text === '') return null;
  const [rarest = []] = text.split(' ').map((word) => byWord.get(word) ?? []).sort((one, other) => one.length - other.length);
  const [exact, ...twice] = rarest.filter((one) => one.text === text);
  if (exact !== undefined) return twice.length === 0 ? exact.task : null;
  const [only, ...others] = rarest.filter((one) => ` ${one.text} `.includes(` ${text} `));
  return only !== undefined && others.length === 0 ? only.task : null;
}
