import type { TryPerson } from '../../api/refer-types';
import type { SafeContactView } from '../../api/types';

type Way = TryPerson['channel'];
type Plan = Pick<SafeContactView, 'channel' | 'voicemail'>;

export const TRY_WAYS: readonly { code: Way; name: string }[] = [{ code: 'phone', name: 'Call' }, { code: 'text', name: 'Text' }, { code: 'email', name: 'E-mail' }, { code: 'in-person', name: 'In person, or they came to us' }];
export const TRY_RESULTS: readonly { code: TryPerson['result']; name: string }[] = [
  { code: 'reached', name: 'Reached them' }, { code: 'voicemail', name: 'Left a neutral voicemail' }, { code: 'no-answer', name: 'No answer' }, { code: 'wrong-number', name: 'Wrong number or address' }, { code: 'asked-to-stop', name: 'They asked us to stop' }, { code: 'unsafe-now', name: 'It is not safe for them now' },
];
const CHOSEN: Readonly<Record<Plan['channel'], string>> = { phone: 'They chose calls.', text: 'They chose text.', email: 'They chose e-mail.', self: 'They contact us.' };

/** Why a way is not open; null when it is. The API holds the same rule. */
export const whyNoWay = ({ channel }: Plan, way: Way): string | null => (way === 'in-person' || way === channel ? null : CHOSEN[channel]);
/** Why no voicemail can have been left; null when one can. What was not asked counts as not allowed. */
export const whyNoVoicemail = ({ voicemail }: Plan, way: Way | null): string | null => (way !== 'phone' ? 'On a call only.' : voicemail ? null : voicemail === false ? 'They said no.' : 'Nobody asked whether it is safe.');
