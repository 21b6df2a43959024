import { describe, expect, it } from 'vitest';
import { readPlan } from '../../../support/read-plan.ts';

const GARDEN = `
| Kennung | Aufgabe | Kto | Čeká |
| --- | --- | --- | --- |
| G-1 | Dig the pond | | |
| G-2 | Line it | | G-1 |
| G-3 | Fill it | | G-1, G-2 |
`;

describe('columns that nobody knows by name', () => {
  it('takes ids that differ from row to row for ids, and ids of other rows for what is waited for', () => {
    expect(readPlan(GARDEN).tasks).toMatchObject({ 'Dig the pond': { id: 'G-1', after: [] }, 'Line it': { id: 'G-2', after: ['Dig the pond'] }, 'Fill it': { after: ['Dig the pond', 'Line it'] } });
  });

  it('takes no id twice, and none for waiting for itself', () => {
    const { tasks } = readPlan('| Foo | Task | Owner | Bar |\n| - | - | - | - |\n| G-1 | Dig | Ann | G-1 |\n| G-1 | Fill | Bob | G-1 |\n');
    expect(tasks).toMatchObject({ Dig: { id: null, after: [] }, Fill: { id: null, after: [] } });
  });

  it('takes "not assigned yet" for nobody, in any language', () => {
    const { tasks, agents } = readPlan('| Task | Owner |\n| - | - |\n| Dig | Unassigned |\n| Fill | 未定 |\n| Plant | Nessuno |\n| Mow | Ann |\n');
    expect(Object.values(tasks).map(({ agent }) => agent)).toEqual([null, null, null, 'Ann']);
    expect(agents).toEqual([]);
  });

  it('tells of what stands in columns that no field is for', () => {
    const { leftOut } = readPlan('| Task | Owner | Mood | Empty |\n| - | - | - | - |\n| Dig | Ann | fine | - |\n| Fill | Bob | poor | |\n');
    expect(leftOut).toEqual(['Mood: fine (and 1 more)']);
  });

  it.each(['DRI', 'PIC', 'Point person', 'Assigned to'])('knows %j for whose it is', (head) => {
    expect(readPlan(`| Task | ${head} | Pri | Target |\n| - | - | - | - |\n| Dig | Ann | P1 | 2026-05-04 |\n`).tasks).toMatchObject({ Dig: { agent: 'Ann', deadline: '2026-05-04' } });
  });

  it('takes names, what they do and where they are reached for people', () => {
    const { tasks, agents } = readPlan('| Who | What | Chat |\n| - | - | - |\n| Ann Lee | Gardener | @ann |\n| Tom | Digger | @tom |\n\n- [ ] Dig @ann\n');
    expect(agents).toEqual(['Ann Lee', 'Tom']);
    expect(tasks).toEqual({ Dig: expect.objectContaining({ agent: 'Ann Lee' }) as unknown });
  });

  it('takes a table of handles for people, and their names for what they are called too', () => {
    const { tasks, agents } = readPlan('| Account | Name | Likes |\n| - | - | - |\n| @kim | Kim Okoro | ponds |\n| @lee | Lee Brandt | hedges |\n\n- [ ] Dig @kim\n');
    expect(agents).toEqual(['kim', 'lee']);
    expect(tasks).toMatchObject({ Dig: { agent: 'kim' } });
  });
});
