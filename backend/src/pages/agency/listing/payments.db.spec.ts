import { aColleague, type Colleague } from '../../../../test/a-colleague.js';
import { aMailingDesk } from '../../../../test/a-county-desk.js';
import { AgencyBrowser, tokenFor, type Post } from '../../../../test/a-referral.js';
import { type TestDesk } from '../../../../test/test-database.js';
import { HsdsImport } from '../../../interop/index.js';
import { Dispatcher, Jobs } from '../../../platform/index.js';

const source = 'pay-list';
const at = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const terms = (...codes: string[]): object[] => codes.map((code, n) => ({ id: at(900 + n), taxonomy_term: { taxonomy: 'payment', code } }));
const service = (...codes: string[]): object => ({ id: at(10), name: 'Alder counseling', status: 'active', description: 'We listen', fees_description: 'Ask us', organization: { id: at(1), name: 'Alder', description: 'x' }, attributes: [{ id: at(950), taxonomy_term: { taxonomy: 'need', code: 'food' } }, ...terms(...codes)] });

interface Decidable {
  id: string;
  serviceId: string;
  version: number;
  fields: { field: string; now: string[]; they: string[]; mark: string }[];
}
let post: Post;
let desk: TestDesk;
let mei: Colleague;
let link = '';
beforeAll(async () => {
  ({ desk, post } = await aMailingDesk());
  mei = await aColleague(desk, 'Mei Tan', ['STW', 'ADM']);
  await read('medicaid', 'private');
  await desk.sql(`insert into directory.agency (organization_id, email) values ((select organization_id from directory.service where id = $1), 'keeper@example.org')`, [at(10)]);
  await desk.get(Jobs).start();
  await desk.get(Dispatcher).start();
  await mei.ask('POST', `/api/agencies/${await organization()}/ask-listing`);
  link = await tokenFor(post, 'keeper@example.org');
}, 90_000);
afterAll(async () => {
  await desk.stop();
  await post.close();
});

const read = (...codes: string[]): Promise<unknown> => desk.get(HsdsImport).load([service(...codes)], { source });
const organization = async (): Promise<string> => (await desk.sql<{ id: string }>('select organization_id as id from directory.service where id = $1', [at(10)]))[0]?.id ?? '';
const facts = async (): Promise<{ free: boolean; payments: string[] }> => {
  const [row] = await desk.sql<{ free: boolean; payments: string[] }>(`select (facts->>'free')::boolean as free, facts->'payments' as payments from directory.listing where service_id = $1`, [at(10)]);
  return { free: row?.free ?? false, payments: [...(row?.payments ?? [])].sort() };
};
const browser = (language = 'en'): AgencyBrowser => new AgencyBrowser(desk, link, language);
async function open(language = 'en'): Promise<AgencyBrowser> {
  const one = browser(language);
  await one.post('');
  return one;
}
const ticked = (body: string): string[] => [...body.matchAll(/<input(?=[^>]*type="checkbox")(?=[^>]*name="payments")[^>]*>/g)].filter(([tag]) => /\schecked/.test(tag)).map(([tag]) => /value="([^"]+)"/.exec(tag)?.[1] ?? '');
const tokenIn = (body: string): string => /name="token" value="([^"]+)"/.exec(body)?.[1] ?? '';
const tick = async (one: AgencyBrowser, payments: string[], cost: string): ReturnType<AgencyBrowser['post']> => one.post(`cost-${at(10)}`, { token: tokenIn((await one.get(`cost-${at(10)}`)).body), cost, payments: ['', ...payments] } as never);
const send = async (one: AgencyBrowser): Promise<unknown> => {
  const { body } = await one.get(`review-${at(10)}`);
  return one.post(`review-${at(10)}`, { token: tokenIn(body), version: /name="version" value="(\d+)"/.exec(body)?.[1] ?? '0' });
};
const waiting = async (): Promise<Decidable> => (await mei.ask<{ items: Decidable[] }>('GET', '/api/directory/proposals')).items.find(({ serviceId }) => serviceId === at(10)) as Decidable;
const decide = ({ id, version, fields }: Decidable, accepted: readonly string[]): ReturnType<typeof desk.app.inject> =>
  desk.app.inject({ method: 'POST', url: `/api/directory/proposals/${id}/decision`, headers: { cookie: mei.cookie, 'x-csrf-token': mei.csrf, 'if-match': `"v${version}"` }, payload: { decisions: fields.map(({ field, mark }) => ({ field, mark, accepted: accepted.includes(field), ...(!accepted.includes(field) && { why: 'Ask again' }) })) } });

