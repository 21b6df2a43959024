import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { git } from './git.mjs';

/**
 * From here on claims are shared through a bare repository beside the workspace, which has all that the workspace has.
 * @param {string} root of the workspace; `<root>-hub.git` must not be there
 */
export function shareClaims(root) {
  const hub = `${root}-hub.git`;
  git(root, ['init', '-q', '--bare', hub]);
  git(root, ['remote', 'add', 'origin', hub]);
  appendFileSync(join(root, 'deployment/coord.yaml'), 'claims: origin\n');
  git(root, ['commit', '-q', '-m', 'Share claims', 'deployment/coord.yaml']);
  git(root, ['push', '-q', 'origin', 'main', 'refs/coord/*:refs/coord/*']);
}
