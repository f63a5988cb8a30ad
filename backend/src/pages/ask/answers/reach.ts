import { isEmail } from 'class-validator';
import { CHANNELS, isCallable, type SubmitInquiry } from '../../../intake/index.js';
import type { PageName } from '../page-names.js';
import { code, Rule, text, type Raw } from './raw.js';

type Contact = SubmitInquiry['contact'];

function numberFault(typed: string | undefined): string | undefined {
  if (!typed) return 'reach.number.missing';
  return isCallable(typed) && typed.length <= 40 ? undefined : 'reach.number.odd';
}
function addressFault(typed: string | undefined): string | undefined {
  if (!typed) return 'reach.address.missing';
  return isEmail(typed) && typed.length <= 254 ? undefined : 'reach.address.odd';
}

/** The one way to reach the person. Each way has its own field, so that what opens under a choice belongs to it. */
export class ReachAnswer {
  @Rule((value) => (value ? undefined : 'reach.missing'))
  channel: Contact['channel'] | undefined;

  @Rule<ReachAnswer>((value, { channel }) => (channel === 'text' ? numberFault(value as string) : undefined))
  mobile: string | undefined;

  @Rule<ReachAnswer>((value, { channel }) => (channel === 'phone' ? numberFault(value as string) : undefined))
  phone: string | undefined;

  @Rule<ReachAnswer>((value, { channel }) => (channel === 'email' ? addressFault(value as string) : undefined))
  email: string | undefined;

  static of(raw: Raw): ReachAnswer {
    return Object.assign(new ReachAnswer(), { channel: code(raw, 'channel', CHANNELS), mobile: text(raw, 'mobile'), phone: text(raw, 'phone'), email: text(raw, 'email') });
  }

  /** Only the chosen way goes into the request. */
  static contactOf({ channel, mobile, phone, email }: Omit<ReachAnswer, 'next'>): Contact {
    const number = channel === 'text' ? mobile : channel === 'phone' ? phone : undefined;
    return { channel: channel as Contact['channel'], ...(number && { phone: number }), ...(channel === 'email' && email && { email }) };
  }

  next(): PageName {
    return this.channel === 'self' ? 'about' : 'safe';
  }
}
