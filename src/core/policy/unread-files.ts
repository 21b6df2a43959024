/** Files of which not everything could be read. */
import type { Problem, ProblemCode } from '../problem/problem.ts';

/** With one of these in a file, records that it holds may be missing. */
const UNREAD: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'yaml-syntax',
  'front-matter-syntax',
  'executable-front-matter',
  'too-deep',
  'duplicate-key',
  'alias-bomb',
  'file-too-large',
  'not-utf8',
  'conflict-marker',
  'stray-file',
  'schema-violation',
  'placeholder',
  'unsupported-protocol',
  'invalid-id',
  'invalid-agent-id',
]);

/** Each named as often as something is wrong in it. */
export function unreadFiles(problems: readonly Problem[]): readonly string[] {
  return problems.filter(({ code }) => UNREAD.has(code)).map(({ place }) => place.file);
}
