/** Handoffs judged on real repositories: what was deleted, squashed, cut off or never committed. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { validate } from '../../src/app/checks/validate.ts';
import { makeRepository } from '../support/repository.ts';
import type { TestRepository } from '../support/repository.ts';
import { realPorts } from '../support/real-ports.ts';

const HANDOFF = 'deployment/handoffs/h.md';
const ARTIFACT = 'api/openapi.json';

function handOver(repository: TestRepository, { path = ARTIFACT, head, blob }: { path?: string; head?: string; blob?: string }): void {
  const lines = ['---', 'from_agent: backend', 'artifacts:', `  - path: ${path}`, ...(blob ? [`    blob: "${blob}"`] : []), ...(head ? [`head: "${head}"`] : []), '---', ''];
  repository.write(HANDOFF, lines.join('\n'));
  repository.commit('Hand over');
}

async function codes(repository: TestRepository): Promise<string[]> {
  const result = await validate(await realPorts(repository), { staged: false, strict: false });
  return result.ok ? result.value.findings.map(({ problem }) => problem.code) : [result.refusal.code];
}

function withArtifact(): { repository: TestRepository; head: string; blob: string } {
  const repository = makeRepository({ files: { 'deployment/coord.yaml': 'protocol: 1\n', [ARTIFACT]: '{}\n' } });
  return { repository, head: repository.git('rev-parse', 'HEAD'), blob: repository.git('rev-parse', `HEAD:${ARTIFACT}`) };
}

function deleteArtifact(repository: TestRepository): void {
  rmSync(join(repository.root, ARTIFACT));
  repository.commit('Delete it');
}

describe('artifacts', () => {
  it('may be files or folders, committed or not', async () => {
    const { repository, head } = withArtifact();
    handOver(repository, { head: head.slice(0, 8) });
    expect(await codes(repository)).toEqual([]);
    handOver(repository, { path: 'api' });
    expect(await codes(repository)).toEqual([]);
    handOver(repository, { path: 'new.txt' });
    expect(await codes(repository)).toEqual(['artifact-missing']);
    repository.write('new.txt', 'not committed\n');
    expect(await codes(repository)).toEqual([]);
  });

  it('may be gone by now where the handoff\'s commit has them', async () => {
    const { repository, head } = withArtifact();
    deleteArtifact(repository);
    handOver(repository, { head });
    expect(await codes(repository)).toEqual([]);
  });

  it('are stale once they were changed or deleted', async () => {
    const { repository, blob } = withArtifact();
    handOver(repository, { blob });
    expect(await codes(repository)).toEqual([]);
    repository.write(ARTIFACT, '{"openapi": "3.1.0"}\n');
    repository.commit('Change it');
    expect(await codes(repository)).toEqual(['handoff-stale']);
    deleteArtifact(repository);
    expect(await codes(repository)).toEqual(['handoff-stale']);
  });

  it('are known by their blob after a squash, though the commit is not', async () => {
    const { repository, blob } = withArtifact();
    handOver(repository, { blob, head: 'f'.repeat(40) });
    expect(await codes(repository)).toEqual(['commit-unknown']);
  });

  it('are not judged by history that a shallow clone lacks', async () => {
    const { repository, head } = withArtifact();
    deleteArtifact(repository);
    handOver(repository, { head });
    const clone = join(repository.root, '../clone');
    repository.git('clone', '-q', '--depth', '1', `file://${repository.root}`, clone);
    expect(await codes(repository.at(clone))).toEqual([]);
  });

  it('are missing without any commit to look in', async () => {
    const repository = makeRepository({ empty: true, files: { 'deployment/coord.yaml': 'protocol: 1\n', [HANDOFF]: `---\nfrom_agent: backend\nartifacts:\n  - path: ${ARTIFACT}\n---\n` } });
    expect(await codes(repository)).toEqual(['artifact-missing']);
  });
});
