import { describe, expect, it } from 'vitest';
import { readFact, splitTail } from '../../../../src/core/import/markdown/tail.ts';
import { readPlan } from '../../../support/read-plan.ts';

describe('what stands behind a title', () => {
  it.each([
    ['Sow the beans. Owner: @kim. Depends on G-1 and G-2.', 'Sow the beans', ['dependencies', 'agent']],
    ['Sow the beans, after 2, 3', 'Sow the beans', ['dependencies']],
    ['Semina i fagioli, dopo 1', 'Semina i fagioli', ['dependencies']],
    ['콩 심기, 2번 이후', '콩 심기', ['dependencies']],
    ['Sow the beans by 2026-12-15', 'Sow the beans', ['deadline']],
    ['Sow the beans due by May 4, 2026', 'Sow the beans', ['deadline']],
    ['Bohnen säen bis zum 15. Mai 2026', 'Bohnen säen', ['deadline']],
    ['Sow the beans — 40 %', 'Sow the beans', ['progress']],
    ['Semear o feijão — concluído ✅', 'Semear o feijão', ['status']],
    ['Sow the beans. Effort: 2 days; priority: high', 'Sow the beans', ['priority', 'estimate']],
  ])('%s', (text, rest, fields) => {
    const read = splitTail(text, false);
    expect([read.rest, read.facts.map(({ field }) => field)]).toEqual([rest, fields]);
  });

  it.each(['Sow the beans, after lunch', 'Ask Kim. Owner: whoever finds the key. Or nobody.', 'Upgrade to 8.1', 'Cut the weeds by 20 %', 'Sow by 12 rows', 'Bed A - bed B', 'Done', 'Sow the beans (Kim, 1 day)', 'Sow the beans (owner: Kim, est: 1d)'])('leaves %j as it is', (text) => {
    expect(splitTail(text, false)).toEqual({ rest: text, facts: [] });
  });

  it('reads a sentence for one fact only', () => {
    expect(readFact('Owner: Kim. Then Lee')).toBeNull();
    expect(readFact('x'.repeat(500))).toBeNull();
  });
});

describe('in a plan', () => {
  it('takes what a paragraph below a heading says of a task, also when it begins', () => {
    const { tasks } = readPlan('# Work\n\n## 1.1 Pond\n\nLead: Ann. Effort: 3 weeks. Start: 2026-03-02.\n\n## 1.2 Hedge\n\nLead: Tom. Depends on 1.1.\n');
    expect(tasks).toMatchObject({ '1.1 Pond': { agent: 'Ann', estimate: '3 weeks' }, '1.2 Hedge': { agent: 'Tom', after: ['1.1 Pond'] } });
  });

  it('takes a name with what is said of it below, as in a list of definitions', () => {
    const { tasks } = readPlan('# Garden\n\nDig the pond\n: Owner: Ann. 2 days. Mind the pipes.\n\nPaint the fence\n: Owner: Tom.\n\nPond\n: a hole with water\n');
    expect(tasks).toMatchObject({ 'Dig the pond': { agent: 'Ann', estimate: '2 days' }, 'Paint the fence': { agent: 'Tom' } });
    expect(Object.keys(tasks)).toHaveLength(2);
  });

  it('takes boxes that say whose they are for tasks, also below a heading with a number', () => {
    const plan = (end: string): string => `## Arbeitspaket 1: Teich\n\n- [ ] Graben${end}\n- [ ] Füllen${end}\n`;
    expect(Object.keys(readPlan(plan(' (2 Tage)')).tasks)).toEqual(['Graben', 'Füllen']);
    expect(readPlan(plan('')).tasks).toMatchObject({ Teich: { actions: ['Graben', 'Füllen'] } });
  });

  it('takes a day behind by, and what stands in brackets behind it', () => {
    expect(readPlan('- [ ] G-1: Dig by 2026-12-15 (2 days, @kim)\n').tasks).toMatchObject({ Dig: { deadline: '2026-12-15', estimate: '2 days', agent: 'kim' } });
  });

  it('takes the line below a box for what blocks it', () => {
    expect(readPlan('- [x] G-1 Dig\n- [ ] G-2 Fill\n      blocked by G-1\n').tasks).toMatchObject({ Fill: { after: ['Dig'] } });
  });

  it('takes numbers for the items of the list, though a name or a state stands behind', () => {
    const { tasks } = readPlan('## Attività\n\n1. Scavare (Kim) — 50 %\n2. Riempire (Lee)\n   - Dipende da: 1\n3. Piantare (Kim)\n   - Dipende da: 1 e 2\n');
    expect(tasks).toMatchObject({ Scavare: { agent: 'Kim', status: 'in_progress', progress: 50, after: [] }, Riempire: { agent: 'Lee', after: ['Scavare'] }, Piantare: { agent: 'Kim', after: ['Scavare', 'Riempire'] } });
  });

  it('takes fields that follow one another in a paragraph', () => {
    expect(readPlan('### Task 1.1: Dig\n\nBy hand, in May. Estimate: 2 days. Owner: Kim.\n').tasks).toMatchObject({ Dig: { estimate: '2 days', agent: 'Kim' } });
  });

  it('puts nothing in order that says itself what it waits for', () => {
    const { tasks } = readPlan('## Phase 1: Pond\n\n1. **G-1** Dig\n2. **G-2** Fill. Depends on G-1\n3. **G-3** Plant. Depends on G-1\n');
    expect(tasks).toMatchObject({ Plant: { after: ['Dig'] } });
  });

  it('takes a step of which a paragraph tells whose it is and what it waits for, and knows it by its number', () => {
    const { tasks } = readPlan('## Schritt 1: Graben\n\nZuständig: Kim. Aufwand: 2 Tage.\n\n- zuerst den Rand\n\n## Schritt 2: Füllen\n\nZuständig: Lee. Abhängig von Schritt 1.\n');
    expect(tasks).toMatchObject({ Graben: { agent: 'Kim', estimate: '2 days' }, Füllen: { agent: 'Lee', after: ['Graben'] } });
    expect(Object.keys(tasks)).toHaveLength(2);
  });

  it('takes a length behind a comma for the estimate', () => {
    expect(readPlan('- [ ] Dig the pond, 3 days\n').tasks).toMatchObject({ 'Dig the pond': { estimate: '3 days' } });
  });
});
