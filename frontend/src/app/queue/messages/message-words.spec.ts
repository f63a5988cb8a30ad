import type { TellingView, WrittenLetterView } from '../../api/message-types';
import { LETTER_STATES, TELLING, toWhom } from './message-words';

describe('what a specialist reads of letters', () => {
  it.each<[TellingView['because'], RegExp]>([
    ['allowed', /neutral e-mail by itself/],
    ['not-allowed', /did not say that it is safe/],
    ['no-address', /left no address/],
    ['comes-self', /Nothing goes out/],
  ])('%s', (because, text) => expect(TELLING[because].text).toMatch(text));

  it.each<[WrittenLetterView['state'], boolean]>([['sent', false], ['waiting', false], ['kept', true], ['held', true]])('%s says whether it left: not sent is %s', (state, unsent) => {
    expect(LETTER_STATES[state].startsWith('not sent')).toBe(unsent);
  });

  it('names the agency, and the person only as the person', () => {
    expect(toWhom({ to: 'person', agency: null, language: 'es' })).toBe('To the person, in Spanish');
    expect(toWhom({ to: 'agency', agency: 'Harbor House', language: 'en' })).toBe('To Harbor House, in English');
  });
});
