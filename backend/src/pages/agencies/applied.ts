import { isEmail } from 'class-validator';
import { text, type Raw } from '../ask/answers/raw.js';
import { isNumber, websiteAddress } from '../agency/listing/typed.js';
import type { Key } from '../texts/texts.js';

/** What was typed into the form of a place that wants to be listed. */
export type Typed = Readonly<Record<'name' | 'about' | 'page' | 'who' | 'email' | 'phone', string | undefined>>;
export interface Applied {
  name: string;
  about: string;
  website: string | null;
  who: string | null;
  email: string;
  phone: string | null;
}
export interface Fault {
  field: string;
  key: Key;
}

const SIZES: Readonly<Record<keyof Typed, number>> = { name: 200, about: 4000, page: 500, who: 100, email: 254, phone: 40 };

export const typedOf = (raw: Raw): Typed => {
  const cut = (field: keyof Typed): string | undefined => text(raw, field)?.slice(0, SIZES[field]);
  return { name: cut('name'), about: cut('about'), page: cut('page'), who: cut('who'), email: cut('email'), phone: cut('phone') };
};

const CHECKS: readonly { field: keyof Typed; key: Key; wrong: (typed: Typed) => boolean }[] = [
  { field: 'name', key: 'apply.name.missing', wrong: ({ name }) => !name },
  { field: 'about', key: 'apply.about.missing', wrong: ({ about }) => !about },
  { field: 'page', key: 'listing.change.website.odd', wrong: ({ page = '' }) => websiteAddress(page) === undefined },
  { field: 'email', key: 'apply.email.odd', wrong: ({ email }) => !isEmail(email) },
  { field: 'phone', key: 'listing.change.number.odd', wrong: ({ phone }) => phone !== undefined && !isNumber(phone) },
];

/** The application that was typed, or what is wrong with it. */
export function appliedOf(typed: Typed): Applied | Fault[] {
  const faults = CHECKS.filter(({ wrong }) => wrong(typed)).map(({ field, key }) => ({ field, key }));
  if (faults.length) return faults;
  return { ...(typed as Required<Typed> & { name: string; about: string; email: string }), website: websiteAddress(typed.page ?? '') || null, who: typed.who ?? null, phone: typed.phone ?? null };
}
