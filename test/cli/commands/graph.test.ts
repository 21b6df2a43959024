import { describe, expect, it } from 'vitest';
import { coord, said } from '../../support/website-shell.ts';

const file = (name: string, text: string) => ({ [`deployment/tasks/${name}.yaml`]: text });

describe('coord graph', () => {
  it('is a tree from what waits for nothing', async () => {
    expect(await said('graph')).toBe(`\
FIX-001 todo  Fix website deployment
└─ UI-004 todo  Build the start page
   └─ GATE-001 todo  Sign off the build
INFRA-001 todo  Deploy PostgreSQL
└─ [Database Ready] API-001 todo  Serve the catalogue
   ├─ [API Contract] UI-004 (see above)
   └─ API-002 todo  Serve the search
SEO-001 todo  Write the sitemap
DOC-001 todo  Describe the deployment
OPS-001 todo  Rotate the keys
OLD-001 done  Choose a host
`);
  });

  it('shows who hands what to whom', async () => {
    expect(await said('graph --agents')).toBe(`\
infrastructure  Infrastructure Agent
└─ [Database Ready] backend  Backend Agent
   └─ [API Contract] frontend  Frontend Agent
`);
  });

  it('can begin at one task, and show only the longest chain', async () => {
    expect(await said('graph --from api-001')).toBe(`\
API-001 todo  Serve the catalogue
├─ [API Contract] UI-004 todo  Build the start page
│  └─ GATE-001 todo  Sign off the build
└─ API-002 todo  Serve the search
`);
    expect(await said('graph --critical')).toBe(`\
INFRA-001 todo  Deploy PostgreSQL
└─ [Database Ready] API-001 todo  Serve the catalogue
   └─ [API Contract] UI-004 todo  Build the start page
      └─ GATE-001 todo  Sign off the build
`);
  });

  it('refuses what is about tasks where agents are asked for', async () => {
    const usage = (option: string) => ({ exit: 2, stdout: '', stderr: `coord graph --agents takes no ${option}, which is about tasks.\nHow it is used: coord help graph\n` });
    expect(await coord('graph --agents --from API-001')).toEqual(usage('--from'));
    expect(await coord('graph --agents --critical')).toEqual(usage('--critical'));
  });

  it('shows circles and missing tasks', async () => {
    const files = { 'deployment/coord.yaml': 'protocol: 1\n', ...file('a', 'id: A\ntask: A\ndependencies: [B]\n'), ...file('b', 'id: B\ntask: B\ndependencies: [A, C]\n') };
    expect((await coord('graph', { files })).stdout).toBe('C  no file defines it\n└─ B todo  B\n   └─ A todo  A\n      └─ B (see above)\n'.replace('todo  B', 'todo').replace('todo  A', 'todo'));
  });

  it('draws a chain of any length, from the margin again where it is too deep', async () => {
    const count = 3000;
    const tasks = Array.from({ length: count }, (_, index) => `    - {id: T-${index}, task: T, dependencies: [${index === 0 ? '' : `T-${index - 1}`}]}`);
    const files = { 'deployment/coord.yaml': 'protocol: 1\n', 'deployment/tasks/q.yaml': `task_queue:\n  low_priority:\n${tasks.join('\n')}\n` };
    const { exit, stdout } = await coord('graph', { files });
    expect({ exit, lines: stdout.split('\n').length - 1 }).toEqual({ exit: 0, lines: count + 74 });
  });

  it('prints mermaid, escaped', async () => {
    const files = { 'deployment/coord.yaml': 'protocol: 1\n', ...file('a', 'id: A-1\ntask: \'Say "hi"; <b>#1</b>\'\nstatus: done\n'), ...file('b', 'id: B-1\ntask: Listen\ndependencies: [{id: A-1, label: "a|b"}]\n') };
    expect(await said('graph --format mermaid', { files })).toBe(`\
graph LR
  n0["A-1 Say #34;hi#34;#59; #60;b#62;#35;1#60;/b#62;"]:::done
  n1["B-1 Listen"]:::critical
  n0 -->|"a|b"| n1
  classDef done fill:#d5e8d4,stroke:#82b366
  classDef critical stroke:#b85450,stroke-width:3px
`);
  });

  it('prints dot, escaped', async () => {
    const files = { 'deployment/coord.yaml': 'protocol: 1\n', ...file('a', 'id: A-1\ntask: \'Say "hi" \\\'\nstatus: done\n'), ...file('b', 'id: B-1\ntask: Listen\ndependencies: [{id: A-1, label: Word}]\n') };
    expect(await said('graph --format dot', { files })).toBe(`\
digraph coord {
  rankdir=LR;
  node [shape=box, fontname="sans-serif"];
  edge [fontname="sans-serif"];
  "A-1" [label="A-1 Say \\"hi\\" \\\\", style=filled];
  "B-1" [label="B-1 Listen", penwidth=3];
  "A-1" -> "B-1" [label="Word"];
}
`);
  });

  it('prints json, and the same as data', async () => {
    const drawing = {
      nodes: [
        { id: 'API-001', title: 'Serve the catalogue', status: 'todo', critical: true },
        { id: 'API-002', title: 'Serve the search', status: 'todo', critical: false },
      ],
      edges: [{ from: 'API-001', to: 'API-002', label: null }],
    };
    const { stdout } = await coord('graph --format json --from API-002');
    expect(JSON.parse(stdout)).toEqual({ nodes: [drawing.nodes[1]], edges: [] });
    const { stdout: envelope } = await coord('graph --json --from API-001');
    expect(JSON.parse(envelope)).toMatchObject({ coord: 1, data: { nodes: expect.arrayContaining(drawing.nodes) as unknown, edges: expect.arrayContaining(drawing.edges) as unknown } });
  });

  it('suggests ids and formats', async () => {
    expect(await coord('graph --from API-01')).toMatchObject({ exit: 1, stderr: 'There is no task API-01.\nDid you mean API-001 or API-002? All tasks: coord list\n' });
    expect(await coord('graph --format svg')).toMatchObject({ exit: 2, stderr: '--format should be tree, mermaid, dot or json, not "svg".\nGive it again with such a value.\n' });
  });
});
