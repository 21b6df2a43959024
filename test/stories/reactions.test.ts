/** Rules of coord.yaml, carried out by a watcher and by one look: what an act brings starts its rule no more. */
import { describe, expect, it } from 'vitest';
import { story } from '../support/story.ts';
import type { Story } from '../support/story.ts';
import { watching } from '../support/watching.ts';

const HOUR = 3_600_000;

/** Finishes the next task, which would start the rule again and again. */
const NEXT = `import { appendFileSync, existsSync, writeFileSync } from 'node:fs';\nappendFileSync('trace', 'ran\\n');\nfor (const id of ['B-1', 'C-1', 'D-1']) {\n  const file = 'deployment/tasks/' + id + '.yaml';\n  if (existsSync(file + '.done')) continue;\n  writeFileSync(file + '.done', '');\n  writeFileSync(file, 'id: ' + id + '\\ntask: Do it\\nstatus: done\\n');\n  break;\n}\n`;
const workspace = (rules: string): Story =>
  story({
    files: {
      'deployment/coord.yaml': `protocol: 1\nproject: app\nteam:\n  frontend: {}\nverifiers:\n  next: { run: [node, next.mjs] }\nreactions:\n${rules}`,
      ...Object.fromEntries(['A-1', 'B-1', 'C-1', 'D-1'].map((id) => [`deployment/tasks/${id}.yaml`, `id: ${id}\ntask: Do it\n`])),
      'next.mjs': NEXT,
    },
  });
const finish = (made: Story): void => made.write('deployment/tasks/A-1.yaml', 'id: A-1\ntask: Do it\nstatus: done\n');

describe('a rule that brings its own event', { timeout: HOUR }, () => {
  it('is carried out once by one look', () => {
    const made = workspace('  - { on: task.done, do: run, verifier: next }\n');
    made.coord('watch --once');
    finish(made);
    const looked = made.coord('watch --once');
    expect(looked).toMatchObject({ exit: 0, stderr: '' });
    expect(looked.stdout.split('\n').filter((line) => /task\.done|reaction/.test(line))).toEqual(['12:00 task.done A-1 Do it', '12:00 reaction.done run next after task.done', '12:00 task.done B-1 Do it']);
    expect(made.read('trace')).toBe('ran\n');
    expect(made.coord('watch --once').stdout).toBe('Nothing happened since 2025-08-12T12:00:00Z.\n');
  });

  it('is carried out once by a watcher, and one that is for nobody never', async () => {
    const made = workspace('  - { on: task.done, do: run, verifier: next }\n  - { on: task.done, do: run, verifier: next, agents: [] }\n');
    const watch = await watching(made.root);
    finish(made);
    await watch.until('reaction.done run');
    await watch.until('task.done B-1');
    await watch.end();
    expect(watch.told().filter((one) => /task\.done|reaction/.test(one))).toEqual(expect.arrayContaining(['task.done A-1', 'task.done B-1', 'reaction.done run']));
    expect(watch.told().filter((one) => one.startsWith('reaction'))).toEqual(['reaction.done run']);
    expect(made.read('trace')).toBe('ran\n');
  });
});
