import { signal } from '@angular/core';
import type { SearchWordView, StaffRef } from '../../api/types';
import { AGE_WORDS, ASKER_WORDS, CHANNEL_WORDS, LANGUAGE_WORDS, TOPIC_WORDS, word } from '../../ui/words';
import { plain } from '../../ui/plain';

type Names = Readonly<Record<string, string>>;

/** How a person says each word of the search. */
export const WORD_NAMES: Names = { need: 'Need', lang: 'Language', age: 'Age', urgency: 'Urgency', is: 'It is', by: 'Who has it', waiting: 'Waiting on', contact: 'Contact by', asker: 'Who asks', due: 'Due', opened: 'Sent', view: 'View' };
const VALUE_NAMES: Readonly<Record<string, Names>> = {
  need: TOPIC_WORDS, lang: LANGUAGE_WORDS, age: AGE_WORDS, contact: CHANNEL_WORDS, asker: ASKER_WORDS,
  urgency: { now: 'Now', today: 'Today', week: 'This week', 'no-rush': 'No rush' },
  is: { new: 'new, nobody has it', claimed: 'claimed', late: 'late for the first contact', contacted: 'contacted', snoozed: 'snoozed', woke: 'woken', minor: 'about somebody under 18', unsafe: 'not safe', crisis: 'with an open crisis record' },
  by: { me: 'me', others: 'a colleague', nobody: 'nobody yet' },
  waiting: { person: 'the person', agency: 'an agency' },
  view: { all: 'All requests', new: 'New, nobody yet', mine: 'Mine', review: 'To check', snoozed: 'Snoozed' },
};
const SIGNS: Names = { '<': 'before', '<=': 'until', ':': '', '>=': 'from', '>': 'after' };
const PARTS = /^(-?)([a-z]+)(<=|>=|<|>|:)(.*)$/;

/** Names of colleagues, by account and as they are written after `by:`. */
const colleagues = signal<ReadonlyMap<string, string>>(new Map());
const written = (name: string): string => plain(name).split(/[^\p{L}\p{N}]+/u).filter(Boolean).join('-');
export const knowColleagues = (all: readonly StaffRef[]): void => colleagues.set(new Map(all.flatMap(({ id, name }) => [[id, name], [written(name), name]])));
/** What may be written after `by:` besides its words. */
export const colleagueValues = (all: readonly StaffRef[]): string[] => all.map(({ name }) => written(name));

const ACCOUNT = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;
const colleagueName = (value: string): string | undefined => colleagues().get(value) ?? (ACCOUNT.test(value) ? 'a colleague' : undefined);
export const valueName = (of: string, value: string): string => (of === 'by' ? colleagueName(value) : undefined) ?? word(VALUE_NAMES[of] ?? {}, value);

/** "Need: A home and its bills", "Not: Language: Spanish", "Due before today": a written word as a sign says it. */
export function wordName(written: string): string {
  const [, minus, of, sign, values] = PARTS.exec(written) ?? [];
  if (!of || !sign || !values) return written;
  return `${minus ? 'Not: ' : ''}${DAYS.includes(of) ? dayName(of, sign, values) : `${nameOf(of)}: ${values.split(',').map((value) => valueName(of, value)).join(' or ')}`}`;
}
const DAYS = ['due', 'opened'];
const nameOf = (of: string): string => WORD_NAMES[of] ?? of;
const dayName = (of: string, sign: string, day: string): string => [nameOf(of), SIGNS[sign], day].filter(Boolean).join(' ');

/** Something that could be written next: the word as it stands in the box, and what it means. */
export interface Suggestion { written: string; name: string }
const MOST = 10;

const begins = (text: string, typed: string): boolean => plain(text).split(/[^\p{L}\p{N}]+/u).some((part) => part.startsWith(typed)) || plain(text).startsWith(typed);

/** What could stand in place of the last word of `text`. */
export function suggested(text: string, words: readonly SearchWordView[]): Suggestion[] {
  const typed = lastOf(text);
  const [, minus, of, sign, written = ''] = PARTS.exec(typed) ?? [];
  const one = words.find(({ word: name }) => name === of);
  if (one) return valuesOf(one, { head: `${minus}${of}${sign}`, written });
  const lead = typed.startsWith('-') ? '-' : '';
  const start = plain(typed.slice(lead.length));
  return [...headsOf(words, lead, start), ...(start ? words.flatMap((each) => valuesOf(each, { head: `${lead}${each.word}:`, written: start })) : [])].slice(0, MOST);
}

const headsOf = (words: readonly SearchWordView[], lead: string, start: string): Suggestion[] =>
  words.filter(({ word: name }) => name.startsWith(start) || begins(nameOf(name), start)).map(({ word: name, kind }) => ({ written: `${lead}${name}${kind === 'days' ? '<' : ':'}`, name: `${nameOf(name)} …` }));

function valuesOf({ word: of, values }: SearchWordView, { head, written }: { head: string; written: string }): Suggestion[] {
  const before = written.split(',').slice(0, -1);
  const typed = plain(written.split(',').at(-1) ?? '');
  return values.filter((value) => !before.includes(value) && (value.startsWith(typed) || begins(valueName(of, value), typed)))
    .map((value) => { const whole = `${head}${[...before, value].join(',')}`; return { written: whole, name: wordName(whole) }; });
}

const lastOf = (text: string): string => /\S*$/.exec(text.toLowerCase())?.[0] ?? '';
/** `text` with its last word replaced; a word that is whole ends with a blank. */
export const completed = (text: string, written: string): string => `${text.slice(0, text.length - lastOf(text).length)}${written}${/[:<]$/.test(written) ? '' : ' '}`;

/** Whether it may be the number of a request, and is no word of the search. */
export const isNumber = (text: string): boolean => !/[:<>=]/.test(text);
