/** The plan's forms, read by their own parsers, with titles that mean harm. */
import ICAL from 'ical.js';
import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { VERBS } from '../../src/cli/verbs.ts';
import { memoryPorts } from '../support/memory-ports.ts';
import { mermaidKind } from '../support/read-mermaid.ts';
import { shell } from '../support/shell.ts';

const HOSTILE = ['section a: b; c # d %% e', 'title x', 'click <b>&amp;"\'</b> ]]> --> |', 'line\nbreak\u0007\u202Eevil', 'ünïcode 日本語 🚀', 'x'.repeat(10_000), ':', '%%{init: {}}%%'];

const FILES = {
  'deployment/coord.yaml': 'protocol: 1\nproject: "a: <b>"\ntimezone: Europe/Berlin\nteam:\n  one: { hours: "24/7" }\nsync_points:\n  - { when: daily 09:00, about: "x; y: <z>" }\n',
  ...Object.fromEntries(HOSTILE.map((task, at) => [`deployment/tasks/T-${at}.yaml`, `id: T-${at}\ntask: ${JSON.stringify(task)}\nestimate: 2-4 hours\nkind: ${at === 3 ? 'milestone' : 'task'}\n${at === 5 ? 'deadline: 2025-08-12\n' : ''}`])),
};

async function drawn(format: string): Promise<string> {
  const { stdout, exit } = await shell(VERBS, ['plan', '--from', '2025-08-11', '--format', format], { ports: memoryPorts({ files: FILES }) });
  expect(exit).toBe(0);
  return stdout;
}

test('mermaid reads the gantt chart', async () => {
  expect(await mermaidKind(await drawn('mermaid'))).toBe('gantt');
});

test('a calendar reads tasks, milestones, deadlines and sync points', async () => {
  const events = new ICAL.Component(ICAL.parse(await drawn('ics')) as unknown[]).getAllSubcomponents('vevent');
  expect(events).toHaveLength(HOSTILE.length + 2);
  expect(events.filter((event) => event.getFirstProperty('rrule') !== null)).toHaveLength(1);
});

test('the picture is well-formed, has a title and a description, and runs nothing', async () => {
  const { document } = new JSDOM(await drawn('svg'), { contentType: 'image/svg+xml' }).window;
  expect(document.documentElement.getAttribute('role')).toBe('img');
  expect(document.querySelector('svg > title')?.textContent).toBe('Plan of a: <b>');
  expect(document.querySelector('svg > desc')?.textContent).toContain('8 open tasks');
  expect(document.querySelectorAll('script, foreignObject, image, a')).toHaveLength(0);
});

test.each([
  ['no task', {}, 'There is no task to plan yet: coord task add "..."'],
  ['nothing open', { 'deployment/tasks/A.yaml': 'id: A\ntask: A\nstatus: done\n' }, 'Nothing is left to plan: all tasks are done.'],
  ['a circle', { 'deployment/tasks/A.yaml': 'id: A\ntask: A\ndependencies: [A]\n' }, 'Nothing can be planned.', '1 task cannot be planned. Which, and why: coord plan'],
])('of a plan with %s each form says that, and is what it is', async (_, tasks, first, talk = first) => {
  const ports = () => memoryPorts({ files: { 'deployment/coord.yaml': 'protocol: 1\n', ...tasks } });
  const answers = await Promise.all(['text', 'mermaid', 'svg', 'ics'].map((format) => shell(VERBS, ['plan', '--format', format], { ports: ports() })));
  expect(answers.map(({ exit }) => exit)).toEqual([0, 0, 0, 0]);
  expect(answers[0]?.stdout.startsWith(first)).toBe(true);
  for (const { stderr } of answers.slice(1)) expect(stderr).toContain(talk);
  expect(await mermaidKind(answers[1]?.stdout ?? '')).toBe('gantt');
  expect(new JSDOM(answers[2]?.stdout ?? '', { contentType: 'image/svg+xml' }).window.document.querySelector('svg > desc')?.textContent).toBe(first);
  expect(new ICAL.Component(ICAL.parse(answers[3]?.stdout ?? '') as unknown[]).getAllSubcomponents('vevent')).toEqual([]);
});

test('the gantt chart keeps the order of the team, makes room for long names, and shows the first of many sync points', async () => {
  const task = (id: string, agent: string): Record<string, string> => ({ [`deployment/tasks/${id}.yaml`]: `id: ${id}\ntask: ${id}\nagent: ${agent}\nestimate: 40 days\n` });
  const team = 'protocol: 1\nteam:\n  zoe: { hours: "24/7" }\n  machine-learning-engineer: { hours: "24/7" }\nsync_points:\n  - { when: daily 09:00, about: Check }\n';
  const ports = memoryPorts({ files: { 'deployment/coord.yaml': team, ...task('A', 'machine-learning-engineer'), ...task('B', 'zoe') } });
  const { stdout } = await shell(VERBS, ['plan', '--from', '2025-08-11', '--format', 'mermaid'], { ports });
  expect(await mermaidKind(stdout)).toBe('gantt');
  expect(stdout).toContain('%%{init: {"gantt": {"leftPadding": 149}}}%%\n');
  expect(stdout.match(/section .*/g)).toEqual(['section zoe', 'section machine-learning-engineer', 'section Sync points, 8 of 13']);
  expect(stdout.match(/:milestone, s\d+/g)).toHaveLength(8);
});
