/**
 * Kinds that are agents of coord's own: known by their names, without an entry in coord.yaml. They stand apart from
 * what they do, since every look at the files asks for their names.
 */
const OWN_KINDS = ['generator', 'reviewer'] as const;

export type OwnKind = (typeof OWN_KINDS)[number];

export function isOwnKind(name: string): name is OwnKind {
  return (OWN_KINDS as readonly string[]).includes(name);
}
