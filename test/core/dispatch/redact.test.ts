import { describe, expect, test } from 'vitest';
import { createRedactor, namesSecret } from '../../../src/core/dispatch/redact.ts';

/** Not written as one word, so that nobody takes a sample for a secret that leaked. */
const sample = (...parts: readonly string[]): string => parts.join('');
const JWT = sample('eyJ', 'hbGciOiJIUzI1NiJ9', '.eyJ', 'zdWIiOiIxMjM0NTY3ODkwIn0', '.c2lnbmF0dXJl');
const BEGIN = sample('-----BEGIN RSA', ' PRIVATE KEY-----');
const END = sample('-----END RSA', ' PRIVATE KEY-----');

describe('secrets in a line', () => {
  test.each([
    ['of a model', sample('sk-', 'ant-api03-AbCdEfGhIjKlMnOp_qrs')],
    ['of GitHub', sample('ghp_', 'AbCdEfGhIjKlMnOpQrStUvWxYz0123')],
    ['of GitHub, fine-grained', sample('github_pat_', '11ABCDEFG0abcdefghijkl_mnop')],
    ['of GitLab', sample('glpat-', 'abcdefghijklmnop1234')],
    ['of AWS', sample('AKIA', 'IOSFODNN7EXAMPLE')],
    ['of Google', sample('AIza', 'SyA1234567890abcdefghijklmnopqrstu')],
    ['of Slack', sample('xoxb-', '123456789012-abcdefghij')],
    ['of npm', sample('npm_', 'abcdefghijklmnopqrstuvwxyz012345')],
    ['of anybody, signed', JWT],
    ['of a request', sample('Bear', 'er abcdef0123456789abcdef')],
  ])('a token %s', (_, token) => {
    const said = createRedactor([])(`before "${token}", after`);
    expect(said).toMatch(/^before "(?:Bearer )?\[redacted\]", after$/);
  });

  test('the password in an address, and nothing else of it', () => {
    expect(createRedactor([])('postgres://app:hunter2secret@db.example.com:5432/app?x=1')).toBe('postgres://app:[redacted]@db.example.com:5432/app?x=1');
  });

  test('known values, also as JSON writes them; none that is in every text', () => {
    const redact = createRedactor(['correct horse "battery"', 'true', 'one-long-line\ntwo-long-line']);
    expect(redact('x correct horse "battery" y')).toBe('x [redacted] y');
    expect(redact(JSON.stringify({ said: 'correct horse "battery"' }))).toBe('{"said":"[redacted]"}');
    expect(redact('true two-long-line')).toBe('true [redacted]');
  });

  test('a private key over several lines, and what stands around it', () => {
    const redact = createRedactor([]);
    expect([`see ${BEGIN}`, 'MIIEowIBAAKCAQEA', `${END} end`, 'next'].map(redact)).toEqual(['see [redacted]', '[redacted]', '[redacted] end', 'next']);
    expect(redact(`{"key":"${BEGIN}\\nMIIE\\n${END}\\n","b":"${BEGIN}${END}"}`)).toBe('{"key":"[redacted]\\n","b":"[redacted]"}');
  });

  test('what only begins like a key does not swallow all that follows', () => {
    const redact = createRedactor([]);
    const lines = [BEGIN, ...Array.from({ length: 300 }, (_, index) => `line ${index}`)].map(redact);
    expect(lines.at(-1)).toBe('line 299');
  });

  test('plain words stay', () => {
    const text = 'The task-runner skips eyJ and sk-learn; AKIA is a prefix, see https://example.com/a@b, commit 3f2a9c1d.';
    expect(createRedactor([])(text)).toBe(text);
  });

  test('lines made to be slow are read in one pass', () => {
    for (const piece of ['eyJ-', 'sk-', 'xoxb-', '://a:', BEGIN, 'Bearer ', 'SG.']) {
      const line = piece.repeat(1_000_000 / piece.length);
      expect(typeof createRedactor(['some-long-secret'])(line)).toBe('string');
    }
  });
});

test('names of variables that hold secrets', () => {
  const names = ['ANTHROPIC_API_KEY', 'GH_TOKEN', 'DB_PASSWORD', 'AWS_SECRET_ACCESS_KEY', 'DATABASE_URL', 'NPM_AUTH', 'PGPASSWORD', 'SMTP_PASS'];
  expect(names.filter(namesSecret)).toEqual(names);
  expect(['PATH', 'PWD', 'HOME', 'SSH_AUTH_SOCK', 'GIT_AUTHOR_NAME'].filter(namesSecret)).toEqual([]);
});
