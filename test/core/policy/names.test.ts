import { describe, expect, it } from 'vitest';
import { assemble } from '../../../src/core/documents/assemble.ts';
import { readFile } from '../../../src/core/documents/read-file.ts';
import { findAgentContradictions } from '../../../src/core/policy/agent-contradicts.ts';
import { findUnknownAgents } from '../../../src/core/policy/unknown-agent.ts';
import { findUnknownPhases } from '../../../src/core/policy/unknown-phase.ts';
import { findUnknownRuntimes } from '../../../src/core/policy/unknown-runtime.ts';
import { findUnknownTasks } from '../../../src/core/policy/unknown-task.ts';
import { findUnknownChannels } from '../../../src/core/policy/unknown-channel.ts';
import { findUnknownVerifiers } from '../../../src/core/policy/unknown-verifier.ts';
import type { AgentBrief } from '../../../src/core/documents/read-agents.ts';
import type { Config } from '../../../src/core/model.ts';
import { makeAgent, makeBlocker, makeDecision, makeHandoff, makeTask, makeWorkspace } from '../../support/records.ts';

describe('unknown-agent', () => {
  const agents = [makeAgent({ id: 'backend', name: 'Backend Agent' }), makeAgent({ id: 'frontend', aliases: ['ui'] })];

  it('looks at every field that names somebody', () => {
    const { workspace } = makeWorkspace({
      agents: [...agents, makeAgent({ id: 'qa', needs: [{ from: 'n1', label: null }, { from: 'backend', label: null }] })],
      tasks: [makeTask({ id: 'A', agent: 'n2' })],
      config: { ownership: { api: { owner: 'n3', reviewers: ['backend', 'n4'], decision_maker: 'n5' } }, severities: { P1: { agents: ['n6'] } } },
      decisions: [makeDecision('d', { owner: 'n7', reviewers: ['n8'], decisionMaker: 'n9' })],
      handoffs: [makeHandoff({ from: 'n10', to: 'n11' })],
      blockers: [makeBlocker({ task: 'A', by: 'n12', waitsOn: 'n13' })],
    });
    const found = findUnknownAgents(workspace).map(({ facts, place }) => [facts, place.file.replace('deployment/', ''), place.pointer?.join('.')]);
    expect(found).toEqual([
      [{ name: 'n2', field: 'agent', nearest: null }, 'tasks/A.yaml', 'agent'],
      [{ name: 'n1', field: 'needs.from', nearest: null }, 'coord.yaml', 'team.qa.needs.0.from'],
      [{ name: 'n3', field: 'ownership.api.owner', nearest: null }, 'coord.yaml', 'ownership.api.owner'],
      [{ name: 'n4', field: 'ownership.api.reviewers', nearest: null }, 'coord.yaml', 'ownership.api.reviewers.1'],
      [{ name: 'n5', field: 'ownership.api.decision_maker', nearest: null }, 'coord.yaml', 'ownership.api.decision_maker'],
      [{ name: 'n6', field: 'severities.P1.agents', nearest: null }, 'coord.yaml', 'severities.P1.agents.0'],
      [{ name: 'n7', field: 'owner', nearest: null }, 'decisions/d.md', 'owner'],
      [{ name: 'n8', field: 'reviewers', nearest: null }, 'decisions/d.md', 'reviewers.0'],
      [{ name: 'n9', field: 'decision_maker', nearest: null }, 'decisions/d.md', 'decision_maker'],
      [{ name: 'n10', field: 'from_agent', nearest: null }, 'handoffs/h.md', 'from_agent'],
      [{ name: 'n11', field: 'to_agent', nearest: null }, 'handoffs/h.md', 'to_agent'],
      [{ name: 'n12', field: 'by', nearest: null }, 'status/blockers/A.md', 'by'],
      [{ name: 'n13', field: 'waits_on', nearest: null }, 'status/blockers/A.md', 'waits_on'],
    ]);
  });

  it.each([['backend'], ['Backend Agent'], ['UI'], ['Frontend'], ['Any available'], ['Relevant feature owner'], ['Feature owner'], ['human:product owner'], ['external:payment provider']])('knows %s', (agent) => {
    expect(findUnknownAgents(makeWorkspace({ agents, tasks: [makeTask({ id: 'A', agent })] }).workspace)).toEqual([]);
  });

  it('suggests the nearest', () => {
    const [found] = findUnknownAgents(makeWorkspace({ agents, tasks: [makeTask({ id: 'A', agent: 'frontent' })] }).workspace);
    expect(found?.facts).toEqual({ name: 'frontent', field: 'agent', nearest: 'frontend' });
  });

  it('checks nothing without a team', () => {
    expect(findUnknownAgents(makeWorkspace({ tasks: [makeTask({ id: 'A', agent: 'anyone-at-all' })] }).workspace)).toEqual([]);
  });
});

