import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { aCountyDesk } from '../../../../test/a-county-desk.js';
import { faultsOf, official, SHARED, withSchemas } from '../../../../test/hsds-official.js';
import { type TestDesk } from '../../../../test/test-database.js';
import { readShape } from '../../../directory/index.js';
import { Db, uuidv7 } from '../../../platform/index.js';
import { HsdsImport } from '../hsds-import.service.js';
import { LISTS, type ListName } from './domain/parameters.js';

const MIAMI = join(SHARED, 'data/miami-open211-2019');
const withMiami = existsSync(MIAMI) ? withSchemas : describe.skip;
const NAMES = Object.keys(LISTS) as ListName[];

interface Item {
  id: string;
  name: string;
  [member: string]: unknown;
}
interface Page {
  total_items: number;
  total_pages: number;
  page_number: number;
  size: number;
  first_page: boolean;
  last_page: boolean;
  empty: boolean;
  contents: Item[];
}

let desk: TestDesk;
beforeAll(async () => {
  desk = await aCountyDesk();
}, 180_000);
afterAll(() => desk.stop());

const ask = (path: string) => desk.app.inject({ method: 'GET', url: `/hsds${path}` });
const read = async <T = Page>(path: string): Promise<T> => {
  const answer = await ask(path);
  if (answer.statusCode !== 200) throw new Error(`${path}: ${answer.statusCode} ${answer.body.slice(0, 300)}`);
  return answer.json<T>();
};
const one = (path: string) => read<Item>(path);
const idsOf = ({ contents }: Page) => contents.map(({ id }) => id);
const sqlIds = async (query: string, values: unknown[] = []) => (await desk.sql<{ id: string }>(query, values)).map(({ id }) => id).sort();
async function walk(path: string, most = Infinity): Promise<Page[]> {
  const pages: Page[] = [];
  do pages.push(await read(`${path}${path.includes('?') ? '&' : '?'}page=${pages.length + 1}`));
  while (!pages.at(-1)?.last_page && pages.length < most);
  return pages;
}

withSchemas('every answer validates against the official schemas', () => {
  const counts = { services: 'directory.service', organizations: 'directory.organization', service_at_locations: 'directory.service_at_location', taxonomies: 'directory.taxonomy', taxonomy_terms: 'directory.taxonomy_term' };

  it('a schema sees what is wrong', () => {
    const { services, organizations, service_at_locations: placements } = official();
    const id = uuidv7();
    expect(faultsOf(services.one, { id, name: 'x', status: 'active', url: null })).toEqual(['/url must be string']);
    expect(faultsOf(services.one, { id: '7', name: 'x', status: 'open', phones: [{ id, number: '1', extension: '012' }] })).toHaveLength(3);
    expect(faultsOf(organizations.one, { id, name: 'x', description: 'x', services: [{ id }] })).toHaveLength(2);
    expect(faultsOf(placements.one, { id, service: { id, name: 'x' }, location: { id } })).toHaveLength(2);
    expect(faultsOf(services.item, { id, name: 'x', status: 'active', url: 'www.example.org', organization: { id } })).toHaveLength(3);
  });

  it.each(NAMES)('%s: each page of the list, short and full, and each object', async (list) => {
    const check = official()[list];
    const findings: string[] = [];
    const look = (what: string, faults: string[], text: unknown) => findings.push(...faults.map((fault) => `${what}${fault}`), ...(JSON.stringify(text).includes(':null') ? [`${what} has a null`] : []));
    const pages = await walk(`/${list}?per_page=40`);
    const all = pages.flatMap(({ contents }) => contents);
    expect(all.length).toBe(Number((await desk.sql<{ n: string }>(`select count(*) as n from ${counts[list]}`))[0]?.n));
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    for (const item of all) look(`item ${item.id}`, faultsOf(check.item, item), item);
    if (LISTS[list].includes('full')) {
      const full = (await walk(`/${list}?per_page=500&full=true`)).flatMap(({ contents }) => contents);
      expect(full.map(({ id }) => id)).toEqual(all.map(({ id }) => id));
      for (const item of full) look(`full ${item.id}`, faultsOf(check.one, item), item);
    }
    for (const { id } of all) {
      const object = await one(`/${list}/${id}`);
      expect(object.id).toBe(id);
      look(`one ${id}`, faultsOf(check.one, object), object);
    }
    expect(findings).toEqual([]);
  }, 120_000);

  it('values that the standard cannot carry are left out or put where they can stand', async () => {
    const [row] = await desk.sql<{ id: string; phone: string; organization: string }>('select s.id, f.id as phone, s.organization_id as organization from directory.service s join directory.phone f on f.service_id = s.id order by s.name, s.id limit 1');
    const { id, phone, organization } = row ?? { id: '', phone: '', organization: '' };
    await desk.sql(`update directory.service set url = 'www.example.org', email = 'write to us' where id = $1`, [id]);
    await desk.sql(`update directory.organization set website = 'https://exämple.org/a b', email = null where id = $1`, [organization]);
    await desk.sql(`update directory.phone set extension = '012', description = 'Front desk' where id = $1`, [phone]);
    const service = await one(`/services/${id}`);
    expect(faultsOf(official().services.one, service)).toEqual([]);
    expect(service).not.toHaveProperty('url');
    expect(service).not.toHaveProperty('email');
    expect(service['organization']).not.toHaveProperty('website');
    expect(service['phones']).toMatchObject([{ description: 'Front desk. Extension 012' }]);
    await desk.sql(`update directory.phone set extension = '12', description = null where id = $1`, [phone]);
    expect((await one(`/services/${id}`))['phones']).toMatchObject([{ extension: 12 }]);
    await desk.sql(`update directory.service set url = 'https://example.org/a?b=c%20d#e' where id = $1`, [id]);
    expect((await one(`/services/${id}`))['url']).toBe('https://example.org/a?b=c%20d#e');
  });
});

