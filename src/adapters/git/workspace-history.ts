/** What changed the workspace, commit by commit, by one git call. */
import type { Location } from '../../app/ports.ts';
import type { WorkspaceCommit } from '../../core/workspace-commit.ts';
import { readHead } from './history.ts';
import { gitFailed, runGit } from './run-git.ts';

const UNIT = '\u001F';
/** Begins each commit's own field, so that no name of a file is taken for one. */
const RECORD = '\u001E';
const FORMAT = `${RECORD}%H${UNIT}%at${UNIT}%(trailers:key=Coord-Task,valueonly,unfold)${UNIT}%(trailers:key=Coord-Agent,valueonly,unfold)${UNIT}%s`;
/** Whatever the user's settings say: first commits are shown, merges not, renames are a removal and an addition, signatures are not checked. */
const ARGS = ['-c', 'log.showRoot=true', '-c', 'log.showSignature=false', '-c', 'log.mailmap=false', 'log', '-z', `--format=${FORMAT}`, '--name-only', '--no-renames', '--no-merges', '--no-color', '--no-ext-diff', '--encoding=UTF-8'];

export async function workspaceHistory(location: Location, folder: string, most?: number): Promise<readonly WorkspaceCommit[]> {
  const { code, stdout, stderr } = await runGit(location, [...ARGS, ...(most === undefined ? [] : [`--max-count=${most}`]), '--end-of-options', 'HEAD', '--', folder]);
  if (code === 0) return commitsOf(stdout.toString('utf8'));
  const { commit } = await readHead(location);
  if (commit === null) return [];
  throw gitFailed(['log'], stderr);
}

function commitsOf(output: string): WorkspaceCommit[] {
  const commits: (WorkspaceCommit & { files: string[] })[] = [];
  for (const field of output.split('\0')) {
    if (field.startsWith(RECORD)) commits.push(commitOf(field.slice(RECORD.length)));
    else if (field !== '') commits.at(-1)?.files.push(field.replace(/^\n/, ''));
  }
  return commits;
}

function commitOf(field: string): WorkspaceCommit & { files: string[] } {
  const [commit = '', seconds = '', tasks = '', agents = '', subject = ''] = field.split(UNIT);
  return { commit, at: Number(seconds) * 1000, subject, tasks: valuesOf(tasks), agents: valuesOf(agents), files: [] };
}

const valuesOf = (trailers: string): string[] => trailers.split('\n').map((value) => value.trim()).filter((value) => value !== '');
