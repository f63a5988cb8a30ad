import type { IconName } from './icons';

/** Words of the desk for the codes of the contract. An unknown code is shown as it is, never dropped. */
type Words = Readonly<Record<string, string>>;

export const TOPIC_WORDS: Words = {
  'low-mood': 'Low mood', worry: 'Worry and panic', 'hard-memories': 'Hard memories', grief: 'Grief', 'alcohol-drugs': 'Alcohol or drugs', 'after-hospital': 'After a hospital stay',
  'child-teen': 'A child or teen', 'new-baby': 'Around a birth', 'family-support': 'Family support', abuse: 'Abuse or violence', lonely: 'Loneliness',
  home: 'A home and its bills', 'food-money': 'Food or money', 'work-law': 'Work, school or law', 'getting-care': 'Cost of care, rides, childcare', 'not-sure': 'Not sure yet',
};
export const TOPICS = Object.keys(TOPIC_WORDS);

export const AGE_WORDS: Words = { 'under-13': 'under 13', '13-17': '13 to 17', '18-24': '18 to 24', '25-59': '25 to 59', '60-plus': '60 or older' };
export const INSURANCE_WORDS: Words = { medicaid: 'Medicaid', medicare: 'Medicare', private: 'Private insurance', tricare: 'TRICARE', va: 'VA', uninsured: 'No insurance', self_pay: 'Pays themselves', unknown: 'Not known' };
export const LANGUAGE_WORDS: Words = { en: 'English', es: 'Spanish', ar: 'Arabic', vi: 'Vietnamese', zh: 'Chinese', fr: 'French', ht: 'Haitian Creole', pt: 'Portuguese', ru: 'Russian', ase: 'American Sign Language', so: 'Somali', ko: 'Korean', tl: 'Tagalog' };
export const ASKER_WORDS: Words = { self: 'Asks for themselves', carer: 'Someone who cares for them asks', professional: 'A professional asks', undisclosed: 'Not said who asks' };
/** How a listing was checked, or what speaks against it. */
export const CHECK_WORDS: Words = { agency: 'by the agency', 'staff-phone': 'by phone', 'staff-web': 'on their website', 'site-visit': 'on a visit', import: 'by its source', machine: 'by a machine', answer: 'by an agency’s answer', public: 'by someone who told us', mail: 'by a mail that came back' };
export const CHANNEL_WORDS: Words = { text: 'Text', phone: 'Call', email: 'E-mail', self: 'Comes to us' };
export const TIME_WORDS: Words = { morning: 'mornings', afternoon: 'afternoons', evening: 'evenings', any: 'any time' };
export const SERVICE_TIME_WORDS: Words = { weekday_daytime: 'on weekdays', weekday_evening: 'in the evening', weekend: 'at the weekend' };
export const URGENCY_WORDS: Words = { today: 'Today', this_week: 'This week', few_weeks: 'In a few weeks', no_rush: 'No rush' };
export const REVIEW_WORDS: Words = { honeypot: 'a hidden field was filled in', 'too-fast': 'filled in very fast', 'many-from-one-address': 'many came from one place' };
export const ROLE_WORDS: Words = { SPE: 'Specialist', SUP: 'Supervisor', ADM: 'Administrator', AUD: 'Auditor', STW: 'Directory steward', PED: 'Agency editor', PRW: 'Agency worker' };

export const word = (words: Words, code: string): string => words[code] ?? code.replaceAll(/[-_]/g, ' ');
export const topicWords = (topics: readonly string[]): string =>
  topics.length ? topics.map((code, i) => (i ? lower(word(TOPIC_WORDS, code)) : word(TOPIC_WORDS, code))).join(', ') : 'No topic chosen';
const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

export interface Urgency { name: string; icon: IconName; look: string }
/** By priority: 0 now, 1 today, 2 this week, 3 no rush. */
export const URGENCIES: readonly Urgency[] = [
  { name: 'Now', icon: 'alert', look: 'chip--urgent' },
  { name: 'Today', icon: 'sun', look: 'chip--caution' },
  { name: 'This week', icon: 'week', look: 'chip--bare' },
  { name: 'No rush', icon: 'slow', look: 'chip--bare' },
];
export const urgencyOf = (priority: number): Urgency => URGENCIES[priority] ?? { name: 'No rush', icon: 'slow', look: 'chip--bare' };

export const CHANNEL_ICONS: Readonly<Record<string, IconName>> = { text: 'text', phone: 'phone', email: 'mail', self: 'ban' };
export const initials = (name: string): string => name.split(/\s+/).filter(Boolean).map((part) => part.charAt(0)).slice(0, 2).join('').toUpperCase();
