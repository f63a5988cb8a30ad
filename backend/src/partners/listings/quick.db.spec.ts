import { aColleague, type Colleague } from '../../../test/a-colleague.js';
import { aMailingDesk } from '../../../test/a-county-desk.js';
import { AgencyBrowser, type Post } from '../../../test/a-referral.js';
import { handOn } from '../../../test/hand-on.js';
import { type TestDesk } from '../../../test/test-database.js';
import { Directory, OWN_FIELDS, type OwnFacts, type OwnValues } from '../../directory/index.js';
import { agencyOf, Db, Dispatcher, Jobs, SYSTEM } from '../../platform/index.js';
import { Drafting } from './drafting.service.js';
import { ListingKeeping } from './keeping.service.js';
import { ListingCopies } from './listing-copies.js';
import type { ProposalsView } from './proposal.dto.js';

let post: Post;
let desk: TestDesk;
let mei: Colleague;
let keeping: ListingKeeping;
let drafting: Drafting;
let agencies: { id: string; listing: string }[];
beforeAll(async () => {
  ({ desk, post } = await aMailingDesk());
  mei = await aColleague(desk, 'Mei Tan', ['STW']);
  [keeping, drafting] = [desk.get(ListingKeeping), desk.get(Drafting)];
  agencies = await desk.sql(`select s.organization_id as id, min(s.id::text) as listing from directory.service s where s.status = 'active'
    and not exists (select from directory.attribute a join directory.taxonomy_term m on m.id = a.taxonomy_term_id where a.service_id = s.id and m.code in ('crisis-line', 'mobile-crisis', 'walk-in-crisis')) group by 1 having count(*) > 1 order by 1`);
  await desk.get(Jobs).start();
  await desk.get(Dispatcher).start();
}, 90_000);
afterAll(async () => {
  await desk.stop();
  await post.close();
});

interface Agency {
  id: string;
  listing: string;
  email: string;
}
let next = 0;
async function anAgency(listing?: { id: string; agency: string }): Promise<Agency> {
  const one = listing ? { id: listing.agency, listing: listing.id } : agencies[next];
  const email = `quick${++next}@example.org`;
  await desk.sql(`insert into directory.agency (organization_id, email) values ($1, $2) on conflict (organization_id) do update set email = excluded.email`, [one?.id, email]);
  await desk.get(Db).as(SYSTEM, (tx) => desk.get(ListingCopies).refresh(tx, one?.id ?? ''));
  return { id: one?.id ?? '', listing: one?.listing ?? '', email };
}
const facts = async ({ id, listing }: Agency): Promise<OwnFacts> => (await keeping.one(agencyOf(id), listing)).facts;
const OPENS = ['07:00', '07:15', '07:30', '07:45', '08:00', '08:15', '08:30', '08:45', '09:00', '09:15', '09:30', '09:45'];
let turn = 0;
const hours = (): OwnValues['hours'] => ({ rows: [{ days: 'MO', opens: OPENS[turn++ % OPENS.length] ?? '', closes: '20:00' }], other: [] });

async function propose(agency: Agency, change: Partial<OwnValues>): Promise<void> {
  const listing = await keeping.one(agencyOf(agency.id), agency.listing);
  await drafting.propose(agencyOf(agency.id), agency.listing, { values: { ...listing.facts, ...change }, version: listing.proposal?.state === 'open' ? listing.proposal.version : 0 });
  await handOn(desk);
}
const open = async ({ listing }: Agency): Promise<ProposalsView['items'][number] | undefined> => (await mei.ask<ProposalsView>('GET', '/api/directory/proposals')).items.find(({ serviceId }) => serviceId === listing);
async function accepted(agency: Agency): Promise<void> {
  await propose(agency, { cost: `${++turn} dollars` });
  const view = await open(agency);
  const decisions = view?.fields.map(({ field, mark }) => ({ field, mark, accepted: true }));
  const answer = await desk.app.inject({ method: 'POST', url: `/api/directory/proposals/${view?.id}/decision`, headers: { cookie: mei.cookie, 'x-csrf-token': mei.csrf, 'if-match': `"v${view?.version}"` }, payload: { decisions } });
  expect(answer.statusCode).toBe(200);
  await handOn(desk);
}
const fieldsOpen = async (agency: Agency): Promise<string[]> => ((await open(agency))?.fields ?? []).map(({ field }) => field);
const card = ({ listing }: Agency): ReturnType<Directory['service']> => desk.get(Directory).service(SYSTEM, listing);
const lastAtOnce = async ({ listing }: Agency): Promise<{ id: string } | undefined> => (await desk.sql<{ id: string }>(`select id from directory.publishing where service_id = $1 and published_by is null order by published_at desc limit 1`, [listing]))[0];
const receiptOf = async (email: string): Promise<AgencyBrowser> => new AgencyBrowser(desk, (await post.mail(email, /shows this now[^]*\/a\/([\w-]{43})/))[1] ?? '');

