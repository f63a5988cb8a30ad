import type { AskedView, FindMatches, VocabularyView } from '../api/match-types';
import { AGE_WORDS, INSURANCE_WORDS, LANGUAGE_WORDS, SERVICE_TIME_WORDS, word } from '../ui/words';

/** One thing that was looked for, and what taking it away changes. */
export interface Token { text: string; without: FindMatches }

const needed = (text: string, required: boolean): string => (required ? `${text}, a must` : text);

/** The effective question as tokens, in reading order. */
export function tokensOf(asked: AskedView, vocabulary: VocabularyView | undefined): Token[] {
  return [...needTokens(asked, vocabulary), ...termTokens(asked, vocabulary), ...placeTokens(asked), ...wishTokens(asked), ...personTokens(asked)];
}

function needTokens({ needs }: AskedView, vocabulary: VocabularyView | undefined): Token[] {
  const names = new Map(vocabulary?.needs.map(({ code, name }) => [code, name]));
  return needs.map((code) => ({ text: names.get(code) ?? word({}, code), without: { needs: needs.filter((other) => other !== code) } }));
}

function termTokens({ kinds, populations }: AskedView, vocabulary: VocabularyView | undefined): Token[] {
  const names = (terms: readonly { code: string; name: string }[] = []): ReadonlyMap<string, string> => new Map(terms.map(({ code, name }) => [code, name]));
  const [kindNames, populationNames] = [names(vocabulary?.serviceTypes), names(vocabulary?.populations)];
  return [
    ...kinds.map((code) => ({ text: kindNames.get(code) ?? word({}, code), without: { kinds: kinds.filter((other) => other !== code) } })),
    ...populations.map((code) => ({ text: `For ${(populationNames.get(code) ?? word({}, code)).toLowerCase()}`, without: { populations: populations.filter((other) => other !== code) } })),
  ];
}

function placeTokens({ zip, town, age, ageBand, language, languageRequired, payment, paymentRequired }: AskedView): Token[] {
  const tokens: Token[] = [];
  if (zip ?? town) tokens.push({ text: `Near ${zip ?? town}`, without: { zip: null, town: null } });
  if (age !== null) tokens.push({ text: `Age ${age}`, without: { age: null } });
  else if (ageBand) tokens.push({ text: `Age ${word(AGE_WORDS, ageBand)}`, without: { ageBand: null } });
  if (language) tokens.push({ text: needed(word(LANGUAGE_WORDS, language), languageRequired), without: { language: null, languageRequired: false } });
  if (payment) tokens.push({ text: needed(word(INSURANCE_WORDS, payment), paymentRequired), without: { payment: null, paymentRequired: false } });
  return tokens;
}

function wishTokens({ format, peer, times }: AskedView): Token[] {
  const tokens: Token[] = [];
  if (format !== 'either') tokens.push({ text: format === 'virtual' ? 'By phone or video' : 'In person', without: { format: 'either' } });
  if (peer !== 'no_preference') tokens.push({ text: peer === 'yes' ? 'Peer wished' : 'No peer', without: { peer: 'no_preference' } });
  if (times.length) tokens.push({ text: `Free ${times.map((time) => word(SERVICE_TIME_WORDS, time)).join(', ')}`, without: { times: [] } });
  return tokens;
}

function personTokens({ wheelchair, veteran, lgbtq }: AskedView): Token[] {
  const tokens: Token[] = [];
  if (wheelchair) tokens.push({ text: 'Wheelchair', without: { wheelchair: false } });
  if (veteran === 'yes') tokens.push({ text: 'Veteran', without: { veteran: null } });
  if (lgbtq === 'yes') tokens.push({ text: 'LGBTQ+', without: { lgbtq: null } });
  return tokens;
}
