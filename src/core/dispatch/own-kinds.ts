/**
 * Kinds that are agents of coord's own: known by their names, without an entry in coord.yaml. They stand apart from
 * what they do, since every look at the files asks for their names.
 */
import type { Config } from '../model.ts';
import type { RuntimeSettings } from '../schemas/types.ts';

const OWN_KINDS = ['generator', 'reviewer'] as const;

export type OwnKind = (typeof OWN_KINDS)[number];

export function isOwnKind(name: string): name is OwnKind {
  return (OWN_KINDS as readonly string[]).includes(name);
}

/** The runtime of that name, where it asks somebody else; null: there is none, or it is coord itself. */
export function runtimeBehind(name: string, { runtimes }: Config): RuntimeSettings | null {
  const settings = Object.hasOwn(runtimes ?? {}, name) ? runtimes?.[name] : undefined;
  return settings === undefined || isOwnKind(settings.kind) ? null : settings;
}
