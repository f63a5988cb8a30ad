import { ANSWERS, hasEnded, mayFollow, stageAt, STAGES, stagesAt, standingAfter, STATES, type AgencyAnswer, type ReferralState, type Stage } from './states.js';

/* What an agency may say, by where the referral stands; everything else cannot be said there. */
const TABLE: Readonly<Partial<Record<ReferralState, Partial<Record<AgencyAnswer, Stage>>>>> = {
  sent: { accepted: 'first', declined: 'first', waitlisted: 'first', 'needs-info': 'first' },
  'needs-info': { accepted: 'first', declined: 'first', waitlisted: 'first', 'needs-info': 'first' },
  waitlisted: { accepted: 'place', served: 'end', stopped: 'end' },
  accepted: { served: 'end', stopped: 'end' },
};

describe('what an agency may say', () => {
  it.each(STATES.flatMap((state) => ANSWERS.map((kind) => [state, kind] as const)))('while a referral is %s: %s', (state, kind) => {
    expect(stageAt(state, kind)).toBe(TABLE[state]?.[kind]);
  });

  it('leads along the edges of a referral’s life, and nowhere out of an end', () => {
    for (const state of STATES) for (const stage of stagesAt(state)) for (const kind of STAGES[stage].kinds) expect([state, kind, mayFollow(state, kind)]).toEqual([state, kind, true]);
    for (const state of STATES.filter(hasEnded)) expect(stagesAt(state)).toEqual([]);
  });

  const said = (...all: [Stage, AgencyAnswer][]): { stage: Stage; kind: AgencyAnswer }[] => all.map(([stage, kind]) => ({ stage, kind }));
  it.each<[string, { stage: Stage; kind: AgencyAnswer }[], ReferralState]>([
    ['nothing', said(), 'sent'],
    ['a question', said(['first', 'needs-info']), 'sent'],
    ['a yes', said(['first', 'accepted']), 'accepted'],
    ['a question that came after a no', said(['first', 'declined'], ['first', 'needs-info']), 'declined'],
    ['a waiting list', said(['first', 'waitlisted']), 'waitlisted'],
    ['a waiting list, then a place', said(['first', 'waitlisted'], ['place', 'accepted']), 'accepted'],
    ['an end that carries an earlier moment than the place', said(['first', 'waitlisted'], ['end', 'served'], ['place', 'accepted']), 'served'],
  ])('stands, after %s', (_, answers, standing) => expect(standingAfter(answers)).toBe(standing));
});
