import { describe, expect, it } from 'vitest';
import { WEBSITE } from '../../support/website.ts';
import { coord } from '../../support/website-shell.ts';

describe('coord export', () => {
  it('ends lines as the form prescribes, in the answer for programs too', async () => {
    for (const form of ['csv', 'ics']) {
      const { stdout } = await coord(`export ${form}`);
      expect(stdout.replaceAll('\r\n', '')).not.toContain('\n');
      const { stdout: json } = await coord(`export ${form} --json`);
      expect(JSON.parse(json)).toMatchObject({ data: { form, text: stdout } });
    }
    expect((await coord('export queue')).stdout).not.toContain('\r');
  });

  it('makes a folder of files where the form is one, and writes over nothing', async () => {
    const usage = 'coord export backlog.md makes a folder of files: name it with --out <folder>.\nHow it is used: coord help export\n';
    expect(await coord('export backlog.md')).toEqual({ exit: 2, stdout: '', stderr: usage });
    expect(await coord('export backlog.md --out backlog')).toEqual({ exit: 0, stdout: 'backlog/ made: 11 files, not committed.\n', stderr: '' });
    for (const out of ['..', '.', 'deployment/x', 'deployment', '/elsewhere']) {
      expect((await coord(`export backlog.md --out ${out}`)).stderr).toBe(`--out should be a new folder inside of this repository, outside of deployment/, not "${out}".\nGive it again with such a value.\n`);
    }
    expect((await coord('export backlog.md --out backlog', { files: { ...WEBSITE, 'backlog/config.yml': '' } })).stderr).toContain('--out should be a folder that is not there yet, not "backlog".');
    expect((await coord('export csv --out x')).exit).toBe(2);
  });

  it('names the forms there are', async () => {
    expect(await coord('export csb')).toEqual({
      exit: 2,
      stdout: '',
      stderr: 'The form should be mermaid, dot, csv, ics, queue, github, task-master, progress, backlog.md or codeowners, not "csb".\nGive it again with such a value.\n',
    });
    expect((await coord('export')).exit).toBe(2);
  });

  it('tells of records that are missing in it, and refuses where nobody knows the team', async () => {
    const broken = await coord('export csv', { files: { 'deployment/coord.yaml': 'protocol: 1\n', 'deployment/tasks/a.yaml': 'id: A\ntask: [\n', 'deployment/tasks/b.yaml': 'id: B\ntask: b\n' } });
    expect({ ...broken, stdout: broken.stdout.split('\r\n').length }).toEqual({ exit: 0, stdout: 3, stderr: '1 problem in 1 file: coord validate\n' });
    expect((await coord('export ics', { files: { 'deployment/coord.yaml': 'team: [\n' } })).exit).toBe(1);
  });

  it.each(['mermaid', 'dot', 'csv', 'ics', 'queue', 'progress', 'github', 'task-master'])('%s is in order for an empty workspace', async (form) => {
    const { exit, stdout, stderr } = await coord(`export ${form}`, { files: { 'deployment/coord.yaml': 'protocol: 1\n' } });
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    expect(stdout).not.toBe('');
  });
});
