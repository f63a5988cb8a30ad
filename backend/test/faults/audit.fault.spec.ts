import { setTimeout as sleep } from 'node:timers/promises';
import { Audit, AuditSealer, AuditVerifier } from '../../src/audit/index.js';
import { GENESIS, link } from '../../src/audit/domain/chain.js';
import { Db, SYSTEM } from '../../src/platform/index.js';
import { aColleague } from '../a-colleague.js';
import { sent } from '../an-inquiry.js';
import { testDesk, type TestDesk } from '../test-database.js';
import { count, range } from './wire.js';

const ENTRIES = count('ENTRIES', 120);
/** Times that every attack is tried, each time at random places: 60 makes more than a thousand attacks. */
const ROUNDS = count('ROUNDS', 12);
const SEED = count('SEED', Math.floor(Math.random() * 2 ** 31));
const WRITERS = 50;
const EACH = count('EACH', 20);

let desk: TestDesk;
let sealer: AuditSealer;
let verifier: AuditVerifier;
let state = SEED;
/** Evenly from 0 to below `limit`; the seed is printed, so that a run can be repeated. */
function random(limit: number): number {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * limit);
}

/** As an insider with the owner's rights: triggers and foreign keys do not stand in the way. */
const asInsider = async (statements: string): Promise<void> => void (await desk.sql(`begin; set local session_replication_role = replica; ${statements}; commit`));
const entryOf = (seq: number): string => `(select entry_id from audit.seal where seq = ${seq})`;

/** Renumbers seals beyond `seq` by `step`, in two moves, since the numbers are unique at every moment. */
const shift = (seq: number, step: number): string => `update audit.seal set seq = -(seq + ${step}) where seq > ${seq}; update audit.seal set seq = -seq where seq < 0`;

/** Writes an entry that never was between `seq` and the next one, with a seal that fits what precedes it and is named by what follows. */
async function slipIn(seq: number): Promise<void> {
  await asInsider(`${shift(seq, 1)}; insert into audit.entry (body) values ('{"act": "inquiry.read", "actor": "somebody else"}')`);
  const [made] = await desk.sql<{ id: string; at: string; body: string; prev: Buffer }>(`
    select e.id::text as id, (extract(epoch from e.at) * 1000000)::bigint::text as at, e.body::text as body, s.hash as prev
    from audit.entry e, audit.seal s where s.seq = ${seq} order by e.id desc limit 1`);
  if (!made) throw new Error('Nothing was slipped in');
  const hash = `'\\x${link(made.prev, made).toString('hex')}'::bytea`;
  await asInsider(`update audit.seal set prev = ${hash} where seq = ${seq + 2}; insert into audit.seal (seq, entry_id, prev, hash) select ${seq + 1}, ${made.id}, hash, ${hash} from audit.seal where seq = ${seq}`);
}

/** Computes the whole chain anew, as somebody can who has read this code. */
async function rewriteChain(): Promise<void> {
  const rows = await desk.sql<{ seq: string; id: string; at: string; body: string }>(`
    select s.seq::text as seq, e.id::text as id, (extract(epoch from e.at) * 1000000)::bigint::text as at, e.body::text as body
    from audit.seal s join audit.entry e on e.id = s.entry_id order by s.seq`);
  let prev = GENESIS;
  const forged = rows.map((row) => {
    const one = { seq: row.seq, prev: prev.toString('hex'), hash: link(prev, row).toString('hex') };
    prev = Buffer.from(one.hash, 'hex');
    return one;
  });
  const list = forged.map(({ seq, prev: before, hash }) => `(${seq}, '\\x${before}'::bytea, '\\x${hash}'::bytea)`).join(', ');
  await asInsider(`create temporary table forged on commit drop as select s.entry_id, f.* from (values ${list}) f (seq, prev, hash) join audit.seal s on s.seq = f.seq; delete from audit.seal; insert into audit.seal (seq, entry_id, prev, hash) select seq, entry_id, prev, hash from forged`);
}

const some = (): number => 1 + random(ENTRIES - 1);
const EDITS: Record<string, (seq: number) => string> = {
  'the act': (seq) => `update audit.entry set body = body || '{"act": "page.read"}' where id = ${entryOf(seq)}`,
  'who did it': (seq) => `update audit.entry set body = jsonb_set(body, '{actor}', '"somebody else"') where id = ${entryOf(seq)}`,
  'a reason that is taken out': (seq) => `update audit.entry set body = body - 'reason' where id = ${entryOf(seq)}`,
  'the time, by a microsecond': (seq) => `update audit.entry set at = at + interval '1 microsecond' where id = ${entryOf(seq)}`,
};
const edit = async (): Promise<void> => asInsider(Object.values(EDITS)[random(Object.keys(EDITS).length)]?.(some()) ?? '');
const two = (): [number, number] => {
  const first = some();
  return [first, first + 1 + random(ENTRIES - first)];
};

