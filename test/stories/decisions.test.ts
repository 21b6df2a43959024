/** A decision from its proposal to its end, and what its branches come to when they are merged. */
import { expect, it } from 'vitest';
import { COORD_YAML } from '../support/team-repository.ts';
import { teamStory } from '../support/story.ts';
import type { Story } from '../support/story.ts';

const OWNERSHIP = `ownership:
  api: { owner: backend, reviewers: [frontend, testing], paths: [api/**], feedback: 2 hours }
`;
const at = (time: string) => ({ env: { COORD_NOW: `2025-08-12T${time}:00Z` } });

function team(): Story {
  return teamStory({ 'deployment/coord.yaml': COORD_YAML + OWNERSHIP });
}

function proposed(app: Story, title: string, ...more: readonly string[]): string {
  app.coord(['decide', 'propose', title, '--as', 'frontend', ...more]);
  return app.git('show', '--name-only', '--format=', 'HEAD').trim();
}

const fits = (app: Story): void => expect(app.coord('validate --strict').stdout).toMatch(/^0 problems/);
const changed = (app: Story): string[] => app.git('show', '--name-only', '--format=', 'HEAD').split('\n');

it('is proposed by one, discussed by those its area names, and decided by one alone', () => {
  const app = team();
  const proposal = app.coord(['decide', 'propose', 'Speak JSON', '--scope', 'api/**', '--why', 'Everybody reads it.', '--as', 'frontend']);
  expect(proposal.stdout).toMatch(/^Proposed: 2025-08-12-speak-json-[0-9a-f]{4} · waits for testing until 2025-08-12T14:00:00Z · committed [0-9a-f]{7}\n$/);
  const [file = ''] = changed(app);
  const name = file.replace(/.*\/|\.md$/g, '');
  expect(app.data('show api/orders.ts')).toMatchObject({ decisions: [{ title: 'Speak JSON', status: 'proposed', owner: 'frontend', reviewers: ['testing'], decision_maker: 'backend' }] });

  expect(app.coord('decide accept json --as testing')).toMatchObject({ exit: 1, stderr: `${name} is for backend to decide, and you are testing.\nSay what you think of it: coord decide comment ${name} "..." --as testing\n` });
  expect(app.coord('decide accept json --as backend')).toMatchObject({ exit: 1, stderr: expect.stringMatching(/^testing has until 2025-08-12T14:00:00Z to say something/) as unknown });
  expect(app.git('status', '--porcelain')).toBe('');

  expect(app.coord(['decide', 'comment', 'json', 'Numbers: as text, please.', '--as', 'testing'], at('12:30')).stdout).toContain(' · backend decides · ');
  expect(app.coord(`show ${name}`).stdout).toBe(`\
Speak JSON
proposed · area api · proposed by frontend · backend decides
binds: api/**
why
  Everybody reads it.
feedback
  testing, 2025-08-12T12:30:00Z:
    Numbers: as text, please.
${file}
`);
  expect(app.coord(['decide', 'accept', 'json', '--as', 'Backend Agent', '--note', 'Numbers as text'], at('13:00'))).toMatchObject({ exit: 0, stderr: '' });
  expect(app.git('log', '-1', '--format=%B').trim()).toBe('Accept: Speak JSON\n\nNumbers as text\n\nCoord-Agent: backend');
  expect(app.data(`show ${name}`)).toMatchObject({ standing: { decision: { status: 'accepted', decided: '2025-08-12T13:00:00Z', decided_by: 'backend', outcome: 'Numbers as text' } } });
  expect(app.coord('decide comment json Late --as testing')).toMatchObject({ exit: 1, stderr: expect.stringContaining(`--supersedes ${name}`) as unknown });
  fits(app);
});

it('may be decided when the time for feedback is over, or early, and says who was not heard', () => {
  const app = team();
  proposed(app, 'Speak JSON', '--area', 'api');
  proposed(app, 'Speak XML', '--area', 'api');
  expect(app.coord('decide accept json --as backend', at('14:01'))).toMatchObject({ exit: 0, stderr: 'testing had not said anything on it.\n' });
  expect(app.coord('decide accept xml --early --as backend')).toMatchObject({ exit: 0, stderr: 'testing had not said anything on it.\n' });
});

