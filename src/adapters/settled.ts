/** Milliseconds: file times are coarse, so what changed this recently may change again without a trace. */
const SETTLED = 2000;

/** `changed` and `readAt` in milliseconds since 1970. */
export function isSettled(changed: number, readAt: number): boolean {
  return changed < readAt - SETTLED;
}
