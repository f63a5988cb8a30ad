import { TRY_WAYS, whyNoVoicemail, whyNoWay } from './try-words';

describe('a try that may be made', () => {
  test.each<['phone' | 'text' | 'email' | 'self', string[]]>([
    ['phone', ['phone', 'in-person']],
    ['text', ['text', 'in-person']],
    ['email', ['email', 'in-person']],
    ['self', ['in-person']],
  ])('who chose %s: %j', (channel, open) => {
    expect(TRY_WAYS.filter(({ code }) => whyNoWay({ channel, voicemail: null }, code) === null).map(({ code }) => code)).toEqual(open);
  });

  test.each<[boolean | null, boolean]>([[true, true], [false, false], [null, false]])('voicemail %s: allowed %s', (voicemail, allowed) => {
    expect(whyNoVoicemail({ channel: 'phone', voicemail }, 'phone') === null).toBe(allowed);
    expect(whyNoVoicemail({ channel: 'phone', voicemail }, 'text')).not.toBeNull();
  });
});
