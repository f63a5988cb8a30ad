import type { NewAccount } from '../../people/index.js';

/** One password for all demo accounts; they exist in demo mode only. */
export const DEMO_PASSWORD = 'demo lantern harbor';

type Person = Omit<NewAccount, 'password' | 'demo'>;

/** Invented staff of an invented county. */
export const DEMO_PEOPLE: readonly Person[] = [
  { email: 'ruth@example.org', name: 'Ruth Adler', roles: ['SPE'], restricted: true },
  { email: 'jonah@example.org', name: 'Jonah Park', roles: ['SPE'] },
  { email: 'ana@example.org', name: 'Ana Rios', roles: ['SUP'], restricted: true },
  { email: 'mei@example.org', name: 'Mei Tan', roles: ['STW'] },
  { email: 'amos@example.org', name: 'Amos Bell', roles: ['ADM'] },
  { email: 'olive@example.org', name: 'Olive Grant', roles: ['AUD'] },
];
