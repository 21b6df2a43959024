import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { claim } from '../../src/app/claims/claim.ts';
import { next } from '../../src/app/overview/next.ts';
import { validate } from '../../src/app/checks/validate.ts';
import { realPorts } from '../support/real-ports.ts';
import { COORD_YAML, teamRepository } from '../support/team-repository.ts';

const CONFIG = 'deployment/coord.yaml';

describe.each([
  ['not YAML', 'team: [', 'yaml-syntax'],
  ['of a newer protocol', 'protocol: 2', 'unsupported-protocol'],
])('coord.yaml %s', (_, text, code) => {
  test('is the one problem told: what it would define is not missed as well', async () => {
    const repository = teamRepository();
    repository.write(CONFIG, text);
    const found = await validate(await realPorts(repository), { staged: false, strict: false });
    expect(found.ok && found.value.findings.map(({ problem }) => problem.code)).toEqual([code]);
  });

  test('reads answer all the same, writes are refused', async () => {
    const repository = teamRepository();
    repository.write(CONFIG, text);
    const ports = await realPorts(repository);
    const ready = await next(ports, { agent: null, count: 10, why: false, resume: false, as: null });
    expect(ready.ok && ready.value.tasks.map(({ id }) => id)).toContain('FIX-001');
    const claimed = await claim(ports, { id: 'FIX-001', as: 'frontend', worktree: false, take: false, takeOver: false });
    expect(claimed).toMatchObject({ ok: false, refusal: { code: 'settings-broken', facts: { file: CONFIG } } });
  });
});

describe('the remote that coord.yaml names for claims', () => {
  test.each(['origin; touch /tmp/x #', '--upload-pack=touch x', 'a b', '$(id)', '[origin]'])('cannot be %j', async (name) => {
    const repository = teamRepository();
    repository.write(CONFIG, `${COORD_YAML}claims: ${name.startsWith('[') ? name : JSON.stringify(name)}\n`);
    const found = await validate(await realPorts(repository), { staged: false, strict: false });
    expect(found.ok && found.value.findings.map(({ problem }) => [problem.code, problem.place.pointer])).toEqual([['schema-violation', ['claims']]]);
  });

  test.each([
    ['gone', null, { isGone: true }],
    ['empty', '# nothing\n', { isGone: true }],
    ['left out', COORD_YAML, { isGone: true }],
    ['of a wrong kind', 'claims: [origin]\n', {}],
  ])('that is %s does not make claims local', async (_, text, more) => {
    const repository = teamRepository({ [CONFIG]: `${COORD_YAML}claims: origin\n` });
    if (text === null) rmSync(join(repository.root, CONFIG));
    else repository.write(CONFIG, text);
    const claimed = await claim(await realPorts(repository), { id: 'FIX-001', as: 'frontend', worktree: false, take: true, takeOver: false });
    expect(claimed).toMatchObject({ ok: false, refusal: { code: 'settings-broken', facts: { file: CONFIG, ...more } } });
  });
});
