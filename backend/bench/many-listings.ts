import type { Client } from 'pg';

const AT_ONCE = 5_000;
const TYPES = ['counseling', 'support-group', 'peer-support', 'psychiatry', 'iop', 'crisis-line', 'case-management', 'group-therapy', 'warmline', 'skills-class'];
const PAYMENTS = ['free', 'medicaid', 'medicare', 'private', 'sliding-scale', 'self-pay'];
const SAID = ['We listen first and make a plan together.', 'No papers are asked for.', 'Evenings and some Saturdays.', 'For people who live nearby, and their families.', 'Groups meet in person and online.'];

/** Numbers that look random and are the same each time. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

interface Zip {
  zip: string;
  city: string;
  county: string | null;
  state: string;
  lat: number;
  lon: number;
}

/**
 * Fills the directory with invented listings over the whole country: two of three stand in a county, one of five serves a state,
 * one of twenty the nation, one of twelve says no area. Written past the triggers: how listings are computed is figure 9's.
 */
export async function manyListings(sql: Client, many: number): Promise<void> {
  const { rows: zips } = await sql.query<Zip>(`select zip, city, county, state, lat, lon from directory.zip where lat is not null and county is not null order by zip`);
  const { rows: needs } = await sql.query<{ code: string }>(`select t.code from directory.taxonomy_term t join directory.taxonomy x on x.id = t.taxonomy_id where x.own and x.code = 'need' and t.retired_in is null order by t.code`);
  const roll = dice(20_261_129);
  const one = <T>(list: readonly T[]): T => list[roll(list.length)] as T;
  const some = <T>(list: readonly T[], most: number): T[] => [...new Set(Array.from({ length: 1 + roll(most) }, () => one(list)))];
  await sql.query(`set session_replication_role = replica`);
  for (let from = 0; from < many; from += AT_ONCE) {
    const rows = Array.from({ length: Math.min(AT_ONCE, many - from) }, (_, at) => {
      const zip = one(zips);
      const kind = roll(60);
      const areas = kind < 5 ? [] : kind < 8 ? [{ type: 'nation', value: 'US' }] : kind < 20 ? [{ type: 'state', value: `US-${zip.state}` }] : [{ type: 'county', value: `${zip.county}, ${zip.state}`, zips: [] }];
      const [serviceTypes, payments] = [some(TYPES, 2), some(PAYMENTS, 3)];
      const place = { zip: zip.zip, lat: zip.lat, lon: zip.lon, city: zip.city, county: `${zip.county}, ${zip.state}`, state: zip.state, wheelchair: one([true, false, null]), hidden: false };
      const name = `${one(SAID).split(' ')[0]} ${serviceTypes[0]} of ${zip.city} ${from + at}`;
      return {
        name,
        words: `${name}. ${some(SAID, 3).join(' ')}`,
        facts: {
          ...{ organizationId: null, organization: `Organization ${(from + at) >> 2}`, name, status: 'active', intake: one([null, null, 'open', 'waitlist']), needs: some(needs, 3).map(({ code }) => code), needsSuggested: [], serviceTypes },
          ...{ populations: roll(4) ? [] : ['adults'], restrictions: [], payments, delivery: [one(['in-person', 'in-person', 'virtual', 'phone'])], features: [], languages: roll(3) ? ['en'] : ['en', 'es'], interpreter: null, minAge: one([null, 18]), maxAge: null },
          ...{ areas, places: [place], evenings: one([true, false, null]), weekend: one([true, false, null]), waitTime: null, capacity: null, assuredDate: one([null, '2026-10-01']), free: payments.includes('free'), peer: serviceTypes.includes('peer-support') },
        },
      };
    });
    await sql.query(
      `with made as (select uuidv7() as id, name, words, facts from jsonb_to_recordset($1::jsonb) as r(name text, words text, facts jsonb)),
         services as (insert into directory.service (id, source, source_id, name, description, status) select id, 'bench', id, name, words, 'active' from made)
       insert into directory.listing (service_id, status, facts, last_modified, changed_in) select id, 'active', facts || jsonb_build_object('id', id), now(), pg_current_xact_id()::text::bigint from made`,
      [JSON.stringify(rows)],
    );
  }
  for (const done of ['set session_replication_role = origin', 'vacuum analyze directory.listing', 'vacuum analyze directory.service']) await sql.query(done);
}

export interface Asked {
  needs: string[];
  zip: string;
  state: string;
  lat: number;
  lon: number;
}

/** Questions that a desk might have: one or two needs, somewhere. */
export async function manyQuestions(sql: Client, many: number): Promise<Asked[]> {
  const { rows } = await sql.query<Asked>(
    `select array(select t.code from directory.taxonomy_term t join directory.taxonomy x on x.id = t.taxonomy_id where x.own and x.code = 'need' and t.retired_in is null order by md5(t.code || z.zip) limit 1 + length(z.city) % 2) as needs, z.zip, z.state, z.lat, z.lon
     from directory.zip z where z.lat is not null and z.county is not null order by md5(z.zip) limit $1`,
    [many],
  );
  return rows;
}
