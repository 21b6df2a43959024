import { describe, expect, it } from 'vitest';
import type { Blocker, Config, Task } from '../../../src/core/model.ts';
import { calledUpon } from '../../../src/core/policy/called-upon.ts';
import { makeAgent, makeBlocker, makeTask } from '../../support/records.ts';

const AGENTS = [makeAgent({ id: 'frontend', name: 'Frontend Agent', owns: ['web/**'], lead: '@pm' }), makeAgent({ id: 'backend', owns: ['api/**'], lead: 'ops-lead' }), makeAgent({ id: 'pm', aliases: ['Project Manager'] })];
const OWNERSHIP: Config['ownership'] = { contracts: { owner: 'Backend', paths: ['api/openapi/**'] }, style: { owner: 'Style owner', paths: ['css/**'] } };

const called = (severity: NonNullable<NonNullable<Config['severities']>['P1']>, task: Partial<Task> | null = {}, blocker: Partial<Blocker> = {}) =>
  calledUpon(makeBlocker({ task: 'A-1', severity: 'P1', ...blocker }), task && makeTask({ id: 'A-1', ...task }), { severities: { P1: severity }, ownership: OWNERSHIP }, AGENTS);

describe('who is called upon', () => {
  it('those the severity requires, by any of their names, each once', () => {
    expect(called({ agents: ['Frontend Agent', '@agent-frontend', 'Project Manager'] }).required).toEqual(['frontend', 'pm']);
  });

  it.each([
    ['the owner of the area its files lie in', { files: ['api/openapi/orders.yaml'] }, ['backend']],
    ['the member who owns its files', { files: ['web/cart/**'] }, ['frontend']],
    ['all owners of its files', { files: ['web/**', 'api/**'] }, ['backend', 'frontend']],
    ['whose task it is, where nobody owns its files', { files: ['docs/**'], agent: 'pm' }, ['pm']],
    ['a role stays one, where it leads to another role', { files: ['css/a.css'] }, ['Style owner']],
    ['a role stays one, where nobody is known', {}, ['Relevant feature owner']],
    ['a role stays one, where no file defines the task', null, ['Relevant feature owner']],
  ] as const)('for "Relevant feature owner": %s', (_, task, required) => {
    expect(called({ agents: ['Relevant feature owner'] }, task)).toEqual({ required, escalation: required });
  });

  it('roles that are nobody in particular stay as they are written', () => {
    expect(called({ agents: ['Any available'] }, { files: ['web/**'] }).required).toEqual(['Any available']);
  });

  it('not who raised it', () => {
    expect(called({ agents: ['frontend', 'backend'] }, {}, { by: 'frontend' }).required).toEqual(['backend']);
  });

  it.each([
    ['goes to those the severity names for it', { agents: ['backend'], escalate: ['pm', 'human:alice'] }, {}, ['pm', 'human:alice']],
    ['else to those it requires', { agents: ['backend'] }, {}, ['backend']],
    ['else to the lead of whom it waits on', {}, { waitsOn: 'backend', by: 'frontend' }, ['ops-lead']],
    ['else to the lead of who raised it', {}, { waitsOn: 'human:alice', by: 'frontend' }, ['pm']],
    ['else to nobody', {}, { waitsOn: 'human:alice' }, []],
  ] as const)('escalation %s', (_, severity, blocker, escalation) => {
    expect(called({ ...severity, agents: [...('agents' in severity ? severity.agents : [])], escalate: [...('escalate' in severity ? severity.escalate : [])] }, {}, blocker).escalation).toEqual(escalation);
  });
});
