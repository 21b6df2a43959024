import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { eachEntry, FLAGS_AT, MODE_AT, OID_AT } from '../../../src/adapters/store/git-index.ts';
import { makeRepository } from '../../support/repository.ts';
import type { TestRepository } from '../../support/repository.ts';

const LONG = `${'long/'.repeat(60)}name`;
const NAMES = ['a', 'b', 'b.yaml', 'deployment/coord.yaml', ...Array.from({ length: 9 }, (_, length) => `deployment/tasks/${'x'.repeat(length + 1)}.yaml`), 'deployment/tasks/\u00fc \u{1f600}.yaml', LONG, 'z/z'];

/** Entries as `git ls-files --stage -z` prints them; null where the index is left to git. */
function read(bytes: Buffer): string | null {
  let text = '';
  const isWhole = eachEntry(bytes, (name, at) => {
    const stage = (bytes.readUInt16BE(at + FLAGS_AT) >> 12) & 3;
    text += `${bytes.readUInt32BE(at + MODE_AT).toString(8)} ${bytes.toString('hex', at + OID_AT, at + FLAGS_AT)} ${String(stage)}\t${name}\0`;
  });
  return isWhole ? text : null;
}

const indexOf = ({ root }: TestRepository): Buffer => readFileSync(join(root, '.git/index'));
const make = (): TestRepository => makeRepository({ files: Object.fromEntries(NAMES.map((name) => [name, `${name}\n`])) });

describe('an index', () => {
  const states: readonly (readonly [string, (repository: TestRepository) => void])[] = [
    ['as git makes it', () => undefined],
    ['of version 4', ({ git }) => git('update-index', '--index-version', '4')],
    ['of version 3, with a file that is only announced', (repository) => {
      repository.write('deployment/tasks/new.yaml', 'id: NEW\n');
      repository.git('add', '-N', 'deployment/tasks/new.yaml');
    }],
    ['of version 4, with a file that is skipped', ({ git }) => {
      git('update-index', '--index-version', '4');
      git('update-index', '--skip-worktree', 'deployment/coord.yaml');
    }],
    ['in a conflict', (repository) => {
      const { git } = repository;
      git('checkout', '-q', '-b', 'other');
      repository.write('b.yaml', 'theirs\n');
      repository.commit();
      git('checkout', '-q', 'main');
      repository.write('b.yaml', 'ours\n');
      repository.commit();
      expect(() => git('merge', 'other')).toThrow();
    }],
    ['without files', ({ git }) => git('read-tree', '--empty')],
  ];
  it.each(states)('%s, is read as git reads it', (_, prepare) => {
    const repository = make();
    prepare(repository);
    expect(read(indexOf(repository))).toBe(repository.git('ls-files', '--stage', '-z'));
  });

  it('that is split, or sparse, is left to git', () => {
    const split = make();
    split.git('update-index', '--split-index');
    expect(read(indexOf(split))).toBeNull();
    const sparse = make();
    sparse.git('sparse-checkout', 'set', '--cone', '--sparse-index', 'deployment');
    expect(read(indexOf(sparse))).toBeNull();
  });

  it('that was cut, or is none, does not count', () => {
    const bytes = indexOf(make());
    for (let length = 0; length < bytes.length; length += 7) expect(read(bytes.subarray(0, length))).toBeNull();
    expect(read(Buffer.concat([Buffer.from('DIRC'), Buffer.alloc(60, 0xff)]))).toBeNull();
  });
});
