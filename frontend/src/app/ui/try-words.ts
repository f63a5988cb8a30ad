export type TryChannel = 'phone' | 'text' | 'email' | 'in-person';
export type TryResult = 'reached' | 'voicemail' | 'no-answer' | 'wrong-number' | 'asked-to-stop' | 'unsafe-now';
/** What the person said about being reached; a voicemail of which nobody asked is null. */
export interface Reach { channel: 'text' | 'phone' | 'email' | 'self'; voicemail: boolean | null }

export const TRY_CHANNELS: readonly { code: TryChannel; name: string }[] = [{ code: 'phone', name: 'Call' }, { code: 'text', name: 'Text' }, { code: 'email', name: 'E-mail' }, { code: 'in-person', name: 'In person' }];
export const TRY_RESULTS: readonly { code: TryResult; name: string }[] = [
  { code: 'reached', name: 'Reached them' }, { code: 'voicemail', name: 'Left a neutral voicemail' }, { code: 'no-answer', name: 'No answer' }, { code: 'wrong-number', name: 'Wrong number or address' }, { code: 'asked-to-stop', name: 'They asked us to stop' }, { code: 'unsafe-now', name: 'It is not safe for them now' },
];
const CHOSEN: Readonly<Record<Reach['channel'], string>> = { phone: 'They chose calls.', text: 'They chose text.', email: 'They chose e-mail.', self: 'They contact us.' };

/** Why a way is not open; null when it is. The API holds the same rule. */
export const whyNot = ({ channel }: Pick<Reach, 'channel'>, way: TryChannel): string | null => (way === 'in-person' || way === channel ? null : CHOSEN[channel]);
/** Why no voicemail can have been left; null when one can. What was not asked counts as not allowed. */
export const whyNoVoicemail = ({ voicemail }: Pick<Reach, 'voicemail'>, way: TryChannel | null): string | null =>
  way !== 'phone' ? 'On a call only.' : voicemail ? null : voicemail === false ? 'They said no.' : 'Nobody asked whether it is safe.';
