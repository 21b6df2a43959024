/** Milliseconds between tries, while another git moves a ref, HEAD or the index: it holds their locks for a moment only. */
export const PATIENCE: readonly number[] = [5, 10, 20, 40, 80, 160, 320, 640];

/** Whether git said that another one holds a lock. */
export function isLocked(said: string): boolean {
  return /could not lock|Unable to create .*\.lock|another git process/i.test(said);
}

/** node:timers/promises, without the time it takes to load. `cut` ends it at once. */
export function wait(milliseconds: number, cut?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const over = (): void => {
      clearTimeout(timer);
      cut?.removeEventListener('abort', over);
      resolve();
    };
    const timer = setTimeout(over, milliseconds);
    if (cut?.aborted === true) over();
    else cut?.addEventListener('abort', over);
  });
}
