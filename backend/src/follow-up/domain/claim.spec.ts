import { cameOf, endOfWay, isNews, type Came, type Claim, type Standing } from './claim.js';

const SOLVED = ['yes', 'partly', 'no', 'unknown'] as const;
const YES_NO = ['yes', 'no', 'unknown'] as const;
const STANDINGS = {
  'only this way, which ended': {},
  'an agency is at work': { live: true, waiting: true },
  'another way of their own goes on': { waiting: true },
  'the need has ended': { ended: true },
  'the need has ended, another way of their own goes on': { ended: true, waiting: true },
  'the request is closed': { closed: true, ended: true },
} as const satisfies Record<string, Partial<Standing>>;
type Where = keyof typeof STANDINGS;
const at = (where: Where): Standing => ({ closed: false, ended: false, live: false, waiting: false, ...STANDINGS[where] });

/* Who said what, where it stands: what came of it. */
const TABLE: Readonly<Record<Where, { person: Partial<Record<Claim['solved'], Came>>; specialist: Partial<Record<Claim['solved'], Came>> }>> = {
  'only this way, which ended': { person: { yes: 'ended', no: 'reopened' }, specialist: { no: 'reopened' } },
  'an agency is at work': { person: { yes: 'at-work', no: 'at-work' }, specialist: { no: 'at-work' } },
  'another way of their own goes on': { person: { yes: 'ended', no: 'goes-on' }, specialist: { no: 'goes-on' } },
  'the need has ended': { person: { yes: 'ended', no: 'reopened' }, specialist: { no: 'reopened' } },
  'the need has ended, another way of their own goes on': { person: { yes: 'ended', no: 'reopened' }, specialist: { no: 'reopened' } },
  'the request is closed': { person: { yes: 'ended', no: 'closed' }, specialist: { no: 'closed' } },
};

describe('did it help', () => {
  it.each((Object.keys(STANDINGS) as Where[]).flatMap((where) => (['person', 'specialist'] as const).flatMap((by) => SOLVED.map((solved) => [by, solved, where] as const))))('said by the %s, solved %s, %s', (by, solved, where) => {
    expect(cameOf({ by, solved }, at(where))).toBe(TABLE[where][by][solved] ?? 'noted');
  });

  it('a "no" is treated alike, whoever wrote it down', () => {
    for (const where of Object.keys(STANDINGS) as Where[]) expect(cameOf({ by: 'person', solved: 'no' }, at(where))).toBe(cameOf({ by: 'specialist', solved: 'no' }, at(where)));
  });

  it.each(YES_NO.flatMap((reached) => YES_NO.flatMap((served) => SOLVED.map((solved) => ({ reached, served, solved })))))('how a way ends: %j', (said) => {
    const { reached, served, solved } = said;
    const end = served === 'yes' || solved === 'yes' ? { to: 'served' } : solved === 'no' ? { to: 'stopped', reason: reached === 'no' ? 'could-not-reach' : 'other' } : null;
    expect(endOfWay('self-contact', said)).toEqual(end);
    for (const state of ['accepted', 'waitlisted']) expect(endOfWay(state, said)).toEqual(served === 'yes' && solved === 'yes' ? { to: 'served' } : null);
    for (const state of ['sent', 'needs-info', 'served', 'declined', 'stopped', 'withdrawn', 'recalled', 'expired']) expect(endOfWay(state, said)).toBeNull();
  });

  it('is news for the desk when the person wrote it themselves and something is left to do', () => {
    expect(SOLVED.filter((solved) => isNews({ by: 'person', solved }))).toEqual(['partly', 'no']);
    expect(SOLVED.filter((solved) => isNews({ by: 'specialist', solved }))).toEqual([]);
  });
});
