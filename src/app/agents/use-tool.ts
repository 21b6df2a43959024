/** Does what a model asks for, within its bounds; what it may not do, or cannot be done, is its answer. */
import type { Assignment } from '../../core/dispatch/model/assignment.ts';
import type { ToolResult, ToolUse } from '../../core/dispatch/model/conversation.ts';
import { editedText, listedLines, numberedLines } from '../../core/dispatch/model/file-texts.ts';
import { readCall, toolsFor } from '../../core/dispatch/model/tools.ts';
import type { ToolCall } from '../../core/dispatch/model/tools.ts';
import { outsideGrounds } from '../../core/dispatch/scope.ts';
import { EnvironmentFailure } from '../../core/problem/environment-failure.ts';
import { done } from '../../core/problem/refusal.ts';
import type { Refusal, Result } from '../../core/problem/refusal.ts';
import type { Ports } from '../ports.ts';
import type { TextFiles } from '../ports/writer-port.ts';

type Answer = Omit<ToolResult, 'id'>;

const told = (text: string): Answer => ({ text, isFault: false });
const fault = (text: string): Answer => ({ text, isFault: true });

export async function useTool(ports: Ports, assignment: Assignment, { name, input }: ToolUse): Promise<Answer> {
  const reading = readCall(name, input, { offered: toolsFor(assignment), commands: assignment.commands, root: ports.location.root });
  if ('fault' in reading) return fault(reading.fault);
  try {
    return await use(ports, assignment, reading.call);
  } catch (error) {
    // A file that is no text, a path behind a link that leads out: the model may try another one.
    if (error instanceof EnvironmentFailure) return fault(reasonOf(error.refusal));
    throw error;
  }
}

async function use(ports: Ports, assignment: Assignment, call: ToolCall): Promise<Answer> {
  switch (call.is) {
    case 'read_file': {
      const text = await ports.files.read(call.path);
      return text === null ? fault(`There is no file ${call.path}`) : told(numberedLines(text, call.from));
    }
    case 'list_files':
      return told(listedLines(await ports.git.filesBelow(call.path)));
    case 'search': {
      const found = await ports.git.search(call.pattern, call.path);
      return found.ok ? told(listedLines(found.value)) : fault(reasonOf(found.refusal));
    }
    case 'edit_file':
    case 'write_file':
      return change(ports, assignment, call);
    case 'run_command': {
      const { command, timeoutSeconds } = call.command;
      const { exitCode, timedOut, tail } = await ports.processes.run(command, { cwd: ports.location.root, timeoutSeconds });
      const end = timedOut ? `It was stopped after ${timeoutSeconds} s.` : exitCode === null ? 'It did not end by itself.' : `It ended with exit code ${exitCode}.`;
      return told(tail === '' ? end : `${end}\n${tail}`);
    }
  }
}

type Change = Extract<ToolCall, { readonly is: 'edit_file' | 'write_file' }>;

async function change({ writer }: Ports, { grounds }: Assignment, call: Change): Promise<Answer> {
  const { path } = call;
  const written = await writer.write(
    async (files) => {
      const planned = await changed(files, call);
      const isOutside = outsideGrounds([{ path, isNew: !(await files.has(path)) }], grounds).length > 0;
      const answer = isOutside ? fault(`${path} is not yours to change`) : planned.answer;
      return done({ changes: answer.isFault ? [] : [{ path, text: planned.text }], value: answer });
    },
    { alone: true },
  );
  return answerOf(written);
}

async function changed(files: TextFiles, call: Change): Promise<{ readonly text: string; readonly answer: Answer }> {
  if (call.is === 'write_file') return { text: call.text, answer: told('Written.') };
  const text = await files.read(call.path);
  if (text === null) return { text: '', answer: fault(`There is no file ${call.path}`) };
  const edited = editedText(text, call.old, call.new);
  return 'fault' in edited ? { text: '', answer: fault(edited.fault) } : { text: edited.text, answer: told('Changed.') };
}

function answerOf(written: Result<Answer>): Answer {
  return written.ok ? written.value : fault(reasonOf(written.refusal));
}

/** For a model; what people are told is put into words elsewhere. */
function reasonOf({ code, facts }: Refusal): string {
  return 'reason' in facts ? String(facts.reason) : code;
}
