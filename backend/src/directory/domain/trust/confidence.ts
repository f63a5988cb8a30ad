/** What is checked of a listing; `whole` is everything at once. */
export const CHECKED_FIELDS = ['whole', 'hours', 'phones', 'website', 'eligibility', 'cost', 'documents', 'languages', 'description', 'room', 'areas'] as const;
export type CheckedField = (typeof CHECKED_FIELDS)[number];

/** How somebody knows (field.md 4, step 5), and those that only cast doubt: what became of a referral, what an agency answered to one, somebody of the public, a mail that came back, a machine's look. */
export const CHECK_METHODS = ['agency', 'staff-phone', 'staff-web', 'site-visit', 'import', 'machine', 'referral', 'answer', 'public', 'mail'] as const;
export type CheckMethod = (typeof CHECK_METHODS)[number];

/**
 * It opens a check, and however often it is said it counts once. Nobody knows who said it: else three strangers could take any
 * listing away. Or its agency said it of one person: it answers and takes people, so its record is to be mended and not to be left.
 */
export const COUNT_ONCE: readonly CheckMethod[] = ['public', 'mail', 'answer'];

/** Findings against a listing as they count. */
export const countDoubts = (methods: readonly CheckMethod[]): number => {
  const known = methods.filter((method) => !COUNT_ONCE.includes(method)).length;
  return known + (known < methods.length ? 1 : 0);
};

/** One thing that somebody found. `right` false: it was found wrong. */
export interface Check {
  field: CheckedField;
  right: boolean;
  method: CheckMethod;
  /** ISO date. */
  day: string;
}

/** How much a word is worth on the day it is given. A machine sees that a page answers, never that it is true: it renews nothing. */
const STRENGTH: Readonly<Record<CheckMethod, number>> = { 'site-visit': 1, 'staff-phone': 1, agency: 0.95, 'staff-web': 0.7, import: 0.6, machine: 0, referral: 0, answer: 0, public: 0, mail: 0 };

/** Days in which half of what was sure is not any more: room changes within days, a telephone number within years. */
export const HALF_LIFE: Readonly<Record<CheckedField, number>> = { room: 5, hours: 150, cost: 365, whole: 365, eligibility: 365, documents: 365, languages: 365, areas: 365, phones: 500, website: 500, description: 730 };

/** What is left of it after each finding that something was wrong. */
export const AFTER_DOUBT = 0.3;

export const DAY = 86_400_000;
const ageOf = (day: string, today: string): number => Math.max(0, (Date.parse(today) - Date.parse(day)) / DAY);

/** Whole listings are made of fields: who checked all of it has checked each, and a doubt of all of it is one of each. */
const concerns = (field: CheckedField) => (check: Check): boolean => check.field === field || check.field === 'whole';

/**
 * How sure a field of a listing is, 0 to 1: the best word for it, halved with every half-life, and cut by every finding that it was
 * wrong since that word was given. `today` is an ISO date. Nothing known is 0.
 */
export function confidence(field: CheckedField, checks: readonly Check[], today: string): number {
  const known = checks.filter(concerns(field));
  const wrong = known.filter(({ right }) => !right);
  return Math.max(0, ...known.filter(({ right }) => right).map(({ method, day }) => {
    const doubts = countDoubts(wrong.filter((doubt) => doubt.day >= day).map((doubt) => doubt.method));
    return STRENGTH[method] * 0.5 ** (ageOf(day, today) / HALF_LIFE[field]) * AFTER_DOUBT ** doubts;
  }));
}