it('the cost part has the words and every term of the vocabulary to tick, without script, in both languages', async () => {
  const [english, spanish] = [(await (await open()).get(`cost-${at(10)}`)).body, (await (await open('es')).get(`cost-${at(10)}`)).body];
  expect(ticked(english)).toEqual(['medicaid', 'private']);
  expect(english).toContain('Ask us');
  for (const name of ['Medicare', 'Private insurance', 'Sliding fee scale', 'No cost']) expect(english).toContain(name);
  for (const name of ['Seguro privado', 'Tarifa según los ingresos', 'Sin costo']) expect(spanish).toContain(name);
});

it('what is ticked stands before and after on the review, as a part of cost, and nothing holds before a steward decided', async () => {
  const one = await open();
  expect((await tick(one, ['free', 'medicaid', 'nothing-known'], 'Nobody pays')).statusCode).toBe(303);
  expect(ticked((await one.get(`cost-${at(10)}`)).body)).toEqual(['medicaid', 'free']);
  expect((await one.get('listing')).body).toContain('1 of 8 done');
  const { body } = await one.get(`review-${at(10)}`);
  expect(body).toMatch(/What people can pay with[^]*Medicaid, Private insurance[^]*Medicaid, No cost/);
  expect((await (await open('es')).get(`review-${at(10)}`)).body).toMatch(/Con qué se puede pagar[^]*Seguro privado[^]*Sin costo/);
  await send(one);
  expect(await facts()).toEqual({ free: false, payments: ['medicaid', 'private'] });
});

it('a page that had no ticks changes none', async () => {
  const one = await open();
  await one.post(`cost-${at(10)}`, { token: tokenIn((await one.get(`cost-${at(10)}`)).body), cost: 'Nobody pays' });
  expect(ticked((await one.get(`cost-${at(10)}`)).body)).toEqual(['medicaid', 'free']);
});

it('a steward decides on words and terms each by itself; matching reads what was taken over', async () => {
  const view = await waiting();
  expect(view.fields.map(({ field, now, they }) => ({ field, now, they }))).toEqual([
    { field: 'cost', now: ['Ask us'], they: ['Nobody pays'] },
    { field: 'payments', now: ['Medicaid', 'Private insurance'], they: ['Medicaid', 'No cost'] },
  ]);
  expect((await decide(view, ['payments'])).statusCode).toBe(200);
  expect(await facts()).toEqual({ free: true, payments: ['free', 'medicaid'] });
  expect(await desk.sql('select fees_description as cost from directory.service where id = $1', [at(10)])).toEqual([{ cost: 'Ask us' }]);
  expect(await desk.sql(`select before, after from directory.change where service_id = $1 and field = 'payments'`, [at(10)])).toEqual([{ before: 'Medicaid\nPrivate insurance', after: 'Medicaid\nNo cost' }]);
});

it('no source brings back what is not ticked, nor takes away what is; what it says anew stands beside ours', async () => {
  await read('medicaid', 'private');
  expect(await facts()).toEqual({ free: true, payments: ['free', 'medicaid'] });
  expect(await mei.ask('GET', '/api/directory/conflicts')).toEqual([]);
  await read('medicare');
  expect(await facts()).toEqual({ free: true, payments: ['free', 'medicaid'] });
  const [conflict] = await mei.ask<{ id: string; field: string; ours: string[]; theirs: string[] }[]>('GET', '/api/directory/conflicts');
  expect(conflict).toMatchObject({ field: 'payments', ours: ['Medicaid', 'No cost'], theirs: ['Medicare'] });
  await mei.ask('POST', `/api/directory/conflicts/${conflict?.id}/decide`, { choice: 'theirs' });
  expect(await facts()).toEqual({ free: false, payments: ['medicare'] });
  await read('medicare', 'va');
  expect(await facts()).toEqual({ free: false, payments: ['medicare', 'va'] });
});

it('one press takes it back', async () => {
  const one = await open();
  await tick(one, [], 'Ask us');
  await send(one);
  await decide(await waiting(), ['payments']);
  expect(await facts()).toEqual({ free: false, payments: [] });
  const [last] = await desk.sql<{ id: string }>('select id from directory.publishing where service_id = $1 order by published_at desc limit 1', [at(10)]);
  await mei.ask('POST', `/api/directory/publishings/${last?.id}/revert`);
  expect(await facts()).toEqual({ free: false, payments: ['medicare', 'va'] });
});
