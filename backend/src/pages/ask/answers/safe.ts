import { OTHERS, TIMES, type SubmitInquiry } from '../../../intake/index.js';
import type { PageName } from '../page-names.js';
import { code, list, Rule, text, type Raw } from './raw.js';

type Safe = SubmitInquiry['safe'];
type Channel = SubmitInquiry['contact']['channel'];
type YesNo = 'yes' | 'no';
const YES_NO = ['yes', 'no'] as const;
export const MOST_NAME = 80;
export const MOST_NEVER = 200;

const longer = (value: unknown, most: number): boolean => typeof value === 'string' && value.length > most;
const asked = (channel: Channel, value: unknown, key: string) => (all: SafeAnswer): string | undefined => (all.channel === channel && !value ? key : undefined);

/** What is safe on the chosen channel. A question belongs to its channel: nobody is asked about voicemail who wants texts. */
export class SafeAnswer {
  channel: Channel;

  @Rule<SafeAnswer>((value, all) => asked('phone', value, 'safe.voicemail.missing')(all))
  voicemail: YesNo | undefined;

  @Rule<SafeAnswer>((value, all) => asked('phone', value, 'safe.others.missing')(all))
  others: (typeof OTHERS)[number] | undefined;

  @Rule<SafeAnswer>((value, all) => asked('email', value, 'safe.email.missing')(all))
  emailOk: YesNo | undefined;

  @Rule((value) => (longer(value, MOST_NAME) ? 'safe.name.long' : undefined))
  name: string | undefined;

  times: (typeof TIMES)[number][] = [];

  @Rule((value) => (longer(value, MOST_NEVER) ? 'safe.never.long' : undefined))
  never: string | undefined;

  static of(raw: Raw, channel: Channel): SafeAnswer {
    const ticked = list(raw, 'times');
    const call = channel === 'phone';
    return Object.assign(new SafeAnswer(), {
      channel,
      voicemail: call ? code(raw, 'voicemail', YES_NO) : undefined,
      others: call ? code(raw, 'others', OTHERS) : undefined,
      emailOk: channel === 'email' ? code(raw, 'emailOk', YES_NO) : undefined,
      name: text(raw, 'name'),
      times: TIMES.filter((time) => ticked.includes(time)),
      never: text(raw, 'never'),
    });
  }

  static safeOf(answer: Omit<SafeAnswer, 'next'> | undefined): Safe {
    if (!answer) return { times: [], emailOk: false };
    const { voicemail, others, name, times, never, emailOk } = answer;
    return { ...(voicemail && { voicemail: voicemail === 'yes' }), ...(others && { others }), ...(name && { name }), times, ...(never && { never }), emailOk: emailOk === 'yes' };
  }

  next(): PageName {
    return 'about';
  }
}
