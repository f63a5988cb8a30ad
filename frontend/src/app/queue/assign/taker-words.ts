import type { TakerView } from '../../api/types';
import { LANGUAGE_WORDS, word } from '../../ui/words';

const DUTY = { on: 'On duty', away: 'Away for a while' } as const;

export const dutyWords = (duty: TakerView['duty']): string => (duty ? DUTY[duty] : 'Not on duty');

/** "On duty, 3 open, speaks Spanish": what decides who takes a request. */
export function takerWords({ duty, open, languages }: Pick<TakerView, 'duty' | 'open' | 'languages'>): string {
  const spoken = languages.map((code) => word(LANGUAGE_WORDS, code)).join(', ');
  return [dutyWords(duty), `${open} open`, spoken ? `speaks ${spoken}` : ''].filter(Boolean).join(', ');
}
