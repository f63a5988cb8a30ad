import { aColleague, type Colleague } from '../../../../test/a-colleague.js';
import { aMailingDesk } from '../../../../test/a-county-desk.js';
import { AgencyBrowser, tokenFor, type Post } from '../../../../test/a-referral.js';
import { handOn } from '../../../../test/hand-on.js';
import { type TestDesk } from '../../../../test/test-database.js';
import type { ProposalsView } from '../../../partners/listings/proposal.dto.js';
import { Dispatcher, Jobs, workbookCells, workbookOf } from '../../../platform/index.js';

let post: Post;
let desk: TestDesk;
let mei: Colleague;
let agency: string;
let browser: AgencyBrowser;
beforeAll(async () => {
  ({ desk, post } = await aMailingDesk());
  mei = await aColleague(desk, 'Mei Tan', ['STW', 'ADM']);
  await desk.get(Jobs).start();
  await desk.get(Dispatcher).start();
  const [one] = await desk.sql<{ id: string }>(`insert into directory.organization (id, source, source_id, name, description) values (uuidv7(), 'test', 'o', 'Forty-four Groups', 'Groups') returning id`);
  agency = one?.id ?? '';
  await desk.sql(`insert into directory.service (id, source, source_id, organization_id, name, description, status) select uuidv7(), 'test', 's' || n, $1, 'Group ' || n, 'We meet', 'active' from generate_series(1, 44) n`, [agency]);
  await desk.sql(`insert into directory.agency (organization_id, email) values ($1, 'sheet@example.org')`, [agency]);
  await mei.ask('POST', `/api/agencies/${agency}/ask-listing`);
  browser = new AgencyBrowser(desk, await tokenFor(post, 'sheet@example.org'));
  await browser.post('');
}, 120_000);
afterAll(async () => {
  await desk.stop();
  await post.close();
});

const EDGE = `----WebKitFormBoundary${'a'.repeat(16)}`;
/** Posts a file as a browser's form does. */
async function upload(text: string | Buffer, name = 'listings.csv', path = 'sheet'): Promise<{ statusCode: number; body: string; page: string }> {
  const token = /name="token" value="([^"]*)"/.exec((await browser.get('sheet')).body)?.[1] ?? '';
  const parts = [`--${EDGE}\r\ncontent-disposition: form-data; name="token"\r\n\r\n${token}\r\n`, `--${EDGE}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: text/csv\r\n\r\n`];
  const answer = await desk.app.inject({ method: 'POST', url: `/en/a/${browser.token}/${path}`, payload: Buffer.concat([Buffer.from(parts.join('')), Buffer.from(text), Buffer.from(`\r\n--${EDGE}--\r\n`)]), headers: { 'content-type': `multipart/form-data; boundary=${EDGE}`, cookie: browser.cookie } });
  return { statusCode: answer.statusCode, body: answer.body, page: String(answer.headers['location'] ?? '').split('/').at(-1) ?? '' };
}
const proposals = (): Promise<{ state: string; n: number }[]> => desk.sql(`select state, count(*)::int as n from partner.proposal where agency_id = $1 group by 1 order by 1`, [agency]);
const act = (page: string, what: string): ReturnType<AgencyBrowser['send']> => browser.send(page, { act: what });

