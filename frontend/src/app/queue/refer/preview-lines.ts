import type { SharedFacts, SharedReach } from '../../api/refer-types';
import { AGE_WORDS, INSURANCE_WORDS, LANGUAGE_WORDS, TIME_WORDS, TOPIC_WORDS, word } from '../../ui/words';

/** One line that the agency reads. `safety` lines come first and stand apart. */
export interface PreviewLine { name: string; text: string; safety: boolean }

const PEER: Readonly<Record<string, string>> = { yes: 'Yes, please', no: 'No', no_preference: 'No preference' };
const VETERAN: Readonly<Record<string, string>> = { yes: 'Yes', no: 'No' };
const OTHERS: Readonly<Record<string, string>> = {
  'hang-up': 'Hang up. Do not say a word about why you call.',
  'ask-for-me': 'Ask for the person. Do not say who you are until they answer.',
  'say-who': 'Ask for the person. You may say who you are, never why.',
};

type Telling = [field: keyof SharedFacts, name: string, text: (value: string) => string];
const same = (value: string): string => value;
/** Everything but the reach, in the order of the agency's page. */
const TELLINGS: readonly Telling[] = [
  ['service', 'Service', same],
  ['name', 'Name to use', same],
  ['need', 'Needs help with', (code) => word(TOPIC_WORDS, code)],
  ['words', 'In their own words', same],
  ['age', 'Age', (code) => word(AGE_WORDS, code)],
  ['language', 'Language', (code) => word(LANGUAGE_WORDS, code)],
  ['insurance', 'Insurance', (code) => word(INSURANCE_WORDS, code)],
  ['area', 'Area', same],
  ['peer', 'Someone who has been there', (code) => word(PEER, code)],
  ['veteran', 'Veteran', (code) => word(VETERAN, code)],
];

/** Exactly what an agency will see, line by line: how to call back safely first, then the agreed facts. Nothing is left out, nothing added. */
export function previewLines(facts: SharedFacts): PreviewLine[] {
  const told = TELLINGS.flatMap(([field, name, text]) => {
    const value = facts[field];
    return typeof value === 'string' && value ? [{ name, text: text(value), safety: false }] : [];
  });
  return [...(facts.reach ? reachLines(facts.reach) : []), ...told];
}

function reachLines(reach: SharedReach): PreviewLine[] {
  const lines: [string, string | null][] = [
    ['How to reach them', wayOf(reach)],
    ['Voicemail', voicemailOf(reach)],
    ['Ask for', reach.askFor],
    ['If somebody else answers', reach.channel === 'phone' ? (OTHERS[reach.others ?? 'ask-for-me'] ?? null) : null],
    ['When', reach.times.length ? sentence(reach.times.map((time) => word(TIME_WORDS, time))) : null],
    ['Never', reach.never],
  ];
  return lines.flatMap(([name, text]) => (text ? [{ name, text, safety: true }] : []));
}

const WAYS: Readonly<Record<string, string>> = { phone: 'Call', text: 'Text', email: 'Write to' };
function wayOf({ channel, phone, email }: SharedReach): string {
  if (channel === 'self') return phone ? `They contact you. Do not contact them. Their number is ${phone}.` : 'They contact you. Do not contact them.';
  const address = channel === 'email' ? email : phone;
  return `${WAYS[channel]} ${address ?? '(no address was given)'}. No other way.`;
}

function voicemailOf({ channel, voicemail }: SharedReach): string | null {
  if (channel !== 'phone') return null;
  return voicemail ? 'They said it is safe. No service, no reason.' : 'Leave none.';
}

function sentence(words: readonly string[]): string {
  const list = words.length > 1 ? `${words.slice(0, -1).join(', ')} or ${words.at(-1)}` : (words[0] ?? '');
  return list.charAt(0).toUpperCase() + list.slice(1);
}