describe('unknown-verifier', () => {
  it('finds names coord.yaml does not define', () => {
    const { workspace } = makeWorkspace({ config: { verifiers: { build: { run: ['make'] } } }, tasks: [makeTask({ id: 'A', verify: ['build', 'buidl'] })] });
    expect(findUnknownVerifiers(workspace)).toEqual([
      { code: 'unknown-verifier', place: { file: 'deployment/tasks/A.yaml', pointer: ['verify', 1] }, facts: { name: 'buidl', nearest: 'build' } },
    ]);
  });

  it('looks at what agents name, wherever they are described', () => {
    const steps = [{ name: 'build', run: 'build' }, { name: 'push', run: 'pussh', undo: 'unpush' }];
    const briefs = [{ id: 'deployer', fields: { steps }, brief: '', place: { file: 'deployment/agents/deployer.md', pointer: [] } }];
    const { workspace } = makeWorkspace({ config: { verifiers: { build: { run: ['make'] }, push: { run: ['make'] } }, team: { backend: { verifiers: ['lint'] } } }, briefs });
    expect(findUnknownVerifiers(workspace).map(({ facts, place }) => [facts, place.file, place.pointer?.join('.')])).toEqual([
      [{ name: 'lint', nearest: null }, 'deployment/coord.yaml', 'team.backend.verifiers.0'],
      [{ name: 'pussh', nearest: 'push' }, 'deployment/agents/deployer.md', 'steps.1.run'],
      [{ name: 'unpush', nearest: 'push' }, 'deployment/agents/deployer.md', 'steps.1.undo'],
    ]);
  });

  it('says nothing of one whose entry is wrong: that is told where it stands', () => {
    const config = { verifiers: { build: { run: 'make' } } };
    const reading = readFile('deployment/coord.yaml', JSON.stringify(config), 'deployment');
    const workspace = assemble([reading, readFile('deployment/tasks/A.yaml', 'id: A\ntask: A\nverify: [build, lint]\n', 'deployment')], 'deployment');
    expect(reading.problems).toMatchObject([{ code: 'schema-violation', facts: { field: 'verifiers.build.run' } }]);
    expect(findUnknownVerifiers(workspace)).toMatchObject([{ facts: { name: 'lint' } }]);
  });

  it('knows none where none are defined', () => {
    expect(findUnknownVerifiers(makeWorkspace({ tasks: [makeTask({ id: 'A', verify: ['constructor'] })] }).workspace)).toHaveLength(1);
  });
});

describe('unknown-channel', () => {
  const channels = { web: { kind: 'terminal' as const }, page: { kind: 'terminal' as const, where: '#on-call' } };
  const named = {
    team: { backend: { channel: 'weeb' }, frontend: { channel: 'web' }, writer: { channel: '#words' } },
    severities: { P0: { description: 'Down', channel: 'pages' }, P1: { description: 'Slow', channel: '#on-call' } },
    sync_points: [{ when: 'daily 09:00', channel: 'constructor' }, { when: 'on blocker' }],
    reactions: [{ on: 'task.done' as const, do: 'notify' as const }, { on: 'task.ready' as const, do: 'notify' as const, channel: '#nowhere' }],
  };
  const found = (config: Partial<Config>) => findUnknownChannels(makeWorkspace({ config, briefs: [{ id: 'ops', fields: { channel: 'opps' }, brief: '', place: { file: 'deployment/agents/ops.md', pointer: [] } }] }).workspace).map(({ facts, place }) => [facts, place.file, place.pointer?.join('.')]);

  it('looks at rules, agents, severities and sync points; a name as people call it is known to them', () => {
    expect(found({ channels, ...named })).toEqual([
      [{ name: '#nowhere', nearest: null }, 'deployment/coord.yaml', 'reactions.1.channel'],
      [{ name: 'weeb', nearest: 'web' }, 'deployment/coord.yaml', 'team.backend.channel'],
      [{ name: 'opps', nearest: null }, 'deployment/agents/ops.md', 'channel'],
      [{ name: 'pages', nearest: 'page' }, 'deployment/coord.yaml', 'severities.P0.channel'],
      [{ name: 'constructor', nearest: null }, 'deployment/coord.yaml', 'sync_points.0.channel'],
    ]);
  });

  it('where there are no channels, only a rule names one that is missing', () => {
    expect(found(named).map(([, , field]) => field)).toEqual(['reactions.1.channel']);
  });
});

