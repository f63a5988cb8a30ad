import { aColleague, type Colleague } from '../../../test/a-colleague.js';
import { aMailingDesk } from '../../../test/a-county-desk.js';
import { AgencyBrowser, tokenFor, type Post } from '../../../test/a-referral.js';
import { type TestDesk } from '../../../test/test-database.js';
import { Directory, TakingNewClock, type OwnFacts, type OwnValues } from '../../directory/index.js';
import { agencyOf, Db, Dispatcher, Jobs, SYSTEM, uuidv7 } from '../../platform/index.js';
import { CountySeed } from '../../seed/county/county-seed.js';
import { Drafting } from './drafting.service.js';
import { ListingKeeping } from './keeping.service.js';
import { ListingCopies } from './listing-copies.js';
import { ListingEffects } from './listing-effects.js';
import type { DecideProposal, ProposalsView, ProposalView } from './proposal.dto.js';

let post: Post;
let desk: TestDesk;
let amos: Colleague;
let mei: Colleague;
let noor: Colleague;
let keeping: ListingKeeping;
let drafting: Drafting;
/** Agencies with a listing or more that is no crisis line. */
let agencies: { id: string; listings: string[] }[];

beforeAll(async () => {
  ({ desk, post } = await aMailingDesk());
  [amos, mei, noor] = [await aColleague(desk, 'Amos Bell', ['ADM']), await aColleague(desk, 'Mei Tan', ['STW']), await aColleague(desk, 'Noor Vance', ['STW'])];
  keeping = desk.get(ListingKeeping);
  drafting = desk.get(Drafting);
  agencies = await desk.sql(`select s.organization_id as id, array_agg(s.id order by s.name, s.id) as listings from directory.service s where s.status = 'active'
    and not exists (select from directory.attribute a join directory.taxonomy_term m on m.id = a.taxonomy_term_id where a.service_id = s.id and m.code in ('crisis-line', 'mobile-crisis', 'walk-in-crisis')) group by 1 having count(*) > 1 order by 1`);
  await desk.get(Jobs).start();
  await desk.get(Dispatcher).start();
}, 90_000);
afterAll(async () => {
  await desk.stop();
  await post.close();
});

let next = 0;
/** An agency nobody used yet, with copies of its listings. */
async function anAgency(): Promise<{ id: string; listing: string; other: string; facts: OwnFacts }> {
  const one = agencies[next++];
  if (!one) throw new Error('no agency left');
  await desk.get(Db).as(SYSTEM, (tx) => desk.get(ListingCopies).refresh(tx, one.id));
  const [listing = '', other = ''] = one.listings;
  return { id: one.id, listing, other, facts: (await keeping.one(agencyOf(one.id), listing)).facts };
}
const valuesOf = ({ hours, phones, website, eligibility, cost, payments, documents, languages, description }: OwnFacts): OwnValues => ({ hours, phones, website, eligibility, cost, payments, documents, languages, description });
const LATE = { rows: [{ days: 'MO,TU', opens: '13:00', closes: '21:00' }], other: [] };
async function proposed(over: Partial<OwnValues> = { hours: LATE }): Promise<{ agency: Awaited<ReturnType<typeof anAgency>>; view: ProposalView }> {
  const agency = await anAgency();
  await drafting.propose(agencyOf(agency.id), agency.listing, { values: { ...valuesOf(agency.facts), ...over }, version: 0 });
  return { agency, view: await viewOf(agency.listing) };
}
const viewOf = async (serviceId: string, who = mei): Promise<ProposalView> => (await who.ask<ProposalsView>('GET', '/api/directory/proposals')).items.find((one) => one.serviceId === serviceId) as ProposalView;
const all = (view: ProposalView, accepted = true): DecideProposal => ({ decisions: view.fields.map(({ field, mark }) => ({ field, mark, accepted, ...(!accepted && { why: 'It does not ring there' }) })) });
const decide = (who: Colleague, { id, version }: ProposalView, payload: DecideProposal): ReturnType<typeof desk.app.inject> =>
  desk.app.inject({ method: 'POST', url: `/api/directory/proposals/${id}/decision`, headers: { cookie: who.cookie, 'x-csrf-token': who.csrf, 'if-match': `"v${version}"` }, payload });
