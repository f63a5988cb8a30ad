import { patiently } from './patiently.js';
import type { TestDesk } from './test-database.js';

/** A complete, fictional request; override what the test is about. */
export const anInquiry = (over: Record<string, unknown> = {}): Record<string, unknown> => ({
  asker: 'self',
  safety: 'yes',
  urgency: 'this_week',
  topics: ['worry', 'lonely'],
  words: 'My heart races every night since the move.',
  place: { zip: '06854', fixed: true },
  contact: { channel: 'phone', phone: '(203) 555-0142' },
  safe: { voicemail: false, others: 'hang-up', name: 'Marisol', times: ['evening'], never: 'Not on Sunday' },
  facts: { age: { state: 'given', value: '25-59' }, insurance: { state: 'declined' }, person: { state: 'given', value: 'Teodora Quill' } },
  language: 'en',
  consent: { read: true, followUp: true, wording: 'desk-en-1' },
  ...over,
});

/** Its number within a pattern: whole or its last four alone, and not the same digits inside an id. */
export const ITS_NUMBER = String.raw`(?:555\D{0,2}|(?<![\da-f]))0142(?![\da-f]|-7)`;

let number = 0;
export const aKey = (): string => `test-key-${String(++number).padStart(8, '0')}-${process.pid}`;

/** Another address each time, of the range for documentation: many from one go to the review list. */
export const anAddress = (): string => `198.51.100.${++number % 250}`;

/** Sends a request through the public API; the answer's body, or a failed expectation. */
export async function sent(desk: TestDesk, over: Record<string, unknown> = {}): Promise<{ reference: string; code: string }> {
  const request = { method: 'POST', url: '/api/public/inquiries', remoteAddress: anAddress(), headers: { 'idempotency-key': aKey() }, payload: anInquiry(over) } as const;
  const answer = await patiently(() => desk.app.inject(request));
  if (answer.statusCode !== 201) throw new Error(`The request was refused: ${answer.body}`);
  return answer.json();
}

/** The id of the request with this number. */
export async function idOf(desk: TestDesk, reference: string): Promise<string> {
  const [row] = await desk.sql<{ id: string }>('select id from intake.inquiry where reference = $1', [reference]);
  if (!row) throw new Error(`There is no ${reference}`);
  return row.id;
}

/** Sends a request, and answers its id. */
export const anOpenOne = async (desk: TestDesk, over: Record<string, unknown> = {}): Promise<string> => idOf(desk, (await sent(desk, over)).reference);
