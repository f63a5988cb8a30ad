import { milesText, monthsIn, spokenIn, type ReasonTexts } from './reason-texts.js';

export const spoken = spokenIn('en-US', { tl: 'Tagalog' });
const PAYMENTS: Readonly<Record<string, string>> = { medicaid: 'Medicaid', medicare: 'Medicare', private: 'private insurance', tricare: 'TRICARE', va: 'VA benefits', 'sliding-scale': 'a fee by income', self_pay: 'self-pay', 'self-pay': 'self-pay', uninsured: 'people without insurance' };
export const paid = ({ payment }: { payment?: string | number | null }): string => PAYMENTS[String(payment)] ?? String(payment);
/** Inside a sentence a name begins small, unless it is a proper one. */
const PROPER = /^(Latino|Asian|Native|Black|American)\b/;
export const lower = (text: string): string => (/^[A-Z][a-z]/.test(text) && !PROPER.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text);
const TIMES: Readonly<Record<string, string>> = { evening: 'evening', weekend: 'weekend' };

export function ages({ least, most }: { least?: string | number | null; most?: string | number | null }): string {
  if (least === null) return `up to ${most}`;
  return most === null ? `${least} and older` : `${least} to ${most}`;
}

const WORD_GROUPS: Readonly<Record<string, string>> = { relatives: 'families and friends', hiv: 'people with HIV', court: 'people whom a court sends', school: 'students of one school', profession: 'people of one profession' };

const unchecked = (days: unknown): string => (days === null ? 'Never checked by anybody' : `Not checked for ${monthsIn(Number(days))} months`);

export function since(days: number): string {
  if (days < 2) return days < 1 ? 'today' : 'yesterday';
  return days < 60 ? `${days} days ago` : `${monthsIn(days)} months ago`;
}

