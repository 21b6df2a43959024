/** Two branches that are in order each by itself, and what `coord validate --merge` has to say of them together. */
import { printTask } from '../../src/core/documents/print-task.ts';
import type { Writable } from '../../src/core/documents/print-scalar.ts';
import type { ProblemCode } from '../../src/core/problem/problem.ts';
import { aClaim } from './a-claim.ts';
import type { Files, Parting } from './parted.ts';

export interface MergeCase extends Parting {
  /** The code it shows first, and what makes it different from others of that code. */
  readonly name: string;
  /** What is found, in the order of files. */
  readonly codes: readonly ProblemCode[];
}

const task = (id: string, fields: Readonly<Record<string, Writable>> = {}): string => printTask({ id, task: `Do ${id}`, ...fields });
/** As people write it: short, in one file with others. */
const item = (id: string, more: readonly string[] = []): string => [`    - id: ${id}`, ...[`task: Do ${id}`, ...more].map((line) => `      ${line}`), ''].join('\n');
const queue = (...items: readonly string[]): string => `task_queue:\n  high_priority:\n${items.join('')}`;
const handoff = (id: string, token: number, nonce: string): string => `---\nfrom_agent: frontend\ntask: ${id}\ntoken: ${token}\nnonce: ${nonce.repeat(32)}\n---\n\nIt stands.\n`;
const blocker = (id: string, resolved = ''): string => `---\ntask: ${id}\nby: backend\nseverity: P1\nwaits_on: human:ops\nneeded: the address of the server\nraised: 2025-08-11\nresolved: ${resolved}\n---\n`;
const CONFIG = 'protocol: 1\n\nteam:\n  frontend:\n    name: Frontend Agent\n\n  backend:\n    name: Backend Agent\n';
const BASE: Files = { 'coord.yaml': CONFIG, 'tasks/FIX-001.yaml': task('FIX-001'), 'tasks/API-001.yaml': task('API-001') };
const finished = { status: 'done', progress: 100, completed: '2025-08-11T10:00:00Z' };

