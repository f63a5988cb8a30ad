import type { Response } from 'light-my-request';
import { brotliCompressSync, constants } from 'node:zlib';
import { aColleague, type Colleague } from '../../../test/a-colleague.js';
import { handOn } from '../../../test/hand-on.js';
import { canBeAsked, onTheRoad, type OnTheRoad } from '../../../test/on-the-road.js';
import { testDesk, type TestDesk } from '../../../test/test-database.js';
import type { MatchesView } from '../../matching/matching.dto.js';
import { Answering } from '../../partners/index.js';
import { agencyOf, Clock, Db, Sealer, uuidv7 } from '../../platform/index.js';
import { SEALED, type SealedOption } from '../../referrals/options-reader.js';
import { CountySeed } from '../../seed/county/county-seed.js';
import { ReferenceSeed } from '../../seed/reference/reference.js';

let desk: TestDesk;
let ruth: Colleague;
beforeAll(async () => {
  desk = await testDesk();
  await desk.sql(`update settings.desk set phone = '555-0100', zone = 'America/New_York'`);
  await desk.get(ReferenceSeed).run();
  await desk.get(CountySeed).run();
  ruth = await aColleague(desk, 'Ruth Adler');
}, 180_000);
afterAll(() => desk.stop());

const plain = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/&amp;/g, '&').replace(/&#39;/g, "'").replace(/\s+/g, ' ').trim();
type Fields = Record<string, string | string[]>;

/** A browser without script that keeps the stay's cookie. */
class Person {
  cookie = '';
  page = '';
  status = 0;
  url = '';
  last!: Response;
  constructor(readonly address = `203.0.113.${Math.floor(Math.random() * 250)}`) {}

  async get(url: string): Promise<this> {
    return this.take(await desk.app.inject({ method: 'GET', url, remoteAddress: this.address, headers: this.cookie ? { cookie: this.cookie } : {} }), url);
  }
  async post(url: string, fields: Fields = {}, token = this.token): Promise<this> {
    const body = new URLSearchParams({ token });
    for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one);
    const headers = { ...(this.cookie && { cookie: this.cookie }), origin: 'http://localhost:3000', 'content-type': 'application/x-www-form-urlencoded' };
    return this.take(await desk.app.inject({ method: 'POST', url, remoteAddress: this.address, headers, payload: body.toString() }), url);
  }
  async enter({ reference, code }: Pick<OnTheRoad, 'reference' | 'code'>, language = 'en'): Promise<this> {
    return this.post(`/${language}/follow`, { number: reference, words: code });
  }
  get token(): string {
    return /name="token" value="([^"]+)"/.exec(this.page)?.[1] ?? '';
  }
  get h1(): string {
    return plain(/<h1[^>]*>(.*?)<\/h1>/s.exec(this.page)?.[1] ?? '');
  }
  get text(): string {
    return plain(/<main>(.*)<\/main>/s.exec(this.page)?.[1] ?? '');
  }
  field(name: string): string {
    return new RegExp(`name="${name}" value="([^"]+)"`).exec(this.page)?.[1] ?? '';
  }
  private async take(answer: Response, url: string): Promise<this> {
    this.last = answer;
    const set = answer.cookies.find(({ name }) => name === '__Host-stay');
    if (set) this.cookie = set.value ? `${set.name}=${set.value}` : '';
    if (answer.statusCode === 303) return this.get(String(answer.headers.location));
    Object.assign(this, { url, page: answer.body, status: answer.statusCode });
    return this;
  }
}
const bare = ({ page }: Person): string => page;
const inside = async (road: OnTheRoad, language = 'en'): Promise<Person> => new Person().enter(road, language);
beforeEach(() => desk.sql('delete from people.throttle'));

