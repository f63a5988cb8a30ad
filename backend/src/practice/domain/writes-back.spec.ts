import { goesWell, reactionTo } from './writes-back';

const WELL = '01a22dd9-e2f8-777e-9773-6ce65e64b0dd'; // 0xdd is no multiple of three
const ILL = '01a22dd9-e2f8-777e-9773-6ce65e64b003';
const happened = (type: string, body: Record<string, unknown>, subject = WELL) => ({ type, subject, body });

describe('what an invented person does', () => {
  it.each([
    ['a call that reached them', 'follow-up.tried', { result: 'reached' }, { does: 'writes', words: expect.stringMatching(/^Practice: Thank you for calling/) }],
    ['a call that nobody answered', 'follow-up.tried', { result: 'no-answer' }, { does: 'writes', words: expect.stringMatching(/^Practice: I saw that you tried/) }],
    ['a voicemail', 'follow-up.tried', { result: 'voicemail' }, { does: 'writes', words: expect.stringMatching(/^Practice: I heard/) }],
    ['a wrong number', 'follow-up.tried', { result: 'wrong-number' }, undefined],
    ['their asking to stop', 'follow-up.tried', { result: 'asked-to-stop' }, undefined],
    ['an offer', 'options.offered', { needId: 'n', count: 3 }, { does: 'chooses', needId: 'n', why: expect.stringMatching(/^Practice: /) }],
    ['a card', 'referral.made', { way: 'self', referralId: 'r', agencyId: null }, { does: 'tells', referralId: 'r', helped: true, words: expect.stringMatching(/^Practice: /) }],
    ['a link to an agency', 'referral.made', { way: 'link', referralId: 'r', agencyId: 'a' }, { does: 'agency', referralId: 'r', agencyId: 'a', accepts: true, note: expect.stringMatching(/^Practice: /) }],
    ['a call to an agency: the caller has the answer', 'referral.made', { way: 'phone', referralId: 'r', agencyId: 'a' }, undefined],
    ['their own choice', 'option.decided', { decision: 'chosen' }, undefined],
    ['a note for the desk', 'inquiry.noted', { noteId: 'n' }, undefined],
  ])('after %s', (_, type, body, expected) => expect(reactionTo(happened(type, body), 'en')).toEqual(expected));

  it('goes well for most, and not for all', () => {
    expect([goesWell(WELL), goesWell(ILL)]).toEqual([true, false]);
    expect(reactionTo(happened('referral.made', { way: 'self', referralId: 'r' }, ILL), 'en')).toMatchObject({ helped: false });
    expect(reactionTo(happened('referral.made', { way: 'link', referralId: 'r', agencyId: 'a' }, ILL), 'en')).toMatchObject({ accepts: false });
  });

  it('answers in Spanish who asked in Spanish', () => expect(reactionTo(happened('follow-up.tried', { result: 'reached' }), 'es')).toEqual({ does: 'writes', words: expect.stringMatching(/^Práctica: Gracias/) }));
});
