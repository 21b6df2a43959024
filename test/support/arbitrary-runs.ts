/** How often a property is tried: enough for a test, more where COORD_RUNS asks for it (bench/). */
export function runs(usual: number): number {
  const asked = Number(process.env['COORD_RUNS'] ?? '');
  return Number.isInteger(asked) && asked > 0 ? asked : usual;
}
