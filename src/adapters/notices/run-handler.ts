import type { Handler } from '../../app/ports/notice-port.ts';
import { createRedactor } from '../../core/dispatch/redact.ts';
import type { DeliveryFailure } from '../../core/notice/delivery.ts';
import { createPrograms } from '../programs.ts';

const MOST_SAID = 200;

/** What it says of the variables that it was given is taken out. `root`: where it runs. */
export async function runHandler(root: string, { command, env, body }: Handler, { own, timeoutSeconds }: { readonly own: NodeJS.ProcessEnv; readonly timeoutSeconds: number }): Promise<DeliveryFailure | null> {
  const end = await createPrograms(root).run({ command, env, stdin: `${body}\n`, timeoutSeconds, most: 0 });
  if (end.ended === 'not-started') return { why: 'not-started', reason: end.reason };
  if (end.ended === 'stopped') return { why: 'silent', seconds: timeoutSeconds };
  if (end.exitCode === 0) return null;
  const redact = createRedactor(env.flatMap((name) => own[name] ?? []));
  return { why: 'ended-badly', exitCode: end.exitCode, said: redact(end.stderr).slice(-MOST_SAID) };
}