describe('A09 a sheet of 44 listings', () => {
  const cmd = `=cmd|'/C calc'!A1`;
  const sheet = (cost: string): string => `\uFEFFName;Phone;Cost\r\n${Array.from({ length: 44 }, (_, at) => `Group ${at + 1};${[10, 20, 30].includes(at) ? '12' : ''};${at === 1 ? cmd : cost}`).join('\r\n')}`;

  it('A09 is read without effect, told cell by cell, and the good rows are sent alone; the agency takes them back', async () => {
    const { page, statusCode } = await upload(sheet('Free'));
    expect(statusCode).toBe(303);
    const { body } = await browser.get(page);
    for (const text of ['41 listings can be sent.', 'To fix: 3', 'Row 12, Phone:', 'Row 22, Phone:', 'Row 32, Phone:', 'Send the 41 that are fine']) expect(body).toContain(text);
    expect(await proposals()).toEqual([]);
    const errors = await browser.get(page.replace('batch', 'faults'));
    expect([errors.headers['content-type'], errors.body.split('\r\n').length]).toEqual(['text/csv; charset=utf-8', 5]);
    expect((await browser.post(page, { act: 'send' })).statusCode).toBe(422);
    await act(page, 'send');
    await act(page, 'send');
    expect(await proposals()).toEqual([{ state: 'open', n: 41 }]);
    await act(page, 'undo');
    await handOn(desk);
    expect(await proposals()).toEqual([{ state: 'withdrawn', n: 41 }]);
    expect((await browser.get(page)).body).toContain('You took it back');
  });

  it('A09 a steward takes all of it over at one look and back again; a formula went through as words', async () => {
    const { page } = await upload(sheet('5 dollars'));
    await act(page, 'send');
    await handOn(desk);
    const { sheets } = await mei.ask<ProposalsView>('GET', '/api/directory/proposals');
    expect(sheets).toMatchObject([{ organization: 'Forty-four Groups', open: 41, published: 0 }]);
    expect(await mei.ask('POST', `/api/directory/sheets/${sheets[0]?.id}/accept`)).toEqual({ done: 41, left: 0 });
    await handOn(desk);
    const costs = (): Promise<unknown[]> => desk.sql(`select fees_description as cost, count(*)::int as n from directory.service where organization_id = $1 group by 1 order by 1`, [agency]);
    expect(await costs()).toEqual([{ cost: '5 dollars', n: 40 }, { cost: cmd, n: 1 }, { cost: null, n: 3 }]);
    expect(await post.mail('sheet@example.org', /Your sheet: 41 listings changed/)).toBeTruthy();
    expect(post.received.filter(({ mail }) => /looked at the changes/.test(mail.text ?? ''))).toHaveLength(1); // one mail, not 41
    expect((await browser.get('template')).body).toContain(`"'${cmd}"`);
    expect(await mei.ask('POST', `/api/directory/sheets/${sheets[0]?.id}/revert`)).toEqual({ done: 41, left: 0 });
    expect(await costs()).toEqual([{ cost: null, n: 44 }]);
  });

  it('what people can pay with: told in its cell where nobody knows a word, decided on as a field of its own, taken back as one', async () => {
    await handOn(desk); // what was taken back above is in the agency's copies
    const ways = async (): Promise<unknown[]> => desk.sql(`select facts->'payments' as ways, count(*)::int as n from directory.listing l join directory.service s on s.id = l.service_id where s.organization_id = $1 group by 1 order by 2`, [agency]);
    const before = await ways();
    const { page } = await upload('Name,What people can pay with,Cost\nGroup 1,Medicaid; Sin costo,Ask us\nGroup 2,Medicad,\nGroup 3,,\nGroup 4,-,');
    const { body } = await browser.get(page);
    for (const text of ['1 listing can be sent.', 'Row 3, What people can pay with:', 'We do not know “Medicad”. Do you mean “Medicaid”?', 'Cost, What people can pay with']) expect(body).toContain(text);
    expect((await browser.get(page.replace('batch', 'faults'))).body).toContain('"3","What people can pay with","We do not know “Medicad”. Do you mean “Medicaid”?"');
    await act(page, 'send');
    await handOn(desk);
    const { items, sheets } = await mei.ask<ProposalsView>('GET', '/api/directory/proposals');
    expect(items.filter(({ service }) => service === 'Group 1').map(({ fields }) => fields.map(({ field, they }) => [field, they]))).toEqual([[['cost', ['Ask us']], ['payments', ['Medicaid', 'No cost']]]]);
    const sheet = sheets.find(({ open }) => open === 1);
    expect(await mei.ask('POST', `/api/directory/sheets/${sheet?.id}/accept`)).toEqual({ done: 1, left: 0 });
    await handOn(desk);
    expect(await ways()).toEqual([{ ways: ['medicaid', 'free'], n: 1 }, { ways: [], n: 43 }]);
    expect(await mei.ask('POST', `/api/directory/sheets/${sheet?.id}/revert`)).toEqual({ done: 1, left: 0 });
    expect(await ways()).toEqual(before);
  });

  it('the template comes back as it went; no file, a damaged workbook and a file for another page are told', async () => {
    await browser.post('');
    const { body: template } = await browser.get('template');
    expect((await browser.get((await upload(template)).page)).body).toContain('There is nothing to send');
    expect((await upload('')).body).toContain('Pick your sheet first');
    expect((await upload('PK\u0003\u0004\0\0', 'listings.xlsx')).body).toContain('Save it as CSV');
    const book = await desk.app.inject({ method: 'GET', url: `/en/a/${browser.token}/workbook`, headers: { cookie: browser.cookie } });
    expect([book.headers['content-disposition'], book.headers['content-type']]).toEqual(['attachment; filename="listings.xlsx"', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet']);
    const rows = await workbookCells(book.rawPayload, 'listings.xlsx');
    expect(rows).toHaveLength(46); // with the names of columns and what may stand in them
    expect((await browser.get((await upload(book.rawPayload, 'listings.xlsx')).page)).body).toContain('There is nothing to send');
    const changed = await upload(await workbookOf([['Name', 'Phone', 'Cost'], ['Group 3', '203 555 0142', '7 dollars'], ['Group 4', '12', '']]), 'mine.xlsx');
    expect((await browser.get(changed.page)).body).toContain('1 listing can be sent.');
    expect((await browser.get(changed.page)).body).toContain('Row 3, Phone:');
    expect((await upload('a,b', 'x.csv', 'listing')).statusCode).toBe(415);
    expect((await upload('x'.repeat(1024 * 1024 + 1))).statusCode).toBe(413);
    expect((await browser.get(`batch-${agency}`)).statusCode).toBe(404);
  });
});
