import type { IconName } from '../../ui/icons';
import { word } from '../../ui/words';

export const CAME_BY_WORDS: Readonly<Record<string, string>> = { phone: 'Phone call', 'walk-in': 'Walk-in', letter: 'Letter', email: 'E-mail' };
const BY: Readonly<Record<string, string>> = { phone: 'Called', 'walk-in': 'Came by', letter: 'Letter of', email: 'Mailed' };
const ASKED: Readonly<Record<string, string>> = { aloud: 'Consent was asked aloud.', written: 'They agreed in writing.' };

/** What stands before the time at which a request came. */
export const cameBy = (code: string | null): string => BY[code ?? ''] ?? 'Sent';

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
/** For the history. */
export const takenDown = (who: string, body: Record<string, unknown>): { icon: IconName; text: string; small: string } => ({
  icon: 'phone',
  text: `${who} wrote it down (${word(CAME_BY_WORDS, textOf(body['cameBy'])).toLowerCase()}).`,
  small: ASKED[textOf(body['askedHow'])] ?? '',
});
