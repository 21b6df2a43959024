/** "after 2": the item of that number in the same list, else the only one of that number in the document. */
import type { Origin } from '../draft.ts';
import type { Item } from './outline.ts';

/** `2`, `#2`, `step 2`. */
const NUMBER = /^(?:(?:steps?|items?|points?|no|schritte?|punkte?|pasos?|puntos?|passos?|passi|tapp[ae]|étapes?|шаг[аи]?|ステップ|步骤|단계)\.?\s*)?#?(\d{1,3})$/iu;

export const isNumber = (text: string): boolean => NUMBER.test(text);

export class Numbers<Task extends { readonly origin: Origin }> {
  readonly #lists = new Map<Task, string>();
  /** By list and number, and by document and number; null: several. */
  readonly #items = new Map<string, Task | null>();

  add(task: Task, { list, number }: NonNullable<Item['ordinal']>): void {
    const { file } = task.origin;
    this.#lists.set(task, `${file}:${list}`);
    for (const place of [`${file}:${list}`, file]) this.#items.set(`${place}\n${number}`, this.#items.has(`${place}\n${number}`) ? null : task);
  }

  meant(on: string, task: Task): Task | null {
    const number = NUMBER.exec(on)?.[1];
    if (number === undefined) return null;
    const places = [this.#lists.get(task) ?? '', task.origin.file].map((place) => this.#items.get(`${place}\n${Number(number)}`));
    return places.find((one) => one !== undefined) ?? null;
  }
}
