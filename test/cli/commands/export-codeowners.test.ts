import { describe, expect, it } from 'vitest';
import { VERBS } from '../../../src/cli/verbs.ts';
import { memoryPorts } from '../../support/memory-ports.ts';
import { shell } from '../../support/shell.ts';
import type { Outcome } from '../../support/shell.ts';

const COORD = `protocol: 1
team:
  frontend: { name: Frontend Agent, owns: ["web/**", "assets/*", "my docs/a?.md"], aliases: [UI, "@ui-person"] }
  backend: { name: Backend Agent, owns: ["web/api/**", "{src,lib}/db", "*.[ch]"] }
  lead: { name: Lead, owns: ["**"] }
ownership:
  schema: { owner: backend, paths: [web/api/schema.ts] }
  rest: { owner: Relevant feature owner, paths: ["**"] }
  infra: { owner: "Ops crew", paths: ["infra/\\ue000\\n* @evil"] }
contacts:
  Backend Agent: The backend people (@acme/backend), #backend
  lead: lead@example.com
`;

const CODEOWNERS = `# Made from coord.yaml by \`coord export codeowners\`. Change it there.

* lead@example.com

/web/** @ui-person lead@example.com

# *.[ch]: CODEOWNERS has no pattern for this; owned by @acme/backend lead@example.com

/lib/db @acme/backend lead@example.com

/src/db @acme/backend lead@example.com

/assets/** @ui-person lead@example.com

/web/api/** @ui-person @acme/backend lead@example.com

/my\\ docs/a?.md @ui-person lead@example.com

# infra/ * @evil: no handle of Ops crew is known (contacts or aliases in coord.yaml)
# infra/ * @evil: CODEOWNERS has no pattern for this; owned by lead@example.com Ops crew

/web/api/schema.ts @ui-person @acme/backend lead@example.com
`;

const exported = (files: Readonly<Record<string, string>>, ...options: string[]): Promise<Outcome> => shell(VERBS, ['export', 'codeowners', ...options], { ports: memoryPorts({ files: { 'deployment/coord.yaml': COORD, ...files } }) });

describe('coord export codeowners', () => {
  it('has a line for each glob, the wider first, with all who own it, and says what cannot be said', async () => {
    expect(await exported({})).toEqual({ exit: 0, stdout: CODEOWNERS, stderr: '' });
  });

  it('takes a path from nobody: without any handle there is no line', async () => {
    const { stdout } = await exported({ 'deployment/coord.yaml': 'protocol: 1\nteam:\n  backend: { owns: [api/**] }\n' });
    expect(stdout.split('\n').filter((line) => line !== '' && !line.startsWith('#'))).toEqual([]);
    expect(stdout).toContain('# api/**: no handle of backend is known');
  });

  it('--check passes where the file says the same, whatever its line endings', async () => {
    expect(await exported({ CODEOWNERS: CODEOWNERS.replaceAll('\n', '\r\n') }, '--check')).toEqual({ exit: 0, stdout: 'CODEOWNERS says what coord.yaml says.\n', stderr: '' });
  });

  it.each([
    [{ '.github/CODEOWNERS': '* @old\n', CODEOWNERS }, '.github/CODEOWNERS is not what coord.yaml says.\nWrite it: coord export codeowners > .github/CODEOWNERS\n'],
    [{}, '.github/CODEOWNERS does not exist.\nWrite it: coord export codeowners > .github/CODEOWNERS\n'],
  ])('--check fails where it is out of date or missing', async (files, stderr) => {
    expect(await exported(files, '--check')).toEqual({ exit: 1, stdout: '', stderr });
  });
});
