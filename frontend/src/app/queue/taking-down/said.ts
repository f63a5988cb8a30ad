/** What was said so far, as it is written down: empty where it was not asked. */
export interface Said {
  cameBy: 'phone' | 'walk-in' | 'letter' | 'email';
  /** Language they speak, as BCP 47. */
  language: string;
  words: string;
  topics: readonly string[];
  safety: string;
  urgency: string;
  asker: string;
  knows: string;
  /** A ZIP code, a town or both, as people say it. */
  place: string;
  nowhere: boolean;
  channel: string;
  phone: string;
  email: string;
  voicemail: string;
  others: string;
  emailOk: string;
  name: string;
  times: readonly string[];
  never: string;
  age: string;
  insurance: string;
  veteran: string;
  peer: string;
  person: string;
  speak: string;
  agreed: boolean;
  followUp: boolean;
  /** Empty: aloud, or written where a letter or a mail came. */
  how: string;
  claim: boolean;
}

export const NOTHING: Said = {
  cameBy: 'phone', language: 'en', words: '', topics: [], safety: '', urgency: '', asker: '', knows: '', place: '', nowhere: false, channel: '', phone: '', email: '', voicemail: '', others: '', emailOk: '',
  name: '', times: [], never: '', age: '', insurance: '', veteran: '', peer: '', person: '', speak: '', agreed: false, followUp: false, how: '', claim: true,
};

/** Whether there is anything to lose. */
export const isEmpty = (said: Said): boolean => JSON.stringify({ ...said, cameBy: '', language: '', claim: true }) === JSON.stringify({ ...NOTHING, cameBy: '', language: '' });

/** What an older screen kept may lack fields, and what it had too many is dropped. */
export const readSaid = (kept: Record<string, unknown>): Said =>
  Object.fromEntries(Object.entries(NOTHING).map(([field, empty]) => [field, sameKind(kept[field], empty) ? kept[field] : empty])) as unknown as Said;
const sameKind = (value: unknown, empty: unknown): boolean => typeof value === typeof empty && Array.isArray(value) === Array.isArray(empty);

export const howAsked = ({ how, cameBy }: Said): string => how || (cameBy === 'letter' || cameBy === 'email' ? 'written' : 'aloud');
export const isForOther = ({ asker }: Said): boolean => asker === 'carer' || asker === 'professional';

const ZIP = /(?<!\d)(\d{5})(-\d{4})?(?!\d)/;
/** "06854", "Norwalk" or both. Digits that are no ZIP code go as they are, so that the server says what is wrong. */
export function placeOf({ place, nowhere }: Pick<Said, 'place' | 'nowhere'>): { zip?: string; town?: string; fixed: boolean } {
  const [all, zip] = zipIn(place.trim());
  const town = place.trim().replace(all, '').replace(/^[\s,]+|[\s,]+$/g, '');
  return { ...(zip && { zip }), ...(town && { town }), fixed: !nowhere };
}
function zipIn(typed: string): readonly [all: string, zip: string] {
  const [all, zip] = ZIP.exec(typed) ?? [];
  const digits = /^[\d\s-]+$/.test(typed) ? typed : '';
  return [all ?? digits, zip ?? digits];
}

const filled = (parts: Record<string, string>): Record<string, string> => Object.fromEntries(Object.entries(parts).filter(([, value]) => value.trim()).map(([name, value]) => [name, value.trim()]));
/** Given, declined and not asked are three different things. */
const fact = (value: string): object => (value === 'declined' ? { state: 'declined' } : value.trim() ? { state: 'given', value: value.trim() } : { state: 'not-asked' });

/** What belongs to each way; who comes to us is asked nothing more. */
const BELONGS: Readonly<Record<string, readonly (keyof Said)[]>> = { phone: ['phone', 'voicemail', 'others', 'name', 'times', 'never'], text: ['phone', 'name', 'times', 'never'], email: ['email', 'emailOk', 'name', 'times', 'never'] };

/** Only the chosen way goes into the request, and only what belongs to it. */
function contactOf(said: Said): { contact: object; safe: object } {
  const belongs = BELONGS[said.channel] ?? [];
  const own = Object.fromEntries(Object.entries(NOTHING).map(([field, empty]) => [field, belongs.includes(field as keyof Said) ? said[field as keyof Said] : empty])) as unknown as Said;
  const voicemail = own.voicemail ? { voicemail: own.voicemail === 'yes' } : {};
  return {
    contact: { channel: said.channel || 'self', ...filled({ phone: own.phone, email: own.email }) },
    safe: { ...voicemail, ...filled({ others: own.others, name: own.name, never: own.never }), times: own.times, emailOk: own.emailOk === 'yes' },
  };
}

/** What was said, as the desk's API takes it. `wording` is the version of the words that were read out, in `language`. */
export function requestOf(said: Said, { wording, language }: { wording: string; language: string }): object {
  const { age, insurance, veteran, peer, person, speak } = said;
  return {
    cameBy: said.cameBy,
    ...filled({ asker: said.asker, knows: isForOther(said) ? said.knows : '', safety: said.safety, urgency: said.urgency, words: said.words }),
    topics: said.topics,
    place: placeOf(said),
    ...contactOf(said),
    facts: { age: fact(age), insurance: fact(insurance), veteran: fact(veteran), peer: fact(peer), person: fact(person), speak: fact(speak) },
    language: said.language,
    consent: { read: said.agreed, followUp: said.followUp, how: howAsked(said), wording, language },
    claim: said.claim,
  };
}

/** Where a refused field is on the screen, and what it is called there. */
export const FIELDS: Readonly<Record<string, { id: string; name: string }>> = {
  cameBy: { id: 'said-cameBy', name: 'How it came' },
  words: { id: 'said-words', name: 'Their own words' },
  topics: { id: 'said-topics', name: 'Needs' },
  'place.zip': { id: 'said-place', name: 'Where' },
  'place.town': { id: 'said-place', name: 'Where' },
  'contact.phone': { id: 'said-phone', name: 'Phone number' },
  'contact.email': { id: 'said-email', name: 'E-mail address' },
  'safe.name': { id: 'said-name', name: 'Name to use' },
  'safe.never': { id: 'said-never', name: 'When it is not safe' },
  'facts.person.value': { id: 'said-person', name: 'First name' },
  'facts.speak.value': { id: 'said-speak', name: 'Language to speak' },
  'consent.read': { id: 'said-agreed', name: 'Is it all right to go on?' },
};
