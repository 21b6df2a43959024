/** What programs read of `coord validate`: SARIF for code scanning, JUnit for test reports. */
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { VERBS } from '../../../src/cli/verbs.ts';
import { memoryPorts } from '../../support/memory-ports.ts';
import { shell } from '../../support/shell.ts';
import type { Outcome } from '../../support/shell.ts';

const CLEAN = { 'deployment/coord.yaml': 'protocol: 1\nteam: {}\n', 'deployment/tasks/A-1.yaml': 'id: A-1\ntask: Do A-1\n' };
const BROKEN = {
  ...CLEAN,
  'deployment/tasks/B 1%ü.yaml': 'id: B-1\ntask: Do B-1\nprioritty: high\ndependencies: ["<C&1>"]\n',
  'deployment/tasks/a-1.yaml': 'id: a-1\ntask: Do it again\n',
};

const validate = (files: Readonly<Record<string, string>>, ...options: readonly string[]): Promise<Outcome> => shell(VERBS, ['validate', ...options], { ports: memoryPorts({ files }) });

/** Of the standard's schema what services rely on: the members a log must have, and the form of those we write. */
const SARIF = {
  type: 'object',
  required: ['version', 'runs'],
  additionalProperties: false,
  properties: {
    $schema: { type: 'string' },
    version: { const: '2.1.0' },
    runs: {
      type: 'array',
      items: {
        type: 'object',
        required: ['tool'],
        additionalProperties: false,
        properties: {
          tool: { $ref: '#/$defs/tool' },
          automationDetails: { type: 'object', additionalProperties: false, properties: { id: { type: 'string' }, description: { $ref: '#/$defs/message' } } },
          columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
          results: { type: 'array', items: { $ref: '#/$defs/result' } },
        },
      },
    },
  },
  $defs: {
    message: { type: 'object', required: ['text'], additionalProperties: false, properties: { text: { type: 'string', minLength: 1 } } },
    index: { type: 'integer', minimum: 0 },
    tool: {
      type: 'object',
      required: ['driver'],
      additionalProperties: false,
      properties: { driver: { type: 'object', required: ['name'], additionalProperties: false, properties: { name: { type: 'string' }, rules: { type: 'array', uniqueItems: true, items: { $ref: '#/$defs/rule' } } } } },
    },
    rule: { type: 'object', required: ['id'], additionalProperties: false, properties: { id: { type: 'string' }, shortDescription: { $ref: '#/$defs/message' }, help: { $ref: '#/$defs/message' } } },
    location: {
      type: 'object',
      additionalProperties: false,
      properties: {
        id: { $ref: '#/$defs/index' },
        message: { $ref: '#/$defs/message' },
        physicalLocation: {
          type: 'object',
          required: ['artifactLocation'],
          additionalProperties: false,
          properties: {
            artifactLocation: { type: 'object', additionalProperties: false, properties: { uri: { type: 'string', pattern: "^[A-Za-z0-9\\-._~!$&'()*+,;=:@/%]+$" }, uriBaseId: { type: 'string' } } },
            region: { type: 'object', additionalProperties: false, properties: { startLine: { type: 'integer', minimum: 1 }, startColumn: { type: 'integer', minimum: 1 }, endColumn: { type: 'integer', minimum: 1 } } },
          },
        },
      },
    },
    result: {
      type: 'object',
      required: ['message'],
      additionalProperties: false,
      properties: {
        ruleId: { type: 'string' },
        ruleIndex: { $ref: '#/$defs/index' },
        level: { enum: ['none', 'note', 'warning', 'error'] },
        message: { $ref: '#/$defs/message' },
        locations: { type: 'array', items: { $ref: '#/$defs/location' } },
        relatedLocations: { type: 'array', uniqueItems: true, items: { $ref: '#/$defs/location' } },
      },
    },
  },
};

interface Log {
  readonly runs: readonly { readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } }; readonly results: readonly { readonly ruleId: string; readonly ruleIndex: number }[] }[];
}

