export const TRY_CHANNELS = ['phone', 'text', 'email', 'in-person'] as const;
export const TRY_RESULTS = ['reached', 'voicemail', 'no-answer', 'wrong-number', 'asked-to-stop', 'unsafe-now'] as const;
export type TryChannel = (typeof TRY_CHANNELS)[number];
export type TryResult = (typeof TRY_RESULTS)[number];

/** Three to five tries, then stop (field.md 2.4). */
export const MOST_TRIES = 5;
/** After these nobody asks this person again. */
export const STOPS: readonly TryResult[] = ['asked-to-stop', 'unsafe-now'];

/** What the person said about being reached. */
export interface Reach {
  channel: 'text' | 'phone' | 'email' | 'self';
  /** null: it was not asked. */
  voicemail: boolean | null;
}

const CHOSEN: Readonly<Record<Reach['channel'], string>> = { phone: 'They chose phone calls', text: 'They chose text messages', email: 'They chose e-mail', self: 'They contact us' };

/** Why this try must not be made, as a sentence; null when it may. What was not asked counts as not allowed. */
export function whyUnsafe({ channel, voicemail }: Reach, tried: { channel: TryChannel; result: TryResult }): string | null {
  if (tried.channel !== 'in-person' && tried.channel !== channel) return `${CHOSEN[channel]}. Do not use another way.`;
  if (tried.result !== 'voicemail') return null;
  if (tried.channel !== 'phone') return 'A voicemail is left on a phone call only.';
  if (voicemail) return null;
  return voicemail === false ? 'They said no to voicemail.' : 'Nobody asked whether voicemail is safe. Leave none.';
}
