/** Models behind an interface, and what all processes that ask them share. */
import type { ModelAnswer, ModelFailure, ModelRequest } from '../../core/dispatch/model/message.ts';

export interface ModelQuestion {
  readonly request: ModelRequest;
  /** What the model says, in pieces, as it comes. */
  readonly onText: (text: string) => void;
}

export interface Models {
  /** Takes the key out of the variable of this name, so that nothing that is started from here finds it there. False: there is none. */
  takeKey(name: string): Promise<boolean>;
  /** One request, answered as a stream and never repeated. */
  ask(question: ModelQuestion): Promise<{ readonly answer: ModelAnswer } | { readonly failure: ModelFailure }>;
  /** Asks to be let through among all that ask at this time: milliseconds to wait before asking again, 0 where it is. */
  admit(perMinute: number, now: Date): Promise<number>;
  /** What the same request was answered with in the last hour; null: nothing. */
  recall(request: ModelRequest, now: Date): Promise<ModelAnswer | null>;
  keep(request: ModelRequest, answer: ModelAnswer, now: Date): Promise<void>;
  forget(request: ModelRequest): Promise<void>;
}
