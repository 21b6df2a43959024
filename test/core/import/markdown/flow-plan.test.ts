import { describe, expect, it } from 'vitest';
import { readPlan } from '../../../support/read-plan.ts';

const chart = (heading: string, lines: string): string => `# ${heading}\n\n\`\`\`mermaid\ngraph TD\n${lines}\n\`\`\`\n`;

describe('a flowchart that is the plan', () => {
  it('takes a heading that begins with a node for the task the node stands for', () => {
    const { tasks } = readPlan(`${chart('How we do it', 'DIG --> FILL')}\n## DIG: Dig the pond\n\nBy hand.\n\n## FILL – Let the water in\n\n## WHY: Ducks\n`);
    expect(tasks).toMatchObject({ 'Dig the pond': { id: 'DIG' }, 'Let the water in': { id: 'FILL', after: ['Dig the pond'] } });
    expect(Object.keys(tasks)).toHaveLength(2);
  });

  it('takes the nodes for the tasks where there are no others', () => {
    const { tasks } = readPlan(chart('Pond plan', 'A[G-1: Dig] --> B(Fill)'));
    expect(tasks).toMatchObject({ Dig: { id: 'G-1', kind: 'task' }, Fill: { kind: 'task', after: ['Dig'] } });
  });

  it('knows in a second flowchart what the first one made', () => {
    const { tasks } = readPlan(`${chart('Pond plan', 'A[Dig] --> B[Fill]')}\n${chart('Order of the rest', 'X[Fill] --> Y[Ducks]')}`);
    expect(Object.keys(tasks)).toEqual(['Dig', 'Fill', 'Ducks']);
    expect(tasks).toMatchObject({ Fill: { after: ['Dig'] }, Ducks: { after: ['Fill'] } });
  });

  it('leaves a flowchart that says of itself nothing of a plan', () => {
    expect(readPlan(chart('Water', 'Spring --> Pond')).tasks).toEqual({});
  });
});

describe('struck out', () => {
  it('is cancelled, box or not', () => {
    expect(readPlan('- [ ] ~~Build a bridge~~\n- [ ] Feed ~~all~~ ducks\n').tasks).toMatchObject({ 'Build a bridge': { status: 'cancelled' }, 'Feed all ducks': { status: 'todo' } });
  });
});