describe('the door', () => {
  it('P20 answers wrong words, an unknown number and an erased request with the same bytes, shows nothing typed, sets nothing', async () => {
    const [one, gone] = [await onTheRoad(desk, ruth), await onTheRoad(desk, ruth)];
    const leaving = await inside(gone);
    await leaving.get('/en/follow/erase');
    expect((await leaving.post('/en/follow/erase')).h1).toBe('It is deleted');
    const pages = await Promise.all([new Person().enter({ ...one, code: 'four other quiet words' }), new Person().enter({ reference: 'R-ZZZZ-ZZ', code: one.code }), new Person().enter(gone), new Person().enter({ reference: '', code: '' })]);
    expect(new Set(pages.map(bare)).size).toBe(1);
    for (const page of pages) {
      expect(page.status).toBe(422);
      expect(page.text).toContain('do not go together');
      expect(page.cookie).toBe('');
      expect(page.page).not.toMatch(/ZZZZ|quiet/);
    }
  });

  it('P20 makes a sixth try wait, with the desk’s phone and the crisis lines, and lets the owner in later', async () => {
    const road = await onTheRoad(desk, ruth);
    const person = new Person();
    for (let at = 0; at < 5; at++) expect((await person.enter({ ...road, code: 'a b c d' })).status).toBe(422);
    const slow = await person.enter(road);
    expect([slow.status, slow.h1]).toEqual([429, 'Please wait a little']);
    expect(Number(slow.last.headers['retry-after'])).toBeGreaterThan(800);
    expect(slow.page).toContain('tel:5550100');
    expect(slow.page).toContain('988');
    await desk.sql(`update people.throttle set until = now() - interval '1 second', since = since - interval '16 minutes'`);
    expect((await person.enter(road)).h1).toBe('Where things stand');
  });

  it('puts nothing into an address, and a new cookie at each entry; the old one is dead', async () => {
    const road = await onTheRoad(desk, ruth);
    const person = await inside(road);
    expect(person.url).toBe('/en/follow');
    const first = person.cookie;
    expect(String((await new Person().enter(road)).last.headers['cache-control'])).toContain('no-store');
    await person.enter(road);
    expect(person.cookie).not.toBe(first);
    const old = new Person();
    old.cookie = first;
    expect((await old.get('/en/follow')).h1).toBe('Come back to your request');
    const [set] = (await new Person().post('/en/follow', { number: road.reference, words: road.code })).last.cookies ?? [];
    expect(set).toBeUndefined(); // the page after the redirect sets nothing more
  });

  it('a form’s cookie opens no stay, and a stay’s no form', async () => {
    const person = await inside(await onTheRoad(desk, ruth));
    const mixed = await desk.app.inject({ method: 'GET', url: '/en/ask/who', headers: { cookie: person.cookie.replace('__Host-stay', '__Host-visit') } });
    expect(mixed.statusCode).toBe(410);
  });

  it('ends by Leave, by "Close this page", and 20 minutes after the last page', async () => {
    const road = await onTheRoad(desk, ruth);
    for (const end of ['/leave', '/en/follow/close']) {
      const person = await inside(road);
      const { cookie } = person;
      await person.post(end);
      expect(person.cookie).toBe('');
      person.cookie = cookie;
      expect((await person.get('/en/follow')).h1).toBe('Come back to your request');
    }
    const person = await inside(road);
    const later = desk.get(Clock).during(new Date(Date.now() + 21 * 60_000), () => person.get('/en/follow'));
    expect((await later).h1).toBe('Come back to your request');
  });
});