describe('unknown-runtime', () => {
  const briefs: AgentBrief[] = [{ id: 'reviewer', fields: { runtime: 'clade' }, brief: '', place: { file: 'deployment/agents/reviewer.md', pointer: [] } }];
  const config: Config = { protocol: 1, team: { backend: { runtime: 'script' }, frontend: { runtime: 'constructor' }, lead: {} }, runtimes: { script: { kind: 'command', run: ['x'] }, claude: { kind: 'claude' } } };

  it('finds what coord.yaml and agents name and nobody defines', () => {
    expect(findUnknownRuntimes(makeWorkspace({ config, briefs }).workspace).map(({ facts, place }) => [facts, place.file, place.pointer?.join('.')])).toEqual([
      [{ name: 'constructor', nearest: null }, 'deployment/coord.yaml', 'team.frontend.runtime'],
      [{ name: 'clade', nearest: 'claude' }, 'deployment/agents/reviewer.md', 'runtime'],
    ]);
  });

  it('asks nothing of settings that cannot be read', () => {
    expect(findUnknownRuntimes(makeWorkspace({ config: { protocol: 1 }, briefs, configBroken: true }).workspace)).toEqual([]);
  });
});

describe('unknown-phase', () => {
  const tasks = [makeTask({ id: 'A', phase: 'foundation' }), makeTask({ id: 'B', phase: 'fundation' }), makeTask({ id: 'C' })];

  it('finds phases coord.yaml does not define', () => {
    const found = findUnknownPhases(makeWorkspace({ config: { phases: [{ id: 'foundation' }] }, tasks }).workspace);
    expect(found.map(({ facts }) => facts)).toEqual([{ name: 'fundation', nearest: 'foundation' }]);
  });

  it('takes the field as free text where no phases are defined', () => {
    expect(findUnknownPhases(makeWorkspace({ tasks }).workspace)).toEqual([]);
  });
});

describe('unknown-task', () => {
  it('finds handoffs and blockers of tasks that no file defines', () => {
    const { workspace, graph } = makeWorkspace({
      tasks: [makeTask({ id: 'API-001' })],
      handoffs: [makeHandoff({ task: 'api-001' }), makeHandoff({ task: null }), makeHandoff({ task: 'API-0001' })],
      blockers: [makeBlocker({ task: 'DB-9' })],
    });
    expect(findUnknownTasks(workspace, graph).map(({ facts, place }) => [facts, place.file])).toEqual([
      [{ id: 'API-0001', field: 'task', nearest: 'API-001' }, 'deployment/handoffs/h.md'],
      [{ id: 'DB-9', field: 'task', nearest: null }, 'deployment/status/blockers/DB-9.md'],
    ]);
  });

  it('finds what a slot goes on with, though nothing defines it', () => {
    const phases = [{ id: 'morning' }, { id: 'noon', continues: ['api-001', 'API-002'] }];
    const { workspace, graph } = makeWorkspace({ config: { phases }, tasks: [makeTask({ id: 'API-001', phase: 'morning' })] });
    expect(findUnknownTasks(workspace, graph).map(({ facts, place }) => [facts, place])).toEqual([
      [{ id: 'API-002', field: 'continues', nearest: 'API-001' }, { file: 'deployment/coord.yaml', pointer: ['phases', 1, 'continues', 1] }],
    ]);
  });
});

describe('agent-contradicts', () => {
  const brief = (fields: AgentBrief['fields']): AgentBrief => ({ id: 'backend', fields, brief: '', place: { file: 'deployment/agents/backend.md', pointer: [] } });
  const facts = (team: NonNullable<Config['team']>, fields: AgentBrief['fields']) =>
    findAgentContradictions(makeWorkspace({ config: { team }, briefs: [brief(fields)] }).workspace).map((found) => found.facts);

  it('finds a field with two values', () => {
    expect(facts({ backend: { role: 'APIs', owns: ['api/**'] } }, { role: 'API specialist', owns: ['api/**', 'db/**'] })).toEqual([
      { agent: 'backend', field: 'role', here: 'API specialist', config: 'APIs' },
      { agent: 'backend', field: 'owns', here: 'api/**, db/**', config: 'api/**' },
    ]);
  });

  it.each([
    ['the same twice', { role: 'APIs' }, { role: 'APIs' }],
    ['only one of them given', { role: 'APIs' }, { focus: 'REST' }],
    ['one left empty', { role: 'APIs', owns: [] }, { role: null, owns: ['api/**'] }],
    ['mappings in another order', { needs: [{ from: 'qa', label: 'x' }] }, { needs: [{ label: 'x', from: 'qa' }] }],
  ])('is content with %s', (_, entry, fields) => {
    expect(facts({ backend: entry }, fields)).toEqual([]);
  });
});
