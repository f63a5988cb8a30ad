import { Client } from 'pg';
import { testDatabase, type TestDatabase } from '../../test/test-database.js';
import { END_REASONS } from '../intake/domain/need-end.js';
import { DESK_ROLE } from '../platform/index.js';
import { roleUrl } from '../platform/database/data-source.js';
import { hasEnded, isLive, mayFollow, NEXT, STATES } from './domain/states.js';

let database: TestDatabase;
let desk: Client;
beforeAll(async () => {
  database = await testDatabase();
  desk = new Client({ connectionString: roleUrl(database.url, DESK_ROLE) });
  await desk.connect();
  await database.sql(`
    insert into people.account (id, email, name, roles) values ('00000000-0000-7000-8000-00000000000a', 'ruth@example.org', 'Ruth Adler', '{SPE}');
    insert into directory.organization (id, source, source_id, name, description) select ('00000000-0000-7000-8000-0000000001' || lpad(n::text, 2, '0'))::uuid, 't', n::text, 'Agency ' || n, '' from generate_series(1, 3) n;
    insert into directory.service (id, source, source_id, organization_id, name, description, status) select ('00000000-0000-7000-8000-0000000002' || lpad(n::text, 2, '0'))::uuid, 't', n::text, ('00000000-0000-7000-8000-0000000001' || lpad(n::text, 2, '0'))::uuid, 'Service ' || n, '', 'active' from generate_series(1, 3) n;
    insert into intake.inquiry (id, reference, code_hash, priority, safety, asker, language, channel, status, assignee) select ('00000000-0000-7000-8000-0000000003' || lpad(n::text, 2, '0'))::uuid, 'T-' || n, '\\x', 2, 'yes', 'self', 'en', 'self', 'claimed', '00000000-0000-7000-8000-00000000000a' from generate_series(1, 12) n;
    insert into intake.need (id, inquiry_id, topic, position) select uuidv7(), i.id, t.topic, t.position from intake.inquiry i, (values ('worry', 1), ('lonely', 2)) t (topic, position);
    insert into referrals.offer (id, inquiry_id, need_id, offered_by, body) select uuidv7(), n.inquiry_id, n.id, '00000000-0000-7000-8000-00000000000a', '\\x' from intake.need n;
    insert into referrals.option (id, offer_id, inquiry_id, need_id, service_id, rank, body) select uuidv7(), o.id, o.inquiry_id, o.need_id, s.id, row_number() over (partition by o.id order by s.id), '\\x' from referrals.offer o, directory.service s;
    insert into referrals.consent (id, inquiry_id, agency_id, service_id, fields, wording, language, signature, preview_hash, recorded_by, expires_at)
      select uuidv7(), i.id, s.organization_id, s.id, '{name}', 'share-en-1', 'en', 'spoken', '\\x', '00000000-0000-7000-8000-00000000000a', now() + interval '90 days' from intake.inquiry i, directory.service s;`);
}, 180_000);
afterAll(async () => {
  await desk?.end();
  await database?.drop();
});

/** Whoever tries, in whatever order: never one of these. */
const BROKEN = `
select 'a closed request with a need that goes on' as fault from intake.inquiry i join intake.need n on n.inquiry_id = i.id where i.status = 'closed' and n.closed_at is null
union all select 'an ended need without outcome, reason and who' from intake.need where (status in ('met', 'partly-met', 'unmet', 'withdrawn')) <> (end_reason is not null and ended_by is not null and closed_at is not null)
union all select 'an ended need whose agency is still asked' from intake.need n join referrals.referral r on r.need_id = n.id where n.closed_at is not null and r.state in ('sent', 'needs-info', 'accepted', 'waitlisted')
union all select 'an ended referral without its reason' from referrals.referral where state in ('declined', 'stopped', 'withdrawn', 'recalled', 'expired') and reason is null`;

type Try = [name: string, sql: string, values: unknown[]];
const pick = <T>(list: readonly T[]): T => list[Math.floor(Math.random() * list.length)] as T;
const OUTCOMES = Object.keys(END_REASONS);
const REASONS = Object.values(END_REASONS).flat();
const RUTH = '00000000-0000-7000-8000-00000000000a';
const SOME_NEED = '(select id from intake.need order by random() limit 1)';
const SOME_REFERRAL = '(select id from referrals.referral order by ended_at is not null, random() limit 1)';

