import type { Response } from 'light-my-request';
import { gzipSync } from 'node:zlib';
import { aCountyDesk } from '../../../test/a-county-desk.js';
import type { TestDesk } from '../../../test/test-database.js';
import { Clock } from '../../platform/index.js';

let desk: TestDesk;
beforeAll(async () => {
  desk = await aCountyDesk();
  await desk.sql(`update settings.desk set zone = 'America/New_York'`);
  await desk.sql(`insert into settings.crisis_line (id, place, language, audience, kind, label, target, note, position, source) values (gen_random_uuid(), 'US', 'en', 'everyone', 'call', 'Call 988', '988', 'Crisis line', 1, 'test')`);
}, 90_000);
afterAll(() => desk.stop());

/** A browser without script. It remembers every address that it was at. */
class Reader {
  cookies: Record<string, string> = {};
  addresses: string[] = [];
  page = '';
  status = 0;

  get(url: string): Promise<this> {
    this.addresses.push(url);
    return this.take(desk.app.inject({ method: 'GET', url, headers: this.headers() }));
  }

  post(url: string, fields: readonly (readonly [string, string])[]): Promise<this> {
    this.addresses.push(url);
    return this.take(desk.app.inject({ method: 'POST', url, headers: { ...this.headers(), 'content-type': 'application/x-www-form-urlencoded' }, payload: new URLSearchParams(fields as [string, string][]).toString() }));
  }

  /** Presses a button of the form that it stands in, with all that the form holds. */
  press(name: string, value: string): Promise<this> {
    const form = [...this.page.matchAll(/<form [^>]*action="([^"]+)"[^>]*>(.*?)<\/form>/gs)].find(([, , inside]) => inside?.includes(`name="${name}" value="${value}"`));
    if (!form) throw new Error(`no button ${name}=${value}`);
    const held = [...(form[2] ?? '').matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, one = '', said = '']) => [one, said] as const);
    return this.post(form[1] ?? '', [...held, [name, value]]);
  }

  get h1(): string {
    return plain(/<h1[^>]*>(.*?)<\/h1>/s.exec(this.page)?.[1] ?? '');
  }
  /** By help that is there now. */
  get isLed(): boolean {
    return /Someone is there for you right now|You do not have to carry this alone/.test(this.text);
  }
  get text(): string {
    return plain(/<main>(.*)<\/main>/s.exec(this.page)?.[1] ?? '');
  }
  get names(): string[] {
    return [...this.page.matchAll(/<h3><a [^>]*>(.*?)<\/a>/gs)].map(([, name]) => plain(name ?? ''));
  }
  /** The listings of the page, in their order. */
  get listings(): string[] {
    return [...this.page.matchAll(/<h3><a href="([^"]+)"/g)].map(([, address]) => address ?? '');
  }
  /** What leads to the next ones: its words and its address; undefined on the last page. */
  get more(): [string, string] | undefined {
    const [, address = '', words = ''] = /<a class="btn" rel="next" href="([^"]+)">(.*?)<\/a>/.exec(this.page) ?? [];
    return address ? [words, address] : undefined;
  }
  get listing(): string {
    return /\/en\/find\/[0-9a-f-]{36}/.exec(this.page)?.[0] ?? '';
  }

  private headers(): Record<string, string> {
    return { cookie: Object.entries(this.cookies).map(([name, value]) => `${name}=${value}`).join('; ') };
  }

  private async take(answering: Promise<Response>): Promise<this> {
    const answer = await answering;
    for (const { name, value } of answer.cookies) {
      if (value) this.cookies[name] = value;
      else delete this.cookies[name];
    }
    if (answer.statusCode === 303) return this.get(String(answer.headers.location));
    this.page = answer.body;
    this.status = answer.statusCode;
    return this;
  }
}
const plain = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/&amp;/g, '&').replace(/\s+/g, ' ').trim();
/** What a pin says: "1, 3–5". */
const numbersIn = (text: string): number[] => text.split(', ').flatMap((part) => { const [from = 0, to = from] = part.split('–').map(Number); return Array.from({ length: to - from + 1 }, (_, n) => from + n); });
const search = (fields: readonly (readonly [string, string])[], reader = new Reader()): Promise<Reader> => reader.post('/en/find', fields);

