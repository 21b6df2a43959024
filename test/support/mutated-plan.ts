/** Plans changed at random: lines lost, doubled, moved, cut, and joined with marks of Markdown. */
import fc from 'fast-check';

const MARKS = ['- [ ] ', '- [x] ', '  - ', '# ', '## Phase 1: ', '### Task 1.1: ', '**A-1**: ', '| a | task | agent |', '| --- | --- | --- |', '```yaml', '```mermaid', 'graph TD', 'A --> B', 'B --> A', '```', '---', '> ', '1. ', '@agent-x do this now', 'tasks:', '  - id: A-1', '\t', '[', '](', '`', '<!--', '\u0000', '\uFEFF', '\uD800', '__proto__: 1', 'constructor'];

type Change = readonly [kind: number, at: number, other: number];

export function mutatedPlan(plans: readonly string[]): fc.Arbitrary<string> {
  const change = fc.tuple(fc.nat(4), fc.nat(), fc.nat());
  return fc.tuple(fc.constantFrom(...plans), fc.array(change, { minLength: 1, maxLength: 12 })).map(([plan, changes]) => changes.reduce(changed, plan.split('\n')).join('\n'));
}

function changed(lines: readonly string[], [kind, at, other]: Change): string[] {
  const place = at % Math.max(1, lines.length);
  const line = lines[place] ?? '';
  const before = lines.slice(0, place);
  const after = lines.slice(place + 1);
  if (kind === 0) return [...before, ...after];
  if (kind === 1) return [...before, line, line, ...after];
  if (kind === 2) return [...before, line.slice(0, other % (line.length + 1)), ...after];
  if (kind === 3) return [...before, (MARKS[other % MARKS.length] ?? '') + line, ...after];
  return [...before, lines[other % Math.max(1, lines.length)] ?? '', line, ...after];
}
