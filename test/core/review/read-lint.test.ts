import { describe, expect, test } from 'vitest';
import { readLint } from '../../../src/core/review/read-lint.ts';

const sarif = (more: object): string => JSON.stringify({ version: '2.1.0', runs: [{ tool: { driver: { rules: [{ id: 'r2', defaultConfiguration: { level: 'error' } }] } }, results: [{ message: { text: 'Bad' }, locations: [{ physicalLocation: { artifactLocation: { uri: 'src/a%20b.ts' }, region: { startLine: 3 } } }], ...more }] }] });
const eslint = JSON.stringify([{ filePath: '/repo/a.ts', messages: [{ ruleId: 'no-console', severity: 1, message: 'No console.', line: 2 }, { ruleId: null, severity: 2, fatal: true, message: 'Parsing error', line: 0 }] }, { filePath: 'b.ts', messages: [] }]);

describe('what a linter prints', () => {
  test.each<readonly [what: string, output: string, failed: boolean, said: readonly unknown[]]>([
    ['SARIF', sarif({ ruleId: 'r1', level: 'note' }), true, [{ file: 'src/a b.ts', line: 3, severity: 'info', message: 'Bad (r1)' }]],
    ['SARIF with the level of a rule', sarif({ ruleId: 'r2' }), true, [{ file: 'src/a b.ts', line: 3, severity: 'error', message: 'Bad (r2)' }]],
    ['SARIF with an address', sarif({ locations: [{ physicalLocation: { artifactLocation: { uri: 'file:///repo/%zz.ts' } } }] }), true, [{ file: 'file:///repo/%zz.ts', line: null, severity: 'warning', message: 'Bad' }]],
    ['JSON of ESLint', eslint, true, [{ file: '/repo/a.ts', line: 2, severity: 'warning', message: 'No console. (no-console)' }, { file: '/repo/a.ts', line: null, severity: 'error', message: 'Parsing error' }]],
    ['JSON behind other lines', `> lint\n\n${eslint}`, true, [expect.objectContaining({ line: 2 }), expect.objectContaining({ line: null })]],
    ['lines', 'a.go:3:5: Bad thing (check)\n  b.go:4: warning: Worse\n', true, [{ file: 'a.go', line: 3, severity: 'error', message: 'Bad thing (check)' }, { file: 'b.go', line: 4, severity: 'warning', message: 'Worse' }]],
    ['lines of a linter that is content', 'a.go:3:5: Bad', false, [{ file: 'a.go', line: 3, severity: 'warning', message: 'Bad' }]],
    ['lines with brackets', 'src/a.ts(3,5): error TS2322: No.', true, [{ file: 'src/a.ts', line: 3, severity: 'error', message: 'TS2322: No.' }]],
    ['colours', '\u001B[1ma b.sh\u001B[0m:9:1: \u001B[31mnote: Quote this\u001B[0m', true, [{ file: 'a b.sh', line: 9, severity: 'info', message: 'Quote this' }]],
    ['talk', 'Linting 3 files\nDone in 1:20\n{"a": 1}\n[]\n', true, []],
    ['nothing', '', true, []],
    ['JSON of another form', '{"runs": [{"results": [null, 3, {}]}]}', true, [{ file: '', line: null, severity: 'warning', message: '' }]],
  ])('%s', (_, output, failed, said) => {
    expect(readLint(output, failed)).toEqual(said);
  });

  test('a line that never ends is none', () => {
    expect(readLint(`a.ts:1:1: ${'x'.repeat(1_000_000)}`, true)).toEqual([]);
    expect(readLint(':1'.repeat(1900), true)).toEqual([]);
  });
});