describe('about itself', () => {
  it('says version, profile, contract and publisher, and both addresses answer', async () => {
    const about = await read<{ profile: string; openapi_url: string }>('');
    expect(about).toMatchObject({ version: '3.2.3', profile: 'http://localhost:3000/hsds/profile', openapi_url: 'http://localhost:3000/hsds/openapi.json', publisher: { name: 'Referral Desk', website: 'http://localhost:3000/' } });
    const { endpoints } = await read<{ endpoints: string[] }>('/profile');
    const { paths, openapi } = await read<{ openapi: string; paths: object }>('/openapi.json');
    expect(openapi).toBe('3.1.0');
    expect(endpoints).toEqual(Object.keys(paths));
    const ids: Record<string, string> = Object.fromEntries(await Promise.all(NAMES.map(async (list) => [list, idsOf(await read(`/${list}?per_page=1`))[0] ?? ''])));
    for (const path of endpoints) expect((await ask(path.replace(/^\/$/, '').replace('{id}', ids[path.split('/')[1] ?? ''] ?? ''))).statusCode).toBe(200);
  });

  it.each(['', '/profile', '/openapi.json', '/services', '/services?page=0', '/services/nothing'])('GET /hsds%s is open to every site and asks nobody who they are', async (path) => {
    const { headers } = await ask(path);
    expect(headers).toMatchObject({ 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin', 'content-type': expect.stringMatching(/json/) });
    expect(headers['set-cookie']).toBeUndefined();
  });
});

describe('who has an answer already', () => {
  const again = (path: string, mark: string) => desk.app.inject({ method: 'GET', url: `/hsds${path}`, headers: { 'if-none-match': mark } });

  it.each(NAMES)('%s: is not sent it again until something moves', async (list) => {
    const [first] = (await read(`/${list}?per_page=1`)).contents;
    for (const path of [`/${list}?per_page=3`, `/${list}/${first?.id}`]) {
      const { headers, body } = await ask(path);
      const mark = String(headers['etag']);
      expect(headers['cache-control']).toBe('public, no-cache');
      for (const written of [mark, mark.replace('W/', ''), `"other", ${mark}`, '*']) {
        const answer = await again(path, written);
        expect([answer.statusCode, answer.body, answer.headers['etag']]).toEqual([304, '', mark]);
      }
      const other = await again(path, '"other"');
      expect([other.statusCode, other.body]).toEqual([200, body]);
    }
  });

  it('is sent it when a part moved', async () => {
    const [row] = await desk.sql<{ id: string; phone: string }>('select s.id, f.id as phone from directory.service s join directory.phone f on f.service_id = s.id order by s.id limit 1');
    const mark = String((await ask(`/services/${row?.id}`)).headers['etag']);
    await desk.sql(`update directory.phone set description = 'Ring twice' where id = $1`, [row?.phone]);
    expect((await again(`/services/${row?.id}`, mark)).statusCode).toBe(200);
  });

  it('a refusal has no mark', async () => {
    expect((await again('/services?page=0', '*')).statusCode).toBe(400);
    expect((await ask('/services/none')).headers['etag']).toBeUndefined();
  });
});

withSchemas('the profile', () => {
  it('is patches of the official schemas, and every service keeps to it', async () => {
    const { changes_to_the_standard: changes } = await read<{ changes_to_the_standard: Record<string, string> }>('/profile');
    const patches = Object.fromEntries(await Promise.all(Object.entries(changes).map(async ([file, url]) => [file, await read<object>(url.replace('http://localhost:3000/hsds', ''))] as const)));
    expect(Object.keys(patches)).toEqual(expect.arrayContaining(['service.json', 'taxonomy.json', 'taxonomy_term.json']));
    const { services } = official(patches);
    expect(faultsOf(services.one, { id: uuidv7(), name: 'x', status: 'active' })).toHaveLength(2); // the profile asks for more
    const all = (await walk('/services?per_page=500&full=true')).flatMap(({ contents }) => contents);
    expect(all.flatMap((item) => faultsOf(services.one, item))).toEqual([]);
    expect((await ask('/profile/phone.json')).statusCode).toBe(404);
    expect((await ask('/profile/constructor')).statusCode).toBe(404);
  });
});

describe('pages', () => {
  const total = 10; // taxonomies of the product's own vocabulary
  it.each([
    ['per_page=4', { total_pages: 3, page_number: 1, size: 4, first_page: true, last_page: false, empty: false }],
    ['per_page=4&page=2', { total_pages: 3, page_number: 2, size: 4, first_page: false, last_page: false, empty: false }],
    ['per_page=4&page=3', { total_pages: 3, page_number: 3, size: 2, first_page: false, last_page: true, empty: false }],
    ['per_page=5&page=2', { total_pages: 2, page_number: 2, size: 5, first_page: false, last_page: true, empty: false }],
    ['per_page=4&page=9', { total_pages: 3, page_number: 9, size: 0, first_page: false, last_page: true, empty: true }],
    ['per_page=1', { total_pages: 10, page_number: 1, size: 1, first_page: true, last_page: false, empty: false }],
    ['', { total_pages: 1, page_number: 1, size: 10, first_page: true, last_page: true, empty: false }],
  ])('of %s', async (query, expected) => {
    const { contents, ...page } = await read(`/taxonomies?${query}`);
    expect(page).toEqual({ total_items: total, ...expected });
    expect(contents).toHaveLength(expected.size);
  });

  it('of a list with nothing in it', async () => {
    expect(await read('/services?search=thereisnosuchword')).toEqual({ total_items: 0, total_pages: 0, page_number: 1, size: 0, first_page: true, last_page: true, empty: true, contents: [] });
  });

  it('are in the order of name and id, and never larger than 500', async () => {
    const { contents } = await read('/taxonomy_terms?per_page=9999');
    expect(contents.length).toBeLessThanOrEqual(500);
    expect(idsOf({ contents } as Page)).toEqual((await desk.sql<{ id: string }>('select id from directory.taxonomy_term order by name, id')).map(({ id }) => id).slice(0, 500));
    await desk.sql(`insert into directory.organization (id, source, source_id, name, description) select gen_random_uuid(), 'many', n::text, 'Many ' || n, 'x' from generate_series(1, 600) n`);
    expect(await read('/organizations?per_page=100000')).toMatchObject({ size: 500, last_page: false });
    await desk.sql(`delete from directory.organization where source = 'many'`);
  });

  it('ndjson sends everything, one object a line, in the same order', async () => {
    const answer = await ask('/services?format=ndjson&full=true&page=3&per_page=2');
    expect(answer.headers['content-type']).toBe('application/x-ndjson; charset=utf-8');
    const lines = answer.body.trimEnd().split('\n').map((line) => JSON.parse(line) as Item);
    expect(lines).toEqual((await walk('/services?full=true&per_page=500')).flatMap(({ contents }) => contents));
    expect(lines.length).toBeGreaterThan(200); // more than one part
    expect((await ask('/services?format=ndjson&search=thereisnosuchword')).body).toBe('');
  });
});

describe('parameters', () => {
  const confirmed = 'not a.suggested and not a.rejected';
  let term: { id: string; taxonomy: string; organization: string };
  beforeAll(async () => {
    const [row] = await desk.sql<{ id: string; taxonomy: string; organization: string }>(`select t.id, t.taxonomy_id as taxonomy, min(s.organization_id::text) as organization from directory.attribute a join directory.taxonomy_term t on t.id = a.taxonomy_term_id join directory.taxonomy x on x.id = t.taxonomy_id join directory.service s on s.id = a.service_id where x.code = 'need' and ${confirmed} group by t.id order by count(*) desc limit 1`);
    term = row ?? { id: '', taxonomy: '', organization: '' };
  });
  const same = async (path: string, query: string, values: unknown[] = []) => {
    const expected = await sqlIds(query, values);
    expect(expected.length).toBeGreaterThan(0);
    expect(idsOf(await read(`${path}&per_page=500`)).sort()).toEqual(expected);
    return expected.length;
  };

  it('a term or a taxonomy finds services, organizations and places that have it, confirmed', async () => {
    const having = `exists (select from directory.attribute a where a.service_id = s.id and ${confirmed} and a.taxonomy_term_id = $1)`;
    await same(`/services?taxonomy_term_id=${term.id}`, `select id from directory.service s where ${having}`, [term.id]);
    await same(`/organizations?taxonomy_term_id=${term.id}`, `select distinct organization_id as id from directory.service s where ${having}`, [term.id]);
    await same(`/service_at_locations?taxonomy_term_id=${term.id}`, `select sl.id from directory.service_at_location sl join directory.service s on s.id = sl.service_id where ${having}`, [term.id]);
    const any = `exists (select from directory.attribute a join directory.taxonomy_term t on t.id = a.taxonomy_term_id where a.service_id = s.id and ${confirmed} and t.taxonomy_id = $1)`;
    await same(`/services?taxonomy_id=${term.taxonomy}`, `select id from directory.service s where ${any}`, [term.taxonomy]);
    await same(`/organizations?taxonomy_id=${term.taxonomy}`, `select distinct organization_id as id from directory.service s where ${any}`, [term.taxonomy]);
    await same(`/taxonomy_terms?taxonomy_id=${term.taxonomy}`, 'select id from directory.taxonomy_term where taxonomy_id = $1', [term.taxonomy]);
    expect(await read(`/services?taxonomy_term_id=${uuidv7()}`)).toMatchObject({ empty: true });
  });

  it('parameters hold together', async () => {
    const one = await same(`/services?organization_id=${term.organization}`, 'select id from directory.service where organization_id = $1', [term.organization]);
    const both = await same(`/services?organization_id=${term.organization}&taxonomy_term_id=${term.id}`, `select s.id from directory.service s join directory.attribute a on a.service_id = s.id where ${confirmed} and s.organization_id = $1 and a.taxonomy_term_id = $2`, [term.organization, term.id]);
    const word = (await desk.sql<{ word: string }>(`select split_part(name, ' ', 1) as word from directory.service where organization_id = $1 order by name limit 1`, [term.organization]))[0]?.word ?? '';
    const found = await read(`/services?organization_id=${term.organization}&search=${word}`);
    expect(both).toBeLessThanOrEqual(one);
    expect(found.total_items).toBeGreaterThan(0);
    expect(found.contents.every((item) => item['organization_id'] === term.organization)).toBe(true);
    expect(await read(`/services?organization_id=${term.organization}&modified_after=2999-01-01`)).toMatchObject({ empty: true });
    await same(`/service_at_locations?organization_id=${term.organization}`, 'select sl.id from directory.service_at_location sl join directory.service s on s.id = sl.service_id where s.organization_id = $1', [term.organization]);
  });

  it('search wants all words, takes % as a letter, and minds no case', async () => {
    const [row] = await desk.sql<{ id: string; name: string }>('select id, name from directory.service order by id limit 1');
    const found = await read(`/services?search=${encodeURIComponent(String(row?.name).toUpperCase())}`);
    expect(idsOf(found)).toContain(row?.id);
    expect(await read('/services?search=%25')).toMatchObject({ empty: true });
    expect(await read(`/services?search=${encodeURIComponent(`${row?.name} thereisnosuchword`)}`)).toMatchObject({ empty: true });
  });

  it('modified_after tells a service whose part changed, and its places', async () => {
    const [before] = await desk.sql<{ now: string }>(`select to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as now`);
    const list = (name: string) => `/${name}?modified_after=${before?.now}`;
    expect(await read(list('services'))).toMatchObject({ empty: true });
    const [row] = await desk.sql<{ service: string; placement: string }>(`select sl.service_id as service, sl.id as placement from directory.service_at_location sl join directory.phone f on f.service_id = sl.service_id order by sl.id limit 1`);
    await desk.sql(`update directory.phone set description = 'Ask for the front desk' where service_id = $1`, [row?.service]);
    const found = await read(list('services'));
    expect(idsOf(found)).toEqual([row?.service]);
    expect(idsOf(await read(list('service_at_locations')))).toContain(row?.placement);
    const again = `/services?modified_after=${String(found.contents[0]?.['last_modified'])}`; // as it was read, with its plus sign: on or after
    expect(idsOf(await read(again))).toEqual([row?.service]);
  });

  it('minimal is id and date of all, on one page', async () => {
    const { contents, total_pages: pages } = await read('/services?minimal=true');
    expect(pages).toBe(1);
    expect(contents.length).toBe(await desk.sql('select id from directory.service').then((rows) => rows.length));
    expect(contents.every((item) => Object.keys(item).join() === 'id,last_modified')).toBe(true);
  });

  it('full_service nests whole services, in the list and in one; otherwise they come with their own members', async () => {
    const short = await one(`/organizations/${term.organization}`);
    const whole = await one(`/organizations/${term.organization}?full_service=true`);
    const [service] = whole['services'] as Item[];
    expect((short['services'] as Item[]).map(({ id }) => id)).toEqual((whole['services'] as Item[]).map(({ id }) => id));
    expect(short['services']).not.toContainEqual(expect.objectContaining({ phones: expect.anything() }));
    const { organization: _, ...alone } = await one(`/services/${service?.id}`);
    expect(service).toEqual(alone);
    const listed = (await walk('/organizations?full_service=true&per_page=500')).flatMap(({ contents }) => contents).find(({ id }) => id === term.organization);
    expect(listed).toEqual(whole);
    expect(await read('/organizations?full_service=false&full=false&per_page=1')).toEqual(await read('/organizations?per_page=1'));
  });

  it('postcode asks the service areas, and keeps services that name none', async () => {
    const area = `(not exists (select from directory.service_area a where a.service_id = sl.service_id) or exists (select from directory.service_area a where a.service_id = sl.service_id and (a.type = 'nation' or a.value in ('US-CT', 'Fairfield, CT', 'Western Connecticut, CT') or '06854' = any(a.zips))))`;
    const norwalk = await same('/service_at_locations?postcode=06854', `select sl.id from directory.service_at_location sl where ${area}`);
    const { total_items: seattle } = await read('/service_at_locations?postcode=98101');
    const { total_items: all } = await read('/service_at_locations');
    expect(seattle).toBeLessThan(norwalk);
    expect(norwalk).toBeLessThanOrEqual(all);
  });

  it('postcode leaves out only what is known not to serve it: not words, not a border that is near', async () => {
    const [row] = await desk.sql<{ id: string; placement: string }>(`select a.id, sl.id as placement from directory.service_area a join directory.service_at_location sl on sl.service_id = a.service_id where a.type = 'state' limit 1`);
    const found = async (zip: string): Promise<boolean> => idsOf(await read(`/service_at_locations?postcode=${zip}&per_page=500`)).includes(row?.placement ?? '');
    const drawn = (south: number) => JSON.stringify(readShape(JSON.stringify({ type: 'Polygon', coordinates: [[[-73.6, south], [-73.2, south], [-73.2, 41.3], [-73.6, 41.3], [-73.6, south]]] })));
    expect([await found('06854'), await found('98101')]).toEqual([true, false]);
    await desk.sql(`update directory.service_area set type = null, value = null where id = $1`, [row?.id]);
    expect([await found('06854'), await found('98101')]).toEqual([true, true]);
    await desk.sql(`update directory.service_area set type = 'shape', shape = $2 where id = $1`, [row?.id, drawn(41)]);
    expect([await found('06854'), await found('98101')]).toEqual([true, false]);
    await desk.sql(`update directory.service_area set shape = $2 where id = $1`, [row?.id, drawn(41.12)]); // the middle of 06854 lies two miles south of it
    expect([await found('06854'), await found('98101')]).toEqual([true, false]);
    await desk.sql(`update directory.service_area set shape = $2 where id = $1`, [row?.id, drawn(41.25)]);
    expect([await found('06854'), await found('98101')]).toEqual([false, false]);
    await desk.sql(`update directory.service_area set type = 'state', value = 'US-CT', shape = null where id = $1`, [row?.id]);
  });

  it('proximity is metres from the centroid of the ZIP code, and leaves out only what is known to be farther', async () => {
    const at = (metres: number, zip = '06854'): Promise<Page> => read(`/service_at_locations?postcode=${zip}&proximity=${metres}&full=true&per_page=500`);
    const [near, far, everywhere] = [await at(100), await at(12_000), await at(20_000_000)];
    const stays = new Set(await sqlIds(`select sl.id from directory.service_at_location sl join directory.location l on l.id = sl.location_id where l.confidentiality <> 'open' or l.location_type = 'virtual'
      or exists (select from directory.attribute a join directory.taxonomy_term t on t.id = a.taxonomy_term_id where a.service_id = sl.service_id and not a.rejected and t.code in ('virtual', 'phone'))`));
    const gone = (page: Page): Page['contents'] => page.contents.filter(({ id }) => !stays.has(id));
    const zips = (page: Page) => new Set(gone(page).flatMap((item) => ((item['location'] as { addresses?: { postal_code: string }[] }).addresses ?? []).map(({ postal_code: zip }) => zip)));
    expect(gone(near).length).toBeGreaterThan(0);
    expect(gone(far).length).toBeGreaterThan(gone(near).length);
    expect(gone(everywhere).length).toBeGreaterThan(gone(far).length);
    expect([...zips(near)]).toEqual(['06854']);
    expect([...zips(far)]).not.toContain('06604'); // Bridgeport, 22 km away
    const remote = near.contents.filter(({ id }) => stays.has(id));
    expect(remote.length).toBeGreaterThan(10);
    expect(everywhere.contents.filter(({ id }) => stays.has(id)).length).toBe(remote.length); // help by phone is as near at 100 metres as at 20,000 km
    expect(gone(await at(20_000_000, '99999'))).toEqual([]); // nobody knows where that is
  });

  it('top_only and parent_id walk a taxonomy', async () => {
    const [parent, child] = await desk.sql<{ id: string }>('select id from directory.taxonomy_term where taxonomy_id = $1 order by position limit 2', [term.taxonomy]);
    await desk.sql('update directory.taxonomy_term set parent_id = $1 where id = $2', [parent?.id, child?.id]);
    expect(idsOf(await read(`/taxonomy_terms?parent_id=${parent?.id}`))).toEqual([child?.id]);
    expect(idsOf(await read(`/taxonomy_terms?taxonomy_id=${term.taxonomy}&top_only=true&per_page=500`))).not.toContain(child?.id);
    expect(idsOf(await read(`/taxonomy_terms?taxonomy_id=${term.taxonomy}&per_page=500`))).toContain(child?.id);
    await desk.sql('update directory.taxonomy_term set parent_id = null where id = $1', [child?.id]);
  });

  it.each([
    ['/services?page=0', 'page'], ['/services?per_page=many', 'per_page'], ['/services?full=perhaps', 'full'], ['/services?taxonomy_id=7', 'taxonomy_id'], ['/services?modified_after=soon', 'modified_after'],
    ['/service_at_locations?proximity=500', 'proximity'], ['/service_at_locations?postcode=1', 'postcode'], ['/organizations?modified_after=2026-01-01', 'modified_after'], ['/taxonomies?nonsense=1', 'nonsense'],
    ['/services?page=1&page=2', 'page'], ['/services/00000000-0000-4000-8000-000000000000?full=true', 'full'],
  ])('GET /hsds%s is 400 and names %s', async (path, field) => {
    const answer = await ask(path);
    expect(answer.statusCode).toBe(400);
    expect(answer.headers['content-type']).toMatch('application/problem+json');
    expect(answer.json()).toMatchObject({ code: 'parameter.refused', errors: [{ field }] });
  });

  it.each(['/locations', '/constructor', '/services/7', '/services/none', ...NAMES.map((list) => `/${list}/00000000-0000-4000-8000-000000000000`)])('GET /hsds%s is 404', async (path) => {
    expect((await ask(path)).statusCode).toBe(404);
  });

  it('each list and each object is one statement', async () => {
    const statements: string[] = [];
    const spy = jest.spyOn(Db.prototype, 'statement').mockImplementation(function (this: Db, _actor, sql, parameters) {
      statements.push(sql);
      return this.unprepared(sql, parameters);
    });
    const counted: Record<string, number> = {};
    for (const list of NAMES) {
      const { contents } = await read(`/${list}?per_page=2`);
      counted[list] = statements.splice(0).length;
      await one(`/${list}/${contents[0]?.id}`);
      counted[`${list}/{id}`] = statements.splice(0).length;
    }
    await read('/organizations?full_service=true&per_page=500');
    counted['organizations?full_service'] = statements.length;
    spy.mockRestore();
    expect(new Set(Object.values(counted))).toEqual(new Set([1]));
  });
});

describe('what is not published', () => {
  it('a term that is only suggested, or was rejected; nothing of the desk itself', async () => {
    const [row] = await desk.sql<{ id: string; service: string; term: string }>('select id, service_id as service, taxonomy_term_id as term from directory.attribute where not suggested order by id limit 1');
    const terms = async () => ((await one(`/services/${row?.service}`))['attributes'] as { id: string }[] | undefined)?.map(({ id }) => id) ?? [];
    expect(await terms()).toContain(row?.id);
    for (const [change, shown] of [['suggested = true', false], ['rejected = true', false], ['suggested = false, rejected = false', true]] as const) {
      await desk.sql(`update directory.attribute set ${change} where id = $1`, [row?.id]);
      expect((await terms()).includes(row?.id ?? '')).toBe(shown);
      expect(idsOf(await read(`/services?taxonomy_term_id=${row?.term}&per_page=500`)).includes(row?.service ?? '')).toBe(shown);
    }
    await desk.sql(`update directory.service set assured_by = 'canary of the desk', source_id = 'canary of the desk', assured_method = 'canary of the desk' where id = $1`, [row?.service]);
    expect((await ask(`/services/${row?.service}`)).body).not.toMatch(/canary|confidential|demo-county|source/);
  });

  it('services that are gone stay, with their status', async () => {
    const statuses = (await walk('/services?per_page=500')).flatMap(({ contents }) => contents).map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set((await desk.sql<{ status: string }>('select distinct status from directory.service')).map(({ status }) => status)));
    expect(statuses).toContain('defunct');
  });

  describe('a hidden place', () => {
    const STREET = '77 Secret (Quillfeather) Lane';
    const PHONE = '(999) 555-0177';
    let place: { location: string; service: string; organization: string; sibling: string; zip: string };
    const hide = (confidentiality: string) => desk.sql('update directory.location set confidentiality = $2 where id = $1', [place.location, confidentiality]);
    beforeAll(async () => {
      const [row] = await desk.sql<typeof place>(`
        select l.id as location, s.id as service, s.organization_id as organization, a.postal_code as zip, (select x.id from directory.service x where x.organization_id = s.organization_id and x.id <> s.id limit 1) as sibling
        from directory.location l join directory.service_at_location sl on sl.location_id = l.id join directory.service s on s.id = sl.service_id join directory.address a on a.location_id = l.id
        where l.confidentiality = 'open' and exists (select from directory.service x where x.organization_id = s.organization_id and x.id <> s.id) and exists (select from directory.schedule h where h.service_id = s.id) order by l.id limit 1`);
      place = row as typeof place;
      const said = `Come to 77 SECRET  (quillfeather)\nlane, round the back.`;
      await desk.sql('update directory.address set address_1 = $2 where location_id = $1', [place.location, STREET]);
      await desk.sql(`update directory.location set latitude = 41.12345, longitude = -73.54321, name = $2, description = $2, transportation = 'Bus 77 to Secret Lane', url = 'https://secret.example.org' where id = $1`, [place.location, said]);
      await desk.sql(`insert into directory.phone (id, source, location_id, number) values (gen_random_uuid(), 'x', $1, $2)`, [place.location, PHONE]);
      await desk.sql(`insert into directory.accessibility (id, source, location_id, details) values (gen_random_uuid(), 'x', $1, 'Ramp behind the bakery')`, [place.location]);
      await desk.sql(`insert into directory.schedule (id, source, location_id, description) values (gen_random_uuid(), 'x', $1, $2)`, [place.location, said]);
      const texts = (table: string, where: string, id: string) => desk.sql<{ c: string }>(`select attname as c from pg_attribute where attrelid = ('directory.' || $1)::regclass and atttypid = 'text'::regtype and attnum > 0 and not attname in ('source', 'source_id', 'status', 'url', 'website', 'email', 'freq', 'byday', 'opens_at', 'closes_at', 'kind', 'type', 'number', 'extension', 'value', 'currency', 'unit', 'code', 'link_type', 'wkst', 'uri', 'schedule_link', 'inclusion')`, [table])
        .then((columns) => desk.sql(`update directory.${table} set ${columns.map(({ c }) => `${c} = $2`).join(', ')} where ${where} = $1`, [id, said]));
      await desk.sql(`insert into directory.cost_option (id, source, service_id, option) values (gen_random_uuid(), 'x', $1, 'x')`, [place.service]);
      await desk.sql(`insert into directory.service_capacity (id, source, service_id, unit, available, updated) values (gen_random_uuid(), 'x', $1, 'bed', 1, now())`, [place.service]);
      await desk.sql(`insert into directory.language (id, source, phone_id, code, note) select gen_random_uuid(), 'x', id, 'en', 'x' from directory.phone where service_id = $1`, [place.service]);
      for (const [table, columns] of Object.entries({ contact: '', funding: '', required_document: '', url: 'url' })) {
        await desk.sql(`insert into directory.${table} (id, source, service_id${columns && `, ${columns}`}) values (gen_random_uuid(), 'x', $1${columns && `, 'https://example.org'`})`, [place.service]);
      }
      for (const [table, columns] of Object.entries({ program: 'name, description', organization_identifier: 'identifier_type, identifier' })) {
        await desk.sql(`insert into directory.${table} (id, source, organization_id, ${columns}) values (gen_random_uuid(), 'x', $1, 'x', 'x')`, [place.organization]);
        await texts(table, 'organization_id', place.organization);
      }
      await desk.sql(`update directory.service set program_id = (select id from directory.program where organization_id = $2) where id = $1`, [place.service, place.organization]);
      await desk.sql(`insert into directory.contact (id, source, location_id, name) values (gen_random_uuid(), 'x', $1, 'Warden Quickbeam')`, [place.location]);
      await desk.sql(`insert into directory.contact (id, source, service_at_location_id, name) select gen_random_uuid(), 'x', id, 'Night warden Quickbeam' from directory.service_at_location where location_id = $1`, [place.location]);
      const history = JSON.stringify([{ id: uuidv7(), last_action_date: '2026-01-01', last_action_type: 'update', field_name: 'address_1', previous_value: '5 Former Street', replacement_value: '', updated_by: 'x' }]);
      for (const [table, owner] of Object.entries({ service: 'id', phone: 'service_id', schedule: 'service_id', contact: 'service_id' })) await desk.sql(`update directory.${table} set metadata = $2 where ${owner} = $1`, [place.service, history]);
      await desk.sql(`update directory.location set metadata = $2 where id = $1`, [place.location, history]);
      for (const table of ['phone', 'schedule', 'language', 'service_area', 'cost_option', 'service_capacity', 'service_at_location', 'contact', 'funding', 'required_document', 'url']) await texts(table, 'service_id', place.service);
      await desk.sql('update directory.language set note = $2 where phone_id in (select id from directory.phone where service_id = $1)', [place.service, said]);
      for (const id of [place.service, place.sibling]) await texts('service', 'id', id);
      await texts('organization', 'id', place.organization);
    }, 30_000);
    /** All that the API says of it, by every door. */
    const everything = async (): Promise<string> => {
      const doors = [...['services', 'organizations', 'service_at_locations'].flatMap((list) => [`/${list}?per_page=500`, `/${list}?per_page=500&full=true`, `/${list}?format=ndjson&full=true`]), '/organizations?full_service=true&per_page=500', `/services/${place.service}`, `/services/${place.sibling}`, `/organizations/${place.organization}?full_service=true`];
      const placements = await sqlIds('select id from directory.service_at_location where location_id = $1', [place.location]);
      const answers = await Promise.all([...doors, ...placements.map((id) => `/service_at_locations/${id}`)].map(ask));
      expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([200]));
      return answers.map(({ body }) => body).join('\n');
    };
    const CANARIES = [/secret/i, /41\.12345/, /73\.54321/, /999. 555-0177/, /Ramp behind/, /Warden Quickbeam/i, /Former Street/];

    it('is told whole while it is open', async () => {
      await hide('open');
      const text = await everything();
      for (const canary of CANARIES) expect(text).toMatch(canary);
    });

    it.each(['hidden', 'partial'])('leaves by no door when it is %s: no street in any text, no point, no telephone', async (how) => {
      await hide(how);
      const text = await everything();
      for (const canary of CANARIES) expect(text.match(canary)?.[0]).toBeUndefined();
      expect(text).toContain('(address withheld)');
      const service = await one(`/services/${place.service}`);
      const shown = (service['service_at_locations'] as { location: Item }[]).find(({ location }) => location.id === place.location)?.location;
      expect(shown).toMatchObject({ location_type: 'virtual', description: 'The address of this place is not published. It is in Fairfield, CT.' });
      expect(Object.keys(shown ?? {})).not.toEqual(expect.arrayContaining(['addresses']));
    });

    it('tells no history and names nobody there, when its street is not known any more', async () => {
      await hide('hidden');
      await desk.sql('update directory.address set address_1 = null where location_id = $1', [place.location]);
      expect((await everything()).match(/Former Street|Warden Quickbeam/i)?.[0]).toBeUndefined();
      await desk.sql('update directory.address set address_1 = $2 where location_id = $1', [place.location, STREET]);
    });

    it.each(['hidden', 'partial'])('cannot be found out by asking when it is %s: neither by a word of its street nor by a distance', async (how) => {
      await hide('open');
      const at = (metres: number): string => `/service_at_locations?postcode=${place.zip}&proximity=${metres}&per_page=500`;
      const placements = await sqlIds('select id from directory.service_at_location where location_id = $1', [place.location]);
      expect(await read('/services?search=quillfeather')).toMatchObject({ empty: false });
      expect(idsOf(await read(at(50_000)))).toEqual(expect.arrayContaining(placements));
      expect(idsOf(await read(at(1))).filter((id) => placements.includes(id))).toEqual([]);
      await hide(how);
      for (const list of ['services', 'organizations', 'service_at_locations']) expect(await read(`/${list}?search=quillfeather`)).toMatchObject({ empty: true });
      for (const metres of [1, 1000, 50_000, 20_000_000]) expect(idsOf(await read(at(metres)))).toEqual(expect.arrayContaining(placements)); // at every distance alike: nobody learns how far it is
    });

    withSchemas('still', () => {
      it('validates', async () => {
        expect(faultsOf(official().services.one, await one(`/services/${place.service}`))).toEqual([]);
        expect(faultsOf(official().organizations.one, await one(`/organizations/${place.organization}?full_service=true`))).toEqual([]);
      });
    });
  });
});