describe('what it shows', () => {
  it('says where each need stands, what waits, and that nothing was shared; each look is written down', async () => {
    const road = await onTheRoad(desk, ruth, { topics: ['worry', 'lonely'] });
    const person = await inside(road);
    expect(person.text).toContain('Worry or panic Now you choose.');
    expect(person.text).toContain('I feel alone A person is reading it.');
    expect(person.text).toContain('What we shared Nothing.');
    for (const { name, reasons } of road.options) {
      expect(person.text).toContain(name);
      for (const { text } of reasons) expect(person.text).toContain(text);
    }
    expect(person.page).not.toMatch(/Ruth|Teodora|203\) 555-0142/);
    expect(await desk.sql(`select count(*)::int as n from audit.entry where body->>'act' = 'person.follow' and body->>'objectId' = $1 and body->>'kind' = 'person'`, [road.id])).toEqual([{ n: 1 }]);
  });

  it('says of each line that may be chosen what it does without being asked, before it is chosen, also that nobody knows', async () => {
    const road = await onTheRoad(desk, ruth);
    for (const [at, line, dispatch] of [[0, 'peer', 'yes'], [1, 'volunteer', null]] as const) await desk.sql(`insert into directory.peer (service_id, line, dispatch) values ($1, $2, $3) on conflict (service_id) do update set line = excluded.line, dispatch = excluded.dispatch`, [road.options[at]?.serviceId, line, dispatch]);
    await desk.sql('delete from directory.peer where service_id = $1', [road.options[2]?.serviceId]);
    const [, ...cards] = (await inside(road)).page.split('<article class="way">');
    const before = (name: string | undefined): string => cards.find((card) => card.includes(`<h4>${name}</h4>`))?.split('<details')[0] ?? '';
    expect(before(road.options[0]?.name)).toContain('This line may send help, such as police, without asking.');
    expect(before(road.options[1]?.name)).toContain('Volunteers answer. We do not know if this line sends help without asking.');
    expect(before(road.options[2]?.name)).not.toContain('his line');
    expect((await inside(road, 'es')).page).toContain('Esta línea puede enviar ayuda sin preguntar.');
    await desk.sql('delete from directory.peer where service_id = any($1)', [road.options.map(({ serviceId }) => serviceId)]);
  });

  it('stays below 10 KiB on the wire with three options, chosen and shared', async () => {
    const road = await onTheRoad(desk, ruth);
    const person = await inside(road);
    for (const { id } of road.options) await person.post('/en/follow/decide', { option: id, decision: 'chosen' });
    expect(brotliCompressSync(Buffer.from(person.page), { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }).length).toBeLessThan(10_240);
  });

  it('a hidden address of a chosen place leaves by no door', async () => {
    const road = await onTheRoad(desk, ruth);
    const { results } = await ruth.ask<MatchesView>('POST', `/api/inquiries/${road.id}/matches`, {});
    await ruth.ask('POST', `/api/inquiries/${road.id}/options`, { needId: road.needId, serviceIds: results.slice(3, 13).map(({ serviceId }) => serviceId) });
    const [place] = await desk.sql<{ option: string; location: string; street: string }>(
      `select o.id as option, a.location_id as location, a.address_1 as street from referrals.option o join directory.service_at_location s on s.service_id = o.service_id join directory.location l on l.id = s.location_id
       join directory.address a on a.location_id = s.location_id where o.inquiry_id = $1 and a.address_1 is not null and l.confidentiality = 'open' order by o.rank limit 1`,
      [road.id],
    );
    const person = await inside(road);
    await person.post('/en/follow/decide', { option: place?.option ?? '', decision: 'chosen' });
    expect(person.text).toContain('You want this one.');
    expect(person.page).toMatch(/tel:\d/);
    expect(person.text).toContain(place?.street);
    await desk.sql(`update directory.location set confidentiality = 'hidden' where id = $1`, [place?.location]);
    expect((await person.get('/en/follow')).text).not.toContain(place?.street);
    await desk.sql(`update directory.location set confidentiality = 'open' where id = $1`, [place?.location]);
    expect(await desk.sql('select 1 from referrals.card where inquiry_id = $1', [road.id])).toEqual([]);
  });
});

/** Up to the exact preview for the first option. */
async function atPreview(road: OnTheRoad, person: Person, fields: string[] = ['name', 'reach'], language = 'en'): Promise<void> {
  const option = road.options[0]?.id ?? '';
  await person.post(`/${language}/follow/decide`, { option, decision: 'chosen' });
  await person.post(`/${language}/follow/take`, { option, way: 'ask' });
  await person.post(`/${language}/follow/share`, { fields });
}

