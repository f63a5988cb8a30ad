import { TRY_CHANNELS, TRY_RESULTS, whyUnsafe, type Reach, type TryChannel } from './attempt.js';

const REACHES = (['text', 'phone', 'email', 'self'] as const).flatMap((channel) => [true, false, null].map((voicemail): Reach => ({ channel, voicemail })));

describe('S19 which tries a safe-contact plan allows', () => {
  it.each<[Reach['channel'], TryChannel[]]>([
    ['phone', ['phone', 'in-person']],
    ['text', ['text', 'in-person']],
    ['email', ['email', 'in-person']],
    ['self', ['in-person']],
  ])('who chose %s may be tried by %j only', (channel, allowed) => {
    expect(TRY_CHANNELS.filter((way) => whyUnsafe({ channel, voicemail: null }, { channel: way, result: 'no-answer' }) === null)).toEqual(allowed);
  });

  it.each([
    [true, null],
    [false, 'They said no to voicemail.'],
    [null, 'Nobody asked whether voicemail is safe. Leave none.'],
  ])('voicemail %s: %s', (voicemail, why) => expect(whyUnsafe({ channel: 'phone', voicemail }, { channel: 'phone', result: 'voicemail' })).toBe(why));

  it('over every plan and every try: a voicemail is allowed only on a call, by a yes', () => {
    const allowed = REACHES.flatMap((reach) => TRY_CHANNELS.flatMap((channel) => TRY_RESULTS.map((result) => ({ reach, channel, result })))).filter(({ reach, ...tried }) => whyUnsafe(reach, tried) === null);
    expect(allowed.filter(({ result }) => result === 'voicemail').map(({ reach, channel }) => [reach, channel])).toEqual([[{ channel: 'phone', voicemail: true }, 'phone']]);
    expect(allowed.filter(({ reach, channel }) => channel !== 'in-person' && channel !== reach.channel)).toEqual([]);
  });
});
