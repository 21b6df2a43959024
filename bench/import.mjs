/**
 * How long `coord import --dry-run` takes a megabyte of plan, over what an empty answer takes: node bench/import.mjs
 * Plans changed at random, in number: COORD_IMPORT_RUNS=20000 npx vitest run test/core/import --testTimeout 0
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const COORD = join(ROOT, 'bin/coord.js');
const PLANS = join(ROOT, 'test/fixtures/plans');

const folder = mkdtempSync(join(tmpdir(), 'coord-import-'));
try {
  execFileSync('git', ['init', '-q', folder]);
  const texts = readdirSync(PLANS).filter((name) => name.endsWith('.md')).map((name) => readFileSync(join(PLANS, name), 'utf8'));
  const start = seconds(['--version']);
  console.log(`start-up: ${start.toFixed(2)} s`);
  for (const megabytes of [0.1, 0.5, 1, 2, 4]) measure(megabytes, 'plans', plansOf(texts, megabytes), start);
  for (const [name, line] of Object.entries(SHAPES())) measure(1, name, line(1), start);
  for (const megabytes of [1, 2, 4]) measure(megabytes, 'task-master', taskMasterOf(megabytes), start, 'tasks.json', 'task-master');
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** @param {number} megabytes @param {string} name @param {string} text @param {number} start @param {string} file @param {string} form */
function measure(megabytes, name, text, start, file = 'PLAN.md', form = 'markdown') {
  writeFileSync(join(folder, file), text);
  const over = seconds(['import', file, '--from', form, '--dry-run', '--json']) - start;
  const size = Buffer.byteLength(text) / 1e6;
  console.log(`${name.padEnd(12)} ${size.toFixed(2)} MB  ${over.toFixed(2)} s  ${(over / size).toFixed(2)} s/MB  ${over / size <= 2 ? 'ok' : `over the bound (${megabytes})`}`);
}

/** @param {string[]} args */
function seconds(args) {
  const before = process.hrtime.bigint();
  spawnSync(process.execPath, [COORD, '--cwd', folder, ...args], { maxBuffer: 1 << 30 });
  return Number(process.hrtime.bigint() - before) / 1e9;
}

/** Copies of real plans, their ids told apart. @param {string[]} texts @param {number} megabytes */
function plansOf(texts, megabytes) {
  const parts = [];
  let size = 0;
  for (let number = 0; size < megabytes * 1e6; number++) {
    const text = (texts[number % texts.length] ?? '').replace(/^---\n[\s\S]*?\n---\n/, '').replace(/\b([A-Z]{1,6})-(\d+)/g, `$1${number}-$2`).replace(/\b(hw|sw)_/g, `$1${number}_`).replace(/#21\b/g, `#${1000 + number}`).replace(/\bTask (\d+)/g, `Task ${number}$1`);
    parts.push(text);
    size += Buffer.byteLength(text);
  }
  return parts.join('\n');
}

/** Tasks that each wait for the one before, each with two parts. @param {number} megabytes */
function taskMasterOf(megabytes) {
  /** @type {string[]} */
  const tasks = [];
  for (let id = 1, size = 0; size < megabytes * 1e6; id++) {
    const task = JSON.stringify({ id, title: `Do the thing number ${id}`, status: 'pending', priority: 'medium', dependencies: id === 1 ? [] : [id - 1], subtasks: [{ id: 1, title: 'Begin it', dependencies: [] }, { id: 2, title: 'End it', dependencies: [1] }] });
    size += task.length;
    tasks.push(task);
  }
  return `{"tasks": [${tasks.join(',\n')}]}`;
}

/** One kind of line over and over. @returns {Record<string, (megabytes: number) => string>} */
function SHAPES() {
  /** @param {(number: number) => string} line @param {string} [head] */
  const many = (line, head = '') => (/** @type {number} */ megabytes) => {
    let text = head;
    for (let number = 0; text.length < megabytes * 1e6; number++) text += line(number);
    return text;
  };
  return {
    boxes: many((number) => `- [ ] **T-${number}**: Do the thing number ${number} (2 days)\n`),
    chain: many((number) => `- [ ] **T-${number}**: Do it\n  - Depends on: T-${Math.max(0, number - 1)}${number === 0 ? 'x' : ''}\n`),
    rows: many((number) => `| R-${number} | Row number ${number} | ann | todo |\n`, '| ID | Task | Agent | Status |\n| --- | --- | --- | --- |\n'),
    wide: many((number) => `| W-${number} | Row number ${number} | team ${number % 50} | todo | high | 3 days | 2026-06-12 | ${number === 0 ? '-' : `W-${number - 1}`} | area ${number % 900} | a note on it |\n`, '| ID | Task | Agent | Status | Priority | Estimate | Due | Depends on | Group | Notes |\n| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |\n'),
    gantts: many((number) => `${number % 100 === 0 ? `${number === 0 ? '' : '\`\`\`\n\n'}\`\`\`mermaid\ngantt\n  section Part\n` : ''}  Do the thing number ${number} :t${number}, ${number % 100 === 0 ? '2026-06-12' : `after t${number - 1}`}, 3d\n`),
    headings: many((number) => `## Phase ${number % 900}: Part\n\n- do a\n- do b\n\n`),
    prose: many((number) => `Nothing to do here, number ${number}, but words: and more words (2 days).\n\n`),
    agents: many((number) => `### Agent ${number}: Somebody\n- **Role**: Role ${number}\n\n`),
    brackets: many(() => '- [ ] [[[[((((( **`\n'),
  };
}
