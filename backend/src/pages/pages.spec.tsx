import { errorPage } from './error-pages.js';
import type { Scene } from './frame/scene.js';
import { rowsOf } from './ask/check-rows.js';
import { expiredPage, openPage, sentPage, startPage } from './ask/ask-pages.js';
import { faultsIn, firstOpen, pageBefore, readAnswer, withAnswer, type Answers, type Complete } from './ask/answers/answers.js';
import type { ReferralPreview } from '../referrals/index.js';
import type { Picture } from './follow/pictures.service.js';
import { closedPage, enterPage, erasedPage, slowPage } from './follow/views/door-views.js';
import { homePage } from './follow/views/home-view.js';
import type { PublicListing } from '../directory/index.js';
import { listPage, type ListPage } from './find/list-view.js';
import { BLANK } from './find/search.js';
import { previewPage, sharePage, unaskablePage, whyPage } from './follow/views/share-views.js';
import { addPage, erasePage, helpedPage, withdrawPage } from './follow/views/tell-views.js';
import { inquiryOf } from './ask/inquiry-of.js';
import { PAGES, QUESTIONS, type PageName } from './ask/page-names.js';
import type { Raw } from './ask/answers/raw.js';
import { LANGUAGES, languageOf, type Language } from './texts/texts.js';

const NASTY = `<script>alert("x")</script>`;
const scene: Scene = { language: languageOf('en'), path: '/ask/who', desk: { name: NASTY, phone: '555-0100' }, hours: 'Monday, 8 am to 6 pm', open: true, demo: true, exit: 'https://example.org/', lines: [{ kind: 'call', label: 'Call 988', target: '988', note: NASTY, language: 'en' }] };
const english = scene.language;

const RAW: Record<string, Raw> = {
  who: { asker: 'carer', knows: 'yes' },
  safety: { safety: 'unsure' },
  help: { topics: ['grief', 'worry', 'made-up'], words: NASTY },
  where: { place: '06854-1234' },
  reach: { channel: 'text', mobile: NASTY, phone: 'left over', email: '' },
  safe: { name: NASTY, times: 'evening', voicemail: 'yes' },
  about: { age: '13-17', insurance: 'declined', person: NASTY, personDeclined: 'yes', speakDeclined: 'yes' },
  choice: { read: 'yes' },
};
const answers: Answers = QUESTIONS.reduce<Answers>((before, question) => withAnswer(before, question, readAnswer(question, RAW[question] ?? {}, before, english)), {});
const sent = { inquiryId: '1', reference: 'R-4K7P-29', code: 'lamp river seven coat', self: false, young: false };

