/** The blocks of the document this tool grew out of, pasted into their files as they were written, are understood. */
import { describe, expect, it } from 'vitest';
import { describeProblem } from '../../../src/present/checks/describe-problem.ts';
import { memoryView } from '../../support/memory-view.ts';

const TEAM = `protocol: 1
team:
  infrastructure:
    name: Infrastructure Agent
  backend:
    name: Backend Agent
  frontend:
    name: Frontend Agent
  realtime:
    name: Real-time Agent
  integration:
    name: Integration Agent
  testing:
    name: Testing Agent
`;

const QUEUE = `task_queue:
  high_priority:
    - id: "FIX-001"
      task: "Fix website deployment"
      agent: "Frontend"
      deadline: "2025-08-12"
      dependencies: []
      
  medium_priority:
    - id: "INFRA-001"
      task: "Deploy PostgreSQL"
      agent: "Infrastructure"
      deadline: "2025-08-13"
      dependencies: []
      
  low_priority:
    - id: "MOB-001"
      task: "Mobile app setup"
      agent: "Integration"
      deadline: "2025-09-20"
      dependencies: ["API-001", "AUTH-001"]
`;

const OWNERSHIP = `conflict_resolution:
  database_schema:
    owner: "Backend Agent"
    reviewers: ["Infrastructure Agent"]
    decision_maker: "Backend Agent"
    
  api_contracts:
    owner: "Backend Agent"
    reviewers: ["Frontend Agent", "Integration Agent"]
    decision_maker: "Backend Agent"
    
  deployment_config:
    owner: "Infrastructure Agent"
    reviewers: ["Backend Agent"]
    decision_maker: "Infrastructure Agent"
`;

const METRICS = `agent_metrics:
  task_completion_rate:
    target: 90%
    measurement: "Tasks completed on time / Total tasks"
    
  handoff_quality:
    target: 95%
    measurement: "Successful handoffs / Total handoffs"
    
  blocker_resolution_time:
    target: "< 4 hours"
    measurement: "Time from blocker raised to resolved"
    
  test_coverage:
    target: 80%
    measurement: "Lines covered / Total lines"
`;

const SEVERITIES = `severity_levels:
  P0_critical:
    description: "Production down"
    response_time: "15 minutes"
    agents_required: ["Infrastructure", "Backend"]
    
  P1_high:
    description: "Major feature broken"
    response_time: "1 hour"
    agents_required: ["Relevant feature owner"]
    
  P2_medium:
    description: "Minor feature issue"
    response_time: "4 hours"
    agents_required: ["Feature owner"]
    
  P3_low:
    description: "Cosmetic issue"
    response_time: "Next business day"
    agents_required: ["Any available"]
`;

const DASHBOARD = `dashboard_config:
  refresh_interval: 300  # 5 minutes
  
  widgets:
    - type: "progress_bar"
      data: "overall_completion"
      
    - type: "agent_status"
      data: "all_agents"
      
    - type: "blocker_list"
      data: "current_blockers"
      
    - type: "timeline"
      data: "milestone_progress"
      
    - type: "metrics"
      data: "performance_metrics"
`;

const HANDOFF = `handoff_template:
  from_agent: "Agent Name"
  to_agent: "Target Agent"
  timestamp: "ISO 8601"
  task_completed: 
    - "List of completed items"
  dependencies_ready:
    - "List of ready dependencies"
  blockers:
    - "Any blocking issues"
  next_steps:
    - "Recommended next actions"
  artifacts:
    - path: "File paths"
      description: "What the artifact contains"
  notes: "Additional context"
`;

const STATUS = `## Infrastructure Agent Status
**Last Updated**: 2025-08-10 14:00
**Current Task**: PostgreSQL deployment
**Progress**: 60%
**Blockers**: None
**Next Update**: 2025-08-10 18:00

## Backend Agent Status
**Last Updated**: 2025-08-10 14:30
**Current Task**: Waiting for database
**Progress**: 0%
**Blockers**: Database not ready
**Next Update**: When unblocked
`;

const read = (files: Readonly<Record<string, string>>) => memoryView(new Map(Object.entries(files).map(([path, text]) => [`deployment/${path}`, text])), 'deployment');
const told = ({ problems }: ReturnType<typeof read>) => problems.map((found) => [found.code, `${found.place.file}:${String(found.at.line)}:${String(found.at.column)}`, describeProblem(found).sentence]);

const CONFIG = TEAM + OWNERSHIP + METRICS + SEVERITIES + DASHBOARD;