/** Steps of people who do right, who do wrong, and who go around the product. */
const STEPS: readonly (() => Try)[] = [
  () => ['end a need', `update intake.need set status = $1, end_reason = $2, ended_by = $3, ended_by_account = $4, closed_at = now() where id = ${SOME_NEED}`, ((who) => [pick(OUTCOMES), pick(REASONS), who, who === 'specialist' ? RUTH : null])(pick(['specialist', 'person']))],
  () => ['end a need rightly', `update intake.need set status = 'unmet', end_reason = 'none-in-area', ended_by = 'person', closed_at = now() where id = (select id from intake.need where closed_at is null order by random() limit 1)`, []],
  () => ['end a need without a word', `update intake.need set status = $1 where id = ${SOME_NEED}`, [pick(OUTCOMES)]],
  () => ['end a need without who', `update intake.need set status = 'met', end_reason = 'served', closed_at = now() where id = ${SOME_NEED}`, []],
  () => ['open a need again', `update intake.need set status = 'open', end_reason = null, ended_by = null, ended_by_account = null, closed_at = null where id = ${SOME_NEED}`, []],
  () => ['take the reason away', `update intake.need set end_reason = null where id = ${SOME_NEED}`, []],
  ...Array.from({ length: 3 }, () => (): Try => ['end all needs of a request', `update intake.need set status = 'withdrawn', end_reason = 'no-longer-wanted', ended_by = 'person', closed_at = now() where closed_at is null and inquiry_id = (select id from intake.inquiry order by random() limit 1)`, []]),
  ...Array.from({ length: 3 }, () => (): Try => ['close a request whose needs ended', `update intake.inquiry set status = 'closed' where id = (select i.id from intake.inquiry i where i.status <> 'closed' and not exists (select from intake.need n where n.inquiry_id = i.id and n.closed_at is null) order by random() limit 1)`, []]),
  () => ['close a request', `update intake.inquiry set status = 'closed' where id = (select id from intake.inquiry order by random() limit 1)`, []],
  ...Array.from({ length: 3 }, () => (): Try => ['open a request again', `update intake.inquiry set status = 'claimed' where id = (select id from intake.inquiry where status = 'closed' order by random() limit 1)`, []]),
  ...Array.from({ length: 3 }, () => (): Try => ['open an ended need again', `update intake.need set status = 'open', end_reason = null, ended_by = null, ended_by_account = null, closed_at = null where id = (select id from intake.need where closed_at is not null order by random() limit 1)`, []]),
  () => ['add a need', `insert into intake.need (id, inquiry_id, topic, position) select uuidv7(), i.id, $1, 9 from intake.inquiry i order by random() limit 1`, [pick(['grief', 'abuse', 'new-baby'])]],
  () => ['add a need that ended', `insert into intake.need (id, inquiry_id, topic, position, status) select uuidv7(), i.id, 'child-teen', 9, 'met' from intake.inquiry i order by random() limit 1`, []],
  ...Array.from({ length: 6 }, () => (): Try => [
      'refer',
      `insert into referrals.referral (id, inquiry_id, need_id, option_id, service_id, agency_id, consent_id, way, state, answer_by)
       select uuidv7(), o.inquiry_id, o.need_id, o.id, o.service_id, c.agency_id, case when $1 = 'self' then null else c.id end, $1, $2, case when $1 = 'self' then null else now() end
       from referrals.option o join referrals.consent c on c.inquiry_id = o.inquiry_id and c.service_id = o.service_id order by random() limit 1`,
      ((way) => [way, way === 'self' ? 'self-contact' : pick(['sent', 'sent', 'sent', 'accepted'])])(pick(['self', 'link', 'phone'])),
    ]),
  ...Array.from({ length: 6 }, () => (): Try => {
    const before = pick(STATES.filter((state) => !hasEnded(state)));
    const to = pick(NEXT[before]);
    const reason = ['declined', 'stopped', 'withdrawn', 'recalled', 'expired'].includes(to) ? 'other' : null;
    return ['move a referral on', `update referrals.referral set state = $1, reason = $2, ended_at = case when $3 then now() end where id = (select id from referrals.referral where state = $4 order by random() limit 1)`, [to, reason, hasEnded(to), before]];
  }),
  ...Array.from({ length: 2 }, () => (): Try => {
    const to = pick(STATES);
    const reason = ['declined', 'stopped', 'withdrawn', 'recalled', 'expired'].includes(to) || Math.random() < 0.05 ? 'other' : null;
    return ['move a referral', `update referrals.referral set state = $1, reason = $2, ended_at = case when $3 then now() end where id = ${SOME_REFERRAL}`, [to, reason, hasEnded(to)]];
  }),
];

