import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { readTemplate } from '../../../src/adapters/adoption/read-template.ts';
import { MAX_BYTES } from '../../../src/core/documents/limits.ts';
import { EnvironmentFailure } from '../../../src/core/problem/environment-failure.ts';
import { makeFolder } from '../../support/repository.ts';

let folder: string;

beforeEach(() => {
  folder = makeFolder();
  write('coord.yaml', 'protocol: 1\n');
});

function write(path: string, content: string | Buffer): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

function refusalOf(root = folder): unknown {
  try {
    return readTemplate(root, 'ours').map(({ path }) => path);
  } catch (error) {
    if (error instanceof EnvironmentFailure) return error.refusal;
    throw error;
  }
}

const unusable = (path: string, reason: string) => ({ code: 'template-unusable', facts: { path, reason } });

describe('the files of a template', () => {
  it('are settings, tasks and agents, and no records of what was done there', () => {
    for (const path of ['README.md', 'tasks.yaml', 'tasks/b.yaml', 'tasks/a.yml', 'agents/x.md']) write(path, 'x\n');
    for (const path of ['handoffs/h.md', 'decisions/d.md', 'status/blockers/b.md', 'tasks/.hidden.yaml', 'tasks/notes.txt', 'tasks/deep/c.yaml', 'run.sh', '.git/config']) write(path, 'x\n');
    expect(readTemplate(folder, 'ours').map(({ path }) => path)).toEqual(['README.md', 'coord.yaml', 'tasks.yaml', 'tasks/a.yml', 'tasks/b.yaml', 'agents/x.md']);
  });

  it('are found behind a link that the person typed, without a byte-order mark', () => {
    const link = join(makeFolder(), 'link');
    symlinkSync(folder, link);
    write('coord.yaml', '\uFEFFprotocol: 1\n');
    expect(readTemplate(link, 'ours')).toEqual([{ path: 'coord.yaml', text: 'protocol: 1\n' }]);
  });
});

describe('no template is', () => {
  it('what is not there, no folder, or without settings', () => {
    expect(refusalOf(join(folder, 'none'))).toEqual(unusable('ours', 'there is no such folder'));
    expect(refusalOf(join(folder, 'coord.yaml'))).toEqual(unusable('ours', 'it is no folder'));
    expect(refusalOf(makeFolder())).toEqual(unusable('ours', 'there is no coord.yaml in it'));
  });

  it.each(['tasks/a.yaml', 'agents/x.md'])('one with a link at %s, wherever it leads', (path) => {
    const outside = join(makeFolder(), 'secret');
    writeFileSync(outside, 'secret\n');
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    symlinkSync(outside, join(folder, path));
    expect(refusalOf()).toEqual(unusable(`ours/${path}`, 'it is a link'));
  });

  it('one whose tasks are a link to a folder, or a file', () => {
    symlinkSync(makeFolder(), join(folder, 'tasks'));
    expect(refusalOf()).toEqual(unusable('ours/tasks', 'it is a link'));
    folder = makeFolder();
    write('coord.yaml', 'protocol: 1\n');
    write('tasks', 'x\n');
    expect(refusalOf()).toEqual(unusable('ours/tasks', 'it is no folder'));
  });

  it.each([
    ['with a zero byte', Buffer.from('a: "\0"\n'), 'it is not UTF-8 text'],
    ['in Latin-1', Buffer.from([0x61, 0x3a, 0x20, 0xe9, 0x0a]), 'it is not UTF-8 text'],
    ['that is too long', Buffer.alloc(MAX_BYTES + 1, 'a'), 'it has more than 256 KiB'],
  ])('one with a file %s', (_, content, reason) => {
    write('tasks/a.yaml', content);
    expect(refusalOf()).toEqual(unusable('ours/tasks/a.yaml', reason));
  });

  it('one with a pipe in the place of a file, which would never end', () => {
    mkdirSync(join(folder, 'tasks'));
    execFileSync('mkfifo', [join(folder, 'tasks/a.yaml')]);
    expect(refusalOf()).toEqual(unusable('ours/tasks/a.yaml', 'it is no file'));
  });

  it('one that is longer than any plan', () => {
    for (let index = 0; index < 65; index += 1) write(`tasks/t${index}.yaml`, Buffer.alloc(MAX_BYTES, '#'));
    expect(refusalOf()).toEqual(unusable('ours', 'its files have more than 16 MiB'));
  });
});
