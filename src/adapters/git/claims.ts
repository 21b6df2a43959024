import type { Claims, Holding, Location } from '../../app/ports.ts';
import { listClaims, readClaim, removeClaim, SEEN_REFS, swapClaim } from './claim-refs.ts';
import { gitDirOf } from './find-repository.ts';
import { keptClaims, keptClaimsOf } from './kept-claims.ts';
import { readHoldings, readIntended, removeHolding, removeIntended, writeHolding, writeIntended } from './holdings.ts';

export function createClaims(location: Location, build: string): Claims {
  return {
    list: () => keptClaims(location, build),
    find: (ids) => keptClaimsOf(location, build, ids),
    read: (id) => readClaim(location, id),
    swap: (id, expected, next) => swapClaim(location, id, expected, next),
    async follow(id, expected, next) {
      if (next !== null) await swapClaim(location, id, expected, next);
      else if (expected !== null) await removeClaim(location, id, expected);
    },
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

/** Whoever noted it has won, has lost, or is still at it. A remote may have been told of it before our own ref was. */
async function settle(location: Location, intended: Holding): Promise<void> {
  const [own, seen] = await Promise.all([readClaim(location, intended.id), listClaims(location, SEEN_REFS, `${SEEN_REFS}*/tasks/${intended.id}`)]);
  if (![own, ...seen].some((ref) => ref?.claim?.nonce === intended.nonce)) return;
  writeHolding(location.gitDir, intended);
  removeIntended(location.gitDir, intended);
}