async function until<T>(look: () => Promise<T>, good: (value: T) => boolean): Promise<T> {
  for (let waited = 0; ; waited += 50) {
    const value = await look();
    if (good(value)) return value;
    if (waited > 5000) throw new Error(`still ${JSON.stringify(value)}`);
    await new Promise((done) => setTimeout(done, 50));
  }
}
const card = (id: string): ReturnType<Directory['service']> => desk.get(Directory).service(SYSTEM, id);

describe('an agency on its own database role', () => {
  it('sees copies of its own listings, and none of another agency’s', async () => {
    const [one, two] = [await anAgency(), await anAgency()];
    const mine = await keeping.all(agencyOf(one.id));
    expect(mine.map(({ serviceId }) => serviceId)).toContain(one.listing);
    expect(mine.map(({ serviceId }) => serviceId)).not.toContain(two.listing);
    await expect(keeping.one(agencyOf(one.id), two.listing)).rejects.toThrow(/link.not-found/);
    await expect(keeping.confirm(agencyOf(one.id), { [two.listing]: '' })).rejects.toThrow(/link.not-found/);
    await expect(drafting.propose(agencyOf(one.id), two.listing, { values: valuesOf(two.facts), version: 0 })).rejects.toThrow(/link.not-found/);
  });

  it('the database itself refuses a row for another agency, another’s listing, or a decided state', async () => {
    const [one, two] = [await anAgency(), await anAgency()];
    const write = (sql: string, values: unknown[]): Promise<unknown> => desk.get(Db).as(agencyOf(one.id), (tx) => tx.query(sql, values));
    const propose = 'insert into partner.proposal (id, agency_id, service_id, changes) values ($1, $2, $3, $4)';
    const say = `insert into partner.statement (id, agency_id, service_id, kind, seen) values ($1, $2, $3, 'confirmed', '')`;
    for (const [agency, listing] of [[two.id, two.listing], [one.id, two.listing], [two.id, one.listing]]) {
      await expect(write(propose, [uuidv7(), agency, listing, '{}'])).rejects.toThrow(/42501|row-level|failure/i);
      await expect(write(say, [uuidv7(), agency, listing])).rejects.toThrow(/42501|row-level|failure/i);
    }
    await drafting.propose(agencyOf(one.id), one.listing, { values: { ...valuesOf(one.facts), hours: LATE }, version: 0 });
    for (const sql of [`update partner.proposal set state = 'published'`, `update partner.listing set facts = '{}'`, 'delete from partner.listing', 'delete from partner.proposal', `update partner.statement set outcome = 'done'`, 'select 1 from directory.service', 'update directory.service set name = name']) {
      await expect(write(sql, [])).rejects.toThrow();
    }
    await drafting.propose(agencyOf(two.id), two.listing, { values: { ...valuesOf(two.facts), hours: LATE }, version: 0 });
    expect(await write('select agency_id from partner.proposal', [])).toEqual([{ agency_id: one.id }]);
    expect(await write(`update partner.proposal set note = 'mine now' returning agency_id`, [])).toEqual([{ agency_id: one.id }]);
  });

  it('holds no address that is hidden', async () => {
    const [hidden] = await desk.sql<{ id: string; agency: string; street: string }>(`select s.id, s.organization_id as agency, b.address_1 as street from directory.service s join directory.service_at_location sl on sl.service_id = s.id
      join directory.location l on l.id = sl.location_id join directory.address b on b.location_id = l.id where l.confidentiality = 'hidden' and s.status = 'active' limit 1`);
    await desk.sql(`update directory.service set description = description || ' We are at ' || $2 where id = $1`, [hidden?.id, hidden?.street]);
    await desk.get(Db).as(SYSTEM, (tx) => desk.get(ListingCopies).refresh(tx, hidden?.agency ?? ''));
    const text = JSON.stringify(await keeping.all(agencyOf(hidden?.agency ?? '')));
    expect(text).toContain('(address withheld)');
    expect(text).not.toContain(hidden?.street);
  });
});

