/** Clones of one bare repository, through which they share their claims. */
import { execFileSync } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gitEnv } from './repository.ts';
import type { Story } from './story.ts';
import { storyIn } from './story.ts';
import { COORD_YAML, teamRepository } from './team-repository.ts';

export interface Hub {
  /** Path of the bare repository. */
  readonly path: string;
  git(...args: string[]): string;
  /** A hook of the bare repository, as a shell script. */
  hook(name: string, script: string): void;
  /** One more clone beside the others. */
  clone(name: string, ...options: string[]): Story;
}

/** The team's repository pushed to a hub, and as many clones of it. */
export function clones(count: number, files: Readonly<Record<string, string>> = {}): { readonly hub: Hub; readonly clones: readonly Story[] } {
  const origin = teamRepository({ 'deployment/coord.yaml': `${COORD_YAML}claims: origin\n`, ...files });
  const place = dirname(origin.root);
  const path = join(place, 'hub.git');
  origin.git('clone', '-q', '--bare', '.', path);
  const git = (...args: string[]): string => execFileSync('git', args, { cwd: path, env: gitEnv(), encoding: 'utf8' }).replace(/\n$/, '');
  const clone = (name: string, ...options: string[]): Story => {
    execFileSync('git', ['clone', '-q', ...options, `file://${path}`, name], { cwd: place, env: gitEnv() });
    const made = storyIn(origin.at(join(place, name)));
    made.git('config', 'user.name', 'Test');
    made.git('config', 'user.email', 'test@example.com');
    return made;
  };
  const hook = (name: string, script: string): void => {
    writeFileSync(join(path, 'hooks', name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(path, 'hooks', name), 0o755);
  };
  return { hub: { path, git, hook, clone }, clones: Array.from({ length: count }, (_, at) => clone(`clone-${at + 1}`)) };
}

/** The two that most stories are about. */
export function twoClones(files: Readonly<Record<string, string>> = {}): { readonly hub: Hub; readonly one: Story; readonly other: Story } {
  const { hub, clones: [one, other] } = clones(2, files);
  if (one === undefined || other === undefined) throw new Error('two clones were asked for');
  return { hub, one, other };
}
