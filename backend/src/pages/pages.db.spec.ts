import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Response } from 'light-my-request';
import { brotliDecompressSync } from 'node:zlib';
import { testDatabase, type TestDatabase } from '../../test/test-database.js';

type Fields = Record<string, string | string[]>;

let database: TestDatabase;
let app: NestFastifyApplication;

/** A browser without script: it keeps the cookie, reads the form's hidden fields and follows redirects. */
class Reader {
  cookie = '';
  page = '';
  status = 0;
  url = '';
  title = '';
  last!: Response;

  constructor(readonly address = `198.51.100.${Math.floor(Math.random() * 250)}`) {}

  async get(url: string): Promise<this> {
    return this.take(await app.inject({ method: 'GET', url, remoteAddress: this.address, headers: this.headers() }), url);
  }

  async post(url: string, fields: Fields = {}, token = this.token): Promise<this> {
    const body = new URLSearchParams(token ? { token } : {});
    for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one);
    const headers = { ...this.headers(), origin: 'http://localhost:3000', 'content-type': 'application/x-www-form-urlencoded' };
    return this.take(await app.inject({ method: 'POST', url, remoteAddress: this.address, headers, payload: body.toString() }), url);
  }

  /** Posts the page that is shown. */
  send(fields: Fields = {}): Promise<this> {
    return this.post(this.url, fields);
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

  private headers(): Record<string, string> {
    return this.cookie ? { cookie: this.cookie } : {};
  }

  private async take(answer: Response, url: string): Promise<this> {
    this.last = answer;
    const set = answer.cookies.find(({ name }) => name === '__Host-visit');
    if (set) this.cookie = set.value ? `${set.name}=${set.value}` : '';
    if (answer.statusCode === 303) return this.get(String(answer.headers.location));
    this.url = url;
    this.page = answer.body;
    this.status = answer.statusCode;
    this.title = plain(/<title>(.*?)<\/title>/.exec(this.page)?.[1] ?? '');
    return this;
  }
}

const plain = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/&amp;/g, '&').replace(/&lt;/g, '<').replace(/&quot;/g, '"').replace(/\s+/g, ' ').trim();

const ANSWERS: Record<string, Fields> = {
  who: { asker: 'self' },
  safety: { safety: 'yes' },
  help: { topics: ['worry', 'lonely'], words: 'My heart races <b>every</b> night.' },
  where: { place: '06854' },
  reach: { channel: 'phone', phone: '(203) 555-0142' },
  safe: { voicemail: 'no', others: 'hang-up', name: 'Marisol', times: ['evening'], never: 'Not on Sunday' },
  about: { age: '25-59', insurance: 'declined' },
  choice: { read: 'yes', followUp: 'yes' },
};

/** Goes through the form up to, and without, `until`. */
async function through(until: string, over: Record<string, Fields> = {}, reader = new Reader()): Promise<Reader> {
  await reader.get('/en/ask');
  await reader.post('/en/ask');
  await reader.send();
  for (const [page, fields] of Object.entries({ ...ANSWERS, ...over })) {
    if (page === until || reader.url.endsWith(`/${until}`)) break;
    if (!reader.url.endsWith(`/${page}`)) continue;
    await reader.send(fields);
    if (reader.url.endsWith('/now')) await reader.send();
  }
  return reader;
}

const inquiries = async (): Promise<number> => Number((await database.sql<{ n: string }>('select count(*) as n from intake.inquiry'))[0]?.n);
const newest = async <T>(columns: string): Promise<T> => (await database.sql<T>(`select ${columns} from intake.inquiry order by id desc limit 1`))[0] as T;

