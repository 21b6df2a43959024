/** A story: the built program in a real repository, at a time that stands still. */
import { resolve } from 'node:path';
import { runBinary } from './coord-binary.ts';
import type { Around } from './coord-binary.ts';
import { teamRepository } from './team-repository.ts';
import { makeRepository } from './repository.ts';
import type { TestRepository } from './repository.ts';
import type { Outcome } from './shell.ts';

/** 12 August 2025, 12:00 in UTC. */
export const TIME = '2025-08-12T12:00:00Z';

export interface Story extends TestRepository {
  /** What follows `coord`: words parted by single spaces, or a list of them. */
  coord(words: string | readonly string[], around?: Around): Outcome;
  /** The `data` of its answer with --json. */
  data(words: string | readonly string[], around?: Around): unknown;
  /** The same in another folder, such as a linked worktree; relative to this one. */
  in(folder: string): Story;
}

/** In the repository of three agents and four tasks. */
export const teamStory = (files: Readonly<Record<string, string>> = {}): Story => storyIn(teamRepository(files));

/** `empty`: without a first commit. */
export const story = (options: Parameters<typeof makeRepository>[0] = {}): Story => storyIn(makeRepository(options));

export function storyIn(repository: TestRepository): Story {
  const coord: Story['coord'] = (words, { env = {}, ...around } = {}) =>
    runBinary(repository.root, typeof words === 'string' ? words.split(' ').filter((word) => word !== '') : words, { ...around, env: { COORD_NOW: TIME, ...env } });
  return {
    ...repository,
    coord,
    data: (words, around) => (JSON.parse(coord([...(typeof words === 'string' ? words.split(' ') : words), '--json'], around).stdout) as { data: unknown }).data,
    in: (folder) => storyIn(repository.at(resolve(repository.root, folder))),
  };
}
