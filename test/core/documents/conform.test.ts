import { expect, it } from 'vitest';
import { readFile } from '../../../src/core/documents/read-file.ts';
import { describeProblem } from '../../../src/present/checks/describe-problem.ts';

const said = (file: string, text: string) => readFile(file, text, 'deployment').problems.map((found) => describeProblem(found)).map(({ sentence, next }) => `${sentence} ${next}`);

it.each([
  ['one of several words', 'decisions/2025-08-10-cache.md', '---\ntitle: Cache\n---\n', 'status is missing. Add it; it should be one of proposed, accepted, rejected, superseded.'],
  ['a text', 'tasks/A-1.yaml', 'id: A-1\n', 'task is missing. Add it; it should be text.'],
  ['a list of a record within', 'coord.yaml', 'verifiers: { unit: { about: tests } }\n', 'verifiers.unit.run is missing. Add it; it should be a list.'],
  ['a text in some form', 'coord.yaml', 'sync_points: [{ about: Plan }]\n', 'sync_points.0.when is missing. Add it; it should be a form such as "daily 09:00" or "weekly mon 10:00" or "on blocker".'],
])('says what is missing, and of what form it should be: %s', (_form, file, text, words) => {
  expect(said(`deployment/${file}`, text)).toEqual([words]);
});

it('tells a field that is empty from one that is missing', () => {
  expect(said('deployment/tasks/A-1.yaml', 'id: A-1\ntask:\n')).toEqual(['task should be text, but is nothing. Change it to text.']);
});
