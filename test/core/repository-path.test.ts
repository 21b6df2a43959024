import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { repositoryPath } from '../../src/core/repository-path.ts';

describe('repositoryPath', () => {
  it.each([
    ['/repo', 'src/a.ts', 'src/a.ts'],
    ['/repo/src', 'a.ts', 'src/a.ts'],
    ['/repo/src', './a.ts', 'src/a.ts'],
    ['/repo/src', '../docs//x/', 'docs/x'],
    ['/repo/src', '..', ''],
    ['/elsewhere', '/repo/src/a.ts', 'src/a.ts'],
    ['/repo', '../other/a.ts', null],
    ['/repo', '/repository/a.ts', null],
    ['/repo', '../../../../..', null],
  ])('from %s, %s is %s', (cwd, typed, expected) => {
    expect(repositoryPath('/repo', cwd, typed)).toBe(expected);
  });

  it('never leads out of the repository', () => {
    const part = fc.constantFrom('..', '.', '', 'a', 'repo', 'b.ts');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), fc.boolean(), (parts, absolute) => {
        const path = repositoryPath('/home/repo', '/home/repo/a', `${absolute ? '/' : ''}${parts.join('/')}`);
        if (path !== null) expect(path.split('/')).not.toContain('..');
        if (path !== null) expect(path.startsWith('/')).toBe(false);
      }),
    );
  });
});
