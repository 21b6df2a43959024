/** Whether agents can be run and how their runs went, as a table. */
import type { AgentHealth } from '../../app/agents/agent-health.ts';
import { paint } from '../text/paint.ts';
import type { Screen } from '../screen.ts';
import { table } from '../text/table.ts';
import { moment } from '../text/time.ts';
import { listed } from '../text/words.ts';

export interface HealthRow {
  readonly id: string;
  readonly runtime: string | null;
  readonly health: AgentHealth | null;
}

export function agentHealthText(rows: readonly HealthRow[], screen: Screen): string {
  const { bold } = paint(screen);
  const head = ['agent', 'runtime', 'program', 'key', 'runs', 'succeeded', 'last'];
  const cells = rows.map(({ id, runtime, health }) => (health === null ? [id, runtime ?? '-', '-', '-', '-', '-', ''] : [id, runtime ?? '-', program(health), key(health), ...runs(health, screen)]));
  return table(head, cells, [{ paint: bold }, {}, {}, {}, { right: true }, { right: true }, { gives: true }], screen);
}

function program({ isInstalled, version }: AgentHealth): string {
  return isInstalled ? (version ?? 'there') : 'not installed';
}

/** Without a key a login of the program's own may do. */
function key({ keys }: AgentHealth): string {
  return keys === null ? 'none needed' : keys.length === 0 ? 'not set' : listed(keys);
}

function runs({ runs: { succeeded, failed, last } }: AgentHealth, screen: Screen): readonly string[] {
  const total = succeeded + failed;
  return [String(total), total === 0 ? '-' : `${Math.round((100 * succeeded) / total)} %`, last === null ? 'never' : `${last.state} ${moment(new Date(last.at), screen)}, ${last.job}`];
}
