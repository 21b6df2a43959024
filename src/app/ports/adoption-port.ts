/** What `init` brings with it and sets up outside the workspace: templates, hooks, the folder's name. */
import type { Result } from '../../core/problem/refusal.ts';
import type { FileChange } from './writer-port.ts';

/** A workspace that comes with the package. */
export interface TemplateLine {
  readonly name: string;
  /** What it is, in a line. */
  readonly about: string;
}

/** What adopting coord needs beside the work tree's records. */
export interface Adoption {
  templates(): Promise<readonly TemplateLine[]>;
  /** The files of one, by path inside the workspace folder, its marks not filled in yet. */
  template(name: string): Promise<readonly FileChange[]>;
  /** The same of a folder of somebody's own, anywhere on this machine; `path` as typed in `cwd`. */
  templateAt(path: string, cwd: string): Promise<readonly FileChange[]>;
  /** The section for AGENTS.md, its marks not filled in yet. */
  agentsSection(): Promise<string>;
  /** Names of the sets of templates for the generator that come with the package. */
  generators(): Promise<readonly string[]>;
  /** A text that comes with the package; null: there is none. */
  packaged(path: string): Promise<string | null>;
  /** Absolute path of the coord that runs now. */
  program(): Promise<string>;
  /** Where git looks for this repository's hooks; absolute. */
  hooksFolder(): Promise<string>;
  readHook(path: string): Promise<string | null>;
  /** Written whole and made executable. */
  writeHook(path: string, text: string): Promise<Result<void>>;
  /** Remembers the workspace folder's name in the git directory. */
  keepFolder(name: string): Promise<Result<void>>;
}
