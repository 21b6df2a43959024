/** What goes around a conversation: what is asked, how soon, and by which tools. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { admission } from '../../../../src/core/dispatch/model/admission.ts';
import { printAssignment, readAssignment } from '../../../../src/core/dispatch/model/assignment.ts';
import { backOff } from '../../../../src/core/dispatch/model/back-off.ts';
import { editedText, listedLines, numberedLines } from '../../../../src/core/dispatch/model/file-texts.ts';
import type { ModelFailure } from '../../../../src/core/dispatch/model/message.ts';
import { requestOf } from '../../../../src/core/dispatch/model/request.ts';
import { strictForm } from '../../../../src/core/dispatch/model/strict-form.ts';
import { readCall, toolNames, toolsFor } from '../../../../src/core/dispatch/model/tools.ts';
import { ASSIGNMENT } from '../../../support/an-assignment.ts';

const busy = (retryAfterSeconds: number | null = null): ModelFailure => ({ kind: 'busy', message: '529', retryAfterSeconds });

describe('after a failure', () => {
  test('twice as long is waited each time, up to a minute, and then it is given up', () => {
    expect([1, 2, 3, 4, 5, 6].map((tries) => backOff(busy(), tries, 1))).toEqual([1000, 2000, 4000, 8000, 16_000, null]);
    expect([1, 2, 3].map((tries) => backOff(busy(), tries, 0))).toEqual([500, 1000, 2000]);
  });

  test('never sooner than the service says, and not at all where that is too long', () => {
    expect(backOff(busy(30), 1, 1)).toBe(30_250);
    expect(backOff(busy(301), 1, 1)).toBeNull();
    fc.assert(fc.property(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 5 }), fc.double({ min: 0, max: 1, noNaN: true }), (seconds, tries, chance) => (backOff(busy(seconds), tries, chance) ?? -1) >= seconds * 1000));
  });

  test('what is refused is refused', () => {
    expect(backOff({ ...busy(), kind: 'refused' }, 1, 0)).toBeNull();
  });
});

test('in no minute are more requests admitted than may be, however they come', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 20_000 }), { maxLength: 60 }), fc.integer({ min: 1, max: 8 }), (gaps, most) => {
      let [now, times, admitted]: [number, readonly number[], number[]] = [1e12, [], []];
      for (const gap of gaps) {
        now += gap;
        const next = admission(times, now, most);
        times = next.times;
        if (next.wait === 0) admitted = [...admitted, now];
        else expect(admission(times, now + next.wait, most).wait).toBe(0);
      }
      for (const at of admitted) expect(admitted.filter((one) => one >= at && one < at + 60_000).length).toBeLessThanOrEqual(most);
    }),
  );
});

test('less than one request a minute is one in several; a clock that was set back stops nothing', () => {
  expect(admission([1000], 61_000, 0.5).wait).toBe(60_000);
  expect(admission([9e12], 1000, 1)).toEqual({ wait: 0, times: [1000] });
});

describe('a file', () => {
  test('is changed where the piece stands once, and nowhere else', () => {
    expect(editedText('a b c', 'b', '$&')).toEqual({ text: 'a $& c' });
    expect(editedText('a', '', 'x')).toEqual({ fault: 'The piece to replace is empty' });
    expect(editedText('a', 'b', 'x')).toEqual({ fault: 'The piece to replace does not stand in the file: read it again' });
    expect(editedText('aaa', 'aa', 'x')).toEqual({ fault: 'The piece to replace stands in the file more than once: give more of what is around it' });
  });

  test('is read in pieces of bounded length, none of it left out', () => {
    const text = `${Array.from({ length: 9000 }, (_, index) => `line ${index + 1}`).join('\n')}\n`;
    const seen: string[] = [];
    for (let from = 1; from <= 9000; ) {
      const piece = numberedLines(text, from);
      expect(piece.length).toBeLessThan(41_000);
      const lines = piece.split('\n').filter((line) => !line.startsWith('('));
      seen.push(...lines.map((line) => line.split('\t')[1] ?? ''));
      from += lines.length;
    }
    expect(seen.join('\n')).toBe(text.trimEnd());
    expect(numberedLines('one\n', 2)).toBe('The file ends at line 1.');
    expect(numberedLines('x'.repeat(1e6), 1).length).toBeLessThan(2100);
    expect(listedLines(Array.from({ length: 10_000 }, (_, index) => `src/${index}.ts`))).toMatch(/\n\(\d+ more: ask for less\)$/);
    expect(listedLines([])).toBe('Nothing was found.');
  });
});

describe('the tools of an agent', () => {
  const place = { offered: toolsFor(ASSIGNMENT), commands: ASSIGNMENT.commands, root: '/repo/app' };

  test('are those it names, by their own names or those of other programs', () => {
    expect(toolNames([])).toHaveLength(6);
    expect(toolNames(['Read', 'Grep', 'Bash(git log *)', 'WebFetch', 'mcp__coord', 'constructor'])).toEqual(['read_file', 'search', 'run_command']);
    expect(toolNames(['WebFetch'])).toEqual([]);
    expect(toolsFor({ tools: ['run_command'], commands: [] })).toEqual([]);
  });

  test.each([
    ['read_file', { path: 'src/a.ts' }, { call: { is: 'read_file', path: 'src/a.ts', from: 1 } }],
    ['read_file', { path: '/repo/app/./src/../b.ts', from: 7 }, { call: { is: 'read_file', path: 'b.ts', from: 7 } }],
    ['list_files', {}, { call: { is: 'list_files', path: '' } }],
    ['search', { pattern: 'x|y', path: 'src' }, { call: { is: 'search', path: 'src', pattern: 'x|y' } }],
    ['edit_file', { path: 'a', old: 'x', new: '' }, { call: { is: 'edit_file', path: 'a', old: 'x', new: '' } }],
    ['run_command', { name: 'unit' }, { call: { is: 'run_command', command: { name: 'unit', command: ['npm', 'test'], timeoutSeconds: 60 } } }],
    ['read_file', { path: '../../etc/passwd' }, { fault: '../../etc/passwd lies outside of the repository' }],
    ['read_file', { path: '/etc/passwd' }, { fault: '/etc/passwd lies outside of the repository' }],
    ['write_file', { path: 'a/.GIT/hooks/pre-commit', text: '' }, { fault: 'a/.GIT/hooks/pre-commit belongs to git' }],
    ['write_file', { path: 'a\0b', text: '' }, { fault: 'No file and no line can be called so' }],
    ['read_file', { path: 'é'.repeat(128) }, { fault: 'No file and no line can be called so' }],
    ['search', { pattern: 'a\0' }, { fault: 'No file and no line can be called so' }],
    ['search', { pattern: '' }, { fault: 'pattern should be at least 1 characters, not ""' }],
    ['run_command', { name: 'rm -rf /' }, { fault: 'name should be "unit", not "rm -rf /"' }],
    ['run_command', { name: 'unit', args: ['x'] }, { fault: 'args should be left out, not ["x"]' }],
    ['write_file', { path: 'a' }, { fault: 'text should be there, not nothing' }],
    ['write_file', '{"path":"a"}', { fault: 'Its input should be a mapping, not "{\\"path\\":\\"a\\"}"' }],
    ['bash', { command: 'ls' }, { fault: 'There is no such tool. There are: read_file, list_files, search, edit_file, write_file, run_command' }],
    ['constructor', {}, { fault: expect.stringContaining('There is no such tool') as unknown }],
  ])('%s %j', (name, input, reading) => {
    expect(readCall(name, input, place)).toEqual(reading);
  });

  test('whatever a path is, none leads out of the repository or into .git', () => {
    const part = fc.constantFrom('..', '.', 'a', '.git', '/', '//', '\\', '\0', '.Git', 'b c');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }).map((parts) => parts.join('/')), (path) => {
        const reading = readCall('read_file', { path }, place);
        if ('call' in reading && reading.call.is === 'read_file') expect(reading.call.path.split('/').filter((name) => name === '..' || name.toLowerCase() === '.git')).toEqual([]);
      }),
    );
  });
});

describe('what is asked', () => {
  test('is the same again with every turn but for what was said since', () => {
    const messages = [{ role: 'user' as const, content: [{ type: 'text', text: 'Do it.' }] }];
    const request = requestOf(ASSIGNMENT, messages);
    expect(request.messages).toEqual(messages);
    expect(requestOf(ASSIGNMENT, [...messages, ...messages])).toEqual({ ...request, messages: [...messages, ...messages] });
    expect(request).toMatchObject({ model: 'big', cache_control: { type: 'ephemeral' }, system: expect.stringContaining('You may change only these paths: api/**\n') as unknown });
    expect(request).not.toHaveProperty('output_config');
  });

  test('holds the model to the form of its answer, where the interface can', () => {
    const output = { type: 'object', required: ['a'], properties: { a: { type: 'array', maxItems: 3, items: { enum: ['x', 'y'] } }, b: { type: 'string', description: 'B', minLength: 2 } } };
    expect(requestOf({ ...ASSIGNMENT, output }, []).output_config).toEqual({
      format: { type: 'json_schema', schema: { type: 'object', required: ['a'], additionalProperties: false, properties: { a: { type: 'array', items: { enum: ['x', 'y'] } }, b: { type: 'string', description: 'B' } } } },
    });
  });

  test.each([{ type: 'object' }, { type: 'object', properties: { a: true } }, { type: 'object', properties: { a: {} } }, { type: ['string', 'null'] }, { type: 'array' }, { enum: [{}] }, { type: 'object', properties: { a: { type: 'string' } }, additionalProperties: { type: 'string' } }])('%j cannot be said to it: it is checked afterwards', (schema) => {
    expect(strictForm(schema)).toBeNull();
  });
});

test('an assignment is read as it was printed, and nothing else is taken for one', () => {
  expect(readAssignment(printAssignment(ASSIGNMENT))).toEqual(ASSIGNMENT);
  for (const text of ['', '[]', '{}', 'Do it.', JSON.stringify({ ...ASSIGNMENT, tools: ['bash'] }), JSON.stringify({ ...ASSIGNMENT, more: 1 }), JSON.stringify({ ...ASSIGNMENT, requestsPerMinute: 0 })]) expect(readAssignment(text)).toBeNull();
});
