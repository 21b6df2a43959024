/** Every exit code, with and without --json: the envelope is on stdout and fits its schema, whatever happened. */
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { VERBS } from '../../src/cli/verbs.ts';
import { runBinary } from '../support/coord-binary.ts';
import { compilerOf, differences, validatorOf } from '../support/read-schemas.ts';
import { makeFolder } from '../support/repository.ts';
import type { Story } from '../support/story.ts';
import { teamStory } from '../support/story.ts';

const ajv = compilerOf('.', 'answers');

interface Envelope {
  readonly data: unknown;
  readonly problems: readonly { readonly code: string; readonly next: string }[];
}

const channels = (app: Story): void => app.write('deployment/coord.yaml', `${app.read('deployment/coord.yaml')}\nchannels:\n  screen: { kind: terminal }\n  people: { where: "#people" }\n  half: { kind: webhook }\n  hook: { kind: slack, url_env: NOT_SET_ANYWHERE }\n`);

/** Exit code, line, code of the refusal; what to do before. */
type Case = readonly [exit: number, line: string, code: string | null, before?: (app: Story) => unknown];

const claimed = (app: Story): unknown => app.coord('claim FIX-001 --as frontend');
const blocked = (app: Story): unknown => app.coord('block DOC-001 An answer --on human:alice --as testing');
const proposed = (app: Story): unknown => app.coord('decide propose Bars --as frontend');
const broken = (app: Story): void => app.write('deployment/tasks/OLD-001.yaml', 'id: OLD-001\ntask: [\n');

const CASES: readonly Case[] = [
  [0, 'next', null],
  [0, 'next --agent testing', null, (app) => app.coord('claim DOC-001 --as testing')],
  [0, 'status', null, broken],
  [0, 'here', null, claimed],
  [0, 'show UI-004', null],
  [0, 'list --status done', null],
  [0, 'graph --critical', null],
  [0, 'agents', null],
  [0, 'doctor', null],
  [0, 'as backend', null],
  [0, 'prime --as frontend', null],
  [0, 'claim FIX-001 --as frontend', null],
  [0, 'release', null, claimed],
  [0, 'progress 60', null, claimed],
  [0, 'done', null, claimed],
  [0, 'task add Mend', null],
  [0, 'task set DOC-001 priority=high', null],
  [0, 'task split DOC-001 One Two', null],
  [0, 'block DOC-001 An answer --on human:alice --as testing', null],
  [0, 'unblock DOC-001 --as testing', null, blocked],
  [0, 'status --blockers', null, blocked],
  [0, 'decide propose Bars --scope web/** --as frontend', null],
  [0, 'decide comment bars Good --as testing', null, proposed],
  [0, 'decide accept bars --as frontend', null, proposed],
  [0, 'decide reject bars --as frontend', null, proposed],
  [0, 'decide list', null, proposed],
  [0, 'approve DOC-001 --as human:alice', null, blocked],
  [0, 'approve DOC-001 --no --as human:alice', null, blocked],
  [0, 'board', null],
  [0, 'notify', null],
  [0, 'notify screen Ready at last', null, (app) => channels(app)],
  [0, 'validate', null],
  [0, 'validate --staged', null],
  [0, 'help claim', null],
  [0, 'init', null],
  [1, 'validate', 'yaml-syntax', broken],
  [1, 'show FIX-002', 'no-such-task'],
  [1, 'show nowhere', 'no-such-path'],
  [1, 'help nothing', 'no-such-code'],
  [1, 'claim UI-004 --as frontend', 'not-ready'],
  [1, 'claim FIX-001 --as backend', 'wrong-agent'],
  [1, 'claim FIX-01 --as backend', 'no-such-task'],
  [1, 'done', 'no-branch', (app) => { app.git('checkout', '-q', '--detach'); claimed(app); }],
  [1, 'done', 'uncommitted-work', (app) => { claimed(app); app.write('web/index.html', ''); }],
  [1, 'task add Mend --id fix-001', 'id-taken'],
  [1, 'task set UI-004 dependencies+=UI-004', 'would-break'],
  [1, 'block DOC-002 An answer --on backend --as testing', 'no-such-task'],
  [1, 'unblock DOC-001 --as testing', 'no-such-blocker'],
  [1, 'notify people Hello', 'channel-for-people', (app) => channels(app)],
  [1, 'notify half Hello', 'channel-unfinished', (app) => channels(app)],
  [1, 'done', 'blocker-open', (app) => { claimed(app); app.coord('block FIX-001 An answer --on backend'); }],
  [1, 'decide accept bars --as testing', 'not-the-decision-maker', proposed],
  [1, 'decide accept nothing --as testing', 'no-such-decision'],
  [1, 'decide comment bars Late --as testing', 'not-proposed', (app) => { proposed(app); app.coord('decide reject bars --as frontend'); }],
  [1, 'decide propose Lines --supersedes bars', 'not-accepted', proposed],
  [2, 'decide accept ars --as frontend', 'which-decision', (app) => { proposed(app); proposed(app); }],
  [2, 'decide propose Lines --area nowhere', 'no-such-area'],
  [2, 'decide accept bars', 'who-are-you', proposed],
  [1, 'approve DOC-001 --as testing', 'not-the-approver', blocked],
  [1, 'approve FIX-001 --as testing', 'nothing-to-approve'],
  [1, 'done', 'not-approved', (app) => { app.coord('task set FIX-001 approvers=testing'); claimed(app); }],
  [2, 'approve DOC-001', 'who-are-you', blocked],
  [2, 'block DOC-001 An answer', 'usage'],
  [2, 'block DOC-001 An answer --on nobody --as testing', 'waits-on-whom'],
  [2, 'unblock DOC-001 --as testing', 'which-blocker', (app) => { blocked(app); blocked(app); }],
  [2, 'notify scren Hello', 'no-such-channel', (app) => channels(app)],
  [2, 'nxet', 'unknown-verb'],
  [2, 'next --conut 3', 'usage'],
  [2, 'show', 'usage'],
  [2, 'next --count many', 'bad-value'],
  [2, 'next --now yesterday', 'bad-now'],
  [2, 'claim FIX-001', 'who-are-you'],
  [2, 'block DOC-001 An answer --on backend', 'who-are-you'],
  [2, 'unblock DOC-001', 'who-are-you', blocked],
  [2, 'claim FIX-001 --as nobody', 'no-such-agent'],
  [4, 'notify hook Hello', 'notice-failed', (app) => channels(app)],
  [3, 'claim FIX-001 --as frontend', 'held-by-another', (app) => { app.git('worktree', 'add', '-q', '../other'); app.in('../other').coord('claim FIX-001 --as frontend'); }],
  [3, 'release FIX-001', 'not-the-holder'],
  [3, 'done', 'holds-nothing'],
];

