/** How notices leave, and which of them did. */
import type { DeliveryFailure } from '../../core/notice/delivery.ts';

export interface Letter {
  /** Name of the variable that holds the address. */
  readonly url: string;
  /** Name of the variable that holds the key it is signed with; null: it is not signed. */
  readonly secret: string | null;
  /** The same each time it is tried, so that whoever gets it twice knows it. */
  readonly id: string;
  /** JSON. */
  readonly body: string;
}

/** A program that takes a notice on. */
export interface Handler {
  /** The program and its arguments; never a shell. It runs at the root of the work tree. */
  readonly command: readonly string[];
  /** Names of variables it may see besides the few that every program gets. */
  readonly env: readonly string[];
  /** JSON, on its standard input. */
  readonly body: string;
}

export interface Notices {
  /** One try; null: it arrived. */
  post(letter: Letter): Promise<DeliveryFailure | null>;
  /** The same by a program. */
  run(handler: Handler): Promise<DeliveryFailure | null>;
  /** From now on nobody else tells this channel of it, until `end`: in this repository, by whichever process. */
  begin(channel: string, key: string): Promise<'begun' | 'sent' | 'under-way'>;
  /** `isSent`: the channel is never told of it again. */
  end(channel: string, key: string, isSent: boolean): Promise<void>;
}
