/** Notices as services and pages take them. */
import fc from 'fast-check';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { nextTry } from '../../../src/core/notice/delivery.ts';
import { bounded } from '../../../src/core/notice/notice.ts';
import type { Notice } from '../../../src/core/notice/notice.ts';
import { printSlack } from '../../../src/core/notice/print-slack.ts';
import { printSummary } from '../../../src/core/notice/print-summary.ts';

const NOTICE: Notice = {
  key: 'k', event: 'blocker.raised', at: 0, project: 'shop', title: 'P1: <!channel> & <https://evil.example|click>', lines: ['*Raised* by @here', 'See `x`'], severity: 'P1', agents: ['frontend'], task: null, links: ['deployment/a.md'], commit: null,
};

/** What Slack says of its blocks: https://docs.slack.dev/reference/block-kit/blocks and .../composition-objects/text-object. */
const TEXT = { type: 'object', properties: { type: { const: 'mrkdwn' }, text: { type: 'string', minLength: 1, maxLength: 3000 }, verbatim: { type: 'boolean' } }, required: ['type', 'text'], additionalProperties: false };
const MESSAGE = {
  type: 'object',
  properties: {
    text: { type: 'string', minLength: 1, maxLength: 4000 },
    blocks: {
      type: 'array', minItems: 1, maxItems: 50,
      items: {
        type: 'object',
        oneOf: [
          { properties: { type: { const: 'section' }, text: TEXT }, required: ['type', 'text'], additionalProperties: false },
          { properties: { type: { const: 'context' }, elements: { type: 'array', minItems: 1, maxItems: 10, items: TEXT } }, required: ['type', 'elements'], additionalProperties: false },
        ],
      },
    },
    unfurl_links: { type: 'boolean' },
    unfurl_media: { type: 'boolean' },
  },
  required: ['text', 'blocks'],
  additionalProperties: false,
};
const fits = new Ajv2020({ strict: false }).compile(MESSAGE);

describe('for Slack', () => {
  it('nothing of a text is a mention or a link', () => {
    expect(JSON.parse(printSlack(NOTICE))).toEqual({
      text: 'P1: &lt;!channel&gt; &amp; &lt;https://evil.example|click&gt;',
      blocks: [
        { type: 'section', text: { type: 'mrkdwn', text: '*P1: &lt;!channel&gt; &amp; &lt;https://evil.example|click&gt;*', verbatim: true } },
        { type: 'section', text: { type: 'mrkdwn', text: '*Raised* by @here\nSee `x`', verbatim: true } },
        { type: 'context', elements: [{ type: 'mrkdwn', text: 'shop · for frontend · deployment/a.md', verbatim: true }] },
      ],
      unfurl_links: false,
      unfurl_media: false,
    });
  });

  it('whatever it says keeps to the form and the limits of blocks, and no escape is cut', () => {
    const texts = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 6000 }), fc.string({ unit: fc.constantFrom('&', '<', '>', 'a'), maxLength: 6000 }));
    fc.assert(
      fc.property(texts, fc.array(texts, { maxLength: 40 }), fc.array(texts, { maxLength: 80 }), (title, lines, links) => {
        const printed = printSlack(bounded({ ...NOTICE, title: `t${title}`, lines, links }));
        expect(fits(JSON.parse(printed))).toBe(true);
        expect(printed.match(/&(?!amp;|lt;|gt;)/)).toBeNull();
      }),
      { numRuns: 50 },
    );
  });
});

describe('for the page of a job', () => {
  it('texts stay texts', () => {
    expect(printSummary(NOTICE)).toBe(
      '**P1: &lt;!channel&gt; &amp; &lt;https:&sol;/evil.example\\|click&gt;**\n\n- \\*Raised\\* by @&#8203;here\n- See \\`x\\`\n- `deployment/a.md`\n\n',
    );
  });

  it('a title is enough', () => {
    expect(printSummary({ ...NOTICE, title: 'Done', lines: [], links: [] })).toBe('**Done**\n\n');
  });
});

describe('what failed', () => {
  const busy = { why: 'busy', status: 503, retryAfterSeconds: null } as const;

  it('is tried again after one second, then two, then four, and no more', () => {
    expect([1, 2, 3, 4].map((tries) => nextTry(busy, tries, 1))).toEqual([1000, 2000, 4000, null]);
    expect(nextTry({ why: 'unreachable', code: null }, 1, 0)).toBe(500);
    expect(nextTry({ why: 'silent', seconds: 10 }, 1, 0)).toBe(500);
  });

  it('is tried no sooner than the service says, and not at all where that is long', () => {
    expect(nextTry({ ...busy, status: 429, retryAfterSeconds: 30 }, 1, 1)).toBe(30_250);
    expect(nextTry({ ...busy, status: 429, retryAfterSeconds: 3600 }, 1, 1)).toBeNull();
  });

  it.each([
    { why: 'refused', status: 404, said: '' },
    { why: 'redirected', status: 301 },
    { why: 'not-set', variable: 'X' },
    { why: 'no-address', variable: 'X' },
    { why: 'not-started', reason: 'x' },
    { why: 'ended-badly', exitCode: 1, said: '' },
    { why: 'no-summary' },
  ] as const)('for good is not tried again: $why', (failure) => {
    expect(nextTry(failure, 1, 1)).toBeNull();
  });
});
