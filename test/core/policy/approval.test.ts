import { describe, expect, it } from 'vitest';
import type { Config, Task } from '../../../src/core/model.ts';
import { findMissingApprovals } from '../../../src/core/policy/approval-missing.ts';
import { lackingApprovers } from '../../../src/core/policy/approval.ts';
import { isAnybodyWaitedFor, waitingOn } from '../../../src/core/policy/waiting-on.ts';
import { layersOf } from '../../../src/core/graph/layers.ts';
import { readinessOf } from '../../../src/core/schedule/readiness.ts';
import { takeSurvey } from '../../../src/core/take-survey.ts';
import type { Workspace } from '../../../src/core/documents/workspace.ts';
import { makeAgent, makeBlocker, makeDecision, makeTask, makeWorkspace } from '../../support/records.ts';

const AGENTS = [makeAgent({ id: 'pm', name: 'Project Manager' }), makeAgent({ id: 'dev' })];
const CONFIG: Config = { protocol: 1, phases: [{ id: 'build', gate: 'gate-1', approvers: ['Project Manager', 'human:alice'] }, { id: 'launch' }] };
const yes = (by: string): Task['approval'] => ({ approved: true, by, at: '2025-08-12', note: null });
const no = (by: string): Task['approval'] => ({ approved: false, by, at: '2025-08-12', note: null });
const lacking = (fields: Partial<Omit<Task, 'dependencies'>>) => lackingApprovers(makeTask({ id: 'A-1', ...fields }), { config: CONFIG, agents: AGENTS });

describe('who may approve a task that nobody has approved', () => {
  it.each([
    ['nobody has to', {}, []],
    ['those it names', { approvers: ['dev'] }, ['dev']],
    ['those its phase names for the gate, by their ids', { id: 'GATE-1' }, ['pm', 'human:alice']],
    ['those the gate names itself, before its phase', { id: 'GATE-1', approvers: ['dev'] }, ['dev']],
    ['it is approved', { approvers: ['dev', 'pm'], approval: yes('pm') }, []],
    ['it is approved by a person, in other letters', { approvers: ['human:alice'], approval: yes('human:Alice') }, []],
    ['a role is anybody', { approvers: ['Any available'], approval: yes('dev') }, []],
    ['a no is an answer, but none that lets it pass', { approvers: ['pm'], approval: no('pm') }, ['pm']],
    ['a yes of somebody else is none', { approvers: ['pm'], approval: yes('dev') }, ['pm']],
    ['an agent is no person of that name', { approvers: ['human:pm'], approval: yes('pm') }, ['human:pm']],
  ] as const)('%s', (_, fields, expected) => {
    expect(lacking({ ...fields, approvers: [...('approvers' in fields ? fields.approvers : [])] })).toEqual(expected);
  });
});

describe('a gate that needs approval', () => {
  const tasks = (gate: Partial<Omit<Task, 'dependencies'>>) => [makeTask({ id: 'GATE-1', kind: 'gate', phase: 'build', ...gate }), makeTask({ id: 'B-1', phase: 'launch' }), makeTask({ id: 'C-1', dependencies: ['GATE-1'] })];
  const holds = (gate: Partial<Omit<Task, 'dependencies'>>) => {
    const { workspace, graph } = makeWorkspace({ config: CONFIG, agents: AGENTS, tasks: tasks(gate) });
    const readiness = readinessOf(workspace, graph, layersOf(graph));
    return { satisfied: readiness.satisfied[0], why: graph.tasks.map((_, at) => readiness.holds(at).map(({ why }) => why)), problems: findMissingApprovals(workspace).map(({ facts }) => facts) };
  };

  it('keeps its phase shut, though it is marked as done', () => {
    const missing = { id: 'GATE-1', approvers: ['pm', 'human:alice'], by: null, approved: false };
    expect(holds({ status: 'done' })).toEqual({ satisfied: 0, why: [['approval'], ['phase'], ['waits-for']], problems: [missing] });
    expect(holds({ status: 'done', approval: yes('dev') }).problems).toEqual([{ ...missing, by: 'dev', approved: true }]);
  });

  it('opens it when it is approved and done', () => {
    expect(holds({ status: 'done', approval: yes('pm') })).toEqual({ satisfied: 1, why: [[], [], []], problems: [] });
  });

  it('is no work where nothing proves it, and work where something does', () => {
    expect(holds({}).why[0]).toEqual(['approval']);
    expect(holds({ verify: ['build'] }).why[0]).toEqual([]);
  });
});

