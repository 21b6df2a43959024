/** What proves a job: settings and agent as they were at the commit that its work began at, whatever its branch makes of them. */
import { assemble } from '../documents/assemble.ts';
import { readFile } from '../documents/read-file.ts';
import type { Agent, Config } from '../model.ts';
import { agentFile } from './agent-faults.ts';

export function groundFiles(folder: string, agent: string): readonly string[] {
  return [`${folder}/coord.yaml`, agentFile(folder, agent)];
}

/** `texts`: of those files, as far as they are there. Agent null: it was not in the team yet. */
export function readGround(texts: ReadonlyMap<string, string>, folder: string, agent: string): { readonly config: Config; readonly agent: Agent | null } {
  const { config, agents } = assemble([...texts].map(([file, text]) => readFile(file, text, folder)), folder);
  return { config, agent: agents.find(({ id }) => id === agent) ?? null };
}
