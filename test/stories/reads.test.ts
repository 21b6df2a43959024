/** Reading verbs touch nothing: not a file, not the index, not HEAD, not a ref, not a configuration. */
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { teamStory } from '../support/story.ts';

const READS = [
  '', 'status', 'next', 'next --why', 'show FIX-001', 'show web/index.html', 'list', 'list --ready', 'graph', 'graph --format mermaid', 'agents',
  'doctor', 'validate', 'validate --staged', 'prime --as frontend', 'hook session-start', 'as', 'help', 'help missing-dependency',
];

/** Everything below a folder, but for coord's cache: contents, kinds, permissions and times of change. */
function snapshotOf(root: string, folder = ''): Record<string, string> {
  return Object.assign({}, ...readdirSync(join(root, folder)).map((name) => {
    const path = join(folder, name);
    if (path === join('.git', 'coord', 'cache')) return {};
    const { mode, mtimeNs } = lstatSync(join(root, path), { bigint: true });
    if (lstatSync(join(root, path)).isDirectory()) return { [path]: String(mode), ...snapshotOf(root, path) };
    return { [path]: `${mode} ${mtimeNs} ${readFileSync(join(root, path)).toString('base64')}` };
  })) as Record<string, string>;
}

it('whatever they are asked, in a work tree full of changes', () => {
  const app = teamStory({ 'web/index.html': '<html>' });
  app.coord('claim FIX-001 --as frontend');
  app.coord('claim INFRA-001 --as backend --worktree');
  app.git('checkout', '-q', '-b', 'frontend/FIX-001');
  app.write('deployment/tasks/DOC-001.yaml', 'id: DOC-001\ntask: Staged\n');
  app.git('add', '-A');
  app.write('deployment/tasks/DOC-001.yaml', 'id: DOC-001\ntask: Changed\n');
  app.write('deployment/tasks/broken.yaml', 'id: [\n');
  app.write('stray', '');
  app.coord('status'); // makes the cache's folder
  const before = snapshotOf(app.root);
  for (const line of READS) {
    expect(app.coord(line).exit, line).toBe(line.startsWith('validate') && !line.includes('staged') ? 1 : 0);
    expect(app.coord([...line.split(' ').filter((word) => word !== ''), '--json']).exit, line).toBeLessThan(2);
    expect(snapshotOf(app.root), line).toEqual(before);
  }
});

it('and say the same again, in plain text for whoever reads a pipe', () => {
  const app = teamStory();
  app.coord('claim FIX-001 --as frontend');
  for (const line of READS) {
    const first = app.coord(line);
    expect(first.stdout + first.stderr, line).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/);
    expect(app.coord(line), line).toEqual(first);
  }
});
