import type { Claims, Holding, Location } from '../../app/ports.ts';
import { readClaim, swapClaim } from './claim-refs.ts';
import { gitDirOf } from './find-repository.ts';
import { keptClaims } from './kept-claims.ts';
import { readHoldings, readIntended, removeHolding, removeIntended, writeHolding, writeIntended } from './holdings.ts';

export function createClaims(location: Location, build: string): Claims {
  return {
    list: () => keptClaims(location, build),
    read: (id) => readClaim(location, id),
    swap: (id, expected, next) => swapClaim(location, id, expected, next),
    async holdings() {
      for (const intended of readIntended(location.gitDir)) await settle(location, intended);
      return readHoldings(location.gitDir);
    },
    intend(holding) {
      writeIntended(location.gitDir, holding);
      return Promise.resolve();
    },
    forget(holding) {
      removeIntended(location.gitDir, holding);
      return Promise.resolve();
    },
    hold(holding, worktree) {
      writeHolding(worktree === undefined ? location.gitDir : (gitDirOf(worktree) ?? location.gitDir), holding);
      removeIntended(location.gitDir, holding);
      return Promise.resolve();
    },
    drop(id) {
      removeHolding(location.gitDir, id);
      return Promise.resolve();
    },
  };
}

/** Whoever noted it has won, has lost, or is still at it. */
async function settle(location: Location, intended: Holding): Promise<void> {
  const current = await readClaim(location, intended.id);
  if (current?.claim?.nonce !== intended.nonce) return;
  writeHolding(location.gitDir, intended);
  removeIntended(location.gitDir, intended);
}
