import { describe, expect, it } from 'vitest';
import { readPlan } from '../../../support/read-plan.ts';

describe('names in brackets', () => {
  it('are owners where most lines end with one and some come again', () => {
    expect(readPlan('- [ ] Dig (Kim)\n- [ ] Fill (Lee Brandt)\n- [ ] Plant (Kim)\n').tasks).toMatchObject({ Dig: { agent: 'Kim' }, Fill: { agent: 'Lee Brandt' }, Plant: { agent: 'Kim' } });
  });

  it.each(['- [ ] Dig (Kim)\n- [ ] Fill (Lee)\n- [ ] Plant (Sam)\n', '- [ ] Dig (API)\n- [ ] Fill (API)\n- [ ] Plant (GUI)\n', '- [ ] Dig (Optional)\n- [ ] Fill (Kim)\n- [ ] Plant (Optional)\n', '- [ ] Dig\n- [ ] Fill (Kim)\n- [ ] Plant (Kim)\n- [ ] Mow (Lee)\n- [ ] Rake\n'])('are part of the title elsewhere: %j', (text) => {
    expect(Object.values(readPlan(text).tasks).every(({ agent }) => agent === null)).toBe(true);
  });

  it('behind a heading give all below it to whoever is known', () => {
    const people = '| Person | Role |\n| - | - |\n| Kim | digger |\n| Lee | planter |\n';
    expect(readPlan(`${people}\n## Pond (Kim)\n\n- [ ] Dig\n- [ ] Fill\n\n## Hedge (north)\n\n- [ ] Plant\n`).tasks).toMatchObject({ Dig: { agent: 'Kim' }, Fill: { agent: 'Kim' }, Plant: { agent: null } });
  });
});

describe('a plain list', () => {
  const people = '| Person | Role |\n| - | - |\n| Kim | digger |\n| Lee | planter |\n\n## When the snow has gone\n\n';

  it('is work where each line names somebody who is known', () => {
    expect(readPlan(`${people}- Dig (Kim)\n- Plant (Lee)\n`).tasks).toMatchObject({ Dig: { agent: 'Kim' }, Plant: { agent: 'Lee' } });
  });

  it('is none where some line names nobody', () => {
    expect(readPlan(`${people}- Ice is thin (Kim)\n- Birds come back\n`).tasks).toEqual({});
  });
});

describe('headings of people', () => {
  it('are told by a list of the same names', () => {
    const { agents, tasks } = readPlan('## Wir\n\n- Kim: gräbt\n- Lee: pflanzt\n\n## Woche 1\n\n### Kim\n\n- [ ] **T-1** Teich\n\n### Lee\n\n- [ ] **T-2** Hecke\n');
    expect(agents).toEqual(['Kim', 'Lee']);
    expect(tasks).toMatchObject({ Teich: { agent: 'Kim' }, Hecke: { agent: 'Lee' } });
  });

  it('are told below "Team" where the names come again', () => {
    const { agents, tasks } = readPlan('## Équipe\n\n- Kim : creuse\n- Lee : plante\n\n## Travaux\n\n- [ ] Étang — Kim, 2 jours\n- [ ] Haie (Lee)\n- [ ] Abri - bois\n');
    expect(agents).toEqual(['Kim', 'Lee']);
    expect(tasks).toMatchObject({ Étang: { agent: 'Kim', estimate: '2 days' }, Haie: { agent: 'Lee' }, 'Abri - bois': { agent: null } });
    expect(readPlan('## Team\n\n- Kim-Lee (a): digs\n- J. [x] $1: plants\n\n- [ ] Dig (Kim-Lee)\n').agents).toEqual([]);
    expect(readPlan('## Team A\n\n- Motto: dig\n- Place: hall\n\n## Team B\n\n- Motto: fill\n- Place: field\n\n- [ ] Dig\n').agents).toEqual(['Team A', 'Team B']);
    expect(readPlan('## Team\n\n- Goal: a pond\n- Place: the garden\n\n## Work\n\n- [ ] Dig\n').agents).toEqual([]);
  });

  it('are no people where the names head nothing', () => {
    expect(readPlan('- Water: clear\n- Soil: dry\n\n## Work\n\n- [ ] Dig\n').agents).toEqual([]);
  });

  it('are told by another team beside them', () => {
    expect(readPlan('## Équipes\n\n### Équipe Étang\n\n- [ ] Creuser\n\n### Équipe Haie\n\n- [ ] Planter\n').tasks).toMatchObject({ Creuser: { agent: 'Étang' }, Planter: { agent: 'Haie' } });
    expect(readPlan('### Team building\n\n- [ ] Dinner\n').agents).toEqual([]);
  });
});

it('a list of those who work is not told as left out', () => {
  const { agents, leftOut } = readPlan('# Garden\n\n## Team\n\n- Ann: digger\n- Tom: painter\n\n## Tasks\n\n- [ ] Dig (Ann)\n- [ ] Paint (Tom)\n');
  expect({ agents, leftOut }).toEqual({ agents: ['Ann', 'Tom'], leftOut: [] });
});

describe('short lists of names', () => {
  it('tell who works where the names come again, also behind a sign and of the first of two', () => {
    const { tasks } = readPlan('## Juin\n\n- [ ] Étang (Chloé, 3 jours) 🔴\n- [ ] Haie (Karim)\n\n## Juillet\n\n- [ ] Abri (Karim et Chloé)\n- [ ] Mur (Karim)\n');
    expect(tasks).toMatchObject({ Étang: { agent: 'Chloé', estimate: '3 days' }, Haie: { agent: 'Karim' }, 'Abri (Karim et Chloé)': { agent: 'Karim' }, Mur: { agent: 'Karim' } });
  });

  it('below "Team" may stand before dashes, and come again behind an ideographic comma', () => {
    expect(readPlan('## Equipe\n\n- Bia — produto\n- Rui — servidor\n\n## Tarefas\n\n- [ ] Tela (Bia)\n- [ ] Banco (Rui)\n')).toMatchObject({ agents: ['Bia', 'Rui'], leftOut: [] });
    expect(readPlan('## メンバー\n\n- 佐藤：池\n- 鈴木：垣根\n\n## 作業\n\n- [ ] 掘る（担当：佐藤、2日）\n- [ ] 植える（担当：鈴木、1日）\n')).toMatchObject({ agents: ['佐藤', '鈴木'], leftOut: [] });
  });
});

it('of a table of those who work only what is nowhere taken is told as left out', () => {
  const { agents, leftOut } = readPlan('| Agent | Role | Hours | Desk |\n| - | - | - | - |\n| Ann | digger | 9:00-12:00 | 4 |\n| Tom | painter | 13:00-15:00 | 7 |\n\n- [ ] Dig (Ann)\n');
  expect({ agents, leftOut }).toEqual({ agents: ['Ann', 'Tom'], leftOut: ['Desk: 4 (and 1 more)'] });
});
