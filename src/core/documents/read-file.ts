/** One file of a workspace to its records and its own problems. What lies in other files does not enter. */
import type { Blocker, Config, Decision, Feedback, Handoff, StatusSection, Task } from '../model.ts';
import { problem } from '../problem/problem.ts';
import type { Problem } from '../problem/problem.ts';
import { findConflictMarker } from './conflict-sides.ts';
import { fileKind } from './file-kind.ts';
import { readFeedback } from './read-feedback.ts';
import { readFrontMatter } from './front-matter.ts';
import { readAgentBrief } from './read-agents.ts';
import type { AgentBrief } from './read-agents.ts';
import { readBlocker } from './read-blocker.ts';
import { readConfig } from './read-config.ts';
import { readDecision } from './read-decision.ts';
import { readHandoff } from './read-handoff.ts';
import { readSimpleTasks } from './read-simple-tasks.ts';
import { readStatusPage } from './read-status-page.ts';
import { readTasks } from './read-queue.ts';
import { readYaml } from './read-yaml.ts';
import { fencedBlock } from './yaml-block.ts';
import { plainSource } from './source-text.ts';
import type { Source } from './source-text.ts';

type MarkdownKind = 'agent' | 'handoff' | 'blocker' | 'decision' | 'feedback';

/** Absent members hold nothing. Plain data: it is kept in the cache as it is. */
export interface FileReading {
  readonly file: string;
  readonly config?: Config;
  readonly tasks?: readonly Task[];
  /** Of a queue that was read task by task: what was read for each. Not kept as it is: see adapters/store/pack-reading.ts. */
  readonly lines?: readonly string[];
  readonly agent?: AgentBrief;
  readonly handoff?: Handoff;
  readonly blocker?: Blocker;
  readonly decision?: Decision;
  readonly feedback?: Feedback;
  readonly status?: readonly StatusSection[];
  readonly problems: readonly Problem[];
}

/** `file` is relative to the repository; `folder` is the workspace's. */
export function readFile(file: string, text: string, folder: string): FileReading {
  const kind = fileKind(file.slice(folder.length + 1));
  if (kind === 'foreign') return { file, problems: [] };
  if (kind === 'stray') return { file, problems: [problem('stray-file', { file }, { reason: 'not-a-record', detail: '' })] };
  const marker = conflictMarker(text, file);
  if (marker) return { file, problems: [marker] };
  if (kind === 'tasks') return readSimpleTasks(file, text) ?? readYamlFile(kind, file, text);
  if (kind === 'page') return { file, problems: [] };
  if (kind === 'status-page') return { file, status: readStatusPage(text, file), problems: [] };
  return kind === 'config' ? readYamlFile(kind, file, text) : readMarkdownFile(kind, file, text);
}

function conflictMarker(text: string, file: string): Problem | null {
  const found = findConflictMarker(text);
  return found ? problem('conflict-marker', { file, offset: found.index, length: found[0].length }, { marker: found[0].slice(0, 7) }) : null;
}

function readYamlFile(kind: 'config' | 'tasks', file: string, text: string): FileReading {
  const { value, problems } = readYaml(text, file);
  if (value === undefined) return { file, problems };
  if (kind === 'tasks') {
    const reading = readTasks(value, plainSource(file));
    return { file, tasks: reading.tasks, problems: reading.problems };
  }
  const reading = readConfig(value, file);
  return { file, ...(reading.config ? { config: reading.config } : {}), problems: reading.problems };
}

function readMarkdownFile(kind: MarkdownKind, file: string, text: string): FileReading {
  const front = kind === 'handoff' ? frontOrFence(text, file) : readFrontMatter(text, file);
  if (front.value === undefined) return { file, problems: front.problems };
  const source = plainSource(file);
  const { record, problems } = readRecord(kind, front, source);
  return { file, ...record, problems: [...front.problems, ...problems] };
}

/** A handoff may be the block of the protocol's template, filled in and fenced in a page. */
export function frontOrFence(text: string, file: string): { value: unknown; body: string; problems: readonly Problem[] } {
  const front = readFrontMatter(text, file);
  const fence = front.value === null ? fencedBlock(text) : null;
  return fence ? { ...readYaml(fence.yaml, file, fence.offset), body: '' } : front;
}

function readRecord(kind: MarkdownKind, front: { value: unknown; body: string }, source: Source): { record: Partial<FileReading>; problems: readonly Problem[] } {
  switch (kind) {
    case 'agent': {
      const { brief, problems } = readAgentBrief(front.value, front.body, source);
      return { record: brief ? { agent: brief } : {}, problems };
    }
    case 'handoff': {
      const { handoff, problems } = readHandoff(front.value, front.body, source);
      return { record: handoff ? { handoff } : {}, problems };
    }
    case 'blocker': {
      const { blocker, problems } = readBlocker(front.value, source);
      return { record: blocker ? { blocker } : {}, problems };
    }
    case 'decision': {
      const { decision, problems } = readDecision(front.value, source);
      return { record: decision ? { decision } : {}, problems };
    }
    case 'feedback': {
      const { feedback, problems } = readFeedback(front.value, front.body, source);
      return { record: feedback ? { feedback } : {}, problems };
    }
  }
}
