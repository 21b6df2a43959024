/** Each problem of the files in one sentence, with one next step. A new code does not compile until it is described here. */
import type { Problem, ProblemCode, ProblemFacts } from '../../core/problem/problem.ts';
import { asNamed, asPerson } from '../as-words.ts';
import { DESCRIBE_MERGE } from './describe-merge-problem.ts';
import { DESCRIBE_SCOPE } from './describe-scope-problem.ts';
import { say } from '../text/plain.ts';
import { words } from './problem-words.ts';
import type { Describe, Words } from './problem-words.ts';
import { shellWord } from '../text/shell-word.ts';
import { duration } from '../text/time.ts';
import { didYouMean, listed, size, unstopped } from '../text/words.ts';

const STRAYS: Readonly<Record<ProblemFacts['stray-file']['reason'], (detail: string) => Words>> = {
  'not-a-record': (detail) => words(say`This file is no record, so coord does not read it${detail === '' ? '' : say` (${unstopped(detail)})`}.`, 'Move it out of this folder, or give it the ending of a record: .yaml for tasks, .md elsewhere.'),
  'symlink': (detail) => words(say`This is a symbolic link (${detail}), which coord does not follow.`, 'Put the file or folder itself in its place.'),
  'folder': () => words('This is a folder where a file should be.', 'Move its files one level up; coord looks no deeper.'),
  'unreadable': (detail) => words(say`The file could not be read: ${unstopped(detail)}.`, 'Make it readable, then try again: coord validate'),
};

type Dangling = `${ProblemFacts['dangling-supersedes']['field']} ${ProblemFacts['dangling-supersedes']['reason']}`;

const DANGLING: Readonly<Record<Dangling, (target: string, nearest: string | null) => Words>> = {
  'supersedes missing': (target, nearest) => words(say`This decision supersedes ${target}, which does not exist.`, say`${didYouMean(nearest)}Name the file of a decision, without its folder.`),
  'supersedes one-sided': (target) => words(say`This decision supersedes ${target}, but that one does not say so.`, say`Set status: superseded and superseded_by in ${target}.`),
  'superseded_by missing': (target, nearest) => words(say`This decision is superseded by ${target}, which does not exist.`, say`${didYouMean(nearest)}Name the file of a decision, without its folder.`),
  'superseded_by one-sided': (target) => words(say`This decision is superseded by ${target}, but that one does not say so.`, say`Add this file to supersedes in ${target}, or empty superseded_by here.`),
};

