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

  it('takes a table of handles for people, and their names for what they are called too', () => {
    const { tasks, agents } = readPlan('| Account | Name | Likes |\n| - | - | - |\n| @kim | Kim Okoro | ponds |\n| @lee | Lee Brandt | hedges |\n\n- [ ] Dig @kim\n');
    expect(agents).toEqual(['kim', 'lee']);
    expect(tasks).toMatchObject({ Dig: { agent: 'kim' } });
  });
});