describe('the queue', () => {
  const view = read({ 'coord.yaml': TEAM, 'tasks/queue.yaml': QUEUE });

  it('gives three tasks with their priority, agent, deadline and dependencies', () => {
    expect(view.workspace().tasks.map(({ id, title, agent, priority, deadline, dependencies }) => [id, title, agent, priority, deadline, dependencies.map((dependency) => dependency.id)])).toEqual([
      ['FIX-001', 'Fix website deployment', 'frontend', 'high', '2025-08-12', []],
      ['INFRA-001', 'Deploy PostgreSQL', 'infrastructure', 'medium', '2025-08-13', []],
      ['MOB-001', 'Mobile app setup', 'integration', 'low', '2025-09-20', ['API-001', 'AUTH-001']],
    ]);
  });

  it('lacks the two tasks that MOB-001 waits for, and nothing else', () => {
    expect(told(view)).toEqual([
      ['missing-dependency', 'deployment/tasks/queue.yaml:21:22', 'MOB-001 waits for API-001, which no file defines.'],
      ['missing-dependency', 'deployment/tasks/queue.yaml:21:33', 'MOB-001 waits for AUTH-001, which no file defines.'],
    ]);
  });
});

describe('coord.yaml made of the other blocks', () => {
  const view = read({ 'coord.yaml': CONFIG });
  const { config } = view.workspace();

  it('is understood under today\'s names', () => {
    expect(Object.keys(config)).toEqual(['protocol', 'team', 'ownership', 'targets', 'severities', 'dashboard']);
    expect(config.ownership?.['api_contracts']).toEqual({ owner: 'Backend Agent', reviewers: ['Frontend Agent', 'Integration Agent'], decision_maker: 'Backend Agent' });
    expect(config.targets?.['blocker_resolution_time']?.target).toBe('< 4 hours');
    expect(Object.values(config.severities ?? {}).map((level) => (level as { respond: string }).respond)).toEqual(['15 minutes', '1 hour', '4 hours', 'Next business day']);
    expect(config.severities?.P0?.agents).toEqual(['Infrastructure', 'Backend']);
    expect(config.dashboard).toMatchObject({ refresh_interval: 300, widgets: { length: 5 } });
  });

  it('has nothing wrong but the older names', () => {
    expect(told(view).map(([code]) => code)).toEqual(Array.from({ length: 16 }, () => 'old-name'));
    expect(new Set(view.problems.map(({ facts }) => ('name' in facts ? facts.name : '')))).toEqual(new Set(['ownership', 'targets', 'severities', 'P0', 'P1', 'P2', 'P3', 'respond', 'agents', 'dashboard']));
  });
});

describe('the status page', () => {
  const view = read({ 'coord.yaml': TEAM, 'tasks/queue.yaml': QUEUE.replace('["API-001", "AUTH-001"]', '[]'), 'status/current-status.md': STATUS });

  it('gives a section an agent', () => {
    expect(view.workspace().status.map(({ agent, lastUpdated, currentTask, progress, blockers, nextUpdate }) => [agent, lastUpdated, currentTask, progress, blockers, nextUpdate])).toEqual([
      ['infrastructure', '2025-08-10 14:00', 'PostgreSQL deployment', 60, 'None', '2025-08-10 18:00'],
      ['backend', '2025-08-10 14:30', 'Waiting for database', 0, 'Database not ready', 'When unblocked'],
    ]);
  });

  it('contradicts nothing', () => {
    expect(told(view)).toEqual([]);
  });
});

describe('the handoff template', () => {
  it.each([
    ['as front matter', `---\n${HANDOFF}---\n`, 3],
    ['as a block in a page', `# Handoff\n\n\`\`\`yaml\n${HANDOFF}\`\`\`\n`, 5],
  ])('%s is one problem', (_, text, line) => {
    expect(told(read({ 'coord.yaml': TEAM, 'handoffs/2025-08-10-backend-handoff.md': text }))).toEqual([
      ['placeholder', `deployment/handoffs/2025-08-10-backend-handoff.md:${String(line)}:15`, 'from_agent, to_agent, timestamp, task_completed and 5 more still hold the placeholders of the template.'],
    ]);
  });

  it('filled in is a handoff', () => {
    const filled = HANDOFF.replace('Agent Name', 'Backend Agent').replace('Target Agent', 'Frontend').replace('ISO 8601', '2025-08-10T14:00:00Z').replace('List of completed items', 'Endpoints').replace('List of ready dependencies', 'API')
      .replace('Any blocking issues', 'None so far').replace('Recommended next actions', 'Build the forms').replace('File paths', 'api/openapi.json').replace('What the artifact contains', 'The endpoints').replace('Additional context', 'Ask early');
    const view = read({ 'coord.yaml': TEAM, 'handoffs/2025-08-10-backend-handoff.md': `---\n${filled}---\n` });
    expect(told(view)).toEqual([]);
    expect(view.workspace().handoffs[0]).toMatchObject({ from: 'backend', to: 'frontend', completed: ['Endpoints'], artifacts: [{ path: 'api/openapi.json', description: 'The endpoints' }], notes: 'Ask early' });
  });
});
