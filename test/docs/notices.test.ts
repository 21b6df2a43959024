/** What docs/notices.md shows is what is sent, and its matrix has a row for every event. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { readConfig } from '../../src/core/documents/read-config.ts';
import { noticeMessage } from '../../src/core/notice/print-notice.ts';
import { noticeOf } from '../../src/core/notice/notice-of.ts';
import { compilerOf, differences, validatorOf } from '../support/read-schemas.ts';
import { makeAgent } from '../support/records.ts';
import { EVENTS } from '../support/watch-events.ts';

const page = readFileSync('docs/notices.md', 'utf8');
const block = (language: string): unknown => parse(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, 'm').exec(page)?.[1] ?? '');
const firstCells = [...page.matchAll(/^\| ([^|]*) \|/gm)].flatMap(([, cell = '']) => [...cell.matchAll(/`([\w.]+)`/g)].map(([, name = '']) => name));
const fits = validatorOf(compilerOf('.', 'answers'), 'answers/notice.schema.json');
const AROUND = { project: 'shop', agents: [makeAgent({ id: 'backend' })], waiting: () => [], fileOf: () => null };

test('the settings shown are settings', () => {
  expect(readConfig(block('yaml'), 'coord.yaml').problems).toEqual([]);
});

test('the matrix has a row for every event that people are told of, and a row for every kind of channel', () => {
  const told = EVENTS.flatMap((event) => noticeOf(event, AROUND)?.event ?? []);
  expect(firstCells.filter((cell) => cell !== 'kind').sort()).toEqual([...told, 'terminal', 'command', 'webhook', 'slack', 'summary'].sort());
});

test('the body shown, and that of each event, is of the form that the schema describes', () => {
  expect(differences(fits, block('json'))).toEqual([]);
  for (const event of EVENTS) {
    const notice = noticeOf(event, AROUND);
    if (notice !== null) expect(differences(fits, noticeMessage(notice))).toEqual([]);
  }
});
