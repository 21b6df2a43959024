import { graph } from '../../app/overview/graph.ts';
import type { Ports } from '../../app/ports.ts';
import type { Drawing } from '../../core/graph/drawing.ts';
import type { GraphAnswer } from '../../core/schemas/types.ts';
import { graphDot } from '../../present/overview/graph-dot.ts';
import { graphMermaid } from '../../present/overview/graph-mermaid.ts';
import { graphTree } from '../../present/overview/graph-tree.ts';
import type { Input, Reply, Screen } from '../command.ts';
import { choiceOption, isSet, textOption } from '../options.ts';
import { refuse } from '../refuse.ts';

const FORMATS = {
  tree: graphTree,
  mermaid: graphMermaid,
  dot: graphDot,
  json: (drawing: Drawing): string => JSON.stringify(drawing, null, 2),
} as const;

export async function run(ports: Ports, input: Input, screen: Screen): Promise<Reply> {
  const format = choiceOption(input, 'format', ['tree', 'mermaid', 'dot', 'json']);
  if (!format.ok) return refuse(format.refusal, screen);
  const answer = await graph(ports, { agents: isSet(input, 'agents'), from: textOption(input, 'from'), critical: isSet(input, 'critical') });
  if (!answer.ok) return refuse(answer.refusal, screen);
  const { drawing, problems } = answer.value;
  const data: GraphAnswer = { nodes: [...drawing.nodes], edges: [...drawing.edges] };
  return { exit: 0, text: FORMATS[format.value](drawing, screen), data, problems };
}
