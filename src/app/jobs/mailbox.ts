/** What happens while somebody else works, kept in order until it is looked at. */
export interface Mailbox<T> {
  put(item: T): void;
  /** The next one, as soon as there is one. */
  take(): Promise<T>;
  /** All that are there, without waiting. */
  rest(): readonly T[];
}

export function mailbox<T>(): Mailbox<T> {
  const items: T[] = [];
  let wake = (): void => undefined;
  return {
    put(item) {
      items.push(item);
      wake();
    },
    rest: () => items.splice(0),
    async take() {
      for (;;) {
        const [first] = items.splice(0, 1);
        if (first !== undefined) return first;
        await new Promise<void>((resolve) => (wake = resolve));
      }
    },
  };
}
