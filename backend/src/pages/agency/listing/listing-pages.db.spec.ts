import { aColleague, type Colleague } from '../../../../test/a-colleague.js';
import { aMailingDesk } from '../../../../test/a-county-desk.js';
import { AgencyBrowser, tokenFor, type Post } from '../../../../test/a-referral.js';
import { type TestDesk } from '../../../../test/test-database.js';
import { isSame, OWN_FIELDS, OwnListings, type OwnFacts, type OwnListing, type OwnValues } from '../../../directory/index.js';
import { changesOf } from '../../../partners/index.js';
import { Clock, Db, Dispatcher, Jobs, SYSTEM } from '../../../platform/index.js';
import { Cards } from '../../../referrals/index.js';
import { languageOf } from '../../texts/texts.js';
import { withClosedDays } from './closed-days.js';
import { spansInWords } from './listing-words.js';
import { isMissing, typedFrom, valueOf, type SpansInWords } from './typed.js';

let post: Post;
let desk: TestDesk;
let amos: Colleague;
let agencies: { id: string; listings: string[] }[];
beforeAll(async () => {
  ({ desk, post } = await aMailingDesk());
  await desk.sql(`update settings.desk set zone = 'America/New_York'`);
  amos = await aColleague(desk, 'Amos Bell', ['ADM']);
  agencies = await desk.sql(`select organization_id as id, array_agg(id order by name, id) as listings from directory.service where status = 'active' group by 1 having count(*) = 2 order by 1`);
  await desk.get(Jobs).start();
  await desk.get(Dispatcher).start();
}, 90_000);
afterAll(async () => {
  await desk.stop();
  await post.close();
});