describe('nothing ends as a dead end, and the database keeps it so', () => {
  it('10,000 random steps on five connections at once, right and wrong ones: no state that must not be', async () => {
    const tally = { done: 0, refused: 0, changed: 0 };
    const names = new Map<string, [done: number, refused: number]>();
    const lanes = await Promise.all(Array.from({ length: 5 }, async () => {
      const client = new Client({ connectionString: roleUrl(database.url, DESK_ROLE) });
      await client.connect();
      return client;
    }));
    let left = 10_000;
    let closed = 0;
    await Promise.all(lanes.map(async (client) => {
      while (left-- > 0) {
        const [name, sql, values] = pick(STEPS)();
        const at = names.get(name) ?? [0, 0];
        names.set(name, at);
        await client.query(sql, values).then(({ rowCount }) => (at[0]++, tally.done++, (tally.changed += rowCount ?? 0), name.startsWith('close') && (closed += rowCount ?? 0)), (error: { code?: string }) => {
          if (!['23514', '23505', '40P01'].includes(error.code ?? '')) throw error;
          at[1]++;
          tally.refused++;
        });
        if (left % 100 === 0) expect((await client.query(BROKEN)).rows).toEqual([]);
      }
    }));
    for (const client of lanes) await client.end();
    console.log(`${JSON.stringify(tally)} ${[...names].map(([name, [done, no]]) => `${name}: ${done}/${no}`).join(', ')}`);
    expect((await desk.query(BROKEN)).rows).toEqual([]);
    for (const name of ['end a need without a word', 'end a need without who', 'add a need that ended']) expect(names.get(name)?.[1]).toBeGreaterThan(0);
    for (const name of ['end a need rightly', 'end all needs of a request', 'refer', 'move a referral', 'open an ended need again', 'move a referral on']) expect(names.get(name)?.[0]).toBeGreaterThan(0);
    expect(closed).toBeGreaterThan(20);
    const { rows: [moved] } = await desk.query<{ states: number }>('select count(distinct state)::int as states from referrals.referral');
    expect(moved?.states).toBeGreaterThanOrEqual(6); // every end was reached
  }, 120_000);

  it('the database follows the same edges as domain/states.ts, all pairs', async () => {
    const pairs = STATES.flatMap((before) => STATES.map((after) => ({ before, after })));
    const { rows } = await desk.query<{ before: string; after: string; may: boolean; live: boolean }>(
      'select before, after, referrals.may_follow(before, after) as may, referrals.is_live(after) as live from unnest($1::text[], $2::text[]) as p (before, after)',
      [pairs.map(({ before }) => before), pairs.map(({ after }) => after)],
    );
    expect(rows).toEqual(pairs.map(({ before, after }) => ({ before, after, may: mayFollow(before, after), live: isLive(after) })));
  });

  it('the database allows the same reasons for each outcome as domain/need-end.ts', async () => {
    const { rows: [need] } = await desk.query<{ id: string }>('select n.id from intake.need n where not exists (select from referrals.referral r where r.need_id = n.id and r.ended_at is null) limit 1');
    for (const outcome of OUTCOMES) {
      for (const reason of new Set(REASONS)) {
        await desk.query('begin');
        const done = await desk.query(`update intake.need set status = $2, end_reason = $3, ended_by = 'person', ended_by_account = null, closed_at = now() where id = $1`, [need?.id, outcome, reason]).then(() => true, () => false);
        await desk.query('rollback');
        expect([outcome, reason, done]).toEqual([outcome, reason, (END_REASONS[outcome as keyof typeof END_REASONS] as readonly string[]).includes(reason)]);
      }
    }
  });
});