beforeAll(async () => {
  database = await testDatabase();
  await database.sql(`insert into settings.crisis_line (id, place, language, audience, kind, label, target, note, position, source) values
    (gen_random_uuid(), 'US', 'en', 'everyone', 'call', 'Call 988', '988', 'Crisis line', 1, 'test'), (gen_random_uuid(), 'US', 'en', 'youth', 'text', 'Text 555-0113', '555-0113', 'Young people too', 1, 'test')`);
  const { AppModule } = await import('../app.module.js');
  const { createServer } = await import('../platform/http/server.js');
  app = await createServer(AppModule, { quiet: true });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

describe('the way through', () => {
  it('P01 a whole form without script becomes a request in the queue, with a receipt', async () => {
    const before = await inquiries();
    const reader = await through('check');
    expect(reader.h1).toBe('Check your answers');
    expect(reader.text).toContain('(203) 555-0142');
    await reader.send();
    expect(reader.url).toBe('/en/ask/done');
    expect(reader.text).toMatch(/R-[A-Z2-9]{4}-[A-Z2-9]{2}/);
    expect(await inquiries()).toBe(before + 1);
    expect(await newest('channel, zip, voicemail, language')).toMatchObject({ channel: 'phone', zip: '06854', voicemail: false, language: 'en' });
  });

  it('P02 every page has one H1, unique in the journey, and the title starts with it', async () => {
    const reader = new Reader();
    const seen: string[] = [];
    const look = (): void => {
      expect(reader.page.match(/<h1/g)).toHaveLength(1);
      expect(reader.title.startsWith(reader.h1)).toBe(true);
      seen.push(reader.h1);
    };
    await reader.get('/en/ask');
    look();
    await reader.post('/en/ask');
    look();
    await reader.send();
    for (const [page, fields] of Object.entries({ ...ANSWERS, safety: { safety: 'no' } })) {
      look();
      expect(reader.url).toBe(`/en/ask/${page}`);
      await reader.send(fields);
      if (page === 'safety') {
        look();
        await reader.send();
      }
    }
    look();
    await reader.send();
    look();
    expect(seen.length).toBeLessThanOrEqual(14); // P26
    for (const page of ['sent', 'add', 'added']) {
      await reader.get(`/en/ask/${page}`);
      look();
    }
    expect(new Set(seen).size).toBe(seen.length);
  });

  it.each(['who', 'safety', 'help', 'where', 'reach', 'safe', 'choice'])('P03 nothing answered on "%s": 422, the summary takes the focus, says what the field says, and leads to it', async (page) => {
    const reader = await through(page);
    await reader.send();
    expect(reader.status).toBe(422);
    expect(reader.title.startsWith('Error: ')).toBe(true);
    expect(reader.page).toMatch(/<div class="problem" id="problem" role="alert" tabindex="-1" autofocus/);
    const links = [...reader.page.matchAll(/<li><a href="#([\w-]+)">(.*?)<\/a>/g)];
    expect(links.length).toBeGreaterThan(0);
    for (const [, id, text] of links) {
      expect(reader.page).toContain(`id="${id}"`);
      expect(reader.page.split(text ?? '').length).toBe(3);
    }
  });

  it('P04 what was typed survives a fault', async () => {
    const reader = await through('reach');
    await reader.send({ channel: 'phone', phone: '555-01', email: 'a@example.org' });
    expect(reader.status).toBe(422);
    expect(reader.page).toContain('value="555-01"');
    expect(reader.page).toContain('value="a@example.org"');
    expect(reader.page).toMatch(/value="phone" checked/);
  });

  it('P12 "not safe" shows the lines, lets the form go on, and is first in the queue', async () => {
    const reader = await through('safety');
    await reader.send({ safety: 'no' });
    expect(reader.h1).toBe('Help is here right now');
    expect(reader.text).toContain('988');
    await reader.send();
    expect(reader.url).toBe('/en/ask/help');
    const sent = await through('check', { safety: { safety: 'no' } });
    await sent.send();
    expect(await newest('priority')).toEqual({ priority: 0 });
  });

  it('P13 "I will contact you" needs no number and no address, and yields number and code', async () => {
    const reader = await through('check', { reach: { channel: 'self' } });
    expect(reader.url).toBe('/en/ask/check');
    await reader.send();
    expect(reader.text).toMatch(/R-[A-Z2-9]{4}-[A-Z2-9]{2}/);
    expect(reader.text).toMatch(/Your code \w+ \w+ \w+ \w+/);
    expect(reader.text).toContain('You contact us');
  });

  it('P14 voicemail is asked for phone only', async () => {
    const ask = async (reach: Fields): Promise<string> => (await through('safe', { reach })).page;
    expect(await ask(ANSWERS['reach'] as Fields)).toContain('voicemail');
    expect(await ask({ channel: 'text', mobile: '203 555 0142' })).not.toContain('voicemail');
    expect(await ask({ channel: 'email', email: 'a@example.org' })).not.toContain('voicemail');
  });

  it.each(['(212) 555-0100 x4', '+44 20 7946 0000', '212.555.0100', '2125550100'])('P15 the number %s is taken and shown as typed', async (phone) => {
    const reader = await through('check', { reach: { channel: 'phone', phone } });
    expect(reader.text).toContain(phone);
  });

  it.each(["Zoë O'Neill-Ñuñez", 'محمد', 'Cher', 'x'.repeat(80)])('P16 the name %s is taken and shown right', async (name) => {
    const reader = await through('check', { safe: { voicemail: 'no', others: 'hang-up', name } });
    expect(reader.text).toContain(name);
  });

  it('P17 facts can be skipped and are shown as not provided; declined stays declined', async () => {
    const reader = await through('check', { about: { veteran: 'declined' } });
    expect(reader.text).toMatch(/Age Not provided/);
    expect(reader.text).toMatch(/Served in the military Prefer not to say/);
  });

  it('P18 Change comes back to the check with everything else kept; another channel asks its own safety questions', async () => {
    const reader = await through('check');
    await reader.get('/en/ask/where');
    expect(reader.page).toContain('value="06854"');
    await reader.send({ place: 'Norwalk' });
    expect(reader.url).toBe('/en/ask/check');
    expect(reader.text).toContain('Norwalk');
    expect(reader.text).toContain('Marisol');
    await reader.get('/en/ask/reach');
    await reader.send({ channel: 'email', email: 'a@example.org' });
    expect(reader.url).toBe('/en/ask/safe');
    await reader.send({ emailOk: 'yes' });
    expect(reader.url).toBe('/en/ask/check');
    expect(reader.text).not.toContain('555-0142');
  });

  it('P19 nothing is ticked when a page opens', async () => {
    const reader = new Reader();
    await reader.get('/en/ask');
    await reader.post('/en/ask');
    await reader.send();
    for (const fields of Object.values(ANSWERS)) {
      expect(reader.page).not.toMatch(/ checked/);
      await reader.send(fields);
    }
  });

  it('a page that is not due yet leads to the first open question', async () => {
    const reader = await through('help');
    await reader.get('/en/ask/check');
    expect(reader.url).toBe('/en/ask/help');
    await reader.get('/en/ask/done');
    expect(reader.url).toBe('/en/ask/help');
  });

  it('under 18 shows the youth lines from then on', async () => {
    const reader = await through('choice', { about: { age: '13-17' } });
    expect(reader.page).toMatch(/class="crisis".*Young people too/s);
  });
});

describe('sending once', () => {
  it('P10 a double click, a retry and Back-and-send make one request; words can be added', async () => {
    const before = await inquiries();
    const reader = await through('check');
    const [first, second] = [new Reader(), new Reader()];
    for (const twin of [first, second]) Object.assign(twin, { cookie: reader.cookie, page: reader.page });
    await Promise.all([first.post('/en/ask/check'), second.post('/en/ask/check')]);
    expect(await inquiries()).toBe(before + 1);
    await reader.send();
    expect(reader.h1).toBe('We already have your request');
    await reader.get('/en/ask/help');
    expect(reader.h1).toBe('We already have your request');
    await reader.send();
    expect(reader.status).toBe(422);
    const { token } = reader;
    await reader.send({ more: 'I have a new number.' });
    expect(reader.h1).toBe('We added this to your request');
    await reader.post('/en/ask/sent', { more: 'I have a new number.' }, token);
    expect(await inquiries()).toBe(before + 1);
    expect(await database.sql(`select 1 from intake.note where audience = 'person'`)).toHaveLength(1);
  });

  it('adding something never reads like a fault: the page says what it is for, then what happened', async () => {
    const reader = await through('check');
    await reader.send();
    expect(reader.page).toContain('href="/en/ask/add"');
    await reader.get('/en/ask/add');
    expect(reader.h1).toBe('Add to your request');
    await reader.send();
    expect([reader.status, reader.h1]).toEqual([422, 'Add to your request']);
    await reader.send({ more: 'We moved.' });
    expect(reader.h1).toBe('We added this to your request');
  });

  it('own words alone are a request; its topic is "not sure"', async () => {
    const reader = await through('check', { help: { words: 'I cannot say which.' } });
    expect(reader.text).toContain('What would help I am not sure');
    await reader.send();
    expect(await database.sql('select topic from intake.need where inquiry_id = (select id from intake.inquiry order by id desc limit 1)')).toEqual([{ topic: 'not-sure' }]);
  });

  it('keeps the receipt, not the answers, after sending; the page says for how long, and how to end it', async () => {
    const reader = await through('check');
    await reader.send();
    const reference = /R-[A-Z2-9]{4}-[A-Z2-9]{2}/.exec(reader.text)?.[0] ?? '';
    await reader.get('/en/ask/done');
    expect(reader.text).toContain(reference);
    expect(reader.text).toContain('You can open this page again for 20 minutes.');
    expect(reader.page).not.toContain('555-0142');
    await reader.post('/leave');
    expect((await reader.get('/en/ask/done')).page).not.toContain(reference);
  });

  it.each([
    ['honeypot', { help: { topics: ['worry'], website: 'spam' } }],
    ['too-fast', {}],
  ])('doubt "%s" goes to the review list and never stops anybody', async (doubt, over) => {
    const reader = await through('check', over);
    await reader.send();
    expect(reader.h1).toBe('We have your request');
    expect(await newest('review')).toEqual({ review: doubt });
  });

  it('a form of another visit is shown again with what was typed and a fresh token', async () => {
    const reader = await through('help');
    await reader.post(reader.url, { topics: 'grief', words: 'Kept words' }, 'x'.repeat(43));
    expect(reader.status).toBe(403);
    expect(reader.page).toContain('Kept words');
    await reader.send({ topics: 'grief', words: 'Kept words' });
    expect(reader.url).toBe('/en/ask/where');
  });
});

describe('what stays and what goes', () => {
  it('P07 Leave ends the visit on the server, clears the cookie and goes elsewhere from a page of ours', async () => {
    const reader = await through('where');
    const { cookie } = reader;
    await reader.post('/leave');
    expect(reader.status).toBe(200);
    expect(reader.page).toContain(`http-equiv="refresh" content="0;url=${database.config.EXIT_URL}"`);
    expect(reader.last.headers['clear-site-data']).toBe('"storage"');
    expect(reader.cookie).toBe('');
    Object.assign(reader, { cookie });
    await reader.get('/en/ask/help');
    expect(reader.status).toBe(410);
    expect(reader.h1).toBe('Your answers are gone');
  });

  it('a visit ends 20 minutes after its last page and its row is of no use without the cookie', async () => {
    const reader = await through('where');
    const [row] = await database.sql<{ answers: Buffer; idle: boolean }>(`select answers, ends_at between now() + interval '19 minutes' and now() + interval '20 minutes' as idle from pages.visit order by started_at desc limit 1`);
    expect(row?.idle).toBe(true);
    expect(row?.answers.toString('latin1')).not.toContain('heart');
    await database.sql(`update pages.visit set ends_at = now() - interval '1 second'`);
    await reader.send(ANSWERS['where']);
    expect(reader.status).toBe(410);
  });

  it('P22 every answer says no-store, and the one cookie is hidden from scripts', async () => {
    const reader = new Reader();
    const answer = await app.inject({ method: 'POST', url: '/en/ask', headers: { origin: 'http://localhost:3000' } });
    expect(answer.headers['set-cookie']).toMatch(/^__Host-visit=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    for (const url of ['/en/ask', '/en/privacy', '/en/nothing']) expect((await reader.get(url)).last.headers['cache-control']).toBe('no-store');
  });

  it('starting anew never shows the answers of before', async () => {
    const reader = await through('reach');
    await reader.post('/en/ask');
    await reader.send();
    expect(reader.url).toBe('/en/ask/who');
    expect(reader.page).not.toMatch(/ checked/);
  });

  it('what a person typed is never markup', async () => {
    const reader = await through('check', { help: { topics: 'worry', words: '<script>alert(1)</script>' } });
    expect(reader.page).toContain('&lt;script>alert(1)&lt;/script>');
    expect(reader.page).not.toContain('<script>alert');
  });
});

describe('in Spanish', () => {
  /** What stands in the page's own language: nothing that is marked as another's, no name. */
  const own = (reader: Reader): string => plain(reader.page.replace(/<(\w+)[^>]* lang="(?!es")[^"]*"[^>]*>.*?<\/\1>/gs, '').replace(/<style>.*?<\/style>/s, '').replace(/^.*?<\/head>/s, ''));
  const spanish = (reader: Reader): void => {
    expect(reader.page).toContain('<html lang="es" dir="ltr">');
    expect(own(reader)).not.toMatch(/\b(the|you|your|we|our|and|of|is|are|not|with|this|leave|back|continue)\b/i);
    expect(own(reader)).toContain('Ninguna persona ha revisado esta traducción.');
  };

  it('P29 is kept from the start to Done, and the request and the consent say so', async () => {
    const reader = await new Reader().get('/es/ask');
    expect(reader.page.match(/<h1/g)).toHaveLength(1);
    expect(reader.h1).toBe('Pida ayuda a una persona');
    spanish(reader);
    await reader.post('/es/ask');
    await reader.send();
    const given: Record<string, Fields> = { ...ANSWERS, help: { topics: ['worry'], words: 'No duermo' }, safe: { voicemail: 'no', others: 'hang-up' } };
    for (const [page, fields] of Object.entries(given)) {
      expect(reader.url).toBe(`/es/ask/${page}`);
      spanish(reader);
      await reader.send(fields);
    }
    expect(reader.h1).toBe('Revise sus respuestas');
    spanish(reader);
    await reader.send();
    expect(reader.url).toBe('/es/ask/done');
    spanish(reader);
    expect(await newest('language')).toEqual({ language: 'es' });
    expect(await database.sql('select wording, language from intake.consent order by given_at desc limit 1')).toEqual([{ wording: 'desk-es-1', language: 'es' }]);
    for (const page of ['sent', 'add', 'added']) spanish(await reader.get(`/es/ask/${page}`));
  });

  it('P29 changing the language in the middle keeps what was sent and what was only typed, and answers nothing', async () => {
    const reader = await through('reach');
    await reader.post('/es/ask/reach', { channel: 'phone', phone: '(203) 555', email: 'a@example.org', language: 'es' });
    expect([reader.status, reader.h1]).toEqual([200, '¿Cómo podemos comunicarnos con usted?']);
    spanish(reader);
    expect(reader.page).toContain('value="(203) 555"');
    expect(reader.page).toContain('value="a@example.org"');
    expect(reader.page).toMatch(/value="phone" checked/);
    await reader.send({ channel: 'phone', phone: '(203) 555-0142' });
    expect(reader.url).toBe('/es/ask/safe');
    await reader.get('/es/ask/where');
    expect(reader.page).toContain('value="06854"');
  });

  it('changing the language on "Check your answers" sends nothing', async () => {
    const before = await inquiries();
    const reader = await through('check');
    await reader.post('/es/ask/check', { language: 'es' });
    expect([reader.status, reader.h1]).toEqual([200, 'Revise sus respuestas']);
    expect(await inquiries()).toBe(before);
    await reader.send();
    expect(reader.h1).toBe('Tenemos su solicitud');
    expect(await database.sql('select wording, language from intake.consent order by given_at desc limit 1')).toEqual([{ wording: 'desk-en-1', language: 'en' }]);
  });

  it('words being added survive a change of language', async () => {
    const reader = await through('check');
    await reader.send();
    await reader.get('/en/ask/add');
    await reader.post('/es/ask/add', { more: 'Half a sen', language: 'es' });
    expect([reader.status, reader.h1]).toEqual([200, 'Agregar a su solicitud']);
    expect(reader.page).toContain('Half a sen</textarea>');
  });

  it('a change of language with the token of another visit keeps the answers, too', async () => {
    const reader = await through('help');
    await reader.post('/es/ask/help', { words: 'Kept words', language: 'es' }, 'x'.repeat(43));
    expect(reader.status).toBe(403);
    expect(reader.page).toContain('Kept words');
    spanish(reader);
  });

  it('errors speak it: 404, 410, 413, 422, and a database that is away', async () => {
    spanish(await new Reader().get('/es/nada'));
    spanish(await new Reader().get('/es/ask/expired'));
    const reader = await through('help');
    await reader.get('/es/ask/help');
    await reader.send();
    expect([reader.status, reader.title.startsWith('Error: ¿Qué le ayudaría?')]).toEqual([422, true]);
    spanish(reader);
    await database.sql('alter table pages.visit rename to visit_away');
    await reader.send({ words: 'Sigo aquí' });
    await database.sql('alter table pages.visit_away rename to visit');
    expect([reader.status, reader.h1]).toEqual([500, 'Algo falló de nuestro lado']);
    spanish(reader);
    await reader.send({ words: 'Sigo aquí' });
    expect(reader.url).toBe('/es/ask/where');
    await reader.get('/es/ask/help');
    await reader.send({ words: 'x'.repeat(70_000) });
    expect(reader.status).toBe(413);
    spanish(reader);
  });

  it('a change of language while the database is away keeps the words, and the second try answers', async () => {
    const reader = await through('help');
    await database.sql('alter table pages.visit rename to visit_away');
    await reader.post('/es/ask/help', { words: 'Sigo aquí', language: 'es' });
    await database.sql('alter table pages.visit_away rename to visit');
    expect(reader.page).toContain('name="words" value="Sigo aquí"');
    expect(/<form id="ask".*?<\/form>/s.exec(reader.page)?.[0]).not.toContain('name="language"');
  });

  it('the text pages, the way out and the start page speak it', async () => {
    for (const page of ['privacy', 'accessibility', 'credits']) {
      const reader = await new Reader().get(`/es/${page}`);
      expect(reader.page).toContain('<html lang="es"');
      expect(own(reader)).not.toMatch(/\b(you|your|we|our|is|are|not|with|this)\b/i);
    }
    const reader = await new Reader().get('/es/ask');
    expect(/<form id="leave".*?<\/form>/s.exec(reader.page)?.[0]).toContain('name="language" value="es"');
    expect((await reader.post('/leave', { language: 'es' })).h1).toBe('Un momento');
    expect((await new Reader().get('/es')).url).toBe('/es/ask');
    const answer = await app.inject({ url: '/', headers: { 'accept-language': 'es-MX,es;q=0.9,en;q=0.8' } });
    expect(answer.headers.location).toBe('/es/ask');
  });

  it('P11 has its own crisis lines, and English ones marked as English where it has none', async () => {
    const reader = await new Reader().get('/es/ask');
    expect(reader.page).toMatch(/<span lang="en"><b dir="auto">Call <bdi dir="ltr">988/);
    await database.sql(`insert into settings.crisis_line (id, place, language, audience, kind, label, target, note, position, source) values (gen_random_uuid(), 'US', 'es', 'everyone', 'call', 'Llame al 988 y oprima el 2', '988', 'Día y noche', 1, 'test')`);
    const { settingsAnew } = await import('../../test/settings-anew.js'); // what is configured first
    settingsAnew({ get: (type) => app.get(type, { strict: false }) });
    await reader.get('/es/ask');
    expect(reader.page).toMatch(/<span><b dir="auto">Llame al <bdi dir="ltr">988<\/bdi> y oprima el 2/);
    expect(reader.page).not.toContain('lang="en"><b');
  });
});

describe('around the form', () => {
  it('P11 the crisis lines are on every page, also where nothing is', async () => {
    const reader = new Reader();
    for (const url of ['/en/ask', '/en/privacy', '/en/accessibility', '/en/credits', '/en/nothing', '/en/ask/nothing']) expect((await reader.get(url)).page).toContain('href="tel:988"');
  });

  it('says that there is no such page, as a page', async () => {
    const reader = await new Reader().get('/en/nothing/here');
    expect(reader.status).toBe(404);
    expect(reader.last.headers['content-type']).toBe('text/html; charset=utf-8');
    expect((await app.inject({ url: '/api/nothing' })).headers['content-type']).toMatch(/problem\+json/);
  });

  it('a body that is too large gets a page, too', async () => {
    const reader = await through('help');
    await reader.send({ topics: 'worry', words: 'x'.repeat(70_000) });
    expect(reader.status).toBe(413);
    expect(reader.h1).toBe('That was too long for us');
  });

  it('P25 while the database is away: numbers, what became of the answers, and the same page can be sent again', async () => {
    const reader = await through('help');
    await database.sql('alter table pages.visit rename to visit_away');
    await reader.send({ topics: ['worry', 'grief'], words: 'Still here' });
    await database.sql('alter table pages.visit_away rename to visit');
    expect(reader.status).toBe(500);
    expect(reader.page).toContain('href="tel:988"');
    expect(reader.page).toContain('name="words" value="Still here"');
    expect(reader.page.match(/name="topics"/g)).toHaveLength(2);
    await reader.send({ topics: ['worry', 'grief'], words: 'Still here' });
    expect(reader.url).toBe('/en/ask/where');
  });

  it('leads from / to the form in the language that is wanted', async () => {
    const answer = await app.inject({ url: '/', headers: { 'accept-language': 'xx, en;q=0.5' } });
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/en/ask']);
  });

  it('serves what the pages load, as what it is', async () => {
    const { page } = await new Reader().get('/en/ask');
    const script = /<script src="([^"]+)"/.exec(page)?.[1] ?? '';
    const answer = await app.inject({ url: script });
    expect([answer.statusCode, answer.headers['content-type'], answer.headers['cache-control']]).toEqual([200, 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable']);
    const mark = await app.inject({ url: '/pages/mark.svg' });
    expect([mark.statusCode, mark.headers['content-type']]).toEqual([200, 'image/svg+xml']);
  });

  it('the policy allows the style by its hash and nothing from elsewhere; the page holds no inline style or script', async () => {
    const { last, page } = await new Reader().get('/en/ask');
    expect(last.headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self'; style-src 'sha256-[\w+/=]+'; .*form-action 'self'; base-uri 'none'; frame-ancestors 'none'/);
    expect(page).not.toMatch(/ style=| on\w+=|<script>/);
    expect(page).not.toMatch(/(src|href)="(?!#|\/|tel:|sms:)/);
  });

  it('weighs less than 10 KiB on the wire, the script less than 2', async () => {
    const weigh = async (url: string, cookie = ''): Promise<number> => {
      const answer = await app.inject({ url, headers: { 'accept-encoding': 'br', ...(cookie && { cookie }) } });
      if (answer.headers['content-encoding'] === 'br') brotliDecompressSync(answer.rawPayload);
      return answer.rawPayload.length;
    };
    const { page } = await new Reader().get('/en/ask');
    const script = await weigh(/<script src="([^"]+)"/.exec(page)?.[1] ?? '');
    expect(script).toBeLessThan(2048);
    const reader = await through('check');
    for (const url of ['/en/ask', '/en/ask/reach', '/en/ask/help', '/en/ask/about', '/en/ask/check', '/en/privacy', '/es/ask/help', '/es/ask/about', '/es/ask/check', '/es/privacy']) expect((await weigh(url, reader.cookie)) + script).toBeLessThan(10_240);
  });
});

describe('before the desk is ready', () => {
  it('tells that the form is not open, shows the lines, and takes nothing', async () => {
    database.config.DEMO = false;
    await database.sql(`update settings.desk set lines_confirmed_at = null`);
    const { settingsAnew } = await import('../../test/settings-anew.js'); // what is configured first
    settingsAnew({ get: (type) => app.get(type, { strict: false }) });
    const reader = await new Reader().get('/en/ask');
    expect(reader.text).toContain('not open yet');
    expect(reader.page).toContain('href="tel:988"');
    expect((await reader.post('/en/ask')).status).toBe(409);
    database.config.DEMO = true;
  });
});