describe('published at once', () => {
  it('hours and website after three accepted changes, not after two; never a number', async () => {
    const agency = await anAgency();
    await accepted(agency);
    await accepted(agency);
    await propose(agency, { website: 'https://early.example.org' });
    expect(await fieldsOpen(agency)).toEqual(['website']);
    const view = await open(agency);
    await desk.app.inject({ method: 'POST', url: `/api/directory/proposals/${view?.id}/decision`, headers: { cookie: mei.cookie, 'x-csrf-token': mei.csrf, 'if-match': `"v${view?.version}"` }, payload: { decisions: view?.fields.map(({ field, mark }) => ({ field, mark, accepted: true })) } });
    await handOn(desk);
    const wanted = hours();
    await propose(agency, { hours: wanted, website: 'https://new.example.org', phones: [{ number: '(203) 555-0188', extension: null, description: null }], documents: ['A photo ID'] });
    expect(await fieldsOpen(agency)).toEqual(['phones', 'documents']);
    expect(await facts(agency)).toMatchObject({ hours: wanted, website: 'https://new.example.org' });
    expect((await card(agency)).phones.map(({ number }) => number)).not.toContain('(203) 555-0188');
    const { published } = await mei.ask<ProposalsView>('GET', '/api/directory/proposals');
    expect(published.find(({ atOnce }) => atOnce)).toMatchObject({ fields: ['hours', 'website'], by: null });
    expect(await post.mail(agency.email, /Changed: Opening hours\nChanged: Website/)).toBeTruthy();
  });

  it('a steward takes it back by one press, and three more have to be accepted', async () => {
    const agency = await anAgency();
    for (let time = 0; time < 3; time++) await accepted(agency);
    const before = await card(agency);
    await propose(agency, { hours: hours() });
    expect(await fieldsOpen(agency)).toEqual([]);
    expect((await mei.send('POST', `/api/directory/publishings/${(await lastAtOnce(agency))?.id}/revert`)).statusCode).toBe(204);
    await handOn(desk);
    expect((await card(agency)).hours).toEqual(before.hours);
    await propose(agency, { hours: hours() });
    expect(await fieldsOpen(agency)).toEqual(['hours']);
    for (let time = 0; time < 3; time++) {
      const view = await open(agency);
      if (view) await desk.sql(`update partner.proposal set state = 'withdrawn' where id = $1`, [view.id]);
      await accepted(agency);
    }
    await propose(agency, { hours: hours() });
    expect(await fieldsOpen(agency)).toEqual([]);
  });

  it('of a crisis line nothing, however often it was right', async () => {
    const [crisis] = await desk.sql<{ id: string; agency: string }>(`select s.id, s.organization_id as agency from directory.service s join directory.attribute a on a.service_id = s.id join directory.taxonomy_term m on m.id = a.taxonomy_term_id where m.code = 'crisis-line' and s.status = 'active' order by s.id limit 1`);
    const agency = await anAgency(crisis);
    for (let time = 0; time < 4; time++) await accepted(agency);
    await propose(agency, { hours: hours(), website: 'https://crisis.example.org' });
    expect(await fieldsOpen(agency)).toEqual(['hours', 'website']);
  });
});

describe('a receipt', () => {
  it('A01 opened ten times by GET and HEAD undoes nothing; one press does, ends the links and mails a new one', async () => {
    const agency = await anAgency();
    const actor = agencyOf(agency.id);
    await keeping.sayTaking(actor, agency.listing, { answer: 'full', until: null, weeks: null });
    await handOn(desk);
    const receipt = await receiptOf(agency.email);
    const taking = (): Promise<unknown[]> => desk.sql('select answer from directory.taking_new where service_id = $1 and ends_at > now()', [agency.listing]);
    for (let look = 0; look < 10; look++) for (const method of ['GET', 'HEAD'] as const) expect((await receipt.get('', method)).statusCode).toBe(200);
    expect((await receipt.post('facts')).statusCode).toBe(200);
    expect(await taking()).toEqual([{ answer: 'full' }]);
    expect((await receipt.get()).body).toContain('You are full. You said so on');
    expect((await receipt.post('')).body).toContain('It is undone');
    await handOn(desk);
    expect(await taking()).toEqual([]);
    expect(await desk.sql(`select facts->'capacity' as capacity from directory.listing where service_id = $1`, [agency.listing])).not.toEqual([{ capacity: expect.objectContaining({ available: 0 }) }]);
    expect(await post.mail(agency.email, /Your listings: \d/)).toBeTruthy();
    expect((await receipt.post('')).body).toContain('There is nothing to undo any more');
  });

  it('of hours puts them back, and ends being published at once', async () => {
    const agency = await anAgency();
    for (let time = 0; time < 3; time++) await accepted(agency);
    const before = await card(agency);
    await propose(agency, { hours: hours() });
    expect((await card(agency)).hours).not.toEqual(before.hours);
    await (await receiptOf(agency.email)).post('');
    await handOn(desk);
    expect((await card(agency)).hours).toEqual(before.hours);
    await propose(agency, { hours: hours() });
    expect(await fieldsOpen(agency)).toEqual(['hours']);
  });

  it('room is said six times in an hour at most', async () => {
    const agency = await anAgency();
    for (let time = 0; time < 6; time++) await keeping.sayTaking(agencyOf(agency.id), agency.listing, { answer: 'waitlist', until: null, weeks: time + 1 });
    await expect(keeping.sayTaking(agencyOf(agency.id), agency.listing, { answer: 'open', until: null, weeks: null })).rejects.toThrow(/request.too-many/);
    await handOn(desk);
    expect(await desk.sql(`select facts->>'intake' as intake, facts->>'waitTime' as wait from directory.listing where service_id = $1`, [agency.listing])).toEqual([{ intake: 'waitlist', wait: 'About 6 weeks' }]);
  });
});

