import { describe, expect, it } from 'vitest';
import { TERMINAL, coord } from '../support/website-shell.ts';
import { aClaim } from '../support/a-claim.ts';

/** Moves the cursor, sets the title, turns the reading direction, ends the line. */
const BAD = '\\e[2J\\e]0;owned\\a\\u202Edcba\\u2066\\x9b\\r\\nfake line';
const text = (words: string): string => JSON.stringify(`${words} @`).replace('@', BAD);

const FILES = {
  'deployment/coord.yaml': `protocol: 1
project: ${text('project')}
team:
  me: {name: ${text('name')}, role: ${text('role')}, owns: ["src/**", ${text('src')}], needs: [{from: you, label: ${text('label')}}]}
  you: {}
ownership:
  ${text('area')}: {owner: ${text('owner')}, reviewers: [${text('reviewer')}], paths: ["src/**"]}
phases: [{id: ${text('phase')}, gate: ${text('gate')}}, {id: later}]
risks: [{risk: ${text('risk')}, owner: ${text('owner')}, mitigation: ${text('mitigation')}}]
`,
  'deployment/tasks/q.yaml': `task_queue:
  high_priority:
    - {id: A-1, task: ${text('title')}, agent: me, deadline: 2025-01-01, files: ["src/**"], actions: [${text('action')}], acceptance: [${text('must')}], verify: [${text('verifier')}], artifacts: [${text('artifact')}], notes: ${text('notes')}}
    - {id: B-1, task: ${text('other')}, agent: ${text('nobody')}, group: ${text('group')}, dependencies: [{id: A-1, label: ${text('edge')}}]}
    - {id: C-1, task: third, phase: later, dependencies: [${text('ghost')}]}
    - {id: D-1, task: fourth, status: in_progress, files: ["src/x"], ${text('field')}: 1}
    - {id: E-1, task: gate, kind: gate, dependencies: [B-1]}
    - {id: F-1, task: ${text('sign')}, kind: gate, approvers: [me, ${text('approver')}]}
    - {id: G-1, task: ${text('no')}, kind: gate, approvers: [me], approval: {approved: false, by: ${text('boss')}, at: 2025-08-12, note: ${text('never')}}}
`,
  'deployment/status/blockers/b.md': `---\ntask: B-1\nby: ${text('by')}\nseverity: P0\nwaits_on: ${text('on')}\nneeded: ${text('needed')}\nraised: 2025-08-12T09:00:00Z\n---\n`,
  'deployment/handoffs/h.md': `---\nfrom_agent: me\nto_agent: ${text('to')}\ntimestamp: 2025-08-11T10:00:00Z\ntask: A-1\ntask_completed: [x]\nnext_steps: [${text('step')}]\n---\n`,
  'deployment/decisions/d.md': `---\ntitle: ${text('decision')}\nstatus: accepted\nscope: ["src/**"]\n---\n`,
  'deployment/decisions/p.md': `---\ntitle: ${text('proposal')}\nstatus: proposed\narea: ${text('area')}\nowner: ${text('owner')}\nreviewers: [${text('reviewer')}]\nproposed: 2025-08-12T09:00:00Z\nsupersedes: [${text('older')}]\noutcome: ${text('outcome')}\nscope: [${text('scope')}]\n---\nWhy\u001B[2J\n\u202Enot\n`,
  'deployment/decisions/feedback/f.md': `---\ndecision: p.md\nby: ${text('critic')}\nat: ${text('time')}\n---\nNo\u001B]0;owned\u0007\n`,
};

const evil = 'me\u001B[2J\u202E\nfake';
const claim = aClaim({ agent: evil, branch: evil, worktree: `/repo/${evil}`, since: '2025-08-12T11:00:00Z', until: '2025-08-12T13:00:00Z' });
const memory = { files: FILES, claims: { 'A-1': claim }, holdings: [{ id: 'A-1', agent: evil, nonce: claim.nonce, session: null }] };

describe('text of strangers', () => {
  it.each(['', 'status', 'status --blockers', 'next', 'next --why', 'show A-1', 'show B-1', 'show C-1', 'show F-1', 'show G-1', 'show src/x', 'show p', 'decide list', 'decide list --all', 'list', 'graph', 'graph --agents', 'graph --format mermaid', 'graph --format dot', 'graph --format json', 'export mermaid', 'export dot', 'export csv', 'export ics', 'export queue', 'export progress', 'export github', 'export task-master', 'agents', 'validate', 'next --resume', 'handoff list', 'handoff list --all', 'handoff show A-1', 'handoff new A-1 --as me', 'handoff ack A-1 --as you --take', 'prime'])(
    'coord %s shows it, harmless',
    async (line) => {
      for (const setting of [TERMINAL, { ...TERMINAL, env: {} }, {}]) {
        const { stdout, stderr } = await coord(line, memory, setting);
        const shown = (stdout + stderr).replace(/\u001B\[\d+m/g, '').replaceAll('\r\n', '\n');
        expect(shown).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/);
        expect(shown).not.toMatch(/^fake/m);
        expect(shown.length).toBeGreaterThan(0);
      }
    },
  );

  it('is whole in data', async () => {
    const { stdout } = await coord('show A-1 --json', memory);
    expect(JSON.parse(stdout)).toMatchObject({ data: { task: { title: 'title \u001B[2J\u001B]0;owned\u0007\u202Edcba\u2066\u009B\r\nfake line' } } });
  });
});
