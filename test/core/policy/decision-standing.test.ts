import { describe, expect, it } from 'vitest';
import type { Decision, Feedback } from '../../../src/core/model.ts';
import { decisionStanding, isRipe } from '../../../src/core/policy/decision-standing.ts';
import { areasOf, planProposal } from '../../../src/core/policy/plan-proposal.ts';
import { makeAgent, makeDecision } from '../../support/records.ts';

const AGENTS = ['frontend', 'backend', 'ops'].map((id) => makeAgent({ id, name: `${id} agent` }));
const CONFIG = {
  ownership: {
    api: { owner: 'Backend Agent', reviewers: ['frontend', 'Ops'], paths: ['api/**'], feedback: '2h' },
    web: { owner: 'frontend', decision_maker: 'ops', paths: ['web/**', 'api/client/**'] },
    style: { owner: 'Relevant feature owner' },
  },
};
const NOON = Date.parse('2025-08-12T12:00:00Z');

const says = (by: string, decision = 'd.md', at = '2025-08-12T10:00:00Z'): Feedback => ({ decision, by, at, text: 'Fine', place: { file: `deployment/decisions/feedback/${by}.md` } });
const standing = (fields: Partial<Decision>, feedback: readonly Feedback[] = []) => decisionStanding(makeDecision('d', { status: 'proposed', ...fields }), { config: CONFIG, agents: AGENTS, feedback });

describe('how a decision stands', () => {
  it.each([
    ['is named in it', { decisionMaker: 'ops', area: 'api', owner: 'frontend' }, 'ops'],
    ['decides in its area', { area: 'web', owner: 'backend' }, 'ops'],
    ['owns its area', { area: 'api', owner: 'frontend' }, 'backend'],
    ['proposed it, where no area says more', { owner: 'frontend' }, 'frontend'],
    ['proposed it, where the area is not known', { area: 'none', owner: 'frontend' }, 'frontend'],
  ] as const)('whoever %s decides', (_, fields, maker) => {
    expect(standing(fields).maker).toBe(maker);
  });

  it('anyone may decide where a role does, or nobody is named', () => {
    expect([standing({}).maker, standing({ area: 'style' }).maker]).toEqual([null, null]);
  });

  it('waits for reviewers who have not said anything on this very decision', () => {
    expect(standing({ reviewers: ['frontend', 'ops'] }, [says('frontend', 'deployment/decisions/d.md'), says('ops', 'e.md')]).missing).toEqual(['ops']);
  });

  it('tells what was said, oldest first', () => {
    const feedback = [says('ops', 'd', '2025-08-12T11:00:00Z'), says('frontend', 'd', '2025-08-12T09:00:00Z')];
    expect(standing({}, feedback).feedback.map(({ by }) => by)).toEqual(['frontend', 'ops']);
  });

  it.each([
    ['reviewers are silent and have time', {}, [], false],
    ['all have spoken', {}, [says('frontend'), says('ops')], true],
    ['their time is over', { proposed: '2025-08-12T09:00:00Z' }, [], true],
    ['nobody knows since when', { proposed: null }, [], true],
  ] as const)('is ripe or not: %s', (_, fields, feedback, ripe) => {
    expect(isRipe(standing({ area: 'api', reviewers: ['frontend', 'ops'], proposed: '2025-08-12T11:00:00Z', ...fields }, feedback), NOON)).toBe(ripe);
  });
});

describe('who has a part in a proposal', () => {
  const parts = (proposer: string | null, area: string | null, replaced: readonly string[] = []) => planProposal(proposer, area, replaced, CONFIG, AGENTS);

  it.each([
    ['the reviewers of the area; its owner decides', 'frontend', 'api', [], { owner: 'frontend', reviewers: ['ops'], decisionMaker: 'backend' }],
    ['also the owner of the area, where another decides', 'backend', 'web', [], { owner: 'backend', reviewers: ['frontend'], decisionMaker: 'ops' }],
    ['not who proposes, nor who decides', 'backend', 'api', [], { owner: 'backend', reviewers: ['frontend', 'ops'], decisionMaker: 'backend' }],
    ['who decided on what it replaces', 'frontend', 'api', ['ops', 'human:alice'], { owner: 'frontend', reviewers: ['ops', 'human:alice'], decisionMaker: 'backend' }],
    ['nobody, without an area', 'frontend', null, [], { owner: 'frontend', reviewers: [], decisionMaker: 'frontend' }],
    ['the area, where nobody said who proposes', null, 'api', [], { owner: 'backend', reviewers: ['frontend', 'ops'], decisionMaker: 'backend' }],
    ['nobody at all', null, null, [], { owner: null, reviewers: [], decisionMaker: null }],
  ] as const)('asks %s', (_, proposer, area, replaced, expected) => {
    expect(parts(proposer, area, replaced)).toEqual(expected);
  });

  it('an area is found by the paths that are bound', () => {
    expect([['api/orders/**'], ['api/client/a.ts'], ['docs/**'], []].map((scope) => areasOf(scope, CONFIG))).toEqual([['api'], ['api', 'web'], [], []]);
  });
});
