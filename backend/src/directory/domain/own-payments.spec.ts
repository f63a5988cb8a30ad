import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PAYMENT_CODES, PAYMENT_NAMES, tidyPayments } from './own-payments.js';

const src = join(__dirname, '../..');
const terms = readFileSync(join(src, 'seed/reference/vocabulary/payment.txt'), 'utf8').split('\n').filter((line) => line && !line.startsWith('#')).map((line) => line.split('|'));
const texts = (language: string): Record<string, string> => JSON.parse(readFileSync(join(src, `pages/texts/${language}.json`), 'utf8')) as Record<string, string>;

it('what can be ticked are the terms of the vocabulary, in its order and by its names in both languages', () => {
  expect(terms.map(([code, name]) => [code, name])).toEqual(Object.entries(PAYMENT_NAMES));
  for (const [language, column] of [['en', 1], ['es', 2]] as const) for (const term of terms) expect(texts(language)[`payment.${term[0]}`]).toBe(term[column]);
});

it('has one form: the order of the vocabulary, each once, what it does not know last; nothing at all is none', () => {
  expect(tidyPayments(['other', 'free', 'medicaid', 'free'])).toEqual(['medicaid', 'free', 'other']);
  expect(tidyPayments(undefined)).toEqual([]);
  expect(tidyPayments([...PAYMENT_CODES].reverse())).toEqual(PAYMENT_CODES);
});