const ATTACKS: Record<string, () => Promise<void>> = {
  ...Object.fromEntries(Object.entries(EDITS).map(([what, sql]) => [`edits ${what}`, () => asInsider(sql(some()))])),
  'deletes an entry': () => asInsider(`delete from audit.entry where id = ${entryOf(some())}`),
  'deletes an entry and its seal': async () => {
    const seq = some();
    await asInsider(`delete from audit.entry where id = ${entryOf(seq)}; delete from audit.seal where seq = ${seq}`);
  },
  'deletes an entry and closes the gap': async () => {
    const seq = some();
    await asInsider(`delete from audit.entry where id = ${entryOf(seq)}; delete from audit.seal where seq = ${seq}; ${shift(seq, -1)}`);
  },
  'swaps what two entries say': async () => {
    const [a, b] = two();
    await asInsider(`update audit.entry e set body = o.body from audit.entry o where (e.id = ${entryOf(a)} and o.id = ${entryOf(b)}) or (e.id = ${entryOf(b)} and o.id = ${entryOf(a)})`);
  },
  'swaps the seals of two entries': async () => {
    const [a, b] = two();
    await asInsider(`create temporary table pair on commit drop as select seq, entry_id from audit.seal where seq in (${a}, ${b}); update audit.seal set entry_id = -seq where seq in (${a}, ${b}); update audit.seal s set entry_id = p.entry_id from pair p where s.seq in (${a}, ${b}) and p.seq = ${a + b} - s.seq`);
  },
  'swaps two numbers': async () => {
    const [a, b] = two();
    await asInsider(`update audit.seal set seq = -seq where seq in (${a}, ${b}); update audit.seal set seq = ${a + b} + seq where seq < 0`);
  },
  'cuts the tail off': async () => {
    const seq = some();
    await asInsider(`delete from audit.entry where id in (select entry_id from audit.seal where seq > ${seq}); delete from audit.seal where seq > ${seq}`);
  },
  'empties everything': () => asInsider('delete from audit.seal; delete from audit.entry'),
  'slips an entry in': () => slipIn(some()),
  'edits and computes the chain anew': async () => {
    await edit();
    await rewriteChain();
  },
  'deletes, closes the gap and computes the chain anew': async () => {
    await ATTACKS['deletes an entry and closes the gap']?.();
    await rewriteChain();
  },
  'slips an entry in and computes the chain anew': async () => {
    await slipIn(some());
    await rewriteChain();
  },
  'writes every entry and the chain anew': async () => {
    await asInsider(`update audit.entry set body = body || '{"actor": "somebody else"}'`);
    await rewriteChain();
  },
};

const restore = (): Promise<void> =>
  asInsider(`delete from audit.seal; delete from audit.entry; insert into audit.entry overriding system value select * from kept_entry; insert into audit.seal select * from kept_seal`);

beforeAll(async () => {
  desk = await testDesk({ DATABASE_POOL: '60' });
  sealer = desk.get(AuditSealer);
  verifier = desk.get(AuditVerifier);
});
afterAll(() => desk?.stop());

describe('T14 the sealed chain', () => {
  const anchors: { seq: number; hash: string }[] = [];
  let missed: string[];
  beforeAll(async () => {
    const audit = desk.get(Audit);
    while ((await sealer.seal()) > 0);
    for (const index of range(ENTRIES)) {
      await audit.alone({ ...SYSTEM, requestId: `request ${index}` }, { act: 'inquiry.read', object: 'inquiry', objectId: `00000000-0000-7000-8000-${String(index).padStart(12, '0')}`, reason: 'contact-now' });
      if (index % 30 === 29) await sealer.seal();
    }
    while ((await sealer.seal()) > 0);
    anchors.push(...(await desk.sql<{ seq: number; hash: string }>(`select seq::int as seq, encode(hash, 'hex') as hash from audit.seal s order by s.seq desc limit 1`)));
    await desk.sql('create temporary table kept_entry as table audit.entry');
    await desk.sql('create temporary table kept_seal as table audit.seal');
    missed = await attackAll();
    console.log(`T14: ${Object.keys(ATTACKS).length} attacks × ${ROUNDS} on ${ENTRIES} entries, seed ${SEED}: ${missed.length} missed`);
  });

  /** Names of the attacks that the verification did not see. */
  async function attackAll(): Promise<string[]> {
    const unseen: string[] = [];
    for (const [name, attack] of range(ROUNDS).flatMap(() => Object.entries(ATTACKS))) {
      await attack();
      if ((await verifier.verify(anchors)).brokenAt === undefined) unseen.push(name);
      await restore();
    }
    return unseen;
  }

  it('T14 is whole before anybody touches it, and again when all is put back', async () => {
    expect(anchors[0]?.seq).toBeGreaterThanOrEqual(ENTRIES);
    expect(await verifier.verify(anchors)).toEqual({ checked: anchors[0]?.seq, unsealed: 0 });
  });

  it('T14 shows every edit, deletion, swap, addition, truncation and rewriting before the last anchor', () => expect(missed).toEqual([]));

  it('T14 does not show what an insider cuts off after the last anchor: the limit, as written down', async () => {
    await desk.get(Audit).alone(SYSTEM, { act: 'inquiry.read', object: 'inquiry', objectId: null });
    await sealer.seal();
    await asInsider(`delete from audit.seal where seq > ${anchors[0]?.seq}`);
    expect((await verifier.verify(anchors)).brokenAt).toBeUndefined();
    await restore();
  });

  it('T14 is refused to the desk itself: no entry is changed or removed by it', async () => {
    const db = desk.get(Db);
    for (const sql of ['update audit.entry set body = body', 'delete from audit.entry', 'truncate audit.entry cascade', 'update audit.seal set hash = hash', 'delete from audit.seal']) {
      await expect(db.unprepared(sql)).rejects.toMatchObject({ sqlState: '42501' });
    }
  });
});

