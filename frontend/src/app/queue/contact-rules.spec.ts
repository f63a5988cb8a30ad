import type { SafeContactView } from '../api/types';
import { contactRules, maskedRules, safeTo } from './contact-rules';

const safe = (part: Partial<SafeContactView>): SafeContactView => ({ channel: 'phone', voicemail: null, others: null, name: null, times: [], never: null, emailOk: false, ...part });
const told = (part: Partial<SafeContactView>): string[] => contactRules(safe(part)).rules.map(({ way, allowed, how }) => `${allowed ? 'yes' : 'NO'} ${way}: ${how}`);

describe('what the contact-safely banner says', () => {
  test.each<[string, Partial<SafeContactView>, string[]]>([
    ['phone, voicemail refused', { voicemail: false, times: ['evening'], name: 'Marisol' }, ['yes Call: Only evenings. Ask for Marisol.', 'NO Voicemail: Never. They said no.', 'NO Text: Never. Not chosen.', 'NO E-mail: Never. Not chosen.']],
    ['phone, voicemail not asked', {}, ['yes Call: No time was given.', 'NO Voicemail: Never. It was not asked.', 'NO Text: Never. Not chosen.', 'NO E-mail: Never. Not chosen.']],
    ['phone, voicemail safe', { voicemail: true, times: ['any'] }, ['yes Call: Any time.', 'yes Voicemail: They said it is safe. No service, no reason.', 'NO Text: Never. Not chosen.', 'NO E-mail: Never. Not chosen.']],
    ['text at two times', { channel: 'text', times: ['morning', 'evening'] }, ['yes Text: Only mornings or evenings.', 'NO Call: Never. Not chosen.', 'NO Voicemail: Never.', 'NO E-mail: Never. Not chosen.']],
    ['e-mail that others read', { channel: 'email' }, ['yes E-mail: Neutral words only. Others may read the inbox.', 'NO Call: Never. Not chosen.', 'NO Voicemail: Never.', 'NO Text: Never. Not chosen.']],
    ['they contact us', { channel: 'self', emailOk: true }, ['NO Call: Never. They contact us.', 'NO Voicemail: Never.', 'NO Text: Never. They contact us.', 'NO E-mail: Never. They contact us.']],
    ['a rule of their own', { voicemail: true, times: ['any'], never: 'Not on Sundays' }, ['yes Call: Any time.', 'yes Voicemail: They said it is safe. No service, no reason.', 'NO Text: Never. Not chosen.', 'NO E-mail: Never. Not chosen.', 'NO Never: Not on Sundays']],
  ])('%s', (_name, part, lines) => expect(told(part)).toEqual(lines));

  test.each<[Partial<SafeContactView>, string[], string]>([
    [{ voicemail: false }, ['yes Call: When and how shows once it is claimed.', 'NO Voicemail: Never. They said no.', 'NO Else: Nothing else before that.'], 'Nothing yet. Claim it first.'],
    [{ channel: 'email' }, ['yes E-mail: When and how shows once it is claimed.', 'NO Else: Nothing else before that.'], 'Nothing yet. Claim it first.'],
    [{ channel: 'self' }, ['NO Call: Never. They contact us.', 'NO Voicemail: Never.', 'NO Text: Never. They contact us.', 'NO E-mail: Never. They contact us.'], 'They call or write to us. When they do, ask first whether it is safe to talk.'],
  ])('before it is claimed nothing is read into what is not shown: %j', (part, lines, say) => {
    const masked = maskedRules(safe(part));
    expect(masked.rules.map(({ way, allowed, how }) => `${allowed ? 'yes' : 'NO'} ${way}: ${how}`)).toEqual(lines);
    expect(masked.say).toBe(say);
  });

  test.each<[SafeContactView['others'], string]>([
    ['hang-up', 'If somebody else answers: hang up. Do not say a word about us.'],
    ['ask-for-me', 'If somebody else answers: ask for Marisol. Do not say who we are until they do.'],
    ['say-who', 'If somebody else answers: ask for Marisol. You may say who you are, never why.'],
    [null, 'If somebody else answers: ask for Marisol. Do not say who we are until they do.'],
  ])('somebody else answers: %s', (others, say) => expect(contactRules(safe({ others, name: 'Marisol' })).say).toBe(say));

  test.each([
    ['phone', null, 'Call, no voicemail'],
    ['phone', false, 'Call, no voicemail'],
    ['phone', true, 'Call, voicemail is safe'],
    ['self', null, 'Comes to us. Do not contact.'],
  ] as const)('in the queue: %s with voicemail %s', (channel, voicemail, words) => expect(safeTo(channel, voicemail)).toBe(words));
});