export const MERGE_CASES: readonly MergeCase[] = [
  {
    name: 'clean',
    base: BASE,
    ours: { 'tasks/FIX-001.yaml': task('FIX-001', { status: 'in_progress', progress: 40 }) },
    theirs: { 'tasks/FIX-001.yaml': task('FIX-001', { deadline: '2025-09-01' }), 'tasks/UI-001.yaml': task('UI-001', { dependencies: ['FIX-001'] }) },
    codes: [],
  },
  // git's rename detection takes a similar new file for the one that went
  {
    name: 'merge-crossed',
    base: BASE,
    ours: { 'tasks/FIX-001.yaml': null, 'tasks/FIX-777.yaml': task('FIX-777') },
    theirs: { 'tasks/FIX-001.yaml': task('FIX-001', finished) },
    codes: ['edit-lost', 'merge-crossed'],
  },
  {
    name: 'merge-crossed between blockers',
    base: { ...BASE, 'status/blockers/2025-08-11-FIX-001-aaaa.md': blocker('FIX-001') },
    ours: { 'status/blockers/2025-08-11-FIX-001-aaaa.md': null, 'status/blockers/2025-08-12-API-001-bbbb.md': blocker('API-001') },
    theirs: { 'status/blockers/2025-08-11-FIX-001-aaaa.md': blocker('FIX-001', '2025-08-12') },
    codes: ['edit-lost', 'merge-crossed'],
  },
  {
    name: 'edit-lost',
    base: { ...BASE, 'tasks/queue.yaml': queue(item('OPS-001', ['agent: backend', 'priority: high', 'notes: short'])) },
    ours: { 'tasks/queue.yaml': queue(item('OPS-100', ['agent: backend', 'priority: high', 'notes: short']).replace('Do OPS-100', 'Do OPS-001')) },
    theirs: { 'tasks/queue.yaml': queue(item('OPS-001', ['agent: backend', 'priority: high', 'notes: short', 'deadline: 2025-09-01'])) },
    codes: ['edit-lost', 'merge-crossed'],
  },
  {
    name: 'id-removed',
    base: BASE,
    ours: { 'tasks/API-001.yaml': null, 'tasks/API-100.yaml': task('API-100', { task: 'Do API-001', priority: 'high' }) },
    theirs: { 'tasks/FIX-001.yaml': task('FIX-001', { deadline: '2025-09-01' }) },
    codes: ['id-removed'],
  },
  {
    name: 'double-start',
    base: BASE,
    ours: { 'tasks/FIX-001.yaml': task('FIX-001', { status: 'in_progress' }) },
    theirs: { 'tasks/FIX-001.yaml': task('FIX-001', { status: 'in_progress' }), 'tasks/API-001.yaml': task('API-001', { deadline: '2025-09-01' }) },
    codes: ['double-start'],
  },
  {
    name: 'double-start, done on both sides',
    base: BASE,
    ours: { 'tasks/FIX-001.yaml': task('FIX-001', finished), 'handoffs/a.md': handoff('FIX-001', 1, 'a') },
    theirs: { 'tasks/FIX-001.yaml': task('FIX-001', finished), 'handoffs/b.md': handoff('FIX-001', 2, 'b') },
    codes: ['double-start'],
  },
  {
    name: 'no double-start, squashed on the other side',
    base: BASE,
    ours: { 'tasks/FIX-001.yaml': task('FIX-001', finished), 'handoffs/a.md': handoff('FIX-001', 1, 'a') },
    theirs: { 'tasks/FIX-001.yaml': task('FIX-001', finished), 'handoffs/a.md': handoff('FIX-001', 1, 'a'), 'tasks/API-001.yaml': task('API-001', { deadline: '2025-09-01' }) },
    codes: [],
  },
  {
    name: 'duplicate-id',
    base: BASE,
    ours: { 'tasks/plan.yaml': queue(item('NEW-001')) },
    theirs: { 'tasks/more.yaml': queue(item('new-001')) },
    codes: ['duplicate-id'],
  },
  {
    name: 'duplicate-id, moved to two files',
    base: { ...BASE, 'tasks/queue.yaml': queue(item('OPS-001'), item('OPS-002')) },
    ours: { 'tasks/queue.yaml': queue(item('OPS-002')), 'tasks/soon.yaml': queue(item('OPS-001')) },
    theirs: { 'tasks/queue.yaml': queue(item('OPS-002')), 'tasks/later.yaml': queue(item('OPS-001')) },
    codes: ['duplicate-id'],
  },
  {
    name: 'duplicate-key',
    base: { ...BASE, 'tasks/queue.yaml': queue(item('OPS-001', ['agent: backend', 'phase:', 'group:', 'notes: short'])) },
    ours: { 'tasks/queue.yaml': queue(item('OPS-001', ['estimate: 2 days', 'agent: backend', 'phase:', 'group:', 'notes: short'])) },
    theirs: { 'tasks/queue.yaml': queue(item('OPS-001', ['agent: backend', 'phase:', 'group:', 'notes: short', 'estimate: 1 day'])) },
    codes: ['duplicate-key'],
  },
  {
    name: 'dependency-cycle',
    base: BASE,
    ours: { 'tasks/FIX-001.yaml': task('FIX-001', { dependencies: ['API-001'] }) },
    theirs: { 'tasks/API-001.yaml': task('API-001', { dependencies: ['FIX-001'] }) },
    codes: ['dependency-cycle'],
  },
  {
    name: 'done-before-dependency',
    base: BASE,
    ours: { 'tasks/FIX-001.yaml': task('FIX-001', finished) },
    theirs: { 'tasks/FIX-001.yaml': task('FIX-001', { dependencies: ['API-001'] }) },
    codes: ['done-before-dependency'],
  },
  {
    name: 'missing-dependency',
    base: BASE,
    ours: { 'tasks/API-001.yaml': null },
    theirs: { 'tasks/FIX-001.yaml': task('FIX-001', { dependencies: ['API-001'] }) },
    codes: ['id-removed', 'missing-dependency'],
  },
  {
    name: 'unknown-agent',
    base: BASE,
    ours: { 'coord.yaml': CONFIG.replace(/\n {2}backend:[^]*$/, '') },
    theirs: { 'tasks/FIX-001.yaml': task('FIX-001', { agent: 'backend' }) },
    codes: ['unknown-agent'],
  },
  {
    name: 'done-by-old-criteria',
    base: { ...BASE, 'tasks/FIX-001.yaml': task('FIX-001', { acceptance: ['The site answers'] }) },
    ours: { 'tasks/FIX-001.yaml': task('FIX-001', { acceptance: ['The site answers'], ...finished }) },
    theirs: { 'tasks/FIX-001.yaml': task('FIX-001', { acceptance: ['The site answers within a second'] }) },
    codes: ['done-by-old-criteria'],
  },
  {
    name: 'done-while-blocked',
    base: BASE,
    ours: { 'tasks/FIX-001.yaml': task('FIX-001', finished) },
    theirs: { 'status/blockers/2025-08-11-FIX-001-aaaa.md': blocker('FIX-001') },
    codes: ['done-while-blocked'],
  },
  {
    name: 'file-name-case-collision',
    base: BASE,
    ours: { 'decisions/2025-08-10-cache.md': '---\ntitle: Cache in Redis\nstatus: accepted\n---\n' },
    theirs: { 'decisions/2025-08-10-Cache.md': '---\ntitle: Cache pages for a day\nstatus: accepted\n---\n' },
    codes: ['file-name-case-collision'],
  },
  {
    name: 'stale-holder',
    base: BASE,
    ours: { 'tasks/FIX-001.yaml': task('FIX-001', finished), 'handoffs/2025-08-11-frontend-FIX-001-aaaa-handoff.md': handoff('FIX-001', 1, 'a') },
    theirs: {},
    claims: { 'FIX-001': aClaim({ token: 2, agent: 'backend' }) },
    codes: ['stale-holder'],
  },
  {
    name: 'no stale-holder, the claim is the one that finished it',
    base: BASE,
    ours: { 'tasks/FIX-001.yaml': task('FIX-001', finished), 'handoffs/old.md': handoff('FIX-001', 1, 'a'), 'handoffs/new.md': handoff('FIX-001', 2, 'b') },
    theirs: {},
    claims: { 'FIX-001': aClaim({ token: 2, state: 'done' }) },
    codes: [],
  },
  {
    name: 'merge-conflict',
    base: BASE,
    ours: { 'tasks/FIX-001.yaml': task('FIX-001', { priority: 'high' }) },
    theirs: { 'tasks/FIX-001.yaml': task('FIX-001', { priority: 'low' }) },
    codes: ['merge-conflict'],
  },
  {
    name: 'merge-conflict of lines that touch',
    base: { ...BASE, 'tasks/queue.yaml': queue(item('OPS-001', ['agent: backend', 'deadline: 2025-09-01'])) },
    ours: { 'tasks/queue.yaml': queue(item('OPS-001', ['agent: frontend', 'deadline: 2025-09-01'])) },
    theirs: { 'tasks/queue.yaml': queue(item('OPS-001', ['agent: backend', 'deadline: 2025-09-08'])) },
    codes: ['merge-conflict'],
  },
  {
    name: 'merge-conflict of files with one name',
    base: BASE,
    ours: { 'tasks/new.yaml': task('NEW-001') },
    theirs: { 'tasks/new.yaml': task('NEW-002', { priority: 'high' }) },
    codes: ['merge-conflict'],
  },
  {
    name: 'merge-conflict of an edit and a removal',
    base: BASE,
    ours: { 'tasks/FIX-001.yaml': null },
    theirs: { 'tasks/FIX-001.yaml': task('FIX-001', { deadline: '2025-09-01' }) },
    codes: ['merge-conflict'],
  },
  {
    name: 'merge-conflict of a file and a folder',
    base: BASE,
    ours: { 'decisions/cache.md': '---\ntitle: Cache in Redis\nstatus: accepted\n---\n' },
    theirs: { 'decisions/cache.md/notes.md': 'Redis or files?\n' },
    codes: ['merge-conflict'],
  },
  {
    name: 'merge-conflict in the settings',
    base: BASE,
    ours: { 'coord.yaml': CONFIG.replace('Frontend Agent', 'Web') },
    theirs: { 'coord.yaml': CONFIG.replace('Frontend Agent', 'Screens') },
    codes: ['merge-conflict'],
  },
  {
    name: 'merge-conflict outside of the folder',
    base: { ...BASE, '../web/index.html': '<p>one</p>\n' },
    ours: { '../web/index.html': '<p>two</p>\n' },
    theirs: { '../web/index.html': '<p>three</p>\n' },
    codes: ['merge-conflict'],
  },
];
