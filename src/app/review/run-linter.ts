/** Runs one linter on what changed. What keeps it from its work is a finding, never silence. */
import type { ChangedFile } from '../../core/review/change.ts';
import { notMade } from '../../core/review/finding.ts';
import type { Finding } from '../../core/review/finding.ts';
import { commandsFor, filesFor } from '../../core/review/linter.ts';
import type { Linter } from '../../core/review/linter.ts';
import { placeLint } from '../../core/review/place-lint.ts';
import { readLint } from '../../core/review/read-lint.ts';
import type { LintLine } from '../../core/review/read-lint.ts';
import type { Checked } from '../../core/review/review.ts';
import type { ProgramEnd } from '../ports/program-port.ts';
import type { Ports } from '../ports.ts';

/** Characters of what a linter prints. */
const MOST = 16 * 1024 * 1024;

/** `there`: paths of changed files that stand in the work tree as the change has them. */
export async function runLinter({ programs, location }: Pick<Ports, 'programs' | 'location'>, linter: Linter, changed: readonly ChangedFile[], there: readonly string[]): Promise<Checked> {
  const paths = filesFor(linter, there);
  if (paths.length === 0) return { name: linter.name, state: 'idle', findings: [], dropped: 0, known: 0 };
  const said: LintLine[] = [];
  const faults: Finding[] = [];
  for (const command of commandsFor(linter, paths)) {
    const end = await programs.run({ command, env: linter.env, stdin: null, timeoutSeconds: linter.timeoutSeconds, most: MOST });
    const lines = end.ended === 'not-started' ? [] : readLint(end.stdout, end.exitCode !== 0);
    const fault = faultOf(end, lines, linter);
    for (const line of lines) said.push(line);
    if (fault !== null) faults.push(fault);
  }
  const { findings, dropped } = placeLint(said, linter, changed, location.root);
  return { name: linter.name, state: faults.length > 0 ? 'failed' : 'done', findings: [...faults, ...findings], dropped, known: 0 };
}

function faultOf(end: ProgramEnd, lines: readonly LintLine[], { name, timeoutSeconds }: Linter): Finding | null {
  if (end.ended === 'not-started') return notMade(name, `The linter ${name} could not be started: ${end.reason}`, 'Install it, or correct review.linters in coord.yaml.');
  if (end.ended === 'stopped') return notMade(name, `The linter ${name} was stopped after ${timeoutSeconds} s.`, 'Give it fewer files, or more time: timeout in review.linters of coord.yaml.');
  if (end.isCut) return notMade(name, `The linter ${name} printed more than ${MOST / 1024 / 1024} MiB; what it said beyond is not known.`, 'Let it print less.');
  if (end.exitCode === 0 || lines.length > 0) return null;
  const last = (end.stderr || end.stdout).trimEnd().split('\n').at(-1)?.slice(-300) ?? '';
  return notMade(name, `The linter ${name} ended with exit code ${String(end.exitCode)} and named no place in a file${last === '' ? '.' : `: ${last}`}`, 'Let it print SARIF, the JSON of ESLint, or lines such as file:line:column: message.');
}
