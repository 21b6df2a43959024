/** A small project: three ready tasks, a chain behind each, a blocker, a gate, a handoff, a decision. */

const CONFIG = `protocol: 1
project: website
timezone: UTC
team:
  frontend: {name: Frontend Agent, role: Builds the pages, owns: ["web/**"], needs: [{from: backend, label: API Contract}]}
  backend: {name: Backend Agent, role: Builds the API}
  infrastructure: {name: Infrastructure Agent, role: Runs the machines, owns: ["infra/**"]}
ownership:
  pages: {owner: frontend, reviewers: [backend], paths: ["web/**"]}
phases:
  - {id: build, gate: GATE-001}
  - {id: launch}
severities:
  P1: {respond: 1 hour}
verifiers:
  build: {run: [npm, run, build]}
risks:
  - {risk: Replication lag, owner: infrastructure, mitigation: Watch the replicas}
`;

const QUEUE = `task_queue:
  high_priority:
    - id: FIX-001
      task: Fix website deployment
      agent: frontend
      deadline: 2025-08-11
      files: ["web/deploy/**"]
      actions: [Read the build log, Correct the base path]
      acceptance: [The start page loads]
      verify: [build]
    - id: UI-004
      task: Build the start page
      agent: frontend
      dependencies: [FIX-001, {id: API-001, label: API Contract}]
  medium_priority:
    - id: INFRA-001
      task: Deploy PostgreSQL
      agent: infrastructure
    - id: API-001
      task: Serve the catalogue
      agent: backend
      dependencies: [{id: INFRA-001, label: Database Ready}]
      phase: build
    - id: API-002
      task: Serve the search
      agent: backend
      dependencies: [API-001]
    - id: GATE-001
      task: Sign off the build
      kind: gate
      dependencies: [UI-004]
      phase: build
    - id: SEO-001
      task: Write the sitemap
      phase: launch
      agent: frontend
  low_priority:
    - id: DOC-001
      task: Describe the deployment
      files: ["web/deploy/README.md"]
    - id: OPS-001
      task: Rotate the keys
      agent: infrastructure
    - id: OLD-001
      task: Choose a host
      agent: infrastructure
      status: done
`;

const BLOCKER = `---
task: OPS-001
by: infrastructure
severity: P1
waits_on: human:alice
needed: The password of the vault
raised: 2025-08-12T09:00:00Z
---
`;

const HANDOFF = `---
from_agent: infrastructure
to_agent: frontend
timestamp: 2025-08-11T10:00:00Z
task: FIX-001
task_completed: [Chose a host]
next_steps: [Point the domain at it]
---
`;

const DECISION = `---
title: Pages are static
status: accepted
area: pages
scope: ["web/**"]
---
`;

export const WEBSITE: Readonly<Record<string, string>> = {
  'deployment/coord.yaml': CONFIG,
  'deployment/tasks/queue.yaml': QUEUE,
  'deployment/status/blockers/2025-08-12-OPS-001-a1b2.md': BLOCKER,
  'deployment/handoffs/2025-08-11-infrastructure-FIX-001-c3d4-handoff.md': HANDOFF,
  'deployment/decisions/2025-08-10-static-e5f6.md': DECISION,
};
