import { anInquiry } from '../test/an-inquiry.js';
import type { Stage } from './stage.js';

/** Requests as people send them, each from an address of its own: who claims one reads what is sealed in it. Their ids, in order. */
export async function sent({ product, sql }: Stage, count: number): Promise<string[]> {
  const body = JSON.stringify(anInquiry());
  const references: string[] = [];
  for (let n = 0; n < count; n++) {
    const headers = { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID(), 'x-forwarded-for': `10.0.${n >> 8}.${n & 255}` };
    const answer = await fetch(`http://127.0.0.1:${product.port}/api/public/inquiries`, { method: 'POST', headers, body });
    references.push(((await answer.json()) as { reference: string }).reference);
  }
  const { rows } = await sql.query<{ id: string }>('select id from intake.inquiry where reference = any($1) order by id', [references]);
  return rows.map(({ id }) => id);
}

/** Presses "claim" on one, at the product or its floor. */
export const claim = (port: number, { cookie, csrf }: Stage, id: string): Promise<Response> => fetch(`http://127.0.0.1:${port}/api/inquiries/${id}/claim`, { method: 'POST', headers: { cookie, 'x-csrf-token': csrf } });
