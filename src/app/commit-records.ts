/** Commits the records a verb has written, if coord.yaml says so. Never fails: what is not committed is written all the same. */
import { settingsOf } from '../core/documents/settings.ts';
import type { Config } from '../core/model.ts';
import type { CommitOutcome, Git } from './ports.ts';

export interface CommitMessage {
  readonly subject: string;
  readonly body?: string;
  /** null where the records are about none. */
  readonly task: string | null;
  readonly agent: string | null;
}

export async function commitRecords({ git }: { readonly git: Pick<Git, 'commit'> }, config: Config, paths: readonly string[], message: CommitMessage): Promise<CommitOutcome> {
  if (!settingsOf(config).commits) return { committed: false, reason: 'off', detail: '' };
  const subject = oneLine(message.subject);
  const trailers = { ...(message.task === null ? {} : { 'Coord-Task': oneLine(message.task) }), ...(message.agent === null ? {} : { 'Coord-Agent': oneLine(message.agent) }) };
  return git.commit(paths, message.body ? `${subject}\n\n${message.body}` : subject, trailers);
}

/** A title of several lines would bring trailers of its own, and git takes no message with a zero byte. */
const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
