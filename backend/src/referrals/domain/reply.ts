import type { FieldFault } from '../../platform/index.js';

/** What somebody wants to send to an agency that asked. */
export interface WantedReply {
  text?: string | undefined;
  agreed?: boolean | undefined;
  declined?: boolean | undefined;
}

type Refusal = [field: string, code: string, detail: string, is: (reply: { text: string } & Omit<WantedReply, 'text'>) => boolean];
/** Words need the person's yes to exactly these; keeping something to themselves needs none. */
const REFUSALS: readonly Refusal[] = [
  ['text', 'reply.declined', 'They would rather not say: then nothing else is sent', ({ text, declined }) => declined === true && text !== ''],
  ['text', 'reply.empty', 'Write what the person agreed to say', ({ text, declined }) => !declined && !text],
  ['agreed', 'consent.missing', 'Share only what the person agreed to', ({ agreed, declined }) => !declined && agreed !== true],
];

/** What is missing in it or too much. */
export function replyFaults({ text, ...reply }: WantedReply): FieldFault[] {
  const wanted = { ...reply, text: text?.trim() ?? '' };
  return REFUSALS.filter(([, , , is]) => is(wanted)).map(([field, code, detail]) => ({ field, code, detail }));
}
