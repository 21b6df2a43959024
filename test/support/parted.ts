/** A repository whose two branches have parted. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { printClaim } from '../../src/core/schedule/claim.ts';
import type { ClaimRecord } from '../../src/core/schedule/claim.ts';
import { makeRepository } from './repository.ts';
import type { TestRepository } from './repository.ts';

/** By path under deployment/; null: removed. */
export type Files = Readonly<Record<string, string | null>>;

export interface Parting {
  readonly base: Files;
  /** What the branch in hand, feature, changes. */
  readonly ours: Files;
  /** What main changes meanwhile. */
  readonly theirs: Files;
  readonly claims?: Readonly<Record<string, ClaimRecord>>;
}

/** On `feature`, which parted from `main`. */
export function parted({ base, ours, theirs, claims = {} }: Parting): TestRepository {
  const repository = makeRepository({ empty: true });
  commitFiles(repository, base, 'Base');
  repository.git('branch', 'feature');
  commitFiles(repository, theirs, 'Theirs');
  repository.git('checkout', '-q', 'feature');
  commitFiles(repository, ours, 'Ours');
  for (const [id, claim] of Object.entries(claims)) {
    repository.write('.git/claim', printClaim(claim));
    repository.git('update-ref', `refs/coord/tasks/${id}`, repository.git('hash-object', '-w', '.git/claim'));
  }
  return repository;
}

export function commitFiles(repository: TestRepository, files: Files, message: string): void {
  for (const [path, text] of Object.entries(files)) {
    if (text === null) rmSync(join(repository.root, 'deployment', path));
    else repository.write(join('deployment', path), text);
  }
  repository.git('add', '-A');
  repository.git('commit', '-q', '--allow-empty', '-m', message);
}
