/** @param {readonly number[]} values at least one */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? NaN) : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
}

/** Below which a share of them lies, by the nearest rank. @param {readonly number[]} values at least one @param {number} share */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}

/** How much more from one value to the next, by least squares. @param {readonly number[]} values */
export function slope(values) {
  const middle = (values.length - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const [along, across] = values.reduce(([top, bottom], value, at) => [top + (at - middle) * (value - mean), bottom + (at - middle) ** 2], [0, 0]);
  return along / across;
}

/**
 * Prints a Markdown table that also reads well as it is: words to the left, figures to the right.
 * @param {readonly string[]} head
 * @param {readonly (readonly string[])[]} rows
 */
export function printTable(head, rows) {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const fit = (/** @type {string} */ cell, /** @type {number} */ column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0));
  const rule = widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  for (const cells of [head, rule, ...rows]) console.log(`| ${cells.map(fit).join(' | ')} |`);
}

/**
 * A row for each contender: its times, and its median as a multiple of the floor's, beside what it may be.
 * @param {ReadonlyMap<string, readonly number[]>} times in milliseconds
 * @param {string} floor
 * @param {number | null} budget null where none is set
 */
export function printRatios(times, floor, budget) {
  const unit = median(times.get(floor) ?? []);
  const rows = [...times].map(([name, values]) => {
    const figures = [Math.min(...values), median(values), Math.max(...values)].map((value) => value.toFixed(1));
    const allowed = budget === null ? [] : [name === floor ? '' : budget.toFixed(1)];
    return [name, ...figures, (median(values) / unit).toFixed(2), ...allowed];
  });
  printTable(['', 'min ms', 'median ms', 'max ms', 'ratio', ...(budget === null ? [] : ['budget'])], rows);
}
