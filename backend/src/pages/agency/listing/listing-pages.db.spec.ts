import { aColleague, type Colleague } from '../../../../test/a-colleague.js';
import { aMailingDesk } from '../../../../test/a-county-desk.js';
import { AgencyBrowser, tokenFor, type Post } from '../../../../test/a-referral.js';
import { type TestDesk } from '../../../../test/test-database.js';
import { isSame, OwnListings, type OwnFacts, type OwnListing, type OwnValues } from '../../../directory/index.js';
import { changesOf } from '../../../partners/index.js';
import { Db, Dispatcher, Jobs, SYSTEM } from '../../../platform/index.js';
import { languageOf } from '../../texts/texts.js';
import { spansInWords } from './listing-words.js';
import { typedFrom, valuesOf, type SpansInWords } from './typed.js';

let post: Post;
let desk: TestDesk;
let amos: Colleague;
let agencies: { id: string; listings: string[] }[];
beforeAll(async () => {
  ({ desk, post } = await aMailingDesk());
  amos = await aColleague(desk, 'Amos Bell', ['ADM']);
  agencies = await desk.sql(`select organization_id as id, array_agg(id order by name, id) as listings from directory.service where status = 'active' group by 1 having count(*) = 2 order by 1`);
  await desk.get(Jobs).start();
  desk.get(Dispatcher).start();
}, 90_000);
afterAll(async () => {
  await desk.stop();
  await post.close();
});

