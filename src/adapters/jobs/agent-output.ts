/** What an agent prints: lines of bounded length without secrets, and the end of it. */
import { createRedactor } from '../../core/dispatch/redact.ts';
import type { OutputLine } from '../../app/ports/runner-port.ts';
import { keepTail } from '../text-tail.ts';
import { LONGEST_LINE, splitLines } from '../../core/split-lines.ts';
import { ownSecrets } from './own-secrets.ts';

export interface AgentOutput {
  readonly add: (text: string, stream: OutputLine['stream']) => void;
  /** No more will come: the last lines are given, the tail is answered. */
  readonly end: () => string;
}

export function agentOutput(onLine: (line: OutputLine) => void): AgentOutput {
  const secrets = ownSecrets();
  const tail = keepTail();
  const streams = { stdout: reading('stdout'), stderr: reading('stderr') };
  return {
    add: (text, stream) => streams[stream].add(text),
    end() {
      streams.stdout.end();
      streams.stderr.end();
      return tail.text();
    },
  };

  function reading(stream: OutputLine['stream']) {
    const redact = createRedactor(secrets);
    return splitLines((whole, leftOut) => {
      const safe = redact(whole);
      const beyond = leftOut + Math.max(0, safe.length - LONGEST_LINE);
      const text = beyond === 0 ? safe : `${safe.slice(0, LONGEST_LINE)} [${beyond} more characters]`;
      tail.add(`${text.slice(-8000)}\n`);
      onLine({ stream, text });
    });
  }
}