describe('T14 sealing while many write', () => {
  const sealed = (): Promise<{ entries: number; seals: number; forks: number }[]> =>
    desk.sql('select (select count(*) from audit.entry)::int as entries, (select count(*) from audit.seal)::int as seals, (select count(*) - count(distinct prev) from audit.seal)::int as forks');

  it('T14 waits for an entry whose transaction still runs, and seals it then', async () => {
    const [db, audit] = [desk.get(Db), desk.get(Audit)];
    let commit: () => void = () => undefined;
    let begun: () => void = () => undefined;
    const first = new Promise<void>((done) => (begun = done));
    const slow = db.as(SYSTEM, async (tx) => {
      await audit.record(tx, SYSTEM, { act: 'note.write', object: 'note', objectId: null });
      begun();
      await new Promise<void>((done) => (commit = done));
    });
    await first;
    await audit.alone(SYSTEM, { act: 'note.write', object: 'note', objectId: null });
    await sealer.seal();
    commit();
    await slow;
    while ((await sealer.seal()) > 0);
    const [row] = await sealed();
    expect(row).toMatchObject({ seals: row?.entries, forks: 0 });
    expect((await verifier.verify()).brokenAt).toBeUndefined();
  });

  it(`T14 by ${WRITERS} at once leaves one chain without a fork, and every entry is in it`, async () => {
    const [db, audit] = [desk.get(Db), desk.get(Audit)];
    let writing = true;
    const writers = range(WRITERS).map(async () => {
      for (const _ of range(EACH)) {
        await db.as(SYSTEM, async (tx) => {
          await audit.record(tx, SYSTEM, { act: 'note.write', object: 'note', objectId: null });
          await sleep(random(8)); // so that commits come in another order than the numbers
        });
      }
    });
    const sealers = range(2).map(async () => {
      while (writing) await sealer.seal();
    });
    await Promise.all(writers);
    writing = false;
    await Promise.all(sealers);
    while ((await sealer.seal()) > 0);
    const [row] = await sealed();
    expect(row?.entries).toBeGreaterThanOrEqual(WRITERS * EACH);
    expect(row).toMatchObject({ seals: row?.entries, forks: 0 });
    expect(await verifier.verify()).toMatchObject({ checked: row?.entries });
    expect((await verifier.verify()).brokenAt).toBeUndefined();
  });
});

describe('T14 reading a name', () => {
  it('T14 leaves one row each, however many read at once', async () => {
    const ruth = await aColleague(desk, 'Ruth Adler');
    const sol = await aColleague(desk, 'Sol Ortega', ['SUP']);
    await sent(desk);
    const [inquiry] = await desk.sql<{ id: string }>('select id from intake.inquiry');
    await ruth.ask('POST', `/api/inquiries/${inquiry?.id}/claim`);
    const readers = range(30).map((index) => (index % 3 ? ruth : sol));
    const names = await Promise.all(readers.map((reader) => reader.ask<{ person: string }>('POST', `/api/inquiries/${inquiry?.id}/reveal`, { reason: 'safety' })));
    expect(names.map(({ person }) => person)).toEqual(readers.map(() => 'Teodora Quill'));
    const rows = await desk.sql<{ actor: string; n: number }>(`select body->>'actor' as actor, count(*)::int as n from audit.entry where body->>'act' = 'identity.reveal' and body->>'reason' = 'safety' and body->>'objectId' = $1 group by 1`, [inquiry?.id]);
    expect(Object.fromEntries(rows.map(({ actor, n }) => [actor, n]))).toEqual({ [ruth.id]: 20, [sol.id]: 10 });
  });
});
