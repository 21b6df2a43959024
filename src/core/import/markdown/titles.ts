/** Tasks by what they are called, for what names them elsewhere. */
import { normal } from './clean-text.ts';
import type { OpenTask } from './findings.ts';

interface Titled {
  readonly task: OpenTask;
  readonly text: string;
}

/** The words of titles are looked at when the first name asks for them: where all is told by ids, none does. */
export class Titles {
  readonly #tasks: readonly OpenTask[];
  readonly #byId = new Map<string, OpenTask>();
  readonly #byWord = new Map<string, Titled[]>();
  #ids = 0;
  #words = 0;

  /** `tasks` may grow. */
  constructor(tasks: readonly OpenTask[]) {
    this.#tasks = tasks;
  }

  withId(id: string): OpenTask | null {
    for (; this.#ids < this.#tasks.length; this.#ids++) {
      const task = this.#tasks[this.#ids];
      if (task !== undefined && task.id !== null) this.#byId.set(task.id.toLowerCase(), task);
    }
    return this.#byId.get(id.toLowerCase()) ?? null;
  }

  /** The one task of that title; else the only one in whose title the words stand together. */
  called(words: string): OpenTask | null {
    const text = normal(words);
    if (text === '') return null;
    const [rarest = []] = text.split(' ').map((word) => this.#with(word)).sort((one, other) => one.length - other.length);
    const [exact, ...twice] = rarest.filter((one) => one.text === text);
    if (exact !== undefined) return twice.length === 0 ? exact.task : null;
    const [only, ...others] = rarest.filter((one) => ` ${one.text} `.includes(` ${text} `));
    return only !== undefined && others.length === 0 ? only.task : null;
  }

  #with(word: string): readonly Titled[] {
    for (; this.#words < this.#tasks.length; this.#words++) {
      const task = this.#tasks[this.#words];
      if (task !== undefined) this.#add(task);
    }
    return this.#byWord.get(word) ?? [];
  }

  #add(task: OpenTask): void {
    const text = normal(task.title);
    for (const word of new Set(text.split(' '))) {
      const titled = this.#byWord.get(word);
      if (titled === undefined) this.#byWord.set(word, [{ task, text }]);
      else titled.push({ task, text });
    }
  }
}
