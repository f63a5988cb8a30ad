import { TRY_CHANNELS, whyNoVoicemail, whyNot } from './try-words';

describe('a try that may be made', () => {
  test.each<['phone' | 'text' | 'email' | 'self', string[]]>([
    ['phone', ['phone', 'in-person']],
    ['text', ['text', 'in-person']],
    ['email', ['email', 'in-person']],
    ['self', ['in-person']],
  ])('who chose %s: %j', (channel, open) => {
    expect(TRY_CHANNELS.filter(({ code }) => whyNot({ channel }, code) === null).map(({ code }) => code)).toEqual(open);
  });

  test.each<[boolean | null, boolean]>([[true, true], [false, false], [null, false]])('voicemail %s: allowed %s', (voicemail, allowed) => {
    expect(whyNoVoicemail({ voicemail }, 'phone') === null).toBe(allowed);
    expect(whyNoVoicemail({ voicemail }, 'text')).not.toBeNull();
  });
});