describe('what an agency says', () => {
  it('"All still right" verifies today, once, however often it is handled', async () => {
    const { id, listing } = await anAgency();
    const actor = agencyOf(id);
    await desk.sql(`update directory.service set assured_date = '2024-01-01' where id = $1`, [listing]);
    await keeping.confirm(actor, { [listing]: (await keeping.one(actor, listing)).seen });
    const done = await until(() => keeping.one(actor, listing), ({ confirmed }) => confirmed?.outcome === 'done');
    const [row] = await desk.sql<{ day: string; by: string; method: string; at: string }>(`select assured_date::text as day, assured_by as by, assured_method as method, last_modified::text as at from directory.service where id = $1`, [listing]);
    expect(row?.day).toBe(done.facts.assuredDate);
    expect(row?.day).not.toBe('2024-01-01');
    expect(row?.method).toBe('agency');
    const [said] = await desk.sql<{ id: string }>('select id from partner.statement where service_id = $1', [listing]);
    for (let again = 0; again < 3; again++) await desk.get(Db).as(SYSTEM, (tx) => desk.get(ListingEffects).apply(tx, said?.id ?? ''));
    expect(await desk.sql('select last_modified::text as at from directory.service where id = $1', [listing])).toEqual([{ at: row?.at }]);
  });

  it('verifies nothing when the listing changed since the page was made', async () => {
    const { id, listing } = await anAgency();
    const { seen, facts } = await keeping.one(agencyOf(id), listing);
    await desk.sql(`update directory.service set description = 'Something else now' where id = $1`, [listing]);
    await keeping.confirm(agencyOf(id), { [listing]: seen });
    const after = await until(() => keeping.one(agencyOf(id), listing), ({ confirmed }) => confirmed?.outcome !== null);
    expect([after.confirmed?.outcome, after.facts.assuredDate, after.facts.description]).toEqual(['moved', facts.assuredDate, 'Something else now']);
  });

  it('A06 "full" is in the search within five seconds, an older word does not replace it, and after its time nothing is known', async () => {
    const { id, listing } = await anAgency();
    const intake = async (): Promise<unknown> => (await desk.sql(`select facts->'intake' as intake, facts->'capacity'->'available' as available from directory.listing where service_id = $1`, [listing]))[0];
    await keeping.sayTaking(agencyOf(id), listing, { answer: 'waitlist', until: null, weeks: null });
    await until(intake, (now) => JSON.stringify(now) === '{"intake":"waitlist","available":null}');
    const began = performance.now();
    await keeping.sayTaking(agencyOf(id), listing, { answer: 'full', until: '2026-12-24', weeks: null });
    await until(intake, (now) => JSON.stringify(now) === '{"intake":null,"available":0}');
    console.log(`said "full", in the search after ${Math.round(performance.now() - began)} ms`);
    const [row] = await desk.sql<{ days: number }>(`select extract(epoch from ends_at - said_at)::float8 / 86400 as days from directory.taking_new where service_id = $1`, [listing]);
    expect(row?.days).toBeLessThanOrEqual(14);
    await desk.sql(`update directory.taking_new set ends_at = now() - interval '1 second' where service_id = $1`, [listing]);
    await desk.get(TakingNewClock).look();
    expect(await intake()).toEqual({ intake: null, available: null });
    expect(await desk.sql('select shown_ended from directory.taking_new where service_id = $1', [listing])).toEqual([{ shown_ended: true }]);
  });
});

