import { isEmail } from 'class-validator';
import { rightsOf, type NewMember } from '../../../partners/index.js';
import { list, text, type Raw } from '../../ask/answers/raw.js';
import type { Missing } from '../posted.js';

const NAME = 100;
const MAIL = 254;

const CHECKS: readonly (Missing & { wrong: (raw: Raw) => boolean })[] = [
  { field: 'name', fault: 'member.name.missing', wrong: (raw) => !text(raw, 'name') },
  { field: 'email', fault: 'member.email.odd', wrong: (raw) => !isEmail(text(raw, 'email')) || mailIn(raw).length > MAIL },
  { field: 'may', fault: 'member.may.missing', wrong: (raw) => !rightsOf(list(raw, 'may')) },
];
const mailIn = (raw: Raw): string => text(raw, 'email') ?? '';

/** Who is invited by the posted form, or what is missing in it. */
export function invitedIn(raw: Raw): NewMember | Missing[] {
  const faults = CHECKS.filter(({ wrong }) => wrong(raw)).map(({ field, fault }) => ({ field, fault }));
  if (faults.length) return faults;
  return { name: (text(raw, 'name') ?? '').slice(0, NAME), email: mailIn(raw), may: rightsOf(list(raw, 'may')) ?? [], language: text(raw, 'speaks') === 'es' ? 'es' : 'en' };
}

export const isFaulty = (one: NewMember | Missing[]): one is Missing[] => Array.isArray(one);