const visitor = { language: 'en', cookie: undefined, stay: undefined, search: undefined, address: '', actor: { id: null, kind: 'public', roles: [], name: null, restricted: false } as const, path: '/ask/help', raw: { language: 'en', words: NASTY, topics: ['a', 'b'] } };
const OPEN = PAGES.filter((page): page is PageName => !['done', 'sent', 'add', 'added', 'expired'].includes(page));
const pagesOf = (v: Scene): [string, string][] => [
  ['start', startPage(v)],
  ...OPEN.map((page): [string, string] => [page, openPage({ v, page, answers, token: 't', faults: [{ field: 'h', text: NASTY }], meant: [NASTY], duty: NASTY })]),
  ...(['done', 'sent', 'add', 'added'] as const).map((page): [string, string] => [page, sentPage({ v, page, sent, token: 't', zone: 'America/New_York', faults: [], words: NASTY })]),
  ['expired', expiredPage(v)],
  ...[404, 413, 403, 500, 503].map((status): [string, string] => [String(status), errorPage(v, status, visitor)]),
];
const way = { id: 'r', needId: 'n', optionId: 'o', service: NASTY, agency: { id: 'a', name: NASTY }, way: 'link', state: 'accepted', overdue: false, endedAt: null, madeAt: '2026-11-24T15:00:00Z', answerBy: '2026-11-26T22:00:00Z' };
const picture = {
  inquiry: { id: 'i', reference: 'R-4K7P-29', status: 'claimed', needs: [{ id: 'n', topic: 'worry', status: 'referred' }] },
  options: [{ id: 'o', needId: 'n', serviceId: 's', name: NASTY, organization: NASTY, reasons: [{ verdict: 'meets', text: NASTY }], language: 'en', decision: 'chosen' }, { id: 'p', needId: 'n', serviceId: 't', name: NASTY, organization: NASTY, reasons: [], language: 'es', decision: 'declined' }],
  referrals: [way],
  shared: [{ referralId: 'r', agency: NASTY, fields: ['name', 'reach'], way: 'link', sharedAt: new Date(0), openedAt: new Date(0), lastOpenedAt: new Date(0), takenBackAt: null }],
  cards: new Map([['o', { name: NASTY, organization: NASTY, phones: [{ number: '(203) 555-0142', extension: NASTY }, { number: NASTY, extension: null }], address: NASTY, hours: [{ byday: 'MO', opensAt: '09:00', closesAt: '17:00', freq: null, interval: null, description: NASTY }, { byday: null, opensAt: null, closesAt: null, freq: null, interval: null, description: NASTY }], opening: { state: 'unknown', holiday: null }, howToBegin: NASTY, cost: NASTY, line: { line: 'peer', dispatch: 'yes', callsADay: 2 } }]]),
  said: new Map([['r', 'partly']]),
} as unknown as Picture;
const reach = { channel: 'phone', whose: 'helper', phone: NASTY, email: null, voicemail: false, others: 'hang-up', askFor: NASTY, times: ['evening'], never: NASTY };
const preview = { agency: { id: 'a', name: NASTY }, reference: NASTY, noLink: null, known: ['name', 'reach', 'words'], hash: 'f'.repeat(64), answerBy: '2026-11-26T22:00:00Z', facts: { service: NASTY, name: NASTY, reach, need: 'worry', words: NASTY, age: '25-59', language: 'es', insurance: 'medicaid', area: NASTY, peer: 'yes', veteran: 'no' } } as unknown as ReferralPreview;
const followPages = (v: Scene): [string, string][] => {
  const f = { v, token: 't', faults: [{ field: 'h', text: NASTY }] };
  const zone = 'America/New_York';
  return Object.entries({
    door: enterPage(v, true),
    slow: slowPage(v, 901),
    closed: closedPage(v),
    erased: erasedPage(v),
    home: homePage({ f, picture, zone, by: new Date(0), told: 'told.asked' }),
    why: whyPage(f, NASTY),
    share: sharePage(f, preview, ['name']),
    preview: previewPage(f, preview, zone),
    unaskable: unaskablePage(v),
    helped: helpedPage(f, { service: NASTY, who: 'self' }, { tried: 'yes' }),
    more: addPage(f, NASTY),
    withdraw: withdrawPage(f),
    erase: erasePage(f, { until: new Date(0), because: 'crisis' }, zone),
  }).map(([page, html]): [string, string] => [`follow ${page}`, html]);
};
const listed = { facts: { id: 'l', name: NASTY, organization: NASTY, needs: ['grief'], serviceTypes: ['support-group'], payments: [], languages: ['es'], interpreter: true, delivery: ['phone'], intake: 'waitlist', free: false, peer: true, assuredDate: '2026-11-17', assuredMethod: 'agency' }, serves: 'unknown', miles: 2.34, phone: { number: '(203) 555-0142', extension: NASTY }, fees: NASTY, about: NASTY, town: NASTY, opening: { state: 'open', until: null } } as unknown as PublicListing;
const listPages = (v: Scene): [string, string][] => {
  const page: ListPage = { v, search: { ...BLANK, words: NASTY, place: NASTY }, page: 2, pages: 3, total: 21, place: NASTY, map: { edges: 'M1 1l2 2', borders: '', names: [{ name: NASTY, of: 'town', x: 9, y: 9, width: 9, height: 9 }], pins: [{ x: 20, y: 20, width: 26, height: 26, text: '11' }], asked: { x: 9, y: 9, width: 9, height: 9 }, bar: { miles: 5, length: 90 }, withheld: 1, away: 2 }, meant: { typed: NASTY, told: false, labels: [NASTY] }, heard: { tier: 'none', signs: [{ term: 'need/grief', name: NASTY, nameEs: null }], terms: undefined }, today: new Date('2026-11-29T12:00:00Z'), topics: () => ['grief'], found: true, items: [listed, listed], cut: true, readAs: NASTY };
  const urgent = (tier: 'hard' | 'soft'): string => listPage({ ...page, search: { ...page.search, topics: ['grief'] }, heard: { ...page.heard, tier } });
  return [['list found', listPage(page)], ['list hard', urgent('hard')], ['list soft', urgent('soft')], ['list all', listPage({ ...page, found: false, meant: undefined })], ['list nothing', listPage({ ...page, items: [], map: undefined, total: 0, pages: 1 })]];
};
const rendered = LANGUAGES.flatMap((language) => [...pagesOf({ ...scene, language }), ...listPages({ ...scene, language }), ...followPages({ ...scene, language })].map(([page, html]): [string, string, Language] => [`${language.code} ${page}`, html, language]));

