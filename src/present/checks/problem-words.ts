/** The form of what is said about a problem. */
import type { ProblemCode, ProblemFacts } from '../../core/problem/problem.ts';

export interface Words {
  readonly sentence: string;
  readonly next: string;
}

export type Describe<C extends ProblemCode> = (facts: ProblemFacts[C]) => Words;

export const words = (sentence: string, next: string): Words => ({ sentence, next });
