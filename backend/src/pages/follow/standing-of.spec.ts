import type { FollowedInquiry } from '../../intake/index.js';
import type { OptionView, ReferralState, ReferralView } from '../../referrals/index.js';
import { NEXT } from '../../referrals/domain/states.js';
import { LANGUAGES } from '../texts/texts.js';
import { standingOf } from './standing-of.js';

type Need = FollowedInquiry['needs'][number];
const need = (status = 'open'): Need => ({ id: 'n', topic: 'worry', status, version: 1, openedAt: '', endReason: null, endedBy: null }) as unknown as Need;
const inquiry = (readAt: Date | null = null) => ({ id: 'i', readAt }) as unknown as FollowedInquiry;
const option = (id: string, decision: OptionView['decision'] = 'undecided') => ({ id, needId: 'n', decision }) as unknown as OptionView;
const way = (state: ReferralState, over: Partial<ReferralView> = {}) => ({ id: state, needId: 'n', optionId: 'a', state, overdue: false, endedAt: (NEXT[state] as readonly string[]).length ? null : 'then', ...over }) as unknown as ReferralView;
const keys = (of: Need, parts: { readAt?: Date | null; options?: OptionView[]; referrals?: ReferralView[] }) => standingOf(of, { inquiry: inquiry(parts.readAt), options: parts.options ?? [], referrals: parts.referrals ?? [] }).map(({ key }) => key);

describe('where a need stands', () => {
  it.each([
    ['nobody has read it', need(), {}, ['stand.received']],
    ['somebody reads it', need(), { readAt: new Date() }, ['stand.looking']],
    ['options wait', need('options-given'), { readAt: new Date(), options: [option('a'), option('b', 'declined')] }, ['stand.choose']],
    ['one is chosen and no way taken', need('options-given'), { options: [option('a', 'chosen'), option('b')] }, ['stand.go']],
    ['all were declined', need('options-given'), { readAt: new Date(), options: [option('a', 'declined')] }, ['stand.looking']],
    ['an agency is asked', need('referred'), { options: [option('a', 'chosen')], referrals: [way('sent')] }, ['stand.sent']],
    ['an agency is late', need('referred'), { referrals: [way('sent', { overdue: true })] }, ['stand.late']],
    ['an agency asks, however late', need('referred'), { referrals: [way('needs-info', { overdue: true })] }, ['stand.asks']],
    ['two ways are open', need('referred'), { referrals: [way('accepted'), way('self-contact')] }, ['stand.accepted', 'stand.self']],
    ['an agency said no and another option is left', need('options-given'), { options: [option('a', 'chosen'), option('b')], referrals: [way('declined')] }, ['stand.declined', 'stand.choose']],
    ['an agency said no and nothing is left', need('options-given'), { readAt: new Date(), options: [option('a', 'chosen')], referrals: [way('expired')] }, ['stand.declined', 'stand.looking']],
    ['it is met', need('met'), { referrals: [way('served')] }, ['stand.met']],
    ['it could not be met', need('unmet'), {}, ['stand.unmet']],
    ['it was withdrawn', need('withdrawn'), { referrals: [way('withdrawn')] }, ['stand.withdrawn']],
  ] as const)('when %s', (_, of, parts, said) => {
    expect(keys(of, parts as never)).toEqual(said);
  });

  it('has a sentence for every state of a way and every end of a need, in every language', () => {
    const all = [...Object.keys(NEXT).flatMap((state) => keys(need('referred'), { referrals: [way(state as ReferralState)] })), ...['met', 'partly-met', 'unmet', 'withdrawn'].flatMap((status) => keys(need(status), {}))];
    for (const { texts } of LANGUAGES) for (const key of all) expect(texts[key]).toEqual(expect.any(String));
  });

  it('speaks of no other need', () => {
    expect(keys(need(), { options: [{ ...option('a'), needId: 'other' }], referrals: [{ ...way('sent'), needId: 'other' }] })).toEqual(['stand.received']);
  });
});
