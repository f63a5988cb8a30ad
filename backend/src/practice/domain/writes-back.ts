/** What an invented person, or an invented agency, does after something was done for them. All words are prepared here and say that they are practice. */
export type Reaction =
  | { does: 'writes'; words: string }
  | { does: 'chooses'; needId: string; why: string }
  | { does: 'tells'; referralId: string; helped: boolean; words: string }
  | { does: 'agency'; agencyId: string; referralId: string; accepts: boolean; note: string };

type Words = Readonly<Record<'called' | 'missed' | 'voicemail' | 'why' | 'helped' | 'notHelped', string>>;

const ENGLISH: Words = {
  called: 'Practice: Thank you for calling. It was good to talk with somebody. I am waiting for what you find.',
  missed: 'Practice: I saw that you tried. I could not pick up. Please try again, the way I said.',
  voicemail: 'Practice: I heard your message. Thank you. You can try again today.',
  why: 'Practice: This one sounds right, it is the nearest',
  helped: 'Practice: I went there and it helped. Thank you for finding it.',
  notHelped: 'Practice: I went there, but it was not what I need. Is there something else?',
};
const SPANISH: Words = {
  called: 'Práctica: Gracias por llamar. Me hizo bien hablar con alguien. Espero lo que encuentre.',
  missed: 'Práctica: Vi que me buscó. No pude contestar. Inténtelo otra vez, como le dije.',
  voicemail: 'Práctica: Escuché su mensaje. Gracias. Puede intentarlo otra vez hoy.',
  why: 'Práctica: Este me parece bien, es el más cercano',
  helped: 'Práctica: Fui y me ayudó. Gracias por encontrarlo.',
  notHelped: 'Práctica: Fui, pero no era lo que necesito. ¿Hay otra cosa?',
};
const TRIED: Readonly<Record<string, keyof Words>> = { reached: 'called', 'no-answer': 'missed', voicemail: 'voicemail' };

/** Of three requests two go well and one does not: by the request, so that the same one always goes the same way. */
export const goesWell = (inquiryId: string): boolean => Number.parseInt(inquiryId.slice(-2), 16) % 3 !== 0;

interface Happened {
  type: string;
  subject: string;
  body: Readonly<Record<string, unknown>>;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What follows from an event of a request, or nothing. */
export function reactionTo({ type, subject, body }: Happened, language: string): Reaction | undefined {
  const words = language === 'es' ? SPANISH : ENGLISH;
  const said = TRIED[text(body['result'])];
  if (type === 'follow-up.tried' && said) return { does: 'writes', words: words[said] };
  if (type === 'options.offered') return { does: 'chooses', needId: text(body['needId']), why: words.why };
  return type === 'referral.made' ? afterReferral(subject, body, words) : undefined;
}

function afterReferral(inquiryId: string, body: Happened['body'], words: Words): Reaction | undefined {
  const [referralId, agencyId, well] = [text(body['referralId']), text(body['agencyId']), goesWell(inquiryId)];
  if (body['way'] === 'link') return { does: 'agency', agencyId, referralId, accepts: well, note: well ? 'Practice: We call them tomorrow.' : 'Practice: Our group is full until spring.' };
  return body['way'] === 'self' ? { does: 'tells', referralId, helped: well, words: well ? words.helped : words.notHelped } : undefined;
}
