import type { Channel, SafeContactView } from '../api/types';
import { TIME_WORDS, word } from '../ui/words';

/** One line of the contact-safely banner: a way, whether it is allowed, and how. */
export interface ContactRule { way: string; allowed: boolean; how: string }
export interface ContactRules { rules: ContactRule[]; say: string }

const NOT_CHOSEN = 'Never. Not chosen.';

/** The queue's short form of the same. */
export function safeTo(channel: Channel, voicemail: boolean | null): string {
  if (channel === 'self') return 'Comes to us. Do not contact.';
  if (channel === 'text') return 'Text';
  if (channel === 'email') return 'E-mail';
  return voicemail ? 'Call, voicemail is safe' : 'Call, no voicemail';
}

const AFTER_CLAIMING: Readonly<Record<Exclude<Channel, 'self'>, string>> = { phone: 'Call', text: 'Text', email: 'E-mail' };

/** Before a request is claimed only the way is known: no time, no name and no exception may be read into what is not shown. */
export function maskedRules(safe: SafeContactView): ContactRules {
  if (safe.channel === 'self') return contactRules(safe);
  const way = { way: AFTER_CLAIMING[safe.channel], allowed: true, how: 'When and how shows once it is claimed.' };
  return { rules: [way, ...(safe.channel === 'phone' ? [voicemail(safe)] : []), { way: 'Else', allowed: false, how: 'Nothing else before that.' }], say: 'Nothing yet. Claim it first.' };
}

/** What is allowed, then what is not, then what to say. What was not asked counts as not allowed. */
export function contactRules(safe: SafeContactView): ContactRules {
  const rules = [call(safe), voicemail(safe), text(safe), email(safe), ...never(safe)];
  return { rules: [...rules.filter((rule) => rule.allowed), ...rules.filter((rule) => !rule.allowed)], say: sayOf(safe) };
}

const call = (safe: SafeContactView): ContactRule =>
  safe.channel === 'phone' ? { way: 'Call', allowed: true, how: `${timesOf(safe.times)} ${whoOf(safe.name)}`.trim() } : { way: 'Call', allowed: false, how: refusalOf(safe) };

function voicemail({ channel, voicemail: allowed }: SafeContactView): ContactRule {
  if (channel !== 'phone') return { way: 'Voicemail', allowed: false, how: 'Never.' };
  if (allowed) return { way: 'Voicemail', allowed: true, how: 'They said it is safe. No service, no reason.' };
  return { way: 'Voicemail', allowed: false, how: allowed === false ? 'Never. They said no.' : 'Never. It was not asked.' };
}

const text = (safe: SafeContactView): ContactRule =>
  safe.channel === 'text' ? { way: 'Text', allowed: true, how: timesOf(safe.times) } : { way: 'Text', allowed: false, how: refusalOf(safe) };

function email(safe: SafeContactView): ContactRule {
  if (safe.channel === 'email') return { way: 'E-mail', allowed: true, how: safe.emailOk ? 'Only they read the inbox.' : 'Neutral words only. Others may read the inbox.' };
  return safe.emailOk && safe.channel !== 'self' ? { way: 'E-mail', allowed: true, how: 'They said it is safe too.' } : { way: 'E-mail', allowed: false, how: refusalOf(safe) };
}

const never = (safe: SafeContactView): ContactRule[] => (safe.never ? [{ way: 'Never', allowed: false, how: safe.never }] : []);
const refusalOf = ({ channel }: SafeContactView): string => (channel === 'self' ? 'Never. They contact us.' : NOT_CHOSEN);
const whoOf = (name: string | null): string => (name ? `Ask for ${name}.` : '');

function timesOf(times: readonly string[]): string {
  if (!times.length || times.includes('any')) return times.length ? 'Any time.' : 'No time was given.';
  const words = times.map((time) => word(TIME_WORDS, time));
  const list = words.length > 1 ? `${words.slice(0, -1).join(', ')} or ${words.at(-1)}` : words[0]!;
  return `Only ${list}.`;
}

/** What to do when somebody else picks up. The strictest rule where nothing was said. */
function sayOf({ channel, others, name }: SafeContactView): string {
  if (channel === 'self') return 'They call or write to us. When they do, ask first whether it is safe to talk.';
  if (channel !== 'phone') return 'Neutral words only. Name no service and no reason.';
  const them = name ?? 'the person';
  if (others === 'say-who') return `If somebody else answers: ask for ${them}. You may say who you are, never why.`;
  if (others === 'hang-up') return 'If somebody else answers: hang up. Do not say a word about us.';
  return `If somebody else answers: ask for ${them}. Do not say who we are until they do.`;
}
