/** How verbs begin that write a record of who did what: the workspace, and whoever acts. */
import { done } from '../core/problem/refusal.ts';
import type { Result } from '../core/problem/refusal.ts';
import { openToWrite } from './open-to-write.ts';
import type { Ports } from './ports.ts';
import type { View } from './view.ts';

export interface OpenedAs<Who> {
  readonly view: View;
  readonly acting: Who;
}

/** `whoActs` says how sure one must be of that: `knownAgent`, `namedAgent` or `actingAgent`. */
export async function openAs<Who>(ports: Ports, as: string | null, whoActs: (ports: Ports, view: View, as: string | null) => Promise<Result<Who>>): Promise<Result<OpenedAs<Who>>> {
  const opened = await openToWrite(ports);
  if (!opened.ok) return opened;
  const acting = await whoActs(ports, opened.value, as);
  return acting.ok ? done({ view: opened.value, acting: acting.value }) : acting;
}
