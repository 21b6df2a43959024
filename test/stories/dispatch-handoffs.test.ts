/** What was handed over to an agent that is dispatched: it stands in the prompt, and is taken over when the work is done. */
import { expect, it } from 'vitest';
import { BINARY } from '../support/coord-binary.ts';
import { ONE_AGENT } from '../support/one-agent.ts';
import { story } from '../support/story.ts';
import type { Story } from '../support/story.ts';

const HANDOFF = 'deployment/handoffs/2025-08-11-backend-API-1-ab12-handoff.md';
const WORKS = "import { mkdirSync, writeFileSync } from 'node:fs';\nmkdirSync('web', { recursive: true });\nwriteFileSync(`web/${process.env.COORD_TASK}.txt`, 'x');\n";
const FAILS = `${WORKS}process.exit(1);\n`;
const TAKES_OVER = "import { execFileSync } from 'node:child_process';\nexecFileSync(process.execPath, [process.env.COORD_BINARY, 'handoff', 'ack', 'API-1', '--as', 'frontend']);\n";

/** Two tasks of the agent go on from one. */
const handedOver = (agent: string): Story =>
  story({
    files: {
      'deployment/coord.yaml': `${ONE_AGENT.replace('team:\n', 'team:\n  backend: {}\n')}  script: { kind: command, run: [node, agent.mjs], env: [COORD_BINARY] }\n`,
      'deployment/tasks/API-1.yaml': 'id: API-1\ntask: Answer\nagent: backend\nstatus: done\n',
      'deployment/tasks/UI-1.yaml': 'id: UI-1\ntask: Show it\nagent: frontend\ndependencies: [API-1]\n',
      'deployment/tasks/UI-2.yaml': 'id: UI-2\ntask: Draw it\nagent: frontend\ndependencies: [API-1]\n',
      [HANDOFF]: '---\nfrom_agent: backend\nto_agent: frontend\ntimestamp: 2025-08-11T10:00:00Z\ntask: API-1\nacknowledged:\n---\nSearches are answered.\n',
      'agent.mjs': agent,
    },
  });

it('the last task that goes on from it takes it over, in the commit that calls it done', () => {
  const made = handedOver(WORKS);
  expect(made.coord('dispatch --task UI-1').stdout).toContain('1 task done.\n');
  expect(made.read(HANDOFF)).toContain('\nacknowledged:\n');
  expect(made.coord('dispatch').stdout).toContain('1 task done.\n');
  expect(made.read(HANDOFF)).toMatch(/\nacknowledged: \{ by: frontend, at: "[^"]+Z" \}\n---\nSearches are answered\.\n$/);
  expect(made.git('log', '-1', '--format=%s', '--', HANDOFF)).toBe('UI-2: Draw it');
  expect(made.coord('handoff list --agent frontend').stdout).not.toContain('API-1');
  expect(made.git('status', '--porcelain')).toBe('');
});

it('a job that fails takes nothing over', () => {
  const made = handedOver(FAILS);
  made.coord('dispatch');
  expect([made.read(HANDOFF), made.in('../app-UI-1').read(HANDOFF)]).toEqual([expect.stringContaining('\nacknowledged:\n'), expect.stringContaining('\nacknowledged:\n')]);
});

it('an agent may take over itself what is left to it, and change nothing else of it', () => {
  const taking = handedOver(`${TAKES_OVER}${WORKS}`);
  expect(taking.coord('dispatch --task UI-1', { env: { COORD_BINARY: BINARY } }).stdout).toContain('1 task done.\n');
  expect(taking.read(HANDOFF)).toContain('\nacknowledged: { by: frontend, at: "');
  const taken = handedOver(`${TAKES_OVER.replace("'frontend']", "'frontend', '--take']")}${WORKS}`);
  taken.write(HANDOFF, taken.read(HANDOFF).replace('to_agent: frontend', 'to_agent: backend'));
  taken.git('commit', '-qam', 'To another');
  expect(taken.coord('dispatch --task UI-1', { env: { COORD_BINARY: BINARY } }).stdout).toContain(`it changed what it may not: ${HANDOFF}\n`);
  const changing = handedOver(`import { appendFileSync } from 'node:fs';\nappendFileSync('${HANDOFF}', 'And more.');\n${WORKS}`);
  expect(changing.coord('dispatch --task UI-1').stdout).toContain(`it changed what it may not: ${HANDOFF}\n`);
});
