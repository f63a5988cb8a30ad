import type { TellingView, WrittenLetterView } from '../../api/message-types';
import type { IconName } from '../../ui/icons';
import { LANGUAGE_WORDS, word } from '../../ui/words';

type Because = TellingView['because'];

/** What happens by itself when there is an answer, said before it happens. */
export const TELLING: Readonly<Record<Because, { icon: IconName; text: string }>> = {
  allowed: { icon: 'mail', text: 'They get a neutral e-mail by itself. It names nobody and nothing.' },
  'not-allowed': { icon: 'phone', text: 'No e-mail goes out: they did not say that it is safe. Reaching them the way they chose becomes a follow-up.' },
  'no-address': { icon: 'phone', text: 'No e-mail goes out: they left no address. Reaching them the way they chose becomes a follow-up.' },
  'comes-self': { icon: 'user', text: 'Nothing goes out: they said that they will contact us.' },
};

/** Where a letter is. `kept` is a desk without a mail server: the demo. */
export const LETTER_STATES: Readonly<Record<WrittenLetterView['state'], string>> = {
  sent: 'handed to the mail server',
  waiting: 'waits to be handed over',
  kept: 'not sent: this desk has no mail server; a demo keeps it in the Mailbox',
  held: 'not sent: their plan no longer allows it',
};

/** Who got a letter, and in which language. */
export const toWhom = ({ to, agency, language }: Pick<WrittenLetterView, 'to' | 'agency' | 'language'>): string => `To ${to === 'person' ? 'the person' : (agency ?? 'the agency')}, in ${word(LANGUAGE_WORDS, language)}`;