describe('every page', () => {
  it.each(rendered)('%s: what people and operators write is text, never markup', (_, html) => {
    expect(html).not.toContain('<script>alert');
    expect(html).not.toMatch(/value="[^"]*<script>alert\("/);
  });

  it.each(rendered)('P02 %s: one H1, and the title starts with it', (_, html) => {
    const text = (one: RegExp): string => (one.exec(html)?.[1] ?? '').replace(/<[^>]+>/g, '');
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(text(/<title>(.*?)<\/title>/).replace(/^Error: /, '').startsWith(text(/<h1[^>]*>(.*?)<\/h1>/))).toBe(true);
  });

  it.each(rendered)('P08 %s: Leave is the first control after the skip link', (_, html) => {
    const controls = [...html.matchAll(/<(?:a|button|input|select|textarea)\b[^>]*>/g)].map(([tag]) => tag);
    expect(controls[0]).toContain('class="skip"');
    expect(controls[1]).toContain('class="leave"');
  });

  it.each(rendered)('%s: every id is there once, every label and hint finds its control', (_, html) => {
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const pointed = [...html.matchAll(/ (?:for|aria-describedby|aria-labelledby)="([^"]+)"/g)].flatMap(([, names]) => (names ?? '').split(' '));
    for (const id of pointed) expect(ids).toContain(id);
  });

  it.each(rendered)('P11 %s: shows the crisis lines once, marked where they are in another language', (_, html, { code }) => {
    expect(html.match(/href="tel:988"/g)).toHaveLength(1);
    expect(/<span( lang="en")?><b dir="auto">Call <bdi dir="ltr">988/.exec(html)?.[1]).toBe(code === 'en' ? undefined : ' lang="en"');
  });

  it.each(rendered)('P29 %s: is in its language and leads to the same page in each other one', (_, html, { code, dir, checked, texts }) => {
    expect(html).toContain(`<html lang="${code}" dir="${dir}">`);
    for (const other of LANGUAGES.filter((one) => one.code !== code)) expect(html).toMatch(new RegExp(`(href|formaction)="/${other.code}/ask[^"]*"[^>]* lang="${other.code}"`));
    expect(html.includes(texts['frame.unchecked'])).toBe(!checked);
  });

  it.each(rendered.filter(([, html]) => html.includes('id="ask"')))('P29 %s: a language is a button of the form, and not the one that Enter presses', (_, html) => {
    expect(html).toMatch(/<button form="ask" formaction="[^"]+" name="language"/);
    const [first] = /<button\b[^>]*form="ask"[^>]*>/.exec(html) ?? [''];
    expect(first).not.toContain('name=');
  });

  it('what is sent again after a failure is answered then, and not only shown in the language that was chosen before', () => {
    const form = /<form id="ask".*?<\/form>/s.exec(errorPage(scene, 500, visitor))?.[0];
    expect(form).toContain('name="words"');
    expect(form).not.toContain('name="language"');
    expect(errorPage(scene, 503, { ...visitor, path: '/follow', raw: { number: 'R-4K7P-29', words: 'lamp river seven coat' } })).not.toMatch(/4K7P|lamp river/);
  });
});

describe('answers', () => {
  it('take known codes only, and only the chosen way to reach somebody', () => {
    const inquiry = inquiryOf(answers as Complete, scene.language);
    expect(inquiry.topics).toEqual(['worry', 'grief']);
    expect(inquiry.contact).toEqual({ channel: 'text', phone: NASTY });
    expect(inquiry.safe).toEqual({ name: NASTY, times: ['evening'], emailOk: false });
    expect(inquiry.place).toEqual({ zip: '06854', fixed: true });
    expect(inquiry.consent).toEqual({ read: true, followUp: false, wording: 'desk-en-1', language: 'en' });
  });

  it('keep the words of the consent that were read, whatever the language is later', () => {
    const agreed = withAnswer(answers, 'choice', readAnswer('choice', { read: 'yes' }, answers, languageOf('es')));
    expect(inquiryOf(agreed as Complete, english)).toMatchObject({ language: 'en', consent: { wording: 'desk-es-1', language: 'es' } });
  });

  it('of own words alone are an answer: the topic is "not sure"', () => {
    expect(readAnswer('help', { words: 'All of it' }, {}, english)).toMatchObject({ topics: ['not-sure'], words: 'All of it' });
    expect(readAnswer('help', { words: 'All of it', topics: 'grief' }, {}, english)).toMatchObject({ topics: ['grief'] });
    expect(faultsIn(readAnswer('help', {}, {}, english))).toEqual([{ field: 'topics', key: 'help.missing' }]);
  });

  it.each([
    ['06854', { zip: '06854', fixed: true }],
    ['Norwalk', { town: 'Norwalk', fixed: true }],
    ['Norwalk, 06854-1234', { zip: '06854', town: 'Norwalk', fixed: true }],
  ])('read the place %s as people write it', (place, expected) => {
    expect(inquiryOf({ ...answers, where: { place, nowhere: false } } as Complete, scene.language).place).toEqual(expected);
  });

  it('keep given, declined and left open apart; a given text wins over a tick', () => {
    const { age, insurance, veteran, person, speak } = inquiryOf(answers as Complete, scene.language).facts;
    expect([age, insurance, veteran, person, speak]).toEqual([{ state: 'given', value: '13-17' }, { state: 'declined' }, { state: 'not-asked' }, { state: 'given', value: NASTY }, { state: 'declined' }]);
  });

  it('of another channel ask for safety anew', () => {
    const changed = withAnswer(answers, 'reach', readAnswer('reach', { channel: 'email', email: 'a@example.org' }, answers, english));
    expect(firstOpen(changed)).toBe('safe');
    expect(firstOpen(withAnswer(answers, 'reach', readAnswer('reach', { channel: 'self' }, answers, english)))).toBeUndefined();
  });

  it.each([
    ['where', { place: '0685' }, 'where.zip'],
    ['where', { place: 'x'.repeat(81) }, 'about.long'],
    ['where', {}, 'where.missing'],
    ['reach', { channel: 'email', email: 'nobody' }, 'reach.address.odd'],
    ['reach', { channel: 'text', mobile: '12' }, 'reach.number.odd'],
    ['help', { topics: 'worry', words: 'x'.repeat(4001) }, 'help.words.long'],
    ['about', { speak: 'x'.repeat(81) }, 'about.long'],
  ] as const)('%s %j has the one fault %s', (question, raw, key) => {
    expect(faultsIn(readAnswer(question, raw, {}, english)).map((fault) => fault.key)).toEqual([key]);
  });

  it('P17 rows name every skipped fact as empty', () => {
    const rows = rowsOf(scene, withAnswer(answers, 'about', readAnswer('about', {}, {}, english)) as Complete);
    expect(rows.filter(({ page }) => page === 'about').map(({ value }) => value)).toEqual(Array(6).fill(undefined));
  });

  it('Back leads through every question to the start', () => {
    const way: string[] = [];
    for (let page: string = 'check'; page !== '/ask' && way.length < 20; page = pageBefore(page.replace('/ask/', '') as PageName, answers)) way.push(page);
    expect(way).toHaveLength(10);
  });
});