it('replaces another one: both files say so, in one commit', () => {
  const app = team();
  const older = proposed(app, 'Speak JSON', '--area', 'api');
  app.coord('decide accept json --early --as backend');
  const newer = proposed(app, 'Speak CBOR', '--area', 'api', '--supersedes', 'json');
  expect(app.coord('decide accept cbor --early --as backend').stdout).toMatch(/ is accepted, in place of 2025-08-12-speak-json-[0-9a-f]{4} · /);
  expect(changed(app).sort()).toEqual([newer, older].sort());
  expect(app.read(older)).toContain(`status: superseded\n`);
  expect(app.read(older)).toContain(`superseded_by: "${newer.replace(/.*\//, '')}"\n`);
  fits(app);

  const third = proposed(app, 'Speak protobuf', '--area', 'api');
  expect(app.coord('decide supersede cbor protobuf --as backend')).toMatchObject({ exit: 1, stderr: expect.stringContaining('is proposed; only what is accepted') as unknown });
  app.coord('decide accept protobuf --early --as backend');
  expect(app.coord('decide supersede cbor protobuf --as frontend').exit).toBe(1);
  expect(app.coord('decide supersede cbor protobuf --as backend').exit).toBe(0);
  expect(changed(app).sort()).toEqual([newer, third].sort());
  expect(app.coord('decide supersede json protobuf --as backend').exit).toBe(1);
  expect(app.coord('decide supersede protobuf protobuf --as backend').exit).toBe(2);
  expect(app.coord('decide list').stdout).toMatch(/^accepted\n {2}Speak protobuf .*\nand 2 rejected or superseded ones: coord decide list --all\n$/);
  fits(app);
});

it('goes on where it was stopped between the two files', () => {
  const app = team();
  const older = proposed(app, 'Speak JSON', '--area', 'api');
  app.coord('decide accept json --early --as backend');
  const newer = proposed(app, 'Speak CBOR', '--area', 'api', '--supersedes', 'json');
  app.write(older, app.read(older).replace('status: accepted', 'status: superseded').replace('superseded_by:', `superseded_by: ${newer.replace(/.*\//, '')}`));
  fits(app);
  expect(app.coord('decide accept cbor --early --as backend').exit).toBe(0);
  expect(app.read(newer)).toContain('status: accepted\n');
  fits(app);
});

it('merges without a conflict, whoever comments on whichever branch while it is decided on another', () => {
  const app = team();
  const file = proposed(app, 'Speak JSON', '--area', 'api');
  const commenters = ['testing', 'testing', 'frontend', 'human:alice', 'human:bob'];
  commenters.forEach((name, index) => {
    app.git('checkout', '-q', '-b', `side-${index}`, 'main');
    expect(app.coord(`decide comment json On branch ${index} --as ${name}`).exit).toBe(0);
  });
  app.git('checkout', '-q', 'main');
  expect(app.coord('decide accept json --early --as backend').exit).toBe(0);
  commenters.forEach((_, index) => app.git('merge', '-q', '--no-edit', `side-${index}`));
  fits(app);
  const { standing } = app.data(`show ${file}`) as { standing: { decision: { status: string }; feedback: { by: string; text: string }[] } };
  expect(standing.decision.status).toBe('accepted');
  expect(standing.feedback.map(({ by, text }) => `${text} ${by}`).sort()).toEqual(commenters.map((name, index) => `On branch ${index} ${name}`));
});

it('decided in two ways on two branches is a true conflict, on these lines alone', () => {
  const app = team();
  const file = proposed(app, 'Speak JSON', '--area', 'api');
  app.git('checkout', '-q', '-b', 'side');
  app.coord('decide reject json --as backend');
  app.git('checkout', '-q', 'main');
  app.coord('decide accept json --early --as backend');
  expect(() => app.git('merge', '-q', '--no-edit', 'side')).toThrow();
  expect(app.coord('validate')).toMatchObject({ exit: 1, stdout: expect.stringContaining(`${file}:`) as unknown });
  expect(app.coord('decide accept json --as backend')).toMatchObject({ exit: 1, stderr: expect.stringContaining(`cannot be read: ${file} is broken`) as unknown });
});

it('where nobody owns anything, whoever proposed it decides', () => {
  const app = teamStory();
  proposed(app, 'Tabs');
  expect(app.coord('decide accept tabs --as backend').exit).toBe(1);
  expect(app.coord('decide accept tabs --as frontend').exit).toBe(0);
});
