/**
 * What was written is committed before coord ends: from the first file that takes its name until the commit stands, a
 * first signal to stop comes too late, and the answer tells what was done. A second one ends coord at once.
 */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

let isHolding = false;

const ignore = (): void => undefined;

export function holdSignals(): void {
  if (isHolding) return;
  isHolding = true;
  for (const signal of SIGNALS) process.once(signal, ignore);
}

export function releaseSignals(): void {
  isHolding = false;
  for (const signal of SIGNALS) process.off(signal, ignore);
}
