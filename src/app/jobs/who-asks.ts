import { spokenName } from '../acting-agent.ts';
import type { Ports } from '../ports.ts';

/** For the record only: who may stop agents is whoever may work in this repository. */
export async function whoAsks(ports: Pick<Ports, 'caller' | 'git'>, as: string | null): Promise<string> {
  return (await spokenName(ports, as))?.name ?? ((await ports.git.config('user.name')) || 'somebody');
}
