import { aCountyDesk } from '../../../test/a-county-desk.js';
import { type TestDesk } from '../../../test/test-database.js';
import { Verification, VerificationClock, type ListingFacts } from '../../directory/index.js';
import type { Ask } from '../../matching/domain/ask.js';
import type { Families } from '../../matching/domain/families.js';
import { Matching, Vocabulary } from '../../matching/index.js';
import { Clock, Db, SYSTEM, uuidv7 } from '../../platform/index.js';
import { Chance } from './chance.js';

const SEED = 20261124;
const REFERRALS = 300;
const DEAD_SHARE = 0.2;
/** A place that is alive may still not answer once: bad luck, not a ghost. */
const BAD_LUCK = 0.05;
/** One referral a day; every tenth day the ladder is looked at, agencies have answered or not, and the desk has called. */
const ROUND = 10;
const ANSWERS_MAIL = 0.5;
const DAY = 86_400_000;

const chance = new Chance(SEED);
const roll = (): number => chance.next();
const pick = <T>(list: readonly T[]): T => list[Math.floor(roll() * list.length)] as T;

let desk: TestDesk;
let asks: Ask[];
let today = 0;
let families: Families;

beforeAll(async () => {
  desk = await aCountyDesk();
  const begun = Date.now();
  let tick = 0;
  jest.spyOn(desk.get(Clock), 'now').mockImplementation(() => new Date(begun + today * DAY + tick++));
  // The hard case: on paper the dead look as fresh as the living, checked at some day of the last year.
  await desk.sql(`update directory.service set assured_date = now()::date - abs(hashtext(id::text)) % 365, assured_method = 'agency'`);
  await desk.sql(`insert into directory.agency (organization_id, email) select id, 'desk@agency.example.org' from directory.organization where hashtext(id::text) % 2 = 0 on conflict do nothing`);
  const zips = await desk.sql<{ zip: string; lat: number; lon: number; state: string; county: string }>(`select distinct z.zip, z.lat, z.lon, z.state, z.county_before as county from directory.place p join directory.zip z on z.zip = p.zip where z.lat is not null order by 1`);
  const needs = await desk.sql<{ need: string }>(`select distinct jsonb_array_elements_text(facts->'needs') as need from directory.listing where status = 'active' order by 1`);
  families = await desk.get(Vocabulary).families(SYSTEM);
  asks = needs.flatMap(({ need }) => [0, 1].map(() => askFor(need, pick(zips))));
}, 90_000);
afterAll(() => desk.stop());

function askFor(need: string, { zip, lat, lon, state, county }: { zip: string; lat: number; lon: number; state: string; county: string }): Ask {
  const place = { name: zip, point: { lat, lon }, zips: [{ zip, city: '', lat, lon, state, counties: [`${county}, ${state}`] }] };
  return { kinds: [], populations: [], saidAge: null, needs: [need], families, place, age: { from: 25, to: 59 }, language: 'en', languageRequired: false, payment: 'unknown', paymentRequired: false, format: 'either', peer: 'no_preference', veteran: null, lgbtq: null, wheelchair: false, times: [], urgency: null, forOther: false };
}

const listings = async (): Promise<ListingFacts[]> => (await desk.sql<{ facts: ListingFacts }>(`select facts from directory.listing where status = 'active' order by service_id`)).map(({ facts }) => facts);
const first = (count: number, ask: Ask, all: readonly ListingFacts[]): string[] => desk.get(Matching).ranked(ask, all).results.slice(0, count).map(({ listing }) => listing.id);
const everAmong = (count: number, all: readonly ListingFacts[]): Set<string> => new Set(asks.flatMap((ask) => first(count, ask, all)));
const found = (serviceId: string, holds: boolean): Promise<boolean> =>
  desk.get(Db).as(SYSTEM, (tx) => (holds ? desk.get(Verification).holds(tx, { serviceId, field: 'whole', method: 'staff-phone' }) : desk.get(Verification).wrong(tx, uuidv7(), { serviceId, field: 'whole', method: 'referral' })));

/** Who is mailed and lives answers now and then; the desk calls the others, and reaches what is alive. */
async function round(dead: ReadonlySet<string>): Promise<void> {
  await desk.get(VerificationClock).look();
  for (const { id, rung } of await desk.sql<{ id: string; rung: string }>(`select service_id as id, rung from directory.verification where rung not in ('fresh', 'out') order by 1`)) {
    if (rung.startsWith('asked')) {
      if (!dead.has(id) && roll() < ANSWERS_MAIL) await found(id, true);
    } else await found(id, !dead.has(id));
  }
}

it(`of listings that died unseen at least 95 in 100 leave the first three within ${REFERRALS} referrals, and none that is alive is lost`, async () => {
  const begin = await listings();
  const shown = everAmong(3, begin);
  const dead = new Set([...shown].filter(() => roll() < DEAD_SHARE));
  expect(dead.size).toBeGreaterThan(5);
  let failed = 0;
  let helpedLate = 0;
  for (let referral = 1; referral <= REFERRALS; referral++, today++) {
    const to = pick(first(3, pick(asks), await listings()));
    const fails = dead.has(to) || roll() < BAD_LUCK;
    if (fails) await found(to, false);
    failed += fails ? 1 : 0;
    helpedLate += referral > REFERRALS - 100 && !fails ? 1 : 0;
    if (referral % ROUND === 0) await round(dead);
  }
  const last = await listings();
  const left = [...everAmong(3, last)].filter((id) => dead.has(id));
  const out = last.filter(({ rung }) => rung === 'out').map(({ id }) => id);
  console.log(`seed ${SEED}: ${begin.length} listings, ${shown.size} ever in the first three, ${dead.size} of them dead; ${REFERRALS} referrals, ${failed} failed, ${100 - helpedLate} of the last hundred; ${left.length} dead left in a first three, ${out.length} out of offers`);
  expect(left.length / dead.size).toBeLessThanOrEqual(0.05);
  expect(out.filter((id) => !dead.has(id))).toEqual([]);
  // Starved is who fits and is not shown: everyone alive whom the desk showed before is still near the top of some list, and stands under no doubt that was not looked into.
  const near = everAmong(10, last);
  expect([...shown].filter((id) => !dead.has(id) && !near.has(id))).toEqual([]);
}, 180_000);