describe('what waits for somebody', () => {
  const records = (parts: Partial<Workspace>) => {
    const { workspace, graph } = makeWorkspace({ config: CONFIG, agents: AGENTS, ...parts });
    return takeSurvey(workspace, graph, () => []);
  };
  const NOON = Date.parse('2025-08-12T12:00:00Z');
  const waits = (who: string, parts: Partial<Workspace>) => {
    const { blockers, feedback, verdicts, approvals } = waitingOn([who], records(parts), NOON);
    return { blockers: blockers.map(({ task }) => task), feedback: feedback.map(({ decision }) => decision.title), verdicts: verdicts.map(({ decision }) => decision.title), approvals: approvals.map(({ id }) => id) };
  };
  const NOTHING = { blockers: [], feedback: [], verdicts: [], approvals: [] };

  it('blockers on them that they have not answered, gravest first', () => {
    const blockers = [makeBlocker({ task: 'B-1', waitsOn: 'dev' }), makeBlocker({ task: 'C-1', waitsOn: 'dev', severity: 'P0' }), makeBlocker({ task: 'D-1', waitsOn: 'pm' }), makeBlocker({ task: 'E-1', waitsOn: 'dev', approval: no('dev') }), makeBlocker({ task: 'F-1', waitsOn: 'dev', resolved: '2025-08-12' })];
    expect(waits('dev', { blockers })).toEqual({ ...NOTHING, blockers: ['C-1', 'B-1'] });
  });

  it('proposals they review, and ripe ones they decide', () => {
    const open = { status: 'proposed', proposed: '2025-08-12T11:00:00Z', decisionMaker: 'pm', reviewers: ['dev'] } as const;
    const decisions = [makeDecision('open', open), makeDecision('late', { ...open, proposed: '2025-08-10T11:00:00Z' }), makeDecision('old', { ...open, status: 'accepted' })];
    expect(waits('dev', { decisions })).toEqual({ ...NOTHING, feedback: ['open', 'late'] });
    expect(waits('pm', { decisions })).toEqual({ ...NOTHING, verdicts: ['late'] });
  });

  it('gates with nothing else left, and tasks in review', () => {
    const asked = { approvers: ['human:alice'] } as const;
    const tasks = [
      makeTask({ id: 'GATE-2', kind: 'gate', ...asked }),
      makeTask({ id: 'GATE-3', kind: 'gate', dependencies: ['GATE-2'], ...asked }),
      makeTask({ id: 'A-1', status: 'review', ...asked }),
      makeTask({ id: 'A-2', ...asked }),
      makeTask({ id: 'A-3', status: 'review', ...asked, approval: no('human:alice') }),
    ];
    expect(waits('human:Alice', { tasks })).toEqual({ ...NOTHING, approvals: ['GATE-2', 'A-1'] });
    expect(waits('dev', { tasks })).toEqual(NOTHING);
  });

  it('nobody is asked who they are where nobody is waited for', () => {
    expect(isAnybodyWaitedFor(records({ blockers: [makeBlocker({ task: 'A-1' })], decisions: [makeDecision('old')] }))).toBe(false);
    expect(isAnybodyWaitedFor(records({ blockers: [makeBlocker({ task: 'A-1', waitsOn: 'dev' })] }))).toBe(true);
  });
});