const ROWS: ReasonTexts['rows'] = {
  need: {
    meets: ({ need }, name) => ({ text: `Helps with ${lower(name('need', String(need)))}`.replace(/^Helps with after /, 'Helps after ') }),
    unknown: ({ need, by }, name) => ({
      text: by === 'general' ? `Does not say what it helps with; its kind of help usually fits ${lower(name('need', String(need)))}` : by === 'related' ? `Helps with things close to ${lower(name('need', String(need)))}` : `Perhaps helps with ${lower(name('need', String(need)))}; nobody has confirmed it`.replace('helps with after ', 'helps after '),
      ask: `Do you help with ${lower(name('need', String(need)))}?`.replace('help with after ', 'help after '),
    }),
    fails: ({ need }, name) => ({ text: `Not for ${lower(name('need', String(need)))}` }),
  },
  'service-type': {
    meets: ({ kind }, name) => ({ text: `The kind of help asked for: ${lower(name('service-type', String(kind)))}` }),
    unknown: ({ kind }, name) => ({ text: `Perhaps the kind of help asked for: ${lower(name('service-type', String(kind)))}` }),
    fails: ({ kind }, name) => ({ text: `Not the kind of help asked for: ${lower(name('service-type', String(kind)))}` }),
  },
  population: {
    meets: ({ population }, name) => ({ text: `Made for ${lower(name('population', String(population)))}` }),
    unknown: ({ population }, name) => ({ text: `Perhaps for ${lower(name('population', String(population)))}` }),
    fails: ({ population }, name) => ({ text: `Not for ${lower(name('population', String(population)))}` }),
  },
  peer: {
    meets: ({ wish }) => ({ text: wish === 'no' ? 'Not run by peers, as wished' : 'People with lived experience' }),
    unknown: () => ({ text: 'Not stated whether peers take part', ask: 'Do people with lived experience work with you?' }),
    fails: ({ wish }) => ({ text: wish === 'no' ? 'Run by peers' : 'No peers' }),
  },
  language: {
    meets: (about) => ({ text: about['by'] === 'interpreter' ? `${spoken(about)} with an interpreter` : `Speaks ${spoken(about)}` }),
    unknown: (about) => ({ text: 'Languages not stated', ask: `Can somebody speak ${spoken(about)}?` }),
    fails: (about) => ({ text: `No ${spoken(about)}` }),
  },
  payment: {
    meets: (about) => ({ text: `Takes ${paid(about)}` }),
    unknown: (about) => ({ text: 'Payment not stated', ask: `Do you take ${paid(about)}?` }),
    fails: (about) => ({ text: `Does not list ${paid(about)}` }),
  },
  free: { meets: () => ({ text: 'Free' }), unknown: () => ({ text: 'Cost not stated', ask: 'What does it cost?' }), fails: () => ({ text: 'Not free' }) },
  age: {
    meets: (about) => ({ text: about['asker'] ? 'Meant for the one who asks, not for the person' : `Ages ${ages(about)}` }),
    unknown: (about) => (about['words'] ? { text: `Its own words say: ages ${ages(about)}; nobody has confirmed it`, ask: 'Do you take other ages, too?' } : { text: `Ages ${ages(about)}`, ask: about['other'] ? 'How old are they?' : 'How old are you?' }),
    fails: (about) => ({ text: `Only ages ${ages(about)}` }),
  },
  group: {
    meets: ({ restriction }, name) => ({ text: name('eligibility-restriction', String(restriction)) }),
    unknown: ({ restriction, words, other }, name) => (words ? { text: `Its own words say: for ${WORD_GROUPS[String(words)]}; nobody has confirmed it`, ask: 'Do you take others, too?' } : { text: name('eligibility-restriction', String(restriction)), ask: other ? 'Does this fit them?' : 'Does this fit you?' }),
    fails: ({ restriction }, name) => ({ text: name('eligibility-restriction', String(restriction)) }),
  },
  area: {
    meets: ({ place }) => ({ text: `Serves ${place}` }),
    unknown: ({ place, told }) => ({ text: told ? `Not clear whether it serves ${place}` : 'Area not stated', ask: `Do you take people from ${place}?` }),
    fails: ({ place }) => ({ text: `Does not serve ${place}` }),
  },
  format: {
    meets: ({ format }) => ({ text: format === 'virtual' ? 'By phone or video' : 'In person' }),
    unknown: ({ format }) => ({ text: 'Not stated how people meet', ask: format === 'virtual' ? 'Can it be by phone or video?' : 'Can people come in person?' }),
    fails: ({ format }) => ({ text: format === 'virtual' ? 'Not by phone or video' : 'Not in person' }),
  },
  time: {
    meets: ({ time }) => ({ text: `Open at ${time === 'weekend' ? 'the weekend' : 'evenings'}` }),
    unknown: ({ time }) => ({ text: 'Hours not stated', ask: `Is there ${time === 'weekend' ? 'a weekend' : `an ${TIMES[String(time)]}`} time?` }),
    fails: ({ time }) => ({ text: `Not open at ${time === 'weekend' ? 'the weekend' : 'evenings'}` }),
  },
  wheelchair: {
    meets: () => ({ text: 'Wheelchair can get in' }),
    unknown: () => ({ text: 'Wheelchair access not stated', ask: 'Can a wheelchair get in?' }),
    fails: () => ({ text: 'No wheelchair access' }),
  },
  open: {
    meets: () => ({ text: 'Takes new people' }),
    unknown: () => ({ text: 'Not stated whether there is room', ask: 'Do you have room now?' }),
    fails: () => ({ text: 'Full when last asked' }),
  },
  waitlist: {
    meets: () => ({ text: 'No waiting list' }),
    unknown: () => ({ text: 'Waiting time not stated', ask: 'How long is the wait?' }),
    fails: ({ wait }) => ({ text: wait ? `Waiting list: ${lower(String(wait))}` : 'Has a waiting list' }),
  },
  distance: {
    meets: ({ miles, remote }) => ({ text: remote ? 'No need to travel' : `${milesText(miles)} miles away` }),
    unknown: () => ({ text: 'Place not stated', ask: 'Where do people meet?' }),
    fails: ({ miles }) => ({ text: `Far: ${milesText(miles)} miles away` }),
  },
  verified: {
    meets: ({ days }) => ({ text: `Checked ${since(Number(days))}` }),
    unknown: ({ days, doubts }) => ({ text: doubts === undefined ? unchecked(days) : doubts ? 'Found wrong since it was checked; we are looking into it' : 'Nobody could confirm it', ask: 'Is this still right?' }),
    fails: () => ({ text: 'Known to be wrong' }),
  },
  room: {
    meets: () => ({ text: 'Has room now' }),
    unknown: () => ({ text: 'Free places not stated', ask: 'Is there a free place now?' }),
    fails: () => ({ text: 'No free place now' }),
  },
  experience: {
    meets: ({ gotIn, known }) => ({ text: `${gotIn} of ${known} got in` }),
    unknown: ({ gotIn, known }) => ({ text: `${gotIn} of ${known} got in`, ask: 'What makes it easier to get in?' }),
    fails: ({ gotIn, known }) => ({ text: `${gotIn} of ${known} got in` }),
  },
};

/** What the desk reads. Terms are called as the directory calls them. */
export const EN: ReasonTexts = { language: 'en', rows: ROWS, terms: new Map() };
