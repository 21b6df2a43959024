/** Names and words in any script. */
import { expect, it } from 'vitest';
import { story } from '../support/story.ts';

const CONFIG = `protocol: 1
project: Überseehafen
commit: true
team:
  kaethe: { name: Käthe Grün, aliases: [グリーン], owns: ["Grüße/**"] }
  backend: { name: "Back\\"end" }
`;

it('reads, writes and commits them', () => {
  const app = story({
    files: {
      'deployment/coord.yaml': CONFIG,
      'deployment/tasks/größe 1.yaml': 'id: FIX-001\ntask: Größe 📐 prüfen\nagent: Käthe Grün\nprogress: 5\n',
      'deployment/tasks/日本.yaml': 'id: FIX-002\ntask: 日本語\nagent: グリーン\ndependencies: [FIX-001]\n',
      'Grüße/seite "1".html': '',
    },
  });
  expect(app.coord('validate')).toMatchObject({ exit: 0, stdout: '0 problems (3 files checked)\n' });
  expect(app.coord('next').stdout).toContain('FIX-001  kaethe  medium  Größe 📐 prüfen    unblocks 1\n');
  expect(app.coord(['show', 'Grüße/seite "1".html']).stdout).toContain('kaethe');
  expect(app.coord(['claim', 'FIX-001', '--as', 'Käthe Grün']).exit).toBe(0);
  expect(app.coord(['progress', '50', 'Hälfte – ½ ✓']).stdout).toMatch(/committed/);
  expect(app.git('-c', 'core.quotePath=false', 'show', '--name-only', '--format=%b')).toContain('Hälfte – ½ ✓');
  expect(app.coord(['done', '--note', 'Alles größer als 日本']).stdout).toContain('unblocks FIX-002');
  expect(app.git('status', '--porcelain')).toBe('');
  expect(app.read('deployment/tasks/größe 1.yaml')).toContain('status: done');

  app.write('deployment/tasks/日本.yaml', 'id: FIX-002\ntask: 日本語\nagent: Käthe Grim\n');
  app.git('add', '-A');
  const { exit, stdout } = app.coord('validate --staged');
  expect(exit).toBe(1);
  expect(stdout).toContain('deployment/tasks/日本.yaml:3:8  error  unknown-agent\n');
});

it('keeps the folder it was given by name', () => {
  const app = story();
  expect(app.coord('init --folder team').exit).toBe(0);
  app.commit('Plan');
  expect(app.coord('claim EXAMPLE-1 --as builder').exit).toBe(0);
  expect(app.coord('progress 20').stdout).toMatch(/committed/);
  expect(app.git('show', '--name-only', '--format=')).toBe('team/tasks/EXAMPLE-1.yaml');
  app.git('worktree', 'add', '-q', '-b', 'side', '../side');
  expect(app.in('../side').coord('next').exit).toBe(0);
});
