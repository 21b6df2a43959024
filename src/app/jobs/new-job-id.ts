import type { Ports } from '../ports.ts';

export function newJobId({ clock, random }: Pick<Ports, 'clock' | 'random'>): string {
  return `${clock.real().toISOString().slice(0, 10).replaceAll('-', '')}-${random.hex(3)}`;
}
