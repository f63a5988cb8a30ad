import type { FindMatches, VocabularyView } from '../api/match-types';
import { INSURANCE_WORDS, LANGUAGE_WORDS, TIME_WORDS, word } from '../ui/words';

/** One thing that was looked for, and what taking it away changes. */
export interface Token { text: string; without: Partial<FindMatches> }

const needed = (text: string, required: boolean): string => (required ? `${text}, a must` : text);

/** The effective question as tokens, in reading order. */
export function tokensOf(asked: FindMatches, vocabulary: VocabularyView | undefined): Token[] {
  return [...needTokens(asked, vocabulary), ...placeTokens(asked), ...wishTokens(asked), ...personTokens(asked)];
}

function needTokens({ needs }: FindMatches, vocabulary: VocabularyView | undefined): Token[] {
  const names = new Map(vocabulary?.needs.map(({ code, name }) => [code, name]));
  return needs.map((code) => ({ text: names.get(code) ?? word({}, code), without: { needs: needs.filter((other) => other !== code) } }));
}

function placeTokens({ zip, age, language, languageRequired, payment, paymentRequired }: FindMatches): Token[] {
  const tokens: Token[] = [];
  if (zip) tokens.push({ text: `Near ${zip}`, without: { zip: null } });
  if (age !== null) tokens.push({ text: `Age ${age}`, without: { age: null } });
  if (language) tokens.push({ text: needed(word(LANGUAGE_WORDS, language), languageRequired), without: { language: null, languageRequired: false } });
  if (payment) tokens.push({ text: needed(word(INSURANCE_WORDS, payment), paymentRequired), without: { payment: null, paymentRequired: false } });
  return tokens;
}

function wishTokens({ format, peer, times }: FindMatches): Token[] {
  const tokens: Token[] = [];
  if (format !== 'either') tokens.push({ text: format === 'virtual' ? 'By phone or video' : 'In person', without: { format: 'either' } });
  if (peer !== 'no_preference') tokens.push({ text: peer === 'yes' ? 'Peer wished' : 'No peer', without: { peer: 'no_preference' } });
  if (times.length && !times.includes('any')) tokens.push({ text: `Free ${times.map((time) => word(TIME_WORDS, time)).join(', ')}`, without: { times: [] } });
  return tokens;
}

function personTokens({ wheelchair, veteran, lgbtq }: FindMatches): Token[] {
  const tokens: Token[] = [];
  if (wheelchair) tokens.push({ text: 'Wheelchair', without: { wheelchair: false } });
  if (veteran === 'yes') tokens.push({ text: 'Veteran', without: { veteran: null } });
  if (lgbtq === 'yes') tokens.push({ text: 'LGBTQ+', without: { lgbtq: null } });
  return tokens;
}
