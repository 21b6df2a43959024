/** What linters print: SARIF, the JSON of ESLint, or lines `file:line:column: message`. Which it is shows in the text itself. */
import { jsonOf } from '../dispatch/runtimes/json-lines.ts';
import { isRecord } from '../documents/with-value.ts';
import type { FindingSeverity } from './finding.ts';

/** `file` as the linter names it: relative, absolute or an address. */
export interface LintLine {
  readonly file: string;
  readonly line: number | null;
  readonly severity: FindingSeverity;
  readonly message: string;
}

/** `failed`: it ended with another exit code than 0; then a line without a severity of its own is an error. */
export function readLint(output: string, failed: boolean): readonly LintLine[] {
  const start = /^\s*[[{]/m.exec(output)?.index ?? -1;
  const json = start === -1 ? undefined : (jsonOf(output) ?? jsonOf(output.slice(start)));
  if (isRecord(json) && Array.isArray(json['runs'])) return json['runs'].flatMap(readSarifRun);
  if (Array.isArray(json)) return json.flatMap(readEslintFile);
  return output.split(/\r?\n/).flatMap((line) => readLine(line, failed));
}

const list = (value: unknown): readonly Record<string, unknown>[] => (Array.isArray(value) ? value.filter(isRecord) : []);
const object = (value: unknown): Record<string, unknown> => (isRecord(value) ? value : {});
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const lineNumber = (value: unknown): number | null => (typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : null);
const withRule = (message: string, rule: unknown): string => (text(rule) === '' ? message : `${message} (${text(rule)})`);

const SARIF_LEVELS: Readonly<Record<string, FindingSeverity>> = { error: 'error', warning: 'warning', note: 'info', none: 'info' };

function readSarifRun(run: unknown): readonly LintLine[] {
  const rules = list(object(object(object(run)['tool'])['driver'])['rules']);
  const levels = new Map(rules.map((rule) => [text(rule['id']), text(object(rule['defaultConfiguration'])['level'])]));
  return list(object(run)['results']).map((result) => {
    const place = object(object(list(result['locations'])[0])['physicalLocation']);
    const level = text(result['level']) || levels.get(text(result['ruleId'])) || 'warning';
    return {
      file: pathOf(text(object(place['artifactLocation'])['uri'])),
      line: lineNumber(object(place['region'])['startLine']),
      severity: SARIF_LEVELS[level] ?? 'warning',
      message: withRule(text(object(result['message'])['text']), result['ruleId']),
    };
  });
}

/** What is no address of a file stays as it is. */
function pathOf(uri: string): string {
  try {
    return decodeURIComponent(uri.replace(/^file:\/\/[^/]*/, ''));
  } catch {
    return uri;
  }
}

function readEslintFile(file: unknown): readonly LintLine[] {
  const path = text(object(file)['filePath']);
  return list(object(file)['messages']).map((one) => ({ file: path, line: lineNumber(one['line']), severity: one['severity'] === 1 ? 'warning' : 'error', message: withRule(text(one['message']), one['ruleId']) }));
}

/** Beyond that it is no line that a person is meant to read. */
const LONGEST = 4000;
const COLOUR = /\u001B\[[0-9;]*m/g;
/** `a.ts:3:5: message`, `a.ts:3: message`; and `a.ts(3,5): message`. */
const PLACED = [/^\s*([^\s:][^:]*):(\d{1,9})(?::\d{1,9})?:\s+(\S.*)$/, /^\s*([^\s:(][^:(]*)\((\d{1,9})(?:,\d{1,9})?\):\s+(\S.*)$/] as const;
const SEVERITY = /^\[?(fatal error|error|warning|warn|note|info|hint|style)\b\]?:?\s*/i;

function readLine(written: string, failed: boolean): readonly LintLine[] {
  const plain = written.length > LONGEST ? '' : written.replace(COLOUR, '');
  const [, file = '', line, said = ''] = PLACED[0].exec(plain) ?? PLACED[1].exec(plain) ?? [];
  if (line === undefined) return [];
  const severity = SEVERITY.exec(said);
  return [{ file, line: lineNumber(Number(line)), severity: severity === null ? (failed ? 'error' : 'warning') : severityOf(severity[1] ?? ''), message: severity === null ? said : said.slice(severity[0].length) || said }];
}

function severityOf(word: string): FindingSeverity {
  if (/error/i.test(word)) return 'error';
  return /warn/i.test(word) ? 'warning' : 'info';
}