withMiami('the directory of Miami, 2019', () => {
  beforeAll(() => desk.get(HsdsImport).run(MIAMI, { source: 'miami-2019' }), 120_000);

  it.each(['services', 'organizations', 'service_at_locations'] as const)('%s: three full pages validate, and ten objects', async (list) => {
    const check = official()[list];
    const pages = await walk(`/${list}?per_page=500&full=true`, 3);
    const findings = pages.flatMap(({ contents }) => contents).flatMap((item) => faultsOf(check.one, item).map((fault) => `${item.id} ${fault}`));
    for (const { id } of (await read(`/${list}?per_page=10&page=20`)).contents) findings.push(...faultsOf(check.one, await one(`/${list}/${id}`)));
    expect(findings).toEqual([]);
  }, 120_000);

  it('a page of 50 takes no longer than a second', async () => {
    const took: Record<string, number> = {};
    for (const path of ['/services?page=40', '/services?full=true&page=40', '/services?search=food', '/service_at_locations?postcode=33125&proximity=5000', '/organizations?full_service=true&page=10', '/services?minimal=true']) {
      const start = performance.now();
      await read(path);
      took[path] = Math.round(performance.now() - start);
    }
    console.log(took);
    expect(Math.max(...Object.values(took))).toBeLessThan(1000);
  });
});
