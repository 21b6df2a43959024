/** What somebody is told of something that happened: a few lines, with nothing in them that would act where they are shown. */
import { plain } from '../plain-text.ts';
import type { Severity } from '../model.ts';
import type { EventName } from '../watch/event.ts';

export interface Notice {
  /** The same for the same happening: what a channel was told once it is not told again. */
  readonly key: string;
  /** `message`: somebody's own words. */
  readonly event: EventName | 'message';
  /** In milliseconds since 1970. */
  readonly at: number;
  readonly project: string | null;
  /** One line that says it all. */
  readonly title: string;
  /** What else to know, and what to do next; a line each. */
  readonly lines: readonly string[];
  /** Of blockers. */
  readonly severity: Severity | null;
  /** Whom it concerns: agents by id, people and roles as they are written. */
  readonly agents: readonly string[];
  readonly task: string | null;
  /** Paths in the repository, from its root. */
  readonly links: readonly string[];
  readonly commit: string | null;
}

/** A notice stays readable, and within what every channel takes. */
const MOST = { title: 200, line: 500, lines: 20, agents: 50, links: 20 } as const;

/** With its texts made harmless and cut to size. */
export function bounded(notice: Notice): Notice {
  const words = (text: string, most: number): string => cutTo(plain(text), most);
  return {
    ...notice,
    project: notice.project === null ? null : words(notice.project, MOST.title),
    title: words(notice.title, MOST.title),
    lines: someOf(notice.lines, MOST.lines).map((line) => words(line, MOST.line)),
    agents: notice.agents.slice(0, MOST.agents).map((agent) => words(agent, MOST.title)),
    links: notice.links.slice(0, MOST.links).map((link) => words(link, MOST.line)),
  };
}

/** Between characters, never within one. */
export function cutTo(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '').trimEnd()}…`;
}

function someOf(lines: readonly string[], most: number): readonly string[] {
  return lines.length <= most ? lines : [...lines.slice(0, most - 1), `and ${lines.length - most + 1} more`];
}
