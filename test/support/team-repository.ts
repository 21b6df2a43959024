/** A committed workspace of three agents and a few tasks, on real git. */
import { makeRepository } from './repository.ts';
import type { TestRepository } from './repository.ts';

export const COORD_YAML = `protocol: 1
project: app
commit: true
team:
  frontend: { name: Frontend Agent, branch: "frontend/{task}" }
  backend: { name: Backend Agent }
  testing: { name: Testing Agent }
verifiers:
  build: { run: [node, -e, "process.exit(0)"] }
`;

export const TASKS: Readonly<Record<string, string>> = {
  'FIX-001': 'id: FIX-001\ntask: Fix website deployment\nagent: frontend\npriority: high\nfiles: [web/**]\nacceptance: [build passes]\nverify: [build]\n',
  'INFRA-001': 'id: INFRA-001\ntask: Deploy PostgreSQL\nagent: backend\npriority: medium\n',
  'UI-004': 'id: UI-004\ntask: Show the chart\nagent: frontend\npriority: low\ndependencies: [FIX-001]\nfiles: [web/chart/**]\n',
  'DOC-001': 'id: DOC-001\ntask: Write it down\npriority: low\nfiles: [docs/**]\n',
};

export function teamRepository(files: Readonly<Record<string, string>> = {}): TestRepository {
  const tasks = Object.entries(TASKS).map(([id, text]) => [`deployment/tasks/${id}.yaml`, text] as const);
  return makeRepository({ files: { 'deployment/coord.yaml': COORD_YAML, ...Object.fromEntries(tasks), ...files } });
}