const DESCRIBE: { readonly [C in ProblemCode]: Describe<C> } = {
  'yaml-syntax': ({ reason }) => words(say`This is not valid YAML: ${unstopped(reason)}.`, 'Mend the marked place; until then nothing in this file counts.'),
  'front-matter-syntax': ({ reason }) => words(say`The front matter is not valid: ${unstopped(reason)}.`, 'Mend the marked place; front matter is YAML between two lines ---.'),
  'executable-front-matter': ({ opening }) => words(say`The file opens with "${opening}", which asks its reader to run code; nothing was run.`, 'Make the first line --- and write YAML below it.'),
  'too-deep': ({ limit }) => words(say`Values are nested more than ${limit} levels deep, so the file was not read.`, 'Flatten it.'),
  'duplicate-key': ({ key, firstLine }) => words(say`The key "${key}" is given twice; the first is on line ${firstLine}.`, 'Keep one of the two.'),
  'alias-bomb': ({ limit }) => words(say`Aliases make this file grow past ${limit} values, so it was not read.`, 'Write the repeated values out instead of using *aliases.'),
  'file-too-large': ({ bytes, limit }) => words(say`The file has ${size(bytes)}; coord reads at most ${size(limit)}.`, 'Split it into several files.'),
  'not-utf8': ({ byte }) => words(say`Byte ${byte} is not valid UTF-8, so the file was not read.`, 'Save the file with the encoding UTF-8.'),
  'conflict-marker': ({ marker }) => words(say`A merge was left unfinished here (${marker}), so the file was not read.`, 'Keep the lines you want and delete the marker lines, then: coord validate'),
  'stray-file': ({ reason, detail }) => STRAYS[reason](detail),
  'schema-violation': ({ field, expected, got }) => got === null ? words(say`${field} is missing.`, say`Add it; it should be ${expected}.`) : words(say`${field === '' ? 'The file' : field} should be ${expected}, but is ${got}.`, say`Change it to ${expected}.`),
  'unknown-field': ({ field, nearest }) => words(say`coord knows no field "${field}" here.`, say`${didYouMean(nearest)}Rename it, or begin its name with x- to keep it as your own.`),
  'old-name': ({ field, name }) => words(say`${field} is an older name of ${name}.`, 'Rename it: coord validate --fix'),
  'placeholder': ({ fields }) => words(say`${listed(fieldsOnce(fields), 4)} ${fieldsOnce(fields).length === 1 ? 'still holds the placeholder' : 'still hold the placeholders'} of the template.`, 'Fill in what is known, or delete the file.'),
  'unsupported-protocol': ({ found, supported }) => words(say`These files follow protocol ${found}; this coord knows protocol ${supported}.`, 'Install a newer coord: npm i -g git-coord@latest'),
  'invalid-id': ({ id, reason }) => words(say`"${id}" cannot be the id of a task: ${unstopped(reason)}.`, 'Use up to 64 letters, digits, - and _, such as API-001.'),
  'invalid-agent-id': ({ id, reason }) => words(say`"${id}" cannot be the id of an agent: ${unstopped(reason)}.`, 'Use letters, digits, - and _, such as backend; what people call it goes into name.'),
  'invalid-date': ({ field, value }) => words(say`${field} is "${value}", which is no date.`, 'Write it like 2025-08-12 or 2025-08-12T16:00Z.'),
  'path-escape': ({ field, path }) => words(say`${field} names "${path}", which leads out of the repository.`, 'Give a path from the root of the repository, without a leading / and without ..'),
  'prompt-syntax': ({ reason }) => words(say`This prompt cannot be filled in: ${unstopped(reason)}.`, 'Mend the marked line; what a prompt may name is in docs/agents.md'),
  'unsupported-schema': ({ field, reason }) => words(say`${field} ${unstopped(reason)}.`, 'Write it with the part of JSON Schema that docs/agents.md names.'),
  'duplicate-id': ({ id, first }) => words(say`The id ${id} is taken already, in ${first.file}.`, 'Give this task another id; upper and lower case count as the same.'),
  'missing-dependency': ({ id, dependency, nearest }) => words(say`${id} waits for ${dependency}, which no file defines.`, say`${didYouMean(nearest)}${nearest === null ? 'Add' : 'Else add'} it: coord task add "..." --id ${dependency}`),
  'self-dependency': ({ id }) => words(say`${id} waits for itself, so it can never start.`, say`Remove ${id} from its own dependencies.`),
  'dependency-cycle': ({ hops }) => words(say`These tasks wait for each other in a circle: ${hops.join(' -> ')}.`, 'Remove one of these dependencies, so that one of the tasks can start.'),
  'unknown-agent': ({ name, field, nearest }) => words(say`${field} names "${name}", who is not in the team.`, say`${didYouMean(nearest)}${nearest === null ? 'Add' : 'Else add'} a member to team in coord.yaml.`),
  'unknown-verifier': ({ name, nearest }) => words(say`coord.yaml defines no verifier "${name}".`, say`${didYouMean(nearest)}${nearest === null ? 'Add' : 'Else add'} it to verifiers in coord.yaml.`),
  'unknown-runtime': ({ name, nearest }) => words(say`coord.yaml defines no runtime "${name}".`, say`${didYouMean(nearest)}${nearest === null ? 'Add' : 'Else add'} it to runtimes in coord.yaml.`),
  'unknown-channel': ({ name, nearest }) => words(say`coord.yaml defines no channel "${name}".`, say`${didYouMean(nearest)}${nearest === null ? 'Add' : 'Else add'} it to channels in coord.yaml.`),
  'unknown-phase': ({ name, nearest }) => words(say`coord.yaml defines no phase "${name}".`, say`${didYouMean(nearest)}${nearest === null ? 'Add' : 'Else add'} it to phases in coord.yaml.`),
  'unknown-task': ({ id, field, nearest }) => words(say`${field} names ${id}, but there is no such task.`, say`${didYouMean(nearest)}All tasks there are: coord list`),
  'done-before-dependency': ({ id, dependency, status }) => words(say`${id} is done, but waits for ${dependency}, which is ${status}.`, say`Finish ${dependency} first, remove the dependency, or reopen it: coord task set ${id} status=todo`),
  'approval-missing': ({ id, approvers, by, approved }) =>
    words(say`${id} is done, but ${by === null ? 'nobody has approved it' : approved ? `${by} is not one of those who may approve it` : `${by} did not approve it`}.`, say`It is for ${listed(approvers, 4, 'or')}: coord approve ${id}${asPerson(approvers)}    Or reopen it: coord task set ${id} status=todo`),
  'open-blocker-on-done': ({ id, needed, blocker }) =>
    words(say`${id} is done, but this blocker on it is open: "${needed}".`, say`If it is over: coord unblock ${shellWord(blocker)}    Else reopen the task: coord task set ${id} status=todo`),
  'deadline-before-dependency': ({ id, deadline, dependency, dependencyDeadline }) =>
    words(say`${id} is due ${deadline}, before ${dependency}, which it waits for (due ${dependencyDeadline}).`, say`Move one of the two deadlines: coord task set ${id} deadline=...`),
  'agent-contradicts': ({ agent, field, here, config }) => words(say`For ${agent}, ${field} is "${here}" here, but "${config}" in coord.yaml.`, 'Make the two agree, or keep the field in one of the files only.'),
  'page-contradicts': ({ agent, field, page, records }) =>
    field === 'agent'
      ? words(say`The page has a section for "${agent}", who is not in the team.`, 'Correct the name, or add a member to team in coord.yaml.')
      : words(say`The page gives "${page}" as ${field} of ${agent}; the records say "${records}".`, 'Correct the page: the records are what counts.'),
  'unknown-decision': ({ decision, nearest }) => words(say`This feedback is about ${decision}, but there is no such decision.`, say`${didYouMean(nearest)}Name the file of a decision, without its folder.`),
  'dangling-supersedes': ({ target, field, nearest, reason }) => DANGLING[`${field} ${reason}`](target, nearest),
  'artifact-missing': ({ path, task }) => words(say`The artifact "${path}"${task === null ? '' : say` of ${task}`} does not exist.`, 'Commit the file, or correct the path.'),
  'commit-unknown': ({ commit }) => words(say`The commit ${commit} is not in this repository.`, 'Fetch the branch it is on (git fetch), or correct it.'),
  'handoff-stale': ({ task, changed }) => words(say`Since this handoff${task === null ? '' : say` of ${task}`}, ${listed(changed, 3)} changed.`, 'Look at what changed before you build on it: git log'),
  'feedback-overdue': ({ decision, due }) => words(say`"${decision}" is still proposed; feedback was due by ${due}.`, 'The decision maker may now decide without it: coord decide accept, or reject.'),
  'blocker-overdue': ({ task, blocker, waitsOn, severity, since, respondMinutes }) =>
    words(say`The ${severity} blocker on ${task} is open since ${since}; an answer was due within ${duration(respondMinutes * 60_000)}.`, say`Say that you are on it: coord unblock ${shellWord(blocker)} --ack${asNamed(waitsOn)}    When it is over: coord unblock ${shellWord(blocker)}`),
  ...DESCRIBE_MERGE,
  ...DESCRIBE_SCOPE,
};

export function describeProblem(problem: Problem): Words {
  // The table is indexed by the very code whose facts are passed, which the compiler cannot follow through a union.
  const describe = DESCRIBE[problem.code] as Describe<ProblemCode>;
  return describe(problem.facts);
}

/** A list's placeholders count once: `next_steps`, not `next_steps.0`. */
function fieldsOnce(fields: readonly string[]): readonly string[] {
  return [...new Set(fields.map((field) => field.replace(/\.\d.*$/, '')))];
}
