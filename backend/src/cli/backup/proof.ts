import type { INestApplicationContext } from '@nestjs/common';
import { Db, Sealer, SYSTEM } from '../../platform/index.js';
import { Refused } from '../exits.js';

const TRIED = 100;

interface SealedValue {
  inquiry: string;
  key: Buffer;
  table: string;
  column: string;
  row: string;
  sealed: Buffer;
}

/** Sealed values of requests and their notes, by lot. */
const SOME = `
  select * from (
    select i.id as inquiry, i.data_key as key, 'intake.inquiry' as "table", c.name as "column", i.id as row, c.sealed
    from intake.inquiry i cross join lateral (values ('identity', i.identity), ('safe_contact', i.safe_contact), ('words', i.words), ('facts', i.facts)) c(name, sealed)
    union all select i.id, i.data_key, 'intake.note', 'body', n.id, n.body from intake.note n join intake.inquiry i on i.id = n.inquiry_id
  ) q where key is not null and sealed is not null order by random() limit ${TRIED}`;

/** Opens up to a hundred sealed values with the key ring and forgets them. Refuses at the first that does not open; returns how many did. */
export async function openSome(app: INestApplicationContext): Promise<number> {
  const sealer = app.get(Sealer, { strict: false });
  const values = await app.get(Db, { strict: false }).statement<SealedValue>(SYSTEM, SOME);
  for (const { inquiry, key, sealed, ...place } of values) {
    try {
      sealer.open(sealer.openKey(key, inquiry), sealed, place);
    } catch {
      throw new Refused(`The rows are in place, but ${place.table}.${place.column} of ${place.row} does not open with the key ring. It may be the wrong ring: compare it with your copies before the desk is started.`);
    }
  }
  return values.length;
}