describe('looked at part by part', () => {
  it('A04 what is saved is seen by nobody before it is sent; then what is right is checked, what changed is proposed, and later stays', async () => {
    const agency = await anAgency();
    const actor = agencyOf(agency.id);
    await drafting.save(actor, agency.listing, { field: 'cost', state: 'right' });
    await drafting.save(actor, agency.listing, { field: 'eligibility', state: 'changed', after: 'Adults of the county' });
    await drafting.save(actor, agency.listing, { field: 'languages', state: 'later' });
    await handOn(desk);
    expect(await open(agency)).toBeUndefined();
    expect(await desk.sql('select 1 from directory.field_check where service_id = $1', [agency.listing])).toEqual([]);
    await desk.sql(`insert into directory.verification (service_id, rung, next_at) values ($1, 'asked-again', now() + interval '1 hour') on conflict (service_id) do update set rung = 'asked-again', next_at = excluded.next_at`, [agency.listing]);
    await drafting.send(actor, agency.listing, { version: 0 });
    await handOn(desk);
    expect((await open(agency))?.fields).toMatchObject([{ field: 'eligibility', they: ['Adults of the county'] }]);
    expect(await desk.sql('select field, holds, method from directory.field_check where service_id = $1', [agency.listing])).toEqual([{ field: 'cost', holds: true, method: 'agency' }]);
    expect((await keeping.one(actor, agency.listing)).drafts).toMatchObject({ languages: { state: 'later' } });
    expect(await desk.sql(`select rung, round(extract(epoch from next_at - now()) / 86400)::int as days from directory.verification where service_id = $1`, [agency.listing])).toEqual([{ rung: 'fresh', days: 30 }]); // A10: an answer stops the reminders
  });

  it('when every part is right all of it is checked', async () => {
    const agency = await anAgency();
    const actor = agencyOf(agency.id);
    for (const field of OWN_FIELDS) await drafting.save(actor, agency.listing, { field, state: 'right' });
    await drafting.send(actor, agency.listing, { version: 0 });
    await handOn(desk);
    expect((await keeping.one(actor, agency.listing)).confirmed?.outcome).toBe('done');
    expect(await desk.sql(`select field from directory.field_check where service_id = $1`, [agency.listing])).toEqual([{ field: 'whole' }]);
  });

  it('every field is published and taken back, and an import brings nothing back', async () => {
    const agency = await anAgency();
    const before = await card(agency);
    const change: Partial<OwnValues> = { website: 'https://w.example.org', eligibility: 'Everybody', cost: 'Free', documents: ['A bill', 'An ID'], languages: ['Haitian Creole', 'Klingon'] };
    await propose(agency, change);
    const view = await open(agency);
    await desk.app.inject({ method: 'POST', url: `/api/directory/proposals/${view?.id}/decision`, headers: { cookie: mei.cookie, 'x-csrf-token': mei.csrf, 'if-match': `"v${view?.version}"` }, payload: { decisions: view?.fields.map(({ field, mark }) => ({ field, mark, accepted: true })) } });
    await handOn(desk);
    expect(await facts(agency)).toMatchObject(change);
    expect(await desk.sql('select code, name from directory.language where service_id = $1 order by name', [agency.listing])).toEqual([{ code: 'ht', name: 'Haitian Creole' }, { code: null, name: 'Klingon' }]);
    const { CountySeed } = await import('../../seed/county/county-seed.js');
    await desk.get(CountySeed).run();
    await desk.get(Db).as(SYSTEM, (tx) => desk.get(ListingCopies).refresh(tx, agency.id));
    expect(await facts(agency)).toMatchObject(change);
    const [last] = await desk.sql<{ id: string }>('select id from directory.publishing where service_id = $1', [agency.listing]);
    expect((await mei.send('POST', `/api/directory/publishings/${last?.id}/revert`)).statusCode).toBe(204);
    expect(await card(agency)).toEqual(before);
  });
});
