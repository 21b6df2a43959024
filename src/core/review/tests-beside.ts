/** Code that a change touches, and whether a test of it changed with it. A test is beside the code that it is named after. */
import { matches } from '../policy/overlap.ts';
import { addsLines } from './change.ts';
import type { ChangedFile } from './change.ts';
import type { Finding } from './finding.ts';

export interface TestPlaces {
  /** Globs; empty: told by names. */
  readonly code: readonly string[];
  readonly tests: readonly string[];
}

/** Rust is left out: its tests stand in the same files. */
const CODE = /\.(?:[cm]?[jt]sx?|py|rb|go|java|kt|kts|scala|swift|php|cs|fs|c|cc|cpp|cxx|m|mm|ex|exs|erl|hs|clj|dart|lua|vue|svelte)$/i;
/** Settings and declarations have nothing to test. */
const NO_CODE = /(?:\.d\.[cm]?ts|\.config\.[cm]?[jt]s|\.stories\.[jt]sx?)$/i;
const TEST_NAME = /(?:[._-](?:tests?|spec)$)|^test_|(?:Tests?|Spec)$/;
const TEST_FOLDER = /^(?:tests?|__tests__|specs?)$/i;

/** `all`: every path there is when the change is made. */
export function testFindings(changed: readonly ChangedFile[], all: readonly string[], places: TestPlaces): { readonly findings: readonly Finding[]; readonly looked: number } {
  const isTest = (path: string): boolean => (places.tests.length > 0 ? places.tests.some((glob) => matches(glob, path)) : isTestByName(path));
  const isCode = (path: string): boolean => (places.code.length > 0 ? places.code.some((glob) => matches(glob, path)) : CODE.test(path) && !NO_CODE.test(path));
  const code = changed.filter((file) => !file.isGone && isCode(file.path) && !isTest(file.path) && addsLines(file));
  if (code.length === 0) return { findings: [], looked: 0 };
  const tests = byStem(all.filter(isTest));
  const touched = new Set(changed.filter(({ isGone, hunks }) => !isGone && hunks.length > 0).map(({ path }) => path));
  return { findings: code.flatMap(({ path }) => findingFor(path, nearestTests(path, tests), touched)), looked: code.length };
}

function findingFor(path: string, tests: readonly string[], touched: ReadonlySet<string>): readonly Finding[] {
  if (tests.some((test) => touched.has(test))) return [];
  const [test] = tests;
  const words =
    test === undefined
      ? ({ severity: 'warning', message: 'This code changed, and no test is named after it.', suggestion: 'Add one that fails without the change.' } as const)
      : ({ severity: 'info', message: `This code changed, its test did not: ${test}`, suggestion: 'See whether the test knows what is new.' } as const);
  return [{ file: path, line: null, category: 'tests', by: 'tests', ...words }];
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
const foldersOf = (path: string): readonly string[] => path.split('/').slice(0, -1).filter((name) => !TEST_FOLDER.test(name));
const withoutEnding = (path: string): string => nameOf(path).replace(/(?<=.)\.[^.]*$/, '');

function isTestByName(path: string): boolean {
  return CODE.test(path) && (TEST_NAME.test(withoutEnding(path)) || path.split('/').slice(0, -1).some((name) => TEST_FOLDER.test(name)));
}

/** `cart` of `cart.ts`, `cart.test.ts`, `cart_test.go`, `test_cart.py` and `CartTest.java` alike. */
function stemOf(path: string): string {
  return withoutEnding(path).replace(/^test_/, '').replace(TEST_NAME, '').toLowerCase();
}

function byStem(tests: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const test of tests) found.set(stemOf(test), [...(found.get(stemOf(test)) ?? []), test]);
  return found;
}

/** Of those of its name, those that share most of the folders above it: every folder may have an index. */
function nearestTests(path: string, tests: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const own = foldersOf(path);
  const named = (tests.get(stemOf(path)) ?? []).map((test) => ({ test, shared: sharedEnd(own, foldersOf(test)) }));
  const most = Math.max(...named.map(({ shared }) => shared));
  return named.filter(({ shared }) => shared === most).map(({ test }) => test);
}

function sharedEnd(one: readonly string[], other: readonly string[]): number {
  let shared = 0;
  while (shared < one.length && shared < other.length && one[one.length - 1 - shared] === other[other.length - 1 - shared]) shared++;
  return shared;
}