it.each(CASES.map(([exit, line, code, before]) => ({ exit, line, code, before })))('$exit: coord $line', ({ exit, line, code, before }) => {
  const prepared = (): Story => {
    const app = teamStory();
    before?.(app);
    return app;
  };
  // What was refused has changed nothing, so it can be asked again.
  const app = prepared();
  const words = app.coord(line);
  const json = (exit === 0 ? prepared() : app).coord(`${line} --json`);
  expect(json.exit).toBe(exit);
  const envelope = fitting(line, json.stdout);
  if (code !== null) expect(envelope.problems).toContainEqual(expect.objectContaining({ code }));
  for (const { next } of envelope.problems) expect(next).not.toBe('');

  expect(words.exit).toBe(exit);
  expect(words[exit === 0 || code === 'yaml-syntax' ? 'stdout' : 'stderr']).not.toBe('');
});

it.each(['next', 'claim A --as b', 'done'])('4: coord %s outside of a repository', (line) => {
  const { exit, stdout } = runBinary(makeFolder(), [...line.split(' '), '--json']);
  expect(exit).toBe(4);
  expect(fitting(line, stdout)).toMatchObject({ data: null, problems: [{ code: 'no-repository' }] });
});

it('4: git is not there', () => {
  const { exit, stdout } = teamStory().coord('next --json', { env: { PATH: join(makeFolder(), 'empty') } });
  expect(exit).toBe(4);
  expect(fitting('next', stdout)).toMatchObject({ data: null, problems: [{ code: 'git-missing' }] });
});

it('suggests the nearest of what does not exist', () => {
  const app = teamStory();
  expect(app.coord('show FIX-002').stderr).toBe('There is no task FIX-002.\nDid you mean FIX-001? All tasks: coord list\n');
  expect(app.coord('claim INFRA-01 --as backend').stderr).toContain('Did you mean INFRA-001?');
  expect(app.coord('claim FIX-001 --as fronted').stderr).toContain('Did you mean "frontend"?');
  expect(app.coord('stauts').stderr).toContain('Did you mean: coord status');
});

/** Its envelope and its data fit the schemas. */
function fitting(line: string, stdout: string): Envelope {
  expect(stdout).toMatch(/^\{.*\}\n$/);
  const envelope = JSON.parse(stdout) as Envelope;
  expect(differences(validatorOf(ajv, 'answers/envelope.schema.json'), envelope)).toEqual([]);
  const words = line.split(' ');
  const isGroup = VERBS.some(({ name }) => name.startsWith(`${words[0] ?? ''} `));
  const verb = isGroup ? words.slice(0, 2).join('-') : words[0];
  if (envelope.data !== null) expect(differences(validatorOf(ajv, `answers/${verb ?? ''}.schema.json`), envelope.data)).toEqual([]);
  return envelope;
}