describe('choosing and going on', () => {
  it('keeps what was said of an option, and a why that nobody has to give', async () => {
    const road = await onTheRoad(desk, ruth);
    const person = await inside(road);
    const [a, b] = road.options;
    await person.post('/en/follow/decide', { option: a?.id ?? '', decision: 'declined' });
    expect(person.h1).toBe('Why is it not for you?');
    await person.post('/en/follow/why', { why: 'Too far by bus' });
    expect(person.text).toContain('You said: not for me.');
    await person.post('/en/follow/decide', { option: b?.id ?? '', decision: 'declined' });
    await person.post('/en/follow/why', {});
    await person.post('/en/follow/decide', { option: b?.id ?? '', decision: 'undecided' });
    const said = await ruth.ask<{ id: string; decision: string; why: string | null }[]>('GET', `/api/inquiries/${road.id}/options`);
    expect(said.filter(({ id }) => id === a?.id || id === b?.id).map(({ decision, why }) => [decision, why])).toEqual([['declined', 'Too far by bus'], ['undecided', null]]);
    expect(await desk.sql('select decided_by, decided_at is not null as at from referrals.option where id = $1', [a?.id])).toEqual([{ decided_by: null, at: true }]);
  });

  it('goes alone in one press, also when it is pressed twice', async () => {
    const road = await onTheRoad(desk, ruth);
    const person = await inside(road);
    const option = road.options[0]?.id ?? '';
    await person.post('/en/follow/decide', { option, decision: 'chosen' });
    const token = person.token;
    await Promise.all([person.post('/en/follow/take', { option, way: 'self' }, token), person.post('/en/follow/take', { option, way: 'self' }, token)]);
    expect(await desk.sql('select way, state, made_by from referrals.referral where inquiry_id = $1', [road.id])).toEqual([{ way: 'self', state: 'self-contact', made_by: null }]);
    expect((await person.get('/en/follow')).text).toContain('on your own');
  });

  it('proposes name and call-back, shows exactly what is sent, ticks nothing for the person, and asks once', async () => {
    const road = await onTheRoad(desk, ruth);
    const agencyId = await canBeAsked(desk, road.options[0]?.serviceId);
    const person = await inside(road);
    const option = road.options[0]?.id ?? '';
    await person.post('/en/follow/decide', { option, decision: 'chosen' });
    await person.post('/en/follow/take', { option, way: 'ask' });
    expect([...person.page.matchAll(/name="fields" value="(\w+)" checked/g)].map(([, field]) => field)).toEqual(['name', 'reach']);
    await person.post('/en/follow/share', { fields: [] });
    expect([person.status, person.text.includes('Tick at least one thing')]).toEqual([422, true]);
    await person.post('/en/follow/share', { fields: ['name', 'age'] });
    expect(person.h1).toBe('This is all they will see');
    expect(person.text).toContain('Teodora Quill');
    expect(person.text).toContain('25 to 59');
    expect(person.text).not.toMatch(/555-0142|My heart/);
    expect(person.page).not.toMatch(/<input[^>]* checked/);
    const { token } = person;
    const hash = person.field('hash');
    await person.post('/en/follow/preview', { hash }, token);
    expect([person.status, person.text.includes('Tick the box if we may')]).toEqual([422, true]);
    await person.post('/en/follow/preview', { hash: 'a'.repeat(64), agreed: 'yes' }, token);
    expect([person.status, person.text.includes('Read the lines again')]).toEqual([422, true]);
    expect(await desk.sql('select 1 from partner.disclosure d join referrals.referral r on r.id = d.referral_id where r.inquiry_id = $1', [road.id])).toEqual([]);
    await Promise.all([person.post('/en/follow/preview', { hash, agreed: 'yes' }, token), person.post('/en/follow/preview', { hash, agreed: 'yes' }, token)]);
    expect(await desk.sql('select way, state from referrals.referral where inquiry_id = $1', [road.id])).toEqual([{ way: 'link', state: 'sent' }]);
    expect(await desk.sql('select fields, signature, wording, language from referrals.consent where inquiry_id = $1', [road.id])).toEqual([{ fields: ['name', 'age'], signature: 'page', wording: 'share-en-1', language: 'en' }]);
    await person.get('/en/follow');
    expect(person.text).toContain('They have not opened it yet.');

    // Take it back: at its next statement the agency's role has nothing.
    const seen = () => desk.get(Db).as(agencyOf(agencyId), (tx) => tx.query(`select id from partner.disclosure where referral_id = $1`, [person.field('referral')]));
    expect(await seen()).toHaveLength(1);
    const referral = person.field('referral');
    await person.post('/en/follow/back', { referral });
    expect(person.text).toContain('Taken back on');
    expect(await desk.get(Db).as(agencyOf(agencyId), (tx) => tx.query(`select id from partner.disclosure where referral_id = $1`, [referral]))).toEqual([]);
  });

  it('asks by phone where no link is possible, and tells the desk', async () => {
    const road = await onTheRoad(desk, ruth, { safety: 'yes', topics: ['alcohol-drugs'] });
    await canBeAsked(desk, road.options[0]?.serviceId);
    const person = await inside(road);
    await atPreview(road, person);
    expect(person.text).toContain('One of us will call them');
    await person.post('/en/follow/preview', { hash: person.field('hash'), agreed: 'yes' });
    expect(person.text).toContain('One of us will call them for you.');
    expect(await desk.sql('select r.way, c.signature from referrals.referral r join referrals.consent c on c.id = r.consent_id where r.inquiry_id = $1', [road.id])).toEqual([{ way: 'phone', signature: 'page' }]);
    expect(await desk.sql(`select body->>'way' as way from platform.event where type = 'referral.made' and subject = $1`, [road.id])).toEqual([{ way: 'phone' }]);
  });

  it('an agency that asks: the question in its own words, how the person is asked, and that they may say no', async () => {
    const road = await onTheRoad(desk, ruth);
    const agencyId = await canBeAsked(desk, road.options[0]?.serviceId);
    const person = await inside(road);
    await atPreview(road, person);
    await person.post('/en/follow/preview', { hash: person.field('hash'), agreed: 'yes' });
    const [row] = await desk.sql<{ id: string }>('select d.id from partner.disclosure d join referrals.referral r on r.id = d.referral_id where r.inquiry_id = $1', [road.id]);
    await desk.get(Answering).answer(agencyOf(agencyId), row?.id ?? '', { stage: 'first', kind: 'needs-info', note: 'Which evenings would suit?' });
    await handOn(desk);
    await person.get('/en/follow');
    expect(person.text).toMatch(/asks something first\. We ask you the way you chose, or you add your answer below\. You can say no\. We tell them only what you agree to\.\s+Which evenings would suit\?/);
    await desk.sql(`update referrals.referral set overdue_at = now() where inquiry_id = $1`, [road.id]);
    await person.get('/en/follow');
    expect(person.text).not.toContain('They have not answered yet.');
  });

  it('answers foreign and missing ids with the same 404, and changes nothing of the other’s', async () => {
    const [mine, theirs] = [await onTheRoad(desk, ruth), await onTheRoad(desk, ruth)];
    const other = await inside(theirs);
    await other.post('/en/follow/decide', { option: theirs.options[0]?.id ?? '', decision: 'chosen' });
    await other.post('/en/follow/take', { option: theirs.options[0]?.id ?? '', way: 'self' });
    const [way] = await desk.sql<{ id: string }>('select id from referrals.referral where inquiry_id = $1', [theirs.id]);
    const before = JSON.stringify(await desk.sql('select o.decision, o.version, r.state, r.version as v from referrals.option o left join referrals.referral r on r.option_id = o.id where o.inquiry_id = $1 order by o.id', [theirs.id]));
    const person = await inside(mine);
    const { token } = person;
    const foreign = { option: theirs.options[1]?.id ?? '', referral: way?.id ?? '' };
    for (const [page, name, fields] of [['decide', 'option', { decision: 'chosen' }], ['take', 'option', { way: 'self' }], ['take', 'option', { way: 'ask' }], ['tell', 'referral', {}], ['back', 'referral', {}]] as const) {
      const one = await person.post(`/en/follow/${page}`, { ...fields, [name]: foreign[name] }, token);
      const [status, html] = [one.status, one.page];
      await person.post(`/en/follow/${page}`, { ...fields, [name]: uuidv7() }, token);
      expect([page, status]).toEqual([page, 404]);
      expect(html).toBe(person.page);
      expect((await person.post(`/en/follow/${page}`, { ...fields, [name]: "x' or 1=1" }, token)).status).toBe(404);
    }
    expect(JSON.stringify(await desk.sql('select o.decision, o.version, r.state, r.version as v from referrals.option o left join referrals.referral r on r.option_id = o.id where o.inquiry_id = $1 order by o.id', [theirs.id]))).toBe(before);
  });

  it('takes no form of another stay: the page again, nothing done', async () => {
    const road = await onTheRoad(desk, ruth);
    const person = await inside(road);
    const option = road.options[0]?.id ?? '';
    await person.post('/en/follow/decide', { option, decision: 'chosen' }, 'another token');
    expect(person.status).toBe(403);
    expect(await desk.sql('select decision from referrals.option where id = $1', [option])).toEqual([{ decision: 'undecided' }]);
  });
});

