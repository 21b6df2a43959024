import type { Claims, Location } from '../../app/ports.ts';
import { listClaims, readClaim, swapClaim } from './claim-refs.ts';
import { gitDirOf } from './find-repository.ts';
import { readHoldings, removeHolding, writeHolding } from './holdings.ts';

export function createClaims(location: Location): Claims {
  return {
    list: () => listClaims(location),
    read: (id) => readClaim(location, id),
    swap: (id, expected, next) => swapClaim(location, id, expected, next),
    holdings: () => Promise.resolve(readHoldings(location.gitDir)),
    hold(holding, worktree) {
      writeHolding(worktree === undefined ? location.gitDir : (gitDirOf(worktree) ?? location.gitDir), holding);
      return Promise.resolve();
    },
    drop(id) {
      removeHolding(location.gitDir, id);
      return Promise.resolve();
    },
  };
}
