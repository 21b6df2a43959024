/** What a model may do here, and its calls, read. Each path is one of the repository; a command has a name and no words of its own. */
import type { Verifier } from '../../documents/verifier.ts';
import { repositoryPath } from '../../repository-path.ts';
import { checkValue } from '../inputs/check-value.ts';
import { readSchema } from '../inputs/schema.ts';
import type { JsonObject } from '../runtimes/json-lines.ts';
import type { ModelTool } from './message.ts';

export const TOOL_NAMES = ['read_file', 'list_files', 'search', 'edit_file', 'write_file', 'run_command'] as const;
export type ToolName = (typeof TOOL_NAMES)[number];

export type ToolCall =
  /** `from`: number of a line, from 1. */
  | { readonly is: 'read_file'; readonly path: string; readonly from: number }
  | { readonly is: 'list_files'; readonly path: string }
  | { readonly is: 'search'; readonly path: string; readonly pattern: string }
  | { readonly is: 'edit_file'; readonly path: string; readonly old: string; readonly new: string }
  | { readonly is: 'write_file'; readonly path: string; readonly text: string }
  | { readonly is: 'run_command'; readonly command: Verifier };

const text = (description: string): JsonObject => ({ type: 'string', description });
const PATH = text('Path of the file, from the root of the repository.');
const FOLDER = text('Only below this folder; the whole repository without it.');
const input = (properties: JsonObject, optional: readonly string[] = []): JsonObject => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  additionalProperties: false,
});

function toolOf(name: ToolName, commands: readonly Verifier[]): ModelTool {
  switch (name) {
    case 'read_file':
      return { name, description: 'Reads a text file, its lines numbered. A long one is read in pieces: begin at another line for the next.', input_schema: input({ path: PATH, from: { type: 'integer', minimum: 1, description: 'The first line to read; 1 without it.' } }, ['from']) };
    case 'list_files':
      return { name, description: 'Lists files by path, but for those that git ignores.', input_schema: input({ path: FOLDER }, ['path']) };
    case 'search':
      return { name, description: 'Finds lines by an extended regular expression, in all files but those that git ignores.', input_schema: input({ pattern: { ...text('The regular expression.'), minLength: 1, maxLength: 1000 }, path: FOLDER }, ['path']) };
    case 'edit_file':
      return { name, description: 'Replaces a piece of a file that stands in it exactly once.', input_schema: input({ path: PATH, old: text('The piece as it stands, with enough around it to be the only one.'), new: text('What is to stand in its place.') }) };
    case 'write_file':
      return { name, description: 'Writes a whole file: a new one, or in place of what was there.', input_schema: input({ path: PATH, text: text('All of it.') }) };
    case 'run_command':
      return { name, description: 'Runs a command of this project in its root and answers its exit code and the last of what it prints.', input_schema: input({ name: { type: 'string', enum: commands.map((command) => command.name), description: 'Which one.' } }) };
  }
}

/** A tool without anything to do is not offered. */
export function toolsFor({ tools, commands }: { readonly tools: readonly ToolName[]; readonly commands: readonly Verifier[] }): readonly ModelTool[] {
  return TOOL_NAMES.filter((name) => tools.includes(name) && (name !== 'run_command' || commands.length > 0)).map((name) => toolOf(name, commands));
}

export interface Place {
  readonly offered: readonly ModelTool[];
  readonly commands: readonly Verifier[];
  /** Of the work tree, absolute. */
  readonly root: string;
}

export type CallReading = { readonly call: ToolCall } | { readonly fault: string };

/** What a model asks for is checked as a stranger's words are. */
export function readCall(name: unknown, given: unknown, { offered, commands, root }: Place): CallReading {
  const tool = offered.find((one) => one.name === name);
  if (tool === undefined) return { fault: `There is no such tool. There are: ${offered.map((one) => one.name).join(', ')}` };
  const form = readSchema(tool.input_schema);
  const [wrong] = 'schema' in form ? checkValue(form.schema, given) : [];
  if (wrong !== undefined) return { fault: `${wrong.at === '' ? 'Its input' : wrong.at} should be ${wrong.expected}, not ${wrong.got}` };
  return callOf(tool.name as ToolName, given as Input, commands, root);
}

/** What no disk has a place for. In bytes. */
const LONGEST_PATH = 4000;
const LONGEST_PART = 255;

function isName(path: string): boolean {
  const bytes = (part: string): number => new TextEncoder().encode(part).length;
  return !path.includes('\0') && bytes(path) <= LONGEST_PATH && path.split('/').every((part) => bytes(part) <= LONGEST_PART);
}

/** As the tool's own schema has it. */
type Input = Readonly<Record<string, string>> & { readonly from?: number };

function callOf(is: ToolName, given: Input, commands: readonly Verifier[], root: string): CallReading {
  if (is === 'run_command') {
    const command = commands.find(({ name }) => name === given['name']);
    return command === undefined ? { fault: 'There is no such command' } : { call: { is, command } };
  }
  const typed = given['path'] ?? '';
  const path = repositoryPath(root, root, typed);
  if (path === null) return { fault: `${typed} lies outside of the repository` };
  if (!isName(path) || (given['pattern'] ?? '').includes('\0')) return { fault: 'No file and no line can be called so' };
  if (path.split('/').some((part) => part.toLowerCase() === '.git')) return { fault: `${typed} belongs to git` };
  switch (is) {
    case 'read_file':
      return { call: { is, path, from: given.from ?? 1 } };
    case 'list_files':
      return { call: { is, path } };
    case 'search':
      return { call: { is, path, pattern: given['pattern'] ?? '' } };
    case 'edit_file':
      return { call: { is, path, old: given['old'] ?? '', new: given['new'] ?? '' } };
    case 'write_file':
      return { call: { is, path, text: given['text'] ?? '' } };
  }
}

/** Names that files made for other programs use. What is none of them names nothing that there is here. */
const ALSO_CALLED: Readonly<Record<string, readonly ToolName[]>> = {
  read: ['read_file'],
  grep: ['search'],
  glob: ['list_files'],
  ls: ['list_files'],
  edit: ['edit_file'],
  multiedit: ['edit_file'],
  write: ['write_file'],
  bash: ['run_command'],
};

/** `names`: as an agent's `tools` has them; none: all there are. */
export function toolNames(names: readonly string[]): readonly ToolName[] {
  if (names.length === 0) return TOOL_NAMES;
  const meant = names.flatMap((name): readonly string[] => {
    const word = name.replace(/\(.*$/s, '').trim().toLowerCase();
    return Object.hasOwn(ALSO_CALLED, word) ? (ALSO_CALLED[word] ?? []) : [word];
  });
  return TOOL_NAMES.filter((name) => meant.includes(name));
}
