import { describe, expect, it } from 'vitest';
import { readPlan } from '../../../support/read-plan.ts';

const WORK = '# Pond\n\n- [x] **G-1** Dig\n- [ ] **G-2** Line\n- [ ] **G-3** Fill\n- [ ] **G-4** Plant\n';

describe('bare boxes below the last heading', () => {
  it('are left out where all work has ids', () => {
    const { tasks, leftOut } = readPlan(`${WORK}\n## Party can begin\n\n- [ ] Water is clear\n- [ ] Ducks are back\n`);
    expect(Object.keys(tasks)).toEqual(['Dig', 'Line', 'Fill', 'Plant']);
    expect(leftOut).toEqual(['Party can begin: Water is clear', 'Party can begin: Ducks are back']);
  });

  it.each([
    ['a heading that tells of work', '## Remaining tasks\n\n- [ ] Mow\n'],
    ['a heading that tells of a time to come', '## Nice to have\n\n- [ ] Mow\n'],
    ['somebody who does it', '## Afterwards\n\n- [ ] Mow @kim\n'],
    ['an estimate', '## Afterwards\n\n- [ ] Mow (2 hours)\n'],
    ['steps', '## Afterwards\n\n- [ ] Mow\n  - around the pond\n'],
    ['work like it before', '## Meanwhile\n\n- [ ] Rake\n\n## Afterwards\n\n- [ ] Mow\n'],
  ])('are work where they have %s', (_, end) => {
    expect(Object.keys(readPlan(`${WORK}\n${end}`).tasks)).toContain('Mow');
  });
});
