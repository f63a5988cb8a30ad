/** A mail as it is written. No mail names a person who asks, a need or a service of theirs (trust.md 1, 6.8). */
export interface Written {
  subject: string;
  body: string;
}

/** What a letter may know: the desk's name, the configured address (nothing else may become a link) and lines that only the product writes. */
export interface Around {
  desk: string;
  base: string;
  facts: string;
  /** How many things it is about. */
  count: number;
}

/** Letters that leave the desk for people who do not work at it: in their language. */
export const OUTSIDE_LETTERS = ['person-answer', 'agency-referral', 'agency-replied', 'agency-code', 'agency-taken-back', 'agency-listing', 'agency-heard', 'agency-receipt', 'agency-invited', 'agency-passkey-added', 'agency-passkey-stopped', 'applicant-received', 'applicant-decided'] as const;
export type OutsideLetter = (typeof OUTSIDE_LETTERS)[number];

/** Stands in the row for a link or code, which is put in when the letter is handed out: no row holds it. */
export const SECRET_HERE = '{secret}';

/** What one language says. Adding one is adding its file here. */
export interface Texts {
  /** How it writes dates, such as es-US. */
  locale: string;
  letters: Readonly<Record<OutsideLetter, (around: Around) => Written>>;
  answerBy: (when: string) => string;
  /** Of which request it is, without naming anybody. */
  mailedOn: (when: string) => string;
  listings: (count: number) => string;
  /** What was decided on a place that wants to be listed. */
  application: Readonly<Record<'accepted' | 'refused', string>>;
  /** Said on top of the second and the third mail. */
  reminders: Readonly<Record<2 | 3, string>>;
  /** What was said of its room. */
  room: Readonly<Record<'open' | 'waitlist' | 'full', string>>;
  weeks: (count: number) => string;
  fullUntil: (day: string) => string;
  sheet: (count: number) => string;
  changed: (field: string) => string;
  fields: Readonly<Record<'hours' | 'phones' | 'website' | 'eligibility' | 'cost' | 'payments' | 'documents' | 'languages' | 'description', string>>;
  taken: (field: string) => string;
  notTaken: (field: string, why: string) => string;
  /** Stands in a preview where the letter will have what only its reader may hold. */
  secretHere: string;
}
