import { describe, expect, it } from 'vitest';
import { editRecord } from '../../../src/core/documents/edit-record.ts';

const ACK = { by: 'backend', at: '2025-08-12T12:00:00Z' };
const PRINTED = 'acknowledged: { by: backend, at: "2025-08-12T12:00:00Z" }';
const edit = (text: string, ...pointer: string[]) => editRecord({ file: 'deployment/handoffs/h.md', text, folder: 'deployment' }, { acknowledged: ACK }, pointer);

const refused = (reason: string) => ({ ok: false, refusal: { code: 'edit-refused', facts: { file: 'deployment/handoffs/h.md', reason } } });

describe('an edit of front matter', () => {
  it.each([
    ['fills the empty field', '---\nfrom_agent: a # me\nacknowledged:\n---\n\n# Notes\nacknowledged:\n', '---\nfrom_agent: a # me\nACK\n---\n\n# Notes\nacknowledged:\n'],
    ['adds the field where it is not there', '---\nfrom_agent: a\n---\nNotes\n', '---\nfrom_agent: a\nACK\n---\nNotes\n'],
    ['keeps CRLF and a byte-order mark', '\uFEFF---\r\nfrom_agent: a\r\nacknowledged:\r\n---\r\nNotes\r\n', '\uFEFF---\r\nfrom_agent: a\r\nACK\r\n---\r\nNotes\r\n'],
  ])('%s', (_, before, after) => {
    expect(edit(before)).toEqual({ ok: true, value: after.replace('ACK', PRINTED) });
  });

  it('reaches the fenced block that stands for it', () => {
    const page = '# Handoff\n\n```yaml\nhandoff_template:\n  from_agent: a\n  notes: b\n```\n\nMore.\n';
    expect(edit(page, 'handoff_template')).toEqual({ ok: true, value: page.replace('  notes: b\n', `  notes: b\n  ${PRINTED}\n`) });
  });

  it('refuses what has none, and what cannot be edited without harm', () => {
    expect(edit('# Only words\n')).toEqual(refused('the place to change is not in a mapping'));
    expect(edit('---\nacknowledged: &a { by: b, at: c }\nx-other: *a\n---\n')).toEqual(refused('it carries an anchor (&), so other places would change with it'));
  });
});