describe('--format sarif', () => {
  it.each([['clean', CLEAN, 0], ['broken', BROKEN, 1]])('of %s files has the form of the standard', async (_, files, exit) => {
    const outcome = await validate(files, '--format', 'sarif');
    expect(outcome.exit).toBe(exit);
    const ajv = new Ajv({ allErrors: true });
    ajv.validate(SARIF, JSON.parse(outcome.stdout));
    expect(ajv.errors).toBeNull();
  });

  it('gives each problem its rule, level, place, and places besides', async () => {
    const { stdout, stderr } = await validate(BROKEN, '--format', 'sarif');
    const { runs } = JSON.parse(stdout) as Log;
    expect(stderr).toBe('2 errors, 1 warning in 2 files (4 files checked)\n');
    expect(runs.flatMap(({ tool, results }) => results.map(({ ruleId, ruleIndex }) => [ruleId, tool.driver.rules[ruleIndex]?.id]))).toEqual([
      ['unknown-field', 'unknown-field'],
      ['missing-dependency', 'missing-dependency'],
      ['duplicate-id', 'duplicate-id'],
    ]);
    expect(runs[0]?.results[0]).toEqual({
      ruleId: 'unknown-field',
      ruleIndex: 2,
      level: 'warning',
      message: { text: 'coord knows no field "prioritty" here. Did you mean "priority"? Rename it, or begin its name with x- to keep it as your own.' },
      locations: [{ physicalLocation: { artifactLocation: { uri: 'deployment/tasks/B%201%25%C3%BC.yaml', uriBaseId: '%SRCROOT%' }, region: { startLine: 3, startColumn: 1, endColumn: 10 } } }],
    });
    expect(runs[0]?.results[2]).toMatchObject({
      relatedLocations: [{ id: 0, message: { text: 'first here' }, physicalLocation: { artifactLocation: { uri: 'deployment/tasks/A-1.yaml' }, region: { startLine: 1, startColumn: 5 } } }],
    });
  });
});

describe('--format junit', () => {
  it('has one case where nothing is wrong', async () => {
    expect(await validate(CLEAN, '--format', 'junit')).toEqual({
      exit: 0,
      stdout: `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="coord validate" tests="1" failures="0" errors="0" skipped="0">
  <testsuite name="all files" tests="1" failures="0" errors="0" skipped="0">
    <testcase classname="coord" name="2 files in order"/>
  </testsuite>
</testsuites>
`,
      stderr: '0 problems (2 files checked)\n',
    });
  });

  it('calls nothing in order where no file is, or there is none', async () => {
    const one = await validate({ 'deployment/tasks/A-1.yaml': 'id: A-1\n' }, '--format', 'junit');
    expect(one.stdout.match(/<testcase .*/g)).toEqual(['<testcase classname="deployment/tasks/A-1.yaml" name="schema-violation deployment/tasks/A-1.yaml:1:1">']);
    expect(one.stdout).toContain('tests="1" failures="1"');
    const none = await validate(CLEAN, '--scope', '--as', 'human:ann', '--format', 'junit');
    expect(none.stdout).toContain('<testcase classname="coord" name="nothing to check"/>');
  });

  it('has a case for each problem; a warning fails with --strict only', async () => {
    const { stdout } = await validate(BROKEN, '--format', 'junit');
    expect(stdout).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="coord validate" tests="4" failures="2" errors="0" skipped="0">
  <testsuite name="all files" tests="4" failures="2" errors="0" skipped="0">
    <testcase classname="coord" name="2 files in order"/>
    <testcase classname="deployment/tasks/B 1%ü.yaml" name="unknown-field deployment/tasks/B 1%ü.yaml:3:1">
      <system-out>deployment/tasks/B 1%ü.yaml:3:1  warning  unknown-field
coord knows no field &quot;prioritty&quot; here.
Did you mean &quot;priority&quot;? Rename it, or begin its name with x- to keep it as your own.</system-out>
    </testcase>
    <testcase classname="deployment/tasks/B 1%ü.yaml" name="missing-dependency deployment/tasks/B 1%ü.yaml:4:16">
      <failure type="missing-dependency" message="B-1 waits for &lt;C&amp;1&gt;, which no file defines.">deployment/tasks/B 1%ü.yaml:4:16  error  missing-dependency
B-1 waits for &lt;C&amp;1&gt;, which no file defines.
Add it: coord task add &quot;...&quot; --id &lt;C&amp;1&gt;</failure>
    </testcase>
    <testcase classname="deployment/tasks/a-1.yaml" name="duplicate-id deployment/tasks/a-1.yaml:1:5">
      <failure type="duplicate-id" message="The id a-1 is taken already, in deployment/tasks/A-1.yaml.">deployment/tasks/a-1.yaml:1:5  error  duplicate-id
The id a-1 is taken already, in deployment/tasks/A-1.yaml.
Give this task another id; upper and lower case count as the same.</failure>
    </testcase>
  </testsuite>
</testsuites>
`);
    expect((await validate(BROKEN, '--format', 'junit', '--strict')).stdout).toContain('tests="4" failures="3"');
  });

  it('lets nothing through that XML cannot hold', async () => {
    const { stdout } = await validate({ ...CLEAN, 'deployment/tasks/x.yaml': 'id: X-1\ntask: Do it\n"a\\u0001\\uFFFE]]>\\u202E": 1\n' }, '--format', 'junit');
    expect(stdout).toContain('coord knows no field &quot;a&lt;U+0001&gt;\uFFFD]]&gt;&lt;U+202E&gt;&quot; here.');
  });
});