describe('a proposal', () => {
  it('shows only what differs, with what the listing says now, and is never doubled', async () => {
    const { agency, view } = await proposed({ hours: LATE });
    expect(view.fields).toMatchObject([{ field: 'hours', they: ['Monday and Tuesday, 1 pm to 9 pm'], before: null }]);
    const actor = agencyOf(agency.id);
    await expect(drafting.propose(actor, agency.listing, { values: { ...valuesOf(agency.facts), description: 'Other' }, version: 0 })).rejects.toThrow(/proposal.open/);
    await drafting.propose(actor, agency.listing, { values: { ...valuesOf(agency.facts), description: 'Other' }, version: 1 });
    await expect(drafting.propose(actor, agency.listing, { values: { ...valuesOf(agency.facts), hours: LATE }, version: 1 })).rejects.toThrow(/proposal.open/);
    expect((await viewOf(agency.listing)).fields.map(({ field }) => field)).toEqual(['description']);
    await expect(drafting.propose(actor, agency.listing, { values: valuesOf(agency.facts), version: 2 })).rejects.toThrow(/request.invalid/);
  });

  it('two at once from one agency make one', async () => {
    const { id, listing, facts } = await anAgency();
    const tries = await Promise.allSettled([1, 2, 3, 4].map((hour) => drafting.propose(agencyOf(id), listing, { values: { ...valuesOf(facts), hours: { rows: [{ days: 'SU', opens: `0${hour}:00`, closes: '09:00' }], other: [] } }, version: 0 })));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await desk.sql('select count(*)::int as n from partner.proposal where service_id = $1', [listing])).toEqual([{ n: 1 }]);
  });

  it('is published field by field: hours are taken over, the phone is not, the agency hears why', async () => {
    const { agency, view } = await proposed({ hours: LATE, phones: [{ number: '(203) 555-0199', extension: null, description: null }] });
    await desk.sql(`insert into directory.agency (organization_id, email) values ($1, 'heard@example.org')`, [agency.id]);
    const decisions = view.fields.map(({ field, mark }) => ({ field, mark, accepted: field === 'hours', ...(field === 'phones' && { why: 'It does not ring {secret}' }) }));
    const before = await card(agency.listing);
    expect((await decide(mei, view, { decisions })).json()).toEqual({ outcome: 'partly' });
    const after = await card(agency.listing);
    expect([after.hours, after.phones, after.assuredDate]).toEqual([['Monday and Tuesday, 1 pm to 9 pm'], before.phones, before.assuredDate]);
    const [mail = ''] = await post.mail('heard@example.org', /[^]*taken over[^]*/);
    expect(mail).toContain('Opening hours: taken over.');
    expect(mail).toContain('Phone: not taken over. It does not ring secret');
    expect(mail).not.toMatch(/\/a\//);
    const { proposal } = await keeping.one(agencyOf(agency.id), agency.listing);
    expect(proposal).toMatchObject({ state: 'partly', decisions: { hours: { accepted: true, why: null }, phones: { accepted: false } } });
    expect(await desk.sql(`select body->'fields' as fields from audit.entry where body->>'objectId' = $1 and body->>'act' = 'directory.steward'`, [view.id])).toEqual([{ fields: ['hours'] }]);
  });

  it('what is published outlives the next import, and is taken back by one press', async () => {
    const { agency, view } = await proposed({ hours: LATE, phones: [{ number: '(203) 555-0123', extension: '4', description: 'Ask for Jo' }], description: 'New words.' });
    const before = await card(agency.listing);
    await decide(mei, view, all(view));
    await desk.get(CountySeed).run();
    const after = await card(agency.listing);
    expect(after).toMatchObject({ hours: ['Monday and Tuesday, 1 pm to 9 pm'], description: 'New words.', phones: [{ number: '(203) 555-0123', extension: '4', description: 'Ask for Jo' }] });
    const { published } = await mei.ask<ProposalsView>('GET', '/api/directory/proposals');
    const last = published.find(({ service }) => service === after.name);
    expect((await mei.send('POST', `/api/directory/publishings/${last?.id}/revert`)).statusCode).toBe(204);
    expect(await card(agency.listing)).toEqual(before);
    expect((await mei.send('POST', `/api/directory/publishings/${last?.id}/revert`)).statusCode).toBe(409);
  });

  it('asks for a decision on every field and for the reason of a refusal', async () => {
    const { view } = await proposed({ hours: LATE, description: 'Other' });
    expect((await decide(mei, view, { decisions: [] })).json<{ errors: { code: string }[] }>().errors.map(({ code }) => code)).toEqual(['decision.missing', 'decision.missing']);
    const silent = view.fields.map(({ field, mark }) => ({ field, mark, accepted: false, why: ' ' }));
    expect((await decide(mei, view, { decisions: silent })).json<{ errors: { code: string }[] }>().errors.map(({ code }) => code)).toEqual(['decision.reason', 'decision.reason']);
  });

  it('a listing that changed since the agency looked shows three values; one that changed since the steward looked is not published', async () => {
    const { agency, view } = await proposed({ description: 'What we say' });
    await desk.sql(`update directory.service set description = 'What an import said' where id = $1`, [agency.listing]);
    const answer = await decide(mei, view, all(view));
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([409, 'listing.moved']);
    const again = await viewOf(agency.listing);
    expect(again.fields).toMatchObject([{ field: 'description', now: ['What an import said'], they: ['What we say'], before: agency.facts.description.split(/\n+/) }]);
    expect((await decide(mei, again, all(again))).statusCode).toBe(200);
    expect((await card(agency.listing)).description).toBe('What we say');
  });

  it('two stewards at once: one publishes, 20 of 20', async () => {
    const { agency } = await proposed();
    const outcomes: string[] = [];
    for (let round = 0; round < 20; round++) {
      if (round) {
        await until(() => keeping.one(agencyOf(agency.id), agency.listing), ({ proposal, facts }) => proposal?.state === 'published' && facts.description === `Round ${round - 1}`);
        const { facts } = await keeping.one(agencyOf(agency.id), agency.listing);
        await drafting.propose(agencyOf(agency.id), agency.listing, { values: { ...valuesOf(facts), description: `Round ${round}` }, version: 0 });
      } else await drafting.propose(agencyOf(agency.id), agency.listing, { values: { ...valuesOf(agency.facts), description: 'Round 0' }, version: 1 });
      const view = await viewOf(agency.listing);
      const both = await Promise.all([decide(mei, view, all(view)), decide(noor, view, all(view))]);
      outcomes.push(both.map(({ statusCode }) => statusCode).sort().join());
    }
    expect(outcomes).toEqual(Array.from({ length: 20 }, () => '200,412'));
    expect(await desk.sql('select count(*)::int as n from directory.publishing where service_id = $1', [agency.listing])).toEqual([{ n: 20 }]);
  }, 180_000);

  it('a crisis line’s number needs two stewards; a change by the agency in between begins anew', async () => {
    const [crisis] = await desk.sql<{ id: string; agency: string }>(`select s.id, s.organization_id as agency from directory.service s join directory.attribute a on a.service_id = s.id join directory.taxonomy_term m on m.id = a.taxonomy_term_id where m.code = 'crisis-line' and s.status = 'active' limit 1`);
    const { id = '', agency = '' } = crisis ?? {};
    await desk.get(Db).as(SYSTEM, (tx) => desk.get(ListingCopies).refresh(tx, agency));
    const values = (number: string): OwnValues => ({ ...valuesOf(facts), phones: [{ number, extension: null, description: null }] });
    const { facts } = await keeping.one(agencyOf(agency), id);
    await drafting.propose(agencyOf(agency), id, { values: values('(203) 555-0111'), version: 0 });
    const first = await viewOf(id);
    expect([first.crisis, first.firstBy, first.actions]).toEqual([true, null, ['decide']]);
    expect((await decide(mei, first, all(first))).json()).toEqual({ outcome: 'second' });
    const hers = await viewOf(id);
    expect([hers.firstBy, hers.actions]).toEqual(['Mei Tan', []]);
    expect((await decide(mei, hers, all(hers))).json<{ code: string }>().code).toBe('proposal.second-person');
    await drafting.propose(agencyOf(agency), id, { values: values('(203) 555-0112'), version: hers.version });
    const changed = await viewOf(id, noor);
    expect(changed.firstBy).toBeNull();
    expect((await decide(noor, changed, all(changed))).json()).toEqual({ outcome: 'second' });
    const second = await viewOf(id);
    expect((await card(id)).phones.map(({ number }) => number)).not.toContain('(203) 555-0112');
    expect((await decide(mei, second, all(second))).json()).toEqual({ outcome: 'published' });
    expect((await card(id)).phones.map(({ number }) => number)).toEqual(['(203) 555-0112']);
  });
});

