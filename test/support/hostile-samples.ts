/** A good file of every kind, holding most of what such a file may hold. */

export const SAMPLES: Readonly<Record<string, string>> = {
  'deployment/coord.yaml': `# The team
protocol: 1
project: shop
timezone: Europe/Berlin   # where we are
commit: true
claims: local

team:
  backend:
    name: Backend Agent
    aliases: [API, "Server Side"]
    role: 'API Specialist'
    owns: ["backend/**", api]
    needs:
      - { from: infra, label: Database Ready }
    commands:
      - npm test
  infra: { name: Infra, lead: backend }

conflict_resolution:
  api: { owner: backend, reviewers: [infra], decision_maker: backend, paths: ["api/**"] }

phases:
  - id: one
    mode: parallel
    gate: GATE-1
    start: 2025-08-11
  - { id: two, mode: sequential }

severity_levels:
  P0_critical:
    description: All is down
    response_time: 15 minutes
    agents_required: [infra]

verifiers:
  build: { run: [npm, run, build], timeout: 10m }
limits: { lease: 2h }
`,
  'deployment/tasks/queue.yaml': `task_queue:
  high_priority:
    - id: FIX-001
      task: Fix website deployment
      agent: frontend
      deadline: 2025-08-12
      dependencies: []

    # the database first
    - id: INFRA-001
      task: "Deploy PostgreSQL: 16"
      agent: infra
      estimate: 3-4 hours
      dependencies:
        - FIX-001
        - { id: API-001, label: Schema Ready }
  medium_priority:
    - {id: API-001, task: 'It''s an API', status: in_progress, progress: 40, files: [api, "src/**"]}
  low_priority:
`,
  'deployment/tasks/API-002.yaml': `id: API-002

task: List orders   # by day

agent: backend

priority: high

kind: task

status: done

progress:

dependencies: [FIX-001]

phase: one

group:

estimate: 2 days

deadline: 2025-08-14T12:00:00+02:00

files: ["api/**", src/orders.ts]

actions:
  - Write it
  - "Test it: twice"

acceptance:
  - >-
    Answers in
    time

verify: [build]

artifacts: []

started: 2025-08-10

completed: 2025-08-11

proof: { head: 0123456789012345678901234567890123456789, tree: "0123456789012345678901234567890123456789", verified: [{ name: build, exit_code: 0, at: "2025-08-11T10:00:00Z" }] }

notes: |
  Two lines,
    one indented.

x-board: { lane: 3, tags: [a, b] }
`,
  'deployment/agents/backend.md': `---
name: Backend Agent
role: API Specialist
owns: ["backend/**"]
needs: [{ from: infra, label: Database Ready }]
---

# Brief

Reads \`api/\` first.
`,
  'deployment/handoffs/2025-08-10-backend-API-001-q7w8-handoff.md': `---
from_agent: backend
to_agent: frontend
timestamp: 2025-08-10T14:00:00Z
task: API-001
task_completed:
  - Endpoints for orders
dependencies_ready: [orders]
artifacts:
  - path: api/openapi.json
    description: What each endpoint takes
head: 0123456789abcdef0123456789abcdef01234567
token: 3
verification:
  - { name: build, command: npm run build, exit_code: 0, at: "2025-08-10T13:59:00Z" }
acknowledged: { by: frontend, at: "2025-08-10T15:00:00Z" }
---

Mind the paging.
`,
  'deployment/handoffs/2025-08-11-infra-handoff.md': `# Handoff

\`\`\`yaml
handoff_template:
  from_agent: infra
  to_agent: backend
  task_completed: [Database]
  artifacts:
    - path: infra/db.tf
      description: The database
\`\`\`

More words.
`,
  'deployment/decisions/2025-08-10-cache-k3f9.md': `---
title: One cache
status: proposed
area: api
owner: backend
reviewers: [infra, "Relevant feature owner"]
proposed: 2025-08-10
deadline: 2025-08-11
decision_maker: backend
supersedes: [2025-08-01-redis-a1b2]
scope: ["api/**"]
---

Because.
`,
  'deployment/status/blockers/2025-08-12-API-001-m4c7.md': `---
task: API-001
by: backend
severity: P1
waits_on: human:lee
needed: "The password: for the database"
raised: 2025-08-12T09:00:00Z
acknowledged:
resolved:
---

Asked twice.
`,
  'deployment/status/current-status.md': `# Status

## Backend Agent Status
**Last Updated**: 2025-08-10 14:00
**Current Task**: API-001
- **Progress**: 40%
**Blockers**: none
**Next Update**: tomorrow

## Notes
Nothing.
`,
  'deployment/decisions/architecture-decisions.md': '# Decisions\n\nNone.\n',
};
