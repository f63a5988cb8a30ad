import type { Names } from './reason-texts.js';

// What lines of the lexicon stand for beside terms of the vocabulary, as the desk reads it.

/** `fact/…` by its name. */
export const FACT_NAMES: Readonly<Record<string, string>> = {
  'payment=medicaid': 'Medicaid',
  'payment=medicare': 'Medicare',
  'payment=private': 'Private insurance',
  'payment=tricare': 'TRICARE',
  'payment=va': 'VA health care',
  'payment=uninsured': 'No insurance',
  'payment=self_pay': 'Pays themselves',
  'format=in_person': 'In person',
  'format=virtual': 'By phone or video',
  'peer=yes': 'Wants somebody who has been there',
  'peer=no': 'Does not want peers',
  'veteran=yes': 'Has served',
  'veteran=no': 'Has not served',
  'lgbtq=yes': 'LGBTQ+',
  'access=wheelchair': 'Wheelchair',
  'access=asl': 'American Sign Language',
  'access=low_vision': 'Low vision',
  'time=weekday_daytime': 'In the daytime',
  'time=weekday_evening': 'In the evening',
  'time=weekend': 'On weekends',
  'transport=car': 'Has a car',
  'transport=transit': 'Comes by bus or train',
  'transport=none': 'Has no way to come',
  'urgency=today': 'Today',
  'urgency=this_week': 'This week',
  'urgency=no_rush': 'No rush',
  'wants=own': 'Asks for something for themselves',
  'student=yes': 'Student',
  'perinatal=yes': 'Pregnant or with a baby',
  'unhoused=yes': 'Without a home',
  'survivor=yes': 'Survivor',
  'bereaved=yes': 'Bereaved',
  'hiv=yes': 'Has HIV',
  'court=yes': 'Sent by a court',
};

/** `crisis/…` by its class: what raises how urgent words sound, and what takes the edge off in their sentence. */
export const URGENCY_NAMES: Readonly<Record<string, string>> = {
  now: 'Danger: it is happening',
  intent: 'Danger: wants to die, or to end it',
  others: 'Danger to somebody else',
  violence: 'Danger: violence now',
  child: 'Danger to a child',
  passive: 'Heavy: would rather not be here',
  selfharm: 'Heavy: hurts themselves',
  before: 'Heavy: tried it before',
  hurt: 'Heavy: somebody hurts them',
  past: 'Softens: it was long ago',
  well: 'Softens: they are well now',
  calm: 'Softens: they would not do it',
  work: 'Softens: it is somebody’s work',
  bereaved: 'Softens: somebody has died so',
};

const NOTHING = 'Nothing: keeps shorter lines from being heard in it';

/** What a line says, in words; undefined for what there is not. */
export function saysOf(gives: string, names: Names): string | undefined {
  if (!gives) return NOTHING;
  const at = gives.indexOf('/');
  const [kind, code] = [gives.slice(0, at), gives.slice(at + 1)];
  if (kind === 'fact') return FACT_NAMES[code];
  return kind === 'crisis' ? URGENCY_NAMES[code] : names.get(gives);
}

/** Terms that lines may point to. */
export const SAID_TAXONOMIES: readonly string[] = ['need', 'service-type', 'population'];

/** Classes whose lines raise an alarm: who silences one says why. */
export const ALARMS: readonly string[] = ['now', 'intent', 'others', 'violence', 'child', 'passive', 'selfharm', 'before', 'hurt'].map((code) => `crisis/${code}`);