let next = 0;
/** An agency that was asked and came in by its link alone. */
async function inside(language = 'en'): Promise<{ browser: AgencyBrowser; id: string; listing: string; other: string; email: string }> {
  const { id, listings } = agencies[next++] ?? { id: '', listings: [] };
  const email = `keeper${next}@example.org`;
  await desk.sql('insert into directory.agency (organization_id, email) values ($1, $2)', [id, email]);
  await amos.ask('POST', `/api/agencies/${id}/ask-listing`);
  const browser = new AgencyBrowser(desk, await tokenFor(post, email), language);
  await browser.post('');
  const [listing = '', other = ''] = listings;
  return { browser, id, listing, other, email };
}
/** The fields of the form as they stand. */
const fieldsOf = (body: string): Record<string, string> => {
  const decoded = (text: string): string => text.replace(/&quot;/g, '"').replace(/&lt;/g, '<').replace(/&#39;/g, "'").replace(/&amp;/g, '&');
  const inputs = [...body.matchAll(/<input(?=[^>]* name="([^"]+)")(?=[^>]* value="([^"]*)")[^>]*>/g)].filter(([tag]) => !/type="radio"/.test(tag)).map(([, name = '', value = '']): [string, string] => [name, decoded(value)]);
  const areas = [...body.matchAll(/<textarea[^>]* name="([^"]+)"[^>]*>([^<]*)</g)].map(([, name = '', value = '']): [string, string] => [name, decoded(value)]);
  return Object.fromEntries([...inputs, ...areas]);
};
async function outcome(id: string, kind: string): Promise<string | null | undefined> {
  for (let waited = 0; waited < 5000; waited += 50) {
    const [row] = await desk.sql<{ outcome: string | null }>('select outcome from partner.statement where service_id = $1 and kind = $2 order by said_at desc limit 1', [id, kind]);
    if (row?.outcome) return row.outcome;
    await new Promise((done) => setTimeout(done, 50));
  }
  return null;
}

describe('the pages of an agency’s listings', () => {
  it('show each listing whole; GET changes nothing, a foreign listing is not there', async () => {
    const [mine, theirs] = [await inside(), await inside()];
    const before = await desk.sql('select (select count(*) from partner.statement) said, (select count(*) from partner.proposal) sent');
    const { body } = await mine.browser.get('listing');
    for (const id of [mine.listing, mine.other]) expect(body).toContain(`id="l${id}"`);
    expect(body).not.toContain(theirs.listing);
    for (const page of ['room', 'hours', 'description', 'review', 'sent']) {
      expect((await mine.browser.get(`${page}-${mine.listing}`)).statusCode).toBe(page === 'review' ? 303 : 200);
      expect((await mine.browser.get(`${page}-${theirs.listing}`)).statusCode).toBe(404);
      expect((await mine.browser.post(`${page}-${theirs.listing}`, {})).statusCode).toBe(404);
    }
    for (const page of ['nothing', 'hours-x', `say-${mine.listing}`, `steps-${mine.listing}`, `constructor-${mine.listing}`]) expect((await mine.browser.get(page)).statusCode).toBe(404);
    expect(await desk.sql('select (select count(*) from partner.statement) said, (select count(*) from partner.proposal) sent')).toEqual(before);
  });

  it('say what everybody reads of cost and of room, where terms say it, and nothing where they do not', async () => {
    const { browser, listing, other } = await inside();
    const set = (id: string, terms: object): Promise<unknown> => desk.sql(`update directory.listing set facts = facts || $2::jsonb where service_id = $1`, [id, JSON.stringify(terms)]);
    await set(listing, { free: true, payments: ['free', 'medicaid'], intake: 'waitlist' });
    await set(other, { free: false, payments: ['medicaid'], intake: null });
    const told = async (id: string): Promise<string[]> => {
      const { body } = await browser.get('listing');
      const card = body.slice(body.indexOf(`id="room-${id}"`), body.indexOf(`id="documents-${id}"`));
      return [...card.matchAll(/Everybody reads (.*?) on our list\. Is that right\?/g)].map(([, said = '']) => said.replace(/<[^>]+>/g, ''));
    };
    await browser.post('');
    expect(await told(listing)).toEqual(['Has a waiting list', 'Free']);
    expect(await told(other)).toEqual([]);
    await browser.post(`room-${listing}`, { ...fieldsOf((await browser.get(`room-${listing}`)).body), answer: 'open' });
    expect(await told(listing)).not.toContain('Has a waiting list'); // what they said themselves stands there
  });

  it('A03 one press says of all listings that they are right; the days are shown, and one for the calendar names nobody', async () => {
    const { browser, listing, other } = await inside();
    const { body } = await browser.get('listing');
    expect(body).toContain('Are these 2 listings still right?');
    expect(body).toContain('This is for both of them.');
    const answer = await browser.post('listing', fieldsOf(body.slice(0, body.indexOf('</form>', body.indexOf('All still right')))));
    expect([answer.statusCode, answer.headers['location']]).toEqual([303, expect.stringMatching(/\/done$/)]);
    expect([await outcome(listing, 'confirmed'), await outcome(other, 'confirmed')]).toEqual(['done', 'done']);
    const done = (await browser.get('done')).body;
    expect(done).toContain('Thank you. That is all.');
    expect(done.match(/Last checked on/g)).toHaveLength(2);
    const [, next = ''] = /We ask you again by <b>([^<]+)<\/b>/.exec(done) ?? [];
    expect(new Date(next).getTime()).toBeGreaterThan(Date.now() + 80 * 86_400_000);
    const day = await browser.get('calendar');
    expect([day.headers['content-type'], day.body.includes('BEGIN:VEVENT')]).toEqual(['text/calendar; charset=utf-8', true]);
    expect(day.body).not.toMatch(/\/a\/|http/);
    expect((await browser.get('listing')).body).toContain('You said that all is still right.');
  });

  it('a press without the page’s proof changes nothing', async () => {
    const { browser, listing } = await inside();
    const answer = await browser.post('listing', { service: listing, seen: 'x' });
    expect([answer.statusCode, answer.body.includes('The page was open too long')]).toEqual([403, true]);
    expect((await browser.post(`room-${listing}`, { answer: 'full' })).statusCode).toBe(422);
    expect(await desk.sql('select 1 from partner.statement where service_id = $1', [listing])).toEqual([]);
  });

  it('what is not known has no "Right"', async () => {
    const { browser, listing } = await inside();
    const found = async (): Promise<string[]> => {
      const { body } = await browser.get('listing');
      const part = body.slice(body.indexOf(`id="website-${listing}"`), body.indexOf(`id="eligibility-${listing}"`));
      return [/>Not known</.test(part) ? 'not known' : 'known', ...(part.match(/value="(right|later)\.website/g) ?? [])];
    };
    for (const [website, shown] of [['', ['not known', 'value="later.website']], ['https://www.example.org', ['known', 'value="right.website', 'value="later.website']]] as const) {
      await desk.sql(`update partner.listing set facts = jsonb_set(facts, '{website}', to_jsonb($2::text)) where service_id = $1`, [listing, website]);
      expect(await found()).toEqual(shown);
    }
  });

  it('"full" asks for one of three and a day that is not over', async () => {
    const { browser, listing } = await inside();
    const none = await browser.send(`room-${listing}`, {});
    expect([none.statusCode, none.body.includes('Pick one of the three')]).toEqual([422, true]);
    const over = await browser.send(`room-${listing}`, { answer: 'full', until: '2020-01-01' });
    expect([over.statusCode, over.body.includes('value="2020-01-01"')]).toEqual([422, true]);
    expect((await browser.send(`room-${listing}`, { answer: 'full', until: '2199-01-01' })).statusCode).toBe(303);
    expect((await browser.get('listing')).body).toContain('You are full until January 1, 2199');
    expect(await outcome(listing, 'taking-new')).toBe('done');
  });

  it('A04 a part is saved by itself, faults keep what was typed, nothing is sent before Send, and the review says before and after', async () => {
    const { browser, listing } = await inside();
    const odd = await browser.send(`hours-${listing}`, { hoursMO: '1 pm to 9 pm', hoursTU: 'by appointment' });
    expect(odd.statusCode).toBe(422);
    for (const text of ['Tuesday: type times like 9 am to 5 pm', 'value="by appointment"', 'value="1 pm to 9 pm"']) expect(odd.body).toContain(text);
    const night = await browser.send(`hours-${listing}`, { hoursMO: '9-12, 1pm - 4:30', hoursTU: '8 pm to 2' });
    expect([night.statusCode, night.body.includes('Tuesday: is that 8 pm to 2 am? Write am or pm at each time.'), night.body.includes('value="8 pm to 2"'), night.body.includes('Monday:')]).toEqual([422, true, true, false]);
    expect((await browser.send(`phones-${listing}`, { number0: 'call us' })).body).toContain('Type a phone number with three digits');
    expect((await browser.send(`description-${listing}`, { description: '' })).body).toContain('Say in a few words');
    expect((await browser.send(`website-${listing}`, { website: 'javascript:alert(1)' })).body).toContain('Type an address such as');
    expect(await desk.sql('select 1 from partner.draft where service_id = $1', [listing])).toEqual([]);
    for (const [field, typed] of [['hours', { hoursMO: '1 pm to 9 pm' }], ['description', { description: 'We listen & <b>do not judge</b>.' }], ['website', { website: 'www.example.org' }]] as const) {
      const saved = await browser.send(`${field}-${listing}`, typed);
      expect([saved.statusCode, saved.headers['location']]).toEqual([303, expect.stringContaining(`/listing#${field}-${listing}`)]);
    }
    const { body } = await browser.get('listing');
    const [right = ''] = new RegExp('right\\.cost\\.[0-9a-f]{12}').exec(body.slice(body.indexOf(`id="cost-${listing}"`))) ?? [];
    const { token = '' } = fieldsOf(body);
    expect((await browser.post(`say-${listing}`, { token, say: right.replace(/[0-9a-f]{12}$/, '0'.repeat(12)) })).statusCode).toBe(409);
    expect((await browser.post(`say-${listing}`, { say: right })).statusCode).toBe(403);
    expect((await browser.post(`say-${listing}`, { token, say: right })).statusCode).toBe(303);
    // The tab is closed; whoever comes in again finds it.
    const again = new AgencyBrowser(desk, browser.token);
    await again.post('');
    expect((await again.get('listing')).body).toContain('4 of 8 done');
    expect(await desk.sql('select 1 from partner.proposal where service_id = $1', [listing])).toEqual([]);
    const review = (await again.get(`review-${listing}`)).body;
    for (const text of ['You found right: Cost.', 'Monday, 1\u00a0pm to 9\u00a0pm', 'We listen &amp; &lt;b>do not judge&lt;/b>.', 'https://www.example.org']) expect(review).toContain(text);
    const sent = await again.post(`review-${listing}`, { ...fieldsOf(review), note: 'New hours since Monday' });
    expect([sent.statusCode, sent.headers['location']]).toEqual([303, expect.stringContaining(`/sent-${listing}`)]);
    expect((await again.get(`sent-${listing}`)).body).toContain('Thank you, we have it');
    expect(await desk.sql(`select note, array(select jsonb_object_keys(changes) order by 1) as fields, changes->'description'->>'after' as said from partner.proposal where service_id = $1`, [listing])).toEqual([{ note: 'New hours since Monday', fields: ['description', 'hours', 'website'], said: 'We listen & <b>do not judge</b>.' }]);
  });

  it('A04 closed days have inputs of their own: faults keep them, the review says them in the page’s language, a steward publishes them, and they close those days', async () => {
    const { browser, listing } = await inside('es');
    const page = (await browser.get(`hours-${listing}`)).body;
    for (const name of ['closedFrom0', 'closedUntil0', 'closedWhy0']) expect(page).toContain(`name="${name}"`);
    expect(page).not.toContain('name="closedFrom1"');
    for (const [typed, fault] of [
      [{ closedFrom0: '2026-12-24', closedUntil0: '2026-12-01' }, 'El último día es antes del primero'],
      [{ closedUntil0: '2026-12-24' }, 'Diga qué día empieza'],
      [{ closedWhy0: 'repairs' }, 'Diga qué día empieza'],
      [{ closedFrom0: 'mañana' }, 'Escriba el día así: 2026-12-24'],
      [{ closedFrom0: '2026-12-24', closedUntil0: '2026-12-32' }, 'Escriba el día así: 2026-12-24'],
    ] as const) {
      const odd = await browser.send(`hours-${listing}`, { ...fieldsOf(page), ...typed });
      expect([odd.statusCode, odd.body.includes(fault)]).toEqual([422, true]);
      for (const value of Object.values(typed)) expect(odd.body).toContain(`value="${value}"`);
    }
    expect(await desk.sql('select 1 from partner.draft where service_id = $1', [listing])).toEqual([]);
    const closed = { closedFrom0: '2026-12-24', closedUntil0: '2027-01-02', closedWhy0: 'holiday break', closedFrom1: '2027-03-01' };
    expect((await browser.send(`hours-${listing}`, { ...fieldsOf(page), ...closed })).statusCode).toBe(303);
    const draft = (await browser.get(`hours-${listing}`)).body;
    for (const [name, value] of Object.entries({ ...closed, closedUntil1: '2027-03-01' })) expect(draft).toMatch(name.startsWith('closedWhy') ? /<option[^>]*value="holiday break"[^>]*selected|<option[^>]*selected[^>]*value="holiday break"/ : new RegExp(`name="${name}"[^>]*value="${value}"`));
    expect(draft).toContain('name="closedFrom2"');
    const review = (await browser.get(`review-${listing}`)).body;
    expect(review).toContain('Cerrado: del 24 de diciembre de 2026 al 2 de enero de 2027 (días de fiesta)\nCerrado: 1 de marzo de 2027');
    await browser.post(`review-${listing}`, fieldsOf(review));
    const mei = await aColleague(desk, 'Mei Closing', ['STW']);
    const { items } = await mei.ask<{ items: { id: string; serviceId: string; version: number; fields: { field: string; they: string[]; mark: string }[] }[] }>('GET', '/api/directory/proposals');
    const sent = items.find(({ serviceId }) => serviceId === listing);
    expect(sent?.fields).toMatchObject([{ field: 'hours', they: expect.arrayContaining(['Closed: holiday break, December 24, 2026 to January 2, 2027', 'Closed, March 1, 2027']) }]);
    const decided = await desk.app.inject({ method: 'POST', url: `/api/directory/proposals/${sent?.id}/decision`, headers: { cookie: mei.cookie, 'x-csrf-token': mei.csrf, 'if-match': String(sent?.version) }, payload: { decisions: sent?.fields.map(({ field, mark }) => ({ field, accepted: true, mark })) } });
    expect(decided.json()).toEqual({ outcome: 'published' });
    expect(await desk.sql(`select dtstart::text as from, until::text as until, description from directory.schedule where service_id = $1 and dtstart is not null order by dtstart`, [listing])).toEqual([
      { from: '2026-12-24', until: '2027-01-02', description: 'Closed: holiday break' },
      { from: '2027-03-01', until: '2027-03-01', description: 'Closed' },
    ]);
    const open = (await desk.get(Clock).during(new Date('2026-12-20T12:00-05:00'), () => desk.app.inject({ method: 'GET', url: `/es/find/${listing}` }))).body;
    expect(open).toContain('Cerrado: del 24 de diciembre de 2026 al 2 de enero de 2027 (días de fiesta)');
  });

  it('all hours that an agency gave stand on the public page and the person’s: a week of different days, words, closed days ahead; "opens" is said where it is known', async () => {
    const { browser, listing } = await inside();
    const week = { hoursMO: '9-12, 1pm - 4:30', hoursTU: '8:30 - 5', hoursWE: '10 to 2', hoursTH: 'noon to 6', hoursFR: '8-4', hoursSA: '', hoursSU: '' };
    const page = fieldsOf((await browser.get(`hours-${listing}`)).body);
    expect((await browser.send(`hours-${listing}`, { ...page, ...week, hoursOther: 'first saturday of the month 10-2', closedFrom0: '2026-12-24', closedWhy0: 'holiday break' })).statusCode).toBe(303);
    await browser.post(`review-${listing}`, fieldsOf((await browser.get(`review-${listing}`)).body));
    const mei = await aColleague(desk, 'Mei Showing', ['STW']);
    const { items } = await mei.ask<{ items: { id: string; serviceId: string; version: number; fields: { field: string; mark: string; unusual: string[] }[] }[] }>('GET', '/api/directory/proposals');
    const sent = items.find(({ serviceId }) => serviceId === listing);
    expect(sent?.fields.map(({ unusual }) => unusual)).toEqual([[]]);
    const decided = await desk.app.inject({ method: 'POST', url: `/api/directory/proposals/${sent?.id}/decision`, headers: { cookie: mei.cookie, 'x-csrf-token': mei.csrf, 'if-match': String(sent?.version) }, payload: { decisions: sent?.fields.map(({ field, mark }) => ({ field, accepted: true, mark })) } });
    expect(decided.json()).toEqual({ outcome: 'published' });
    const at = <T>(day: string, work: () => Promise<T>): Promise<T> => desk.get(Clock).during(new Date(`${day}T20:00-05:00`), work);
    const shown = async (day: string): Promise<string> => (await at(day, async () => desk.app.inject({ method: 'GET', url: `/en/find/${listing}` }))).body.replaceAll('\u00a0', ' ');
    const sunday = await shown('2026-11-29');
    for (const line of ['Monday, 9 am to 12 pm', 'Monday, 1 pm to 4:30 pm', 'Tuesday, 8:30 am to 5 pm', 'Wednesday, 10 am to 2 pm', 'Thursday, 12 pm to 6 pm', 'Friday, 8 am to 4 pm', 'first saturday of the month 10-2', 'Closed December 24, 2026 (holiday break)', 'Opens tomorrow 9 am']) expect(sunday).toContain(line);
    expect(await shown('2026-12-04')).not.toContain('Opens '); // the Saturday is in words
    expect(await shown('2026-12-12')).toContain('Opens Monday 9 am');
    expect(await shown('2026-12-28')).not.toContain('holiday break');
    const card = await at('2026-11-29', () => desk.get(Cards).look(SYSTEM, [{ id: listing, serviceId: listing }]));
    expect(card.get(listing)?.hours.map(({ description }) => description).filter(Boolean)).toEqual(['first saturday of the month 10-2', 'Closed: holiday break']);
  });

  it('two people of one agency at once: both parts are kept, and who sends second from an old page is told', async () => {
    const { browser: one, listing } = await inside();
    const two = new AgencyBrowser(desk, one.token);
    await two.post('');
    await one.send(`description-${listing}`, { description: 'First words' });
    await two.send(`cost-${listing}`, { cost: '5 dollars' });
    const late = fieldsOf((await two.get(`review-${listing}`)).body);
    const first = fieldsOf((await one.get(`review-${listing}`)).body);
    expect((await one.post(`review-${listing}`, first)).statusCode).toBe(303);
    expect(await desk.sql(`select array(select jsonb_object_keys(changes) order by 1) as fields from partner.proposal where service_id = $1`, [listing])).toEqual([{ fields: ['cost', 'description'] }]);
    expect((await two.post(`review-${listing}`, late)).statusCode).toBe(303); // nothing is left to send: back to the list
    await two.send(`cost-${listing}`, { cost: '6 dollars' });
    const old = await two.post(`review-${listing}`, late);
    expect([old.statusCode, old.body.includes('Someone sent a change just now')]).toEqual([422, true]);
    expect((await two.post(`review-${listing}`, fieldsOf(old.body))).statusCode).toBe(303);
    expect(await desk.sql(`select changes->'cost'->>'after' as cost, changes->'description'->>'after' as words, version from partner.proposal where service_id = $1`, [listing])).toEqual([{ cost: '6 dollars', words: 'First words', version: 2 }]);
  });

  it('A06 the switch has a link of its own, which does nothing else; GET and HEAD never act', async () => {
    const { browser, listing, other } = await inside();
    const [, token = ''] = /\/en\/a\/([\w-]{43})">the page with this one question/.exec((await browser.get(`room-${listing}`)).body) ?? [];
    const alone = new AgencyBrowser(desk, token);
    for (let look = 0; look < 10; look++) for (const method of ['GET', 'HEAD'] as const) expect((await alone.get('', method)).statusCode).toBe(200);
    expect(await desk.sql('select 1 from partner.statement where service_id = any($1)', [[listing, other]])).toEqual([]);
    for (const page of ['listing', `hours-${listing}`, `room-${other}`]) expect((await alone.get(page)).body).not.toContain('Are these');
    expect((await alone.post('', { answer: 'full' })).statusCode).toBe(422); // without the page's own proof
    expect((await alone.send('', { answer: 'waitlist', weeks: 'soon' })).body).toContain('Type a number of weeks');
    expect((await alone.send('', { answer: 'waitlist', weeks: '3' })).statusCode).toBe(303);
    expect(await outcome(listing, 'taking-new')).toBe('done');
    expect((await alone.get()).body).toContain('There is a waitlist of about 3 weeks.');
    for (let time = 0; time < 5; time++) await alone.send('', { answer: 'open' });
    expect((await alone.send('', { answer: 'full' })).body).toContain('six times in an hour');
  });

  it('fewer mails: the yearly question stays', async () => {
    const { browser, id } = await inside();
    const reminders = (): Promise<unknown[]> => desk.sql('select reminders from directory.agency where organization_id = $1', [id]);
    await browser.get('mails');
    expect(await reminders()).toEqual([{ reminders: true }]);
    expect((await browser.post('mails', { reminders: 'no' })).statusCode).toBe(422);
    await browser.send('mails', { reminders: 'no' });
    expect(await reminders()).toEqual([{ reminders: false }]);
    expect((await browser.get('mails')).body).toContain('We ask once a year, and send no more mails');
  });

  it('in Spanish, with its own words for days and hours', async () => {
    const { browser, listing } = await inside('es');
    const { body } = await browser.get('listing');
    expect(body).toContain('<html lang="es"');
    expect(body).toContain('Todo sigue bien');
    const typed = { ...fieldsOf((await browser.get(`hours-${listing}`)).body), hoursMO: 'de 9 a.m. a 5 p.m.', hoursSU: '10 a 12' };
    const switched = await browser.post(`hours-${listing}`, { ...typed, language: 'en' });
    expect(switched.body).toContain('value="de 9 a.m. a 5 p.m."');
    await browser.post(`hours-${listing}`, typed);
    expect((await browser.get(`review-${listing}`)).body).toMatch(/domingo, de 10\u00a0a\.m\. a 12\u00a0p\.m\./);
  });

  it('every listing’s page, sent back as it is, changes nothing: in words, in both languages', async () => {
    const all = await desk.get(Db).as(SYSTEM, async (tx) => {
      const found: OwnListing[] = [];
      for (const { id } of agencies.slice(0, 40)) found.push(...(await desk.get(OwnListings).of(tx, id)));
      return found;
    });
    expect(all.length).toBeGreaterThan(50);
    const always = { rows: [{ days: 'MO,TU', opens: '00:00', closes: '23:59' }, { days: 'SA', opens: '18:00', closes: '01:30' }], other: ['Closed: repairs, December 24, 2026', '2nd Wednesday, 6 pm to 8 pm'] };
    for (const code of ['en', 'es']) {
      const inWords: SpansInWords = (spans) => spansInWords(languageOf(code), spans);
      for (const facts of [...all.map((one) => one.facts), { ...all[0]?.facts, hours: always } as OwnFacts]) {
        const typed = withClosedDays(typedFrom(facts, inWords)); // as the page has it
        expect(Object.entries(typed).filter(([field, text]) => /^hours[A-Z]{2}$/.test(field) && /\d-\d/.test(text))).toEqual([]);
        const values = OWN_FIELDS.map((field) => [field, valueOf(field, typed, facts)] as const);
        expect(values.filter(([, value]) => isMissing(value))).toEqual([]);
        expect(changesOf(facts, Object.fromEntries(values) as unknown as OwnValues, isSame)).toEqual({});
      }
    }
  });

  it('an agency without listings, an old link and one whose mailbox was taken off say so', async () => {
    const empty = await inside();
    await desk.sql(`update directory.service set status = 'inactive' where organization_id = $1`, [empty.id]);
    await desk.sql(`delete from partner.listing where agency_id = $1`, [empty.id]);
    expect((await empty.browser.get('listing')).body).toContain('We show no listing of yours right now');
    await desk.sql(`update partner.link set expires_at = now() - interval '1 second' where agency_id = $1`, [empty.id]);
    const old = await empty.browser.get('listing');
    expect([old.statusCode, old.body.includes('Links to listings end after 13 months'), old.body.includes('Send me a new link')]).toEqual([410, true, true]);
    await desk.sql(`update partner.link set expires_at = now() + interval '1 day', revoked_at = now() where agency_id = $1`, [empty.id]);
    const gone = await empty.browser.get('listing');
    expect([gone.statusCode, gone.body.includes('This mailbox was taken off')]).toEqual([410, true]);
  });
});
