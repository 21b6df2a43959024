/** Somebody or something outside of the team, said to be so: `human:alice`, `external:the hosting company`. */

const OUTSIDER = /^(human|external):\s*(\S.*)$/i;

/** In the form that files have; null for what is a name of the team's. */
export function outsiderOf(text: string): string | null {
  const found = OUTSIDER.exec(text.trim());
  return found === null ? null : `${(found[1] ?? '').toLowerCase()}:${found[2] ?? ''}`;
}

export function isPerson(name: string): boolean {
  return outsiderOf(name)?.startsWith('human:') ?? false;
}
