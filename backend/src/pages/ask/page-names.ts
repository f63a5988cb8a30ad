/** Pages that ask something, in their order. */
export const QUESTIONS = ['who', 'safety', 'help', 'where', 'reach', 'safe', 'about', 'choice'] as const;
export type Question = (typeof QUESTIONS)[number];

/** Pages of the form; each is the last part of an address. */
export const PAGES = ['before', ...QUESTIONS, 'now', 'check', 'done', 'sent', 'add', 'added', 'expired'] as const;
export type PageName = (typeof PAGES)[number];

export const isQuestion = (page: string): page is Question => (QUESTIONS as readonly string[]).includes(page);
export const isPage = (page: string): page is PageName => (PAGES as readonly string[]).includes(page);