describe('telling, stopping, deleting', () => {
  it('"it helped" ends the need; one question has to be answered, and may be declined', async () => {
    const road = await onTheRoad(desk, ruth);
    const person = await inside(road);
    const option = road.options[0]?.id ?? '';
    await person.post('/en/follow/decide', { option, decision: 'chosen' });
    await person.post('/en/follow/take', { option, way: 'self' });
    await person.post('/en/follow/tell', { referral: person.field('referral') });
    expect(person.h1).toBe('Did it help?');
    await person.post('/en/follow/helped', { tried: 'yes' });
    expect([person.status, /name="tried" value="yes" checked/.test(person.page)]).toEqual([422, true]);
    await person.post('/en/follow/helped', { tried: 'yes', reached: 'yes', served: 'yes', solved: 'yes' });
    expect(person.text).toContain('This is done: it helped.');
    expect(await desk.sql('select status, ended_by from intake.need where id = $1', [road.needId])).toEqual([{ status: 'met', ended_by: 'person' }]);
  });

  it('adds words once, also when they are sent twice', async () => {
    const road = await onTheRoad(desk, ruth);
    const person = await inside(road);
    await person.post('/en/follow/add', { more: '' });
    expect(person.status).toBe(422);
    for (let at = 0; at < 2; at++) await person.post('/en/follow/add', { more: 'I moved to Norwalk.' });
    expect(person.text).toContain('We added this to your request.');
    expect(await desk.sql(`select 1 from intake.note where inquiry_id = $1 and audience = 'person'`, [road.id])).toHaveLength(1);
  });

  it('a stopped request can still be followed, says so, and offers nothing more to choose', async () => {
    const road = await onTheRoad(desk, ruth);
    const person = await inside(road);
    await person.get('/en/follow/withdraw');
    expect(person.text).toContain('We stop looking.');
    expect(await desk.sql('select status from intake.inquiry where id = $1', [road.id])).toEqual([{ status: 'claimed' }]); // reading changes nothing
    await person.post('/en/follow/withdraw');
    expect(person.text).toContain('This request is closed.');
    expect(person.page).not.toContain('name="decision"');
    expect((await inside(road)).text).toContain('You no longer look for this with us.');
  });

  it('P31 says what is held back before it is pressed; afterwards number and words are unknown, also to who is still inside', async () => {
    const road = await onTheRoad(desk, ruth, { safety: 'no' });
    const [person, elsewhere] = [await inside(road), await inside(road)];
    await person.get('/en/follow/erase');
    expect(person.text).toMatch(/one thing stays until .*: your name and how to reach you. Only a supervisor/);
    await person.post('/en/follow/erase');
    expect(person.h1).toBe('It is deleted');
    expect((await elsewhere.get('/en/follow')).h1).toBe('Come back to your request');
    expect((await elsewhere.post('/en/follow/add', { more: 'canary' }, elsewhere.token)).h1).toBe('This page is closed');
    expect((await new Person().enter(road)).status).toBe(422);
    const calm = await inside(await onTheRoad(desk, ruth));
    await calm.get('/en/follow/erase');
    expect(calm.text).not.toContain('stays until');
    await handOn(desk);
  });
});

