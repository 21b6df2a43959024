/**
 * The machine cannot do what every use case takes for granted: git is gone, the disk is read-only.
 * Thrown by adapters where a port has no place for a refusal; caught at one place, the shell, which prints it.
 */
import type { Refusal } from './refusal.ts';

export class EnvironmentFailure extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.code);
    this.name = 'EnvironmentFailure';
    this.refusal = refusal;
  }
}