describe('asking an agency', () => {
  it('mails a link to its listings, at most once a day, and not without an address', async () => {
    const { id, listing } = await anAgency();
    const ask = (): Promise<{ statusCode: number; json: <T>() => T }> => amos.send('POST', `/api/agencies/${id}/ask-listing`);
    expect((await ask()).json<{ code: string }>().code).toBe('agency.no-address');
    await desk.sql(`insert into directory.agency (organization_id, email) values ($1, 'ask@example.org')`, [id]);
    await desk.sql('delete from partner.listing where agency_id = $1', [id]);
    const both = await Promise.all([ask(), ask()]);
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    const { items } = await amos.ask<{ items: { id: string; listingAskedAt: string | null }[] }>('GET', '/api/agencies?reachable=true');
    const [event] = await desk.sql<{ at: Date }>(`select at from platform.event where subject = $1 and type = 'agency.listing-asked'`, [id]);
    expect(both.find(({ statusCode }) => statusCode === 200)?.json()).toMatchObject({ id, email: 'ask@example.org', listingAskedAt: event?.at.toISOString() });
    expect(items.filter(({ listingAskedAt }) => listingAskedAt)).toMatchObject([{ id, listingAskedAt: event?.at.toISOString() }]);
    const browser = new AgencyBrowser(desk, await tokenFor(post, 'ask@example.org'));
    expect((await browser.get()).body).toContain('Are your listings still right?');
    expect((await keeping.all(agencyOf(id))).map(({ serviceId }) => serviceId)).toContain(listing);
    expect(await desk.sql(`select count(*)::int as n from audit.entry where body->>'objectId' = $1 and body->'fields' ? 'listing-asked'`, [id])).toEqual([{ n: 1 }]);
  });
});