describe('in Spanish', () => {
  it('P29 stays in it from door to consent, and the consent says so', async () => {
    const road = await onTheRoad(desk, ruth);
    await canBeAsked(desk, road.options[0]?.serviceId);
    const person = await inside(road, 'es');
    expect(person.h1).toBe('Cómo va todo');
    await atPreview(road, person, ['name'], 'es');
    expect(person.h1).toBe('Esto es todo lo que van a ver');
    await person.post('/en/follow/preview', { language: 'en' }); // the language button of the form
    expect(person.h1).toBe('This is all they will see');
    await person.get('/es/follow/preview');
    await person.post('/es/follow/preview', { hash: person.field('hash'), agreed: 'yes' });
    expect(await desk.sql('select wording, language from referrals.consent where inquiry_id = $1', [road.id])).toEqual([{ wording: 'share-es-1', language: 'es' }]);
  });

  /** Each reason as it stands on the page, with the language that it is marked with, if any. */
  const reasonsOn = ({ page }: Person): { lang: string | undefined; text: string }[] =>
    [...page.matchAll(/<span( lang="(\w+)")?>([^<]+)<\/span><\/span><\/li>/g)].map(([, , lang, text = '']) => ({ lang, text: plain(text) }));

  it('reads the reasons in the page’s language where they were offered in it; the desk reads English and nothing more', async () => {
    const road = await onTheRoad(desk, ruth, { language: 'es-US' });
    const english = road.options.flatMap(({ reasons }) => reasons.map(({ text }) => text));
    expect(new Set(road.options.flatMap((option) => option.reasons.flatMap((one) => Object.keys(one))))).toEqual(new Set(['verdict', 'text']));
    expect(road.options.map((option) => Object.keys(option).filter((key) => ['told', 'language'].includes(key)))).toEqual([[], [], []]);
    expect(english).toContain('Helps with anxiety and worry');

    const spanish = reasonsOn(await inside(road, 'es'));
    expect(spanish).toHaveLength(english.length);
    expect(spanish.filter(({ lang }) => lang)).toEqual([]);
    expect(spanish.map(({ text }) => text)).toContain('Ayuda con la ansiedad y la preocupación');
    expect(spanish.filter(({ text }) => english.includes(text))).toEqual([]);

    expect(reasonsOn(await inside(road, 'en'))).toEqual(english.map((text) => ({ lang: undefined, text })));
  });

  it('a request that came in English, and an option that was offered before there was Spanish, are read in English and marked so', async () => {
    const [came, old] = [await onTheRoad(desk, ruth), await onTheRoad(desk, ruth, { language: 'es' })];
    const sealer = desk.get(Sealer);
    const [{ key, ...sealed } = { key: Buffer.alloc(0), id: '', body: Buffer.alloc(0) }] = await desk.sql<{ key: Buffer; id: string; body: Buffer }>('select i.data_key as key, o.id, o.body from referrals.option o join intake.inquiry i on i.id = o.inquiry_id where o.id = $1', [old.options[0]?.id]);
    const place = { ...SEALED.option, row: sealed.id };
    const opened = sealer.openKey(key, old.id);
    const { told, ...before } = sealer.open<SealedOption>(opened, sealed.body, place);
    expect(told?.reasons.map(({ verdict }) => verdict)).toEqual(before.reasons.map(({ verdict }) => verdict));
    await desk.sql('update referrals.option set body = $2 where id = $1', [sealed.id, sealer.seal(opened, before, place)]);

    const said = before.reasons.map(({ text }) => ({ lang: 'en', text }));
    const [first, rest] = [reasonsOn(await inside(old, 'es')).slice(0, said.length), reasonsOn(await inside(old, 'es')).slice(said.length)];
    expect(first).toEqual(said);
    expect(rest.filter(({ lang }) => lang)).toEqual([]);
    expect(reasonsOn(await inside(came, 'es')).map(({ lang }) => lang)).toEqual(came.options.flatMap(({ reasons }) => reasons.map(() => 'en')));
  });

  it('says hours and extensions of a chosen place in the page’s language, and marks what the listing adds in its own', async () => {
    const road = await onTheRoad(desk, ruth, { language: 'es' });
    const { id: option = '', serviceId = '' } = road.options[0] ?? {};
    await desk.sql(`update directory.phone set extension = '12' where service_id = $1 or organization_id = (select organization_id from directory.service where id = $1)`, [serviceId]);
    await desk.sql('delete from directory.schedule where service_id = $1 or service_at_location_id in (select id from directory.service_at_location where service_id = $1)', [serviceId]);
    for (const [day, words] of [['2WE,4WE', null], ['SA', 'by appointment']]) await desk.sql(`insert into directory.schedule (id, service_id, byday, opens_at, closes_at, freq, description, source) values ($1, $2, $3, '18:00', '19:30', $4, $5, 'test')`, [uuidv7(), serviceId, day, words ? 'WEEKLY' : 'MONTHLY', words]);
    const spanish = await inside(road, 'es');
    await spanish.post('/es/follow/decide', { option, decision: 'chosen' });
    const said = spanish.text.replaceAll('\u00a0', ' ');
    expect(said).toContain('Segundo y cuarto miércoles del mes, de 6 p.m. a 7:30 p.m.');
    expect(said).toContain('Sábado, de 6 p.m. a 7:30 p.m. (by appointment)');
    expect(spanish.page).toContain('<span lang="en"> (by appointment)</span>');
    expect(said).toContain(', extensión 12');
    const english = (await inside(road, 'en')).text.replaceAll('\u00a0', ' ');
    expect(english).toContain('2nd and 4th Wednesday, 6 pm to 7:30 pm');
    expect(english).toContain(', extension 12');
  });

  it('says of a place whether it is open now, in the page’s language and not for paper; nothing where nobody can say', async () => {
    const road = await onTheRoad(desk, ruth, { language: 'es' });
    const open = /<div class="now">([^<]+)</;
    const [always, never] = [road.options[0], road.options[1]].map((option) => option?.serviceId ?? '');
    for (const id of [always, never]) await desk.sql('delete from directory.schedule where id in (select h.id from directory.hours h where h.of_service = $1)', [id]);
    await desk.sql(`insert into directory.schedule (id, service_id, byday, opens_at, closes_at, freq, source) values ($1, $2, 'MO,TU,WE,TH,FR,SA,SU', '00:00', '23:59', 'WEEKLY', 'test')`, [uuidv7(), always]);
    await desk.sql(`insert into directory.schedule (id, service_id, description, source) values ($1, $2, 'By appointment', 'test')`, [uuidv7(), never]);
    const ways = (await inside(road, 'es')).page.split('<article class="way">').slice(1);
    expect(open.exec(ways[0] ?? '')?.[1]).toBe('De día y de noche');
    expect(ways[1]).toContain('By appointment');
    expect(ways[1]).not.toMatch(open);
    expect((await inside(road, 'en')).page).toContain('<div class="now">Day and night</div>');
  });

  it('keeps what was typed when the language is changed', async () => {
    const person = await inside(await onTheRoad(desk, ruth));
    await person.get('/en/follow/add');
    await person.post('/es/follow/add', { more: 'Me mudé.', language: 'es' });
    expect(person.h1).toBe('Agregar a su solicitud');
    expect(person.page).toContain('Me mudé.');
  });
});
