import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The licences of the packages inside the bundle, which ask to travel with their code.
 * @param {string} root
 * @param {string[]} inputs the bundle's sources, relative to the root
 */
export function renderNotices(root, inputs) {
  const folders = new Set(inputs.flatMap((input) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0] ?? []));
  return [...folders].sort().map((folder) => notice(join(root, folder))).join('\n');
}

/** @param {string} folder */
function notice(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const texts = readdirSync(folder).filter((file) => /^licen[cs]e/i.test(file)).map((file) => readFileSync(join(folder, file), 'utf8').trim());
  return [`${'-'.repeat(72)}\n${name} ${version} (${license})\n`, ...texts, ''].join('\n');
}