describe('the public list', () => {
  it('shows all that there is without a cookie, ten a page', async () => {
    const reader = await new Reader().get('/en/find');
    expect([reader.status, reader.h1, reader.names.length, reader.cookies]).toEqual([200, 'What help there is', 10, {}]);
    expect(reader.more).toEqual(['Show ten more', '/en/find?page=2#places']);
    const first = reader.names;
    await reader.get('/en/find?page=2');
    expect(reader.names.filter((name) => first.includes(name))).toHaveLength(0);
    expect(reader.text).toMatch(/Show the ten before 11 to 20 of \d+ Show ten more/);
    expect((await reader.get('/en/find?page=-7')).names).toEqual(first);
    expect((await reader.get('/en/find?page=9999')).status).toBe(200);
    expect(reader.cookies).toEqual({});
  });

  it('shows ten, then ten more, each place once and in one order, until the last; no address holds more than a number', async () => {
    for (const begin of [() => new Reader().get('/en/find'), () => search([['words', 'support'], ['place', '06854']])]) {
      const reader = await begin();
      expect([reader.status, reader.h1]).toEqual([200, expect.stringMatching(/^What help there is$|places to turn to$/)]);
      const total = Number(/(\d+) places to turn to/.exec(reader.text)?.[1]);
      const met = [...reader.listings];
      for (let presses = 0; reader.more && presses < 60; presses++) {
        const left = total - met.length;
        expect(reader.more[0]).toBe(left >= 10 ? 'Show ten more' : left === 1 ? 'Show the last one' : `Show the last ${left}`);
        await reader.get(reader.more[1].replace('#places', ''));
        expect(reader.text).toContain(`${met.length + 1} to ${Math.min(total, met.length + 10)} of ${total}`);
        met.push(...reader.listings);
      }
      expect([met.length, new Set(met).size]).toEqual([total, total]);
      expect(reader.addresses.filter((address) => !/^\/en\/find(\?(found|page)=\d+)?$/.test(address))).toEqual([]);
    }
  });

  it('finds by words and place, and leads back to the same page from a listing', async () => {
    const reader = await search([['words', 'deppression'], ['place', '06854']]);
    expect(reader.h1).toMatch(/^\d+ places to turn to$/);
    expect(reader.text).toContain('We read it as “ depression ”.');
    expect(reader.text).toContain('Takes people from 06854 .');
    await reader.get('/en/find?found=2');
    const second = reader.names;
    await reader.get(reader.listing);
    const back = /class="back" href="([^"]+)"/.exec(reader.page)?.[1] ?? '';
    expect(back).toBe('/en/find?found=2');
    expect((await reader.get(back)).names).toEqual(second);
  });

  it('puts no word of a search, and nothing of a place, into any address, log, count or open row', async () => {
    const written: string[] = [];
    const write = process.stdout.write.bind(process.stdout);
    process.stdout.write = ((part: string | Uint8Array) => written.push(String(part)) > 0);
    const reader = await search([['words', 'Marisol Quimby overdose'], ['place', 'Norwalk, CT'], ['kinds', 'safe'], ['spoken', 'vi']]);
    await reader.get('/en/find?found=2');
    process.stdout.write = write;
    const metrics = await desk.app.inject({ method: 'GET', url: '/metrics' });
    const rows = await desk.sql<{ row: string }>(`select encode(answers, 'escape') as row from pages.visit`);
    const kept = [...reader.addresses, ...written, metrics.body, JSON.stringify(rows), JSON.stringify(reader.cookies)].join('\n');
    expect(rows.length).toBeGreaterThan(0);
    expect(kept).not.toMatch(/marisol|quimby|overdose|norwalk|safe\b|\bvi\b/i);
    expect(reader.page).toContain('Marisol Quimby overdose'); // the form itself holds it
  });

  it('never guesses a place: it asks, and what is pressed is taken', async () => {
    const reader = await search([['place', 'Norwlak']]);
    expect(reader.text).toContain('We do not know “ Norwlak ”. Do you mean one of these?');
    const [, label = ''] = /name="meant" value="([^"]+)"/.exec(reader.page) ?? [];
    expect(label).toBe('Norwalk, CT');
    await search([['place', 'Norwlak'], ['meant', label]], reader);
    expect(reader.page).toContain('value="Norwalk, CT"');
    expect(reader.text).not.toContain('Do you mean');
    expect((await search([['place', 'Qqqqqqqqq'], ['free', 'yes']])).text).toContain('Try a ZIP code.');
  });

  it('M08 has a map with outlines and the numbers of its own page, after the list, without anything to press in it or to ask for', async () => {
    for (const [address, first] of [['/en/find', 1], ['/en/find?page=3', 21]] as const) {
      const reader = await new Reader().get(address);
      const map = /<aside class="map".*?<\/aside>/s.exec(reader.page)?.[0] ?? '';
      expect(reader.page.indexOf(map)).toBeGreaterThan(reader.page.lastIndexOf('<li class="way">'));
      expect(map).not.toMatch(/<(a|button|input|image|use|script)\b|tabindex|href|src=/);
      expect(map).toMatch(/<path class="edge" d="M[-\d]+ [-\d]+l/);
      const pins = [...map.matchAll(/<g class="pin">.*?<text[^>]*>(.*?)<\/text>/gs)].flatMap(([, text]) => numbersIn(text ?? ''));
      const listed = [...reader.page.matchAll(/<span class="nth">(\d+)<\/span>/g)].map(([, number]) => Number(number));
      expect(listed).toEqual(Array.from({ length: 10 }, (_, n) => first + n));
      expect(pins.length).toBeGreaterThan(5);
      for (const pin of pins) expect(listed).toContain(pin);
      const missing = [...map.matchAll(/<p>(One|\d+) of these places (?:is|are) not on the map/g)].reduce((sum, [, count]) => sum + (Number(count) || 1), 0);
      expect(new Set(pins).size + missing).toBe(10);
    }
  });

  it('is never a dead end', async () => {
    const reader = await search([['words', 'xylophone zeppelin']]);
    expect(reader.h1).toBe('We found nothing like this');
    expect(reader.page).not.toContain('class="map"');
    for (const way of ['Try other words', 'Choose what comes closest', 'See all the help there is', 'Contact a Resource Specialist', '988']) expect(plain(reader.page)).toContain(way);
  });

  it('hears a sentence, says what it understood, and lets it be taken away without script', async () => {
    const reader = await search([['words', 'my mom died in spring. since then i cant sleep, i lie awake all night']]);
    expect(reader.h1).toMatch(/^\d+ places to turn to$/);
    expect(reader.text).toMatch(/We understood: (Grief and bereavement : take this away Sleep problems|Sleep problems : take this away Grief and bereavement) : take this away Not right\? Choose a topic/);
    expect(reader.text).not.toContain('We read it as');
    const both = reader.h1;
    await reader.press('away', 'need/grief');
    expect(reader.text).toContain('We understood: Sleep problems : take this away Not right?');
    expect(Number.parseInt(reader.h1)).toBeLessThan(Number.parseInt(both));
    await reader.press('topic', 'lonely');
    expect(reader.text).toContain('You chose: I feel alone : take this away');
    expect(reader.page).toMatch(/name="words"[^>]*value="my mom died in spring. since then i cant sleep, i lie awake all night"/);
    await reader.press('away', 'lonely');
    expect(reader.text).toContain('We understood: Sleep problems');
    await reader.press('away', 'need/sleep');
    expect(reader.text).toContain('Choose what comes closest');
    expect(reader.addresses.filter((address) => !/^\/en\/find(\?found=1)?$/.test(address))).toEqual([]);
    await search([['words', 'mi hijo oye voces']], reader);
    await reader.post('/es/find', [['words', 'mi hijo oye voces'], ['found', 'yes'], ['language', 'es']]);
    expect(reader.text).toMatch(/Entendimos: .*(Las voces|psicosis)/);
    expect((await search([['words', 'grief group']])).text).not.toContain('We understood');
  });

  it('presses nothing by Enter that somebody did not mean: the first button of the form of the fields searches', async () => {
    const reader = await search([['words', 'my mom died'], ['place', 'Norwlak']]);
    const form = /<form id="ask".*?<\/form>/s.exec(reader.page)?.[0] ?? '';
    expect(/<button[^>]*>/.exec(form)?.[0]).toBe('<button class="btn primary">');
  });

  it('asks about a place among the words', async () => {
    const reader = await search([['words', 'grief in Norwlak']]);
    expect(reader.text).toContain('“ Norwlak ”: do you mean one of these places?');
    await reader.press('meant', 'Norwalk, CT');
    expect(reader.text).toMatch(/Takes people from Norwalk, CT|Ask if they take people from Norwalk, CT/);
    expect(reader.page).toMatch(/name="words"[^>]*value="grief in Norwlak"/);
  });

  it.each([
    ['I want to die', true], ['i dont want to be here anymore', true], ['kill myself', true], ['no quiero vivir', true], ['me quiero matar', true], ['ya no puedo más, estarían mejor sin mí', true],
    ['my friend took all her pills', true], ['food stamps please. also i took all my pills an hour ago', true], ['kill myself xylophone zeppelin', true],
    ['my phone is killing me', false], ['suicide prevention training', false], ['my phone is dying', false], ['this job is killing me lol', false], ['me muero de risa', false], ['capacitación para prevenir el suicidio', false], ['grief', false], ['food', false], ['dentist', false],
  ])('leads with the crisis lines for "%s": %s', async (words, leads) => {
    const reader = await search([['words', words]]);
    expect([words, reader.isLed]).toEqual([words, leads]);
    if (leads) expect(reader.page.indexOf('id="problem"')).toBeLessThan(reader.page.indexOf('<h1'));
    expect(reader.page.match(/id="crisis"/g)).toHaveLength(1);
    expect(/<title>(.*?)<\/title>/s.exec(reader.page)?.[1]).not.toMatch(/there for you|alone/); // the browser keeps titles
    if (leads) expect(reader.page.indexOf('tel:988')).toBeLessThan(reader.page.indexOf('<h3>') < 0 ? Infinity : reader.page.indexOf('<h3>'));
    if (leads) expect(reader.text).not.toMatch(/[Oo]ther words|fewer/);
    else expect(reader.text).not.toMatch(/crisis was|no crisis/i);
  });

  it('leads in Spanish, too, and with any place and choice', async () => {
    const reader = await search([['words', 'quiero matarme'], ['place', '06854'], ['ways', 'home-visit'], ['spoken', 'ko']]);
    await reader.post('/es/find', [['words', 'quiero matarme'], ['found', 'yes'], ['spoken', 'ko'], ['language', 'es']]);
    expect(reader.text).toContain('Hay alguien para usted ahora mismo');
  });

  it('ends after 20 minutes, with Leave, and with "Start over"', async () => {
    const reader = await search([['words', 'grief']]);
    const later = new Date(desk.get(Clock).now().getTime() + 21 * 60_000);
    expect((await desk.get(Clock).during(later, () => reader.get('/en/find?found=1'))).text).toContain('Your search is gone.');
    await search([['words', 'grief']], reader);
    expect(reader.h1).toContain('places');
    const held = { ...reader.cookies };
    await reader.post('/leave', [['language', 'en']]);
    expect(reader.cookies).toEqual({});
    reader.cookies = held; // who kept the cookie finds nothing, too
    expect((await reader.get('/en/find?found=1')).text).toContain('Your search is gone.');
    await search([['words', 'grief']], reader);
    await search([['words', 'grief'], ['clear', 'yes']], reader);
    expect([reader.h1, reader.cookies]).toEqual(['What help there is', {}]);
  });

  it('on a shared device shows nobody what another looked for, unless they go back', async () => {
    const reader = await search([['words', 'grief']]);
    expect(reader.page).toMatch(/name="words"[^>]*value="grief"/);
    await reader.get('/en/find');
    expect(reader.page).not.toMatch(/name="words"[^>]*value="grief"/);
  });

  it('keeps what was typed when the language is changed, in the form and in what was found', async () => {
    const reader = await new Reader().post('/es/find', [['words', 'comida'], ['kinds', 'group'], ['language', 'es']]);
    expect([reader.h1, reader.cookies]).toEqual(['Qué ayuda hay', {}]);
    expect(reader.page).toContain('value="comida"');
    await search([['words', 'grief']], reader);
    await reader.post('/es/find', [['words', 'grief'], ['found', 'yes'], ['language', 'es']]);
    expect(reader.h1).toMatch(/lugares a los que puede ir$/);
    expect(reader.addresses.at(-1)).toBe('/es/find?found=1');
  });

  it('leads from a listing to a person with its topic ticked, which is theirs to change', async () => {
    const reader = await search([['words', 'grief']]);
    const topics = [...(/<form method="post" action="\/en\/ask">(.*?)<\/form>/s.exec(reader.page)?.[1] ?? '').matchAll(/name="topics" value="([^"]+)"/g)].map(([, topic]) => topic ?? '');
    expect(topics).toContain('grief');
    await reader.post('/en/ask', topics.map((topic) => ['topics', topic] as const));
    expect(reader.addresses.at(-1)).toBe('/en/ask/before');
    const token = (): string => /name="token" value="([^"]+)"/.exec(reader.page)?.[1] ?? '';
    await reader.post('/en/ask/before', [['token', token()]]);
    await reader.post('/en/ask/who', [['token', token()], ['asker', 'self']]);
    await reader.post('/en/ask/safety', [['token', token()], ['safety', 'yes']]);
    expect(reader.addresses.at(-1)).toBe('/en/ask/help');
    expect(reader.page).toMatch(/value="grief"[^>]*checked/);
  });

  it('weighs at most 14 kB on the wire, in English and in Spanish, with all that a card can say', async () => {
    const reader = await search([['place', '06854']]);
    for (const url of ['/en/find', '/en/find?found=1', '/es/find', '/es/find?found=1', '/es/find?found=3']) expect(gzipSync((await reader.get(url)).page).length).toBeLessThan(14_000);
    expect(reader.page.match(/<script/g)).toHaveLength(1); // the one that every page has
  });
});
