/** What acts need besides ports, and what becomes of them. */
import type { Refusal } from '../../core/problem/refusal.ts';
import type { ActFailure } from '../../core/watch/act-failure.ts';
import type { ShowNotice } from '../notices/deliver.ts';

export interface Acting {
  readonly describe: (refusal: Refusal) => string;
  readonly show: ShowNotice;
  /** After it, what failed is not tried again. */
  readonly cut: AbortSignal;
}

export interface Carried {
  /** `nothing`: there was nobody to tell, everybody was told before, or no agent was to be started. */
  readonly end: 'done' | 'nothing' | ActFailure;
  /** Whether it may have changed records. */
  readonly mayWrite: boolean;
}