let next = 0;
/** An agency that was asked and came in by link and code. */
async function inside(language = 'en'): Promise<{ browser: AgencyBrowser; id: string; listing: string; other: string; email: string }> {
  const { id, listings } = agencies[next++] ?? { id: '', listings: [] };
  const email = `keeper${next}@example.org`;
  await desk.sql('insert into directory.agency (organization_id, email) values ($1, $2)', [id, email]);
  await amos.ask('POST', `/api/agencies/${id}/ask-listing`);
  const browser = new AgencyBrowser(desk, await tokenFor(post, email), language);
  await browser.enter(post, email);
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
    for (const page of ['room', 'change', 'review', 'sent']) {
      expect((await mine.browser.get(`${page}-${mine.listing}`)).statusCode).toBe(page === 'sent' ? 303 : 200);
      expect((await mine.browser.get(`${page}-${theirs.listing}`)).statusCode).toBe(404);
      expect((await mine.browser.post(`${page}-${theirs.listing}`, {})).statusCode).toBe(404);
    }
    for (const page of ['nothing', 'change-x', `steps-${mine.listing}`, `constructor-${mine.listing}`]) expect((await mine.browser.get(page)).statusCode).toBe(404);
    expect(await desk.sql('select (select count(*) from partner.statement) said, (select count(*) from partner.proposal) sent')).toEqual(before);
  });

  it('A03 one press says that all is still right, and the day is shown', async () => {
    const { browser, listing } = await inside();
    const { body } = await browser.get('listing');
    const form = body.slice(body.indexOf(`id="l${listing}"`));
    const answer = await browser.post('listing', fieldsOf(form.slice(0, form.indexOf('</section>'))));
    expect([answer.statusCode, answer.headers['location']]).toEqual([303, expect.stringMatching(new RegExp(`/listing#l${listing}$`))]);
    expect(await outcome(listing, 'confirmed')).toBe('done');
    expect((await browser.get('listing')).body).toContain('You said that all is still right.');
  });

  it('a press without the page’s proof changes nothing', async () => {
    const { browser, listing } = await inside();
    const answer = await browser.post('listing', { service: listing, seen: 'x' });
    expect([answer.statusCode, answer.body.includes('The page was open too long')]).toEqual([403, true]);
    expect((await browser.post(`room-${listing}`, { answer: 'full' })).statusCode).toBe(422);
    expect(await desk.sql('select 1 from partner.statement where service_id = $1', [listing])).toEqual([]);
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

  it('A04 faults keep what was typed; nothing is sent before Send; the review says before and after', async () => {
    const { browser, listing } = await inside();
    const page = `change-${listing}`;
    const typed = { ...fieldsOf((await browser.get(page)).body), hoursMO: '1 pm to 9 pm', hoursTU: 'by appointment', number0: 'call us', description: '' };
    const odd = await browser.post(page, typed);
    expect(odd.statusCode).toBe(422);
    for (const text of ['Tuesday: type times like 9 am to 5 pm', 'Type a phone number with three digits', 'Say in a few words', 'value="by appointment"', 'value="1 pm to 9 pm"']) expect(odd.body).toContain(text);
    const right = { ...typed, hoursTU: '', number0: '(203) 555-0142', description: 'We listen & <b>do not judge</b>.' };
    const review = await browser.post(page, right);
    expect(review.statusCode).toBe(200);
    expect(review.body).toContain('Monday, 1\u00a0pm to 9\u00a0pm');
    expect(review.body).toContain('We listen &amp; &lt;b>do not judge&lt;/b>.');
    expect(await desk.sql('select 1 from partner.proposal where service_id = $1', [listing])).toEqual([]);
    const again = await browser.post(page, { ...fieldsOf(review.body), edit: '1' });
    expect(again.body).toContain('value="1 pm to 9 pm"');
    const sent = await browser.post(`review-${listing}`, { ...fieldsOf(review.body), note: 'New number since Monday' });
    expect([sent.statusCode, sent.headers['location']]).toEqual([303, expect.stringContaining(`/sent-${listing}`)]);
    expect((await browser.get(`sent-${listing}`)).body).toContain('Thank you, we have it');
    expect(await desk.sql(`select note, array(select jsonb_object_keys(changes) order by 1) as fields, changes->'description'->>'after' as said from partner.proposal where service_id = $1`, [listing])).toEqual([{ note: 'New number since Monday', fields: ['description', 'hours', 'phones'], said: right.description }]);
  });

  it('a second look shows the open proposal and changes it; two people at once: the second one is told', async () => {
    const { browser, listing } = await inside();
    const first = { ...fieldsOf((await browser.get(`change-${listing}`)).body), description: 'First words' };
    await browser.post(`review-${listing}`, first);
    const open = await browser.get(`change-${listing}`);
    expect(open.body).toContain('No one has decided yet');
    expect(open.body).toContain('First words');
    expect((await browser.get('listing')).body).toContain('See what you sent');
    const late = await browser.post(`review-${listing}`, { ...first, description: 'Typed beside it' });
    expect([late.statusCode, late.body.includes('Someone sent a change just now')]).toEqual([422, true]);
    expect((await browser.post(`review-${listing}`, { ...fieldsOf(open.body), description: 'Second words' })).statusCode).toBe(303);
    expect(await desk.sql(`select changes->'description'->>'after' as said, version from partner.proposal where service_id = $1`, [listing])).toEqual([{ said: 'Second words', version: 2 }]);
    const same = await browser.get(`change-${listing}`);
    const [listed] = await desk.sql<{ said: string }>(`select facts->>'description' as said from partner.listing where service_id = $1`, [listing]);
    expect((await browser.post(`change-${listing}`, { ...fieldsOf(same.body), description: listed?.said ?? '' })).body).toContain('Nothing is changed yet');
  });

  it('in Spanish, with its own words for days and hours', async () => {
    const { browser, listing } = await inside('es');
    const { body } = await browser.get('listing');
    expect(body).toContain('<html lang="es"');
    expect(body).toContain('Todo sigue bien');
    const typed = { ...fieldsOf((await browser.get(`change-${listing}`)).body), hoursMO: 'de 9 a.m. a 5 p.m.', hoursSU: '10 a 12' };
    const review = await browser.post(`change-${listing}`, typed);
    expect(review.body).toMatch(/domingo, de 10\u00a0a\.m\. a 12\u00a0p\.m\./);
    const switched = await browser.post(`change-${listing}`, { ...typed, language: 'en' });
    expect(switched.body).toContain('value="de 9 a.m. a 5 p.m."');
  });

  it('every listing’s page, sent back as it is, changes nothing: in words, in both languages', async () => {
    const all = await desk.get(Db).as(SYSTEM, async (tx) => {
      const found: OwnListing[] = [];
      for (const { id } of agencies.slice(0, 40)) found.push(...(await desk.get(OwnListings).of(tx, id)));
      return found;
    });
    expect(all.length).toBeGreaterThan(50);
    const always = { rows: [{ days: 'MO,TU', opens: '00:00', closes: '23:59' }, { days: 'SA', opens: '18:00', closes: '01:30' }], other: ['2nd Wednesday, 6 pm to 8 pm'] };
    for (const code of ['en', 'es']) {
      const inWords: SpansInWords = (spans) => spansInWords(languageOf(code), spans);
      for (const facts of [...all.map((one) => one.facts), { ...all[0]?.facts, hours: always } as OwnFacts]) {
        const typed = typedFrom(facts, inWords);
        expect(Object.entries(typed).filter(([field, text]) => /^hours[A-Z]{2}$/.test(field) && /\d-\d/.test(text))).toEqual([]);
        const values = valuesOf(typed, facts);
        expect(values).not.toBeInstanceOf(Array);
        expect(changesOf(facts, values as OwnValues, isSame)).toEqual({});
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
