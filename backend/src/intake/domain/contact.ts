import { parsePhoneNumberFromString } from 'libphonenumber-js';
import type { FieldFault } from '../../platform/index.js';
import type { Channel } from './codes.js';

export interface ContactAnswers {
  channel: Channel;
  phone?: string | undefined;
  email?: string | undefined;
}

/** E.164 of a number as people type it, US numbers without country code; undefined when no such number is possible. */
export function e164(typed: string): string | undefined {
  const number = parsePhoneNumberFromString(typed, 'US');
  return number?.isPossible() ? number.number : undefined;
}

/** Whether a number could be called from here: seven digits do, as people write a local number. `number` is its E.164, where it is known already. */
export function isCallable(typed: string, number = e164(typed)): boolean {
  return number !== undefined || typed.replace(/\D/g, '').length === 7;
}

/** The channel's own field must be there; only the chosen channel is asked. `number` is the phone's E.164. */
export function contactFaults({ channel, phone, email }: ContactAnswers, number: string | undefined): FieldFault[] {
  if (channel === 'email') return email ? [] : [{ field: 'contact.email', code: 'email.missing', detail: 'Write the e-mail address we may use' }];
  if (channel === 'self') return [];
  if (!phone?.trim()) return [{ field: 'contact.phone', code: 'phone.missing', detail: 'Write the phone number we may use' }];
  return isCallable(phone, number) ? [] : [{ field: 'contact.phone', code: 'phone.impossible', detail: 'Check the phone number: it has too few or too many digits' }];
}
