import { aColleague, type Colleague } from '../../../test/a-colleague.js';
import { sent } from '../../../test/an-inquiry.js';
import { testDesk, type TestDesk } from '../../../test/test-database.js';
import { uuidv7 } from '../../platform/index.js';
import type { ReadyTextView, TemplateView, TriedTemplateView } from './templates.dto.js';

let desk: TestDesk;
let sol: Colleague;
let ruth: Colleague;
beforeAll(async () => {
  desk = await testDesk();
  sol = await aColleague(desk, 'Sol Vega', ['SUP']);
  ruth = await aColleague(desk, 'Ruth Adler');
}, 180_000);
afterAll(() => desk?.stop());

const keep = ({ cookie, csrf }: Colleague, payload: object, { id = uuidv7(), version = 0 } = {}) => desk.app.inject({ method: 'PUT', url: `/api/templates/${id}`, headers: { cookie, 'x-csrf-token': csrf, 'if-match': `"v${version}"` }, payload });
const off = ({ cookie, csrf }: Colleague, { id, version }: { id: string; version: number }) => desk.app.inject({ method: 'POST', url: `/api/templates/${id}/off`, headers: { cookie, 'x-csrf-token': csrf, 'if-match': `"v${version}"` } });
const aText = (over: object = {}): object => ({ title: `Text ${uuidv7()}`, kind: 'message', neutral: false, texts: { en: 'Hello {{first name}}, your number is {{reference}}.', es: 'Hola {{first name}}, su número es {{reference}}.' }, ...over });
const all = (): Promise<TemplateView[]> => sol.ask('GET', '/api/templates');
async function claimed(over: Record<string, unknown> = {}): Promise<{ id: string; reference: string }> {
  const { reference } = await sent(desk, over);
  const [row] = await desk.sql<{ id: string }>(`update intake.inquiry set status = 'claimed', assignee = $2, claimed_at = now() where reference = $1 returning id`, [reference, ruth.id]);
  return { id: row?.id ?? '', reference };
}
const readyFor = async (id: string, title: string): Promise<ReadyTextView | undefined> => (await ruth.ask<ReadyTextView[]>('GET', `/api/inquiries/${id}/ready-texts`)).find((each) => each.title === title);
const byMail = { contact: { channel: 'email', email: 'quill@example.org' }, safe: { name: 'Ida', emailOk: true } };

describe('a ready text', () => {
  it('is made, changed and offered no more by a supervisor, each in the audit, and never over a change that was not seen', async () => {
    const id = uuidv7();
    expect((await keep(sol, aText({ title: 'Greeting' }), { id })).statusCode).toBe(204);
    expect((await all()).find((each) => each.id === id)).toMatchObject({ title: 'Greeting', version: 1, changedBy: 'Sol Vega' });
    expect((await keep(sol, aText({ title: 'Greeting, short' }), { id, version: 1 })).statusCode).toBe(204);
    expect((await keep(sol, aText(), { id, version: 1 })).statusCode).toBe(412);
    expect((await keep(sol, aText(), { id })).statusCode).toBe(412);
    expect((await keep(sol, aText(), { version: 3 })).statusCode).toBe(404);
    expect((await off(sol, { id, version: 2 })).statusCode).toBe(204);
    expect((await all()).some((each) => each.id === id)).toBe(false);
    expect(await desk.sql(`select 1 from audit.entry where body->>'act' = 'template.change' and body->>'objectId' = $1`, [id])).toHaveLength(3);
  });

  it('is kept by supervisors alone', async () => {
    expect((await keep(ruth, aText())).statusCode).toBe(403);
    expect((await ruth.send('GET', '/api/templates')).statusCode).toBe(403);
  });

  it.each([
    ['an unknown variable', { texts: { en: 'x', es: '{{diagnosis}}' } }, 'texts.es'],
    ['a brace that stands alone', { texts: { en: '{reference}' } }, 'texts.en'],
    ['a service in a neutral text', { neutral: true, texts: { en: '{{service}}' } }, 'texts.en'],
    ['no English', { texts: { es: 'Hola' } }, 'texts.en'],
    ['no language', { texts: { en: 'x', 'no language': 'y' } }, 'texts.no language'],
    ['no title', { title: ' ' }, 'title'],
  ])('is refused with %s, by its field', async (_, over, field) => {
    const answer = await keep(sol, aText(over));
    expect([answer.statusCode, answer.json<{ errors: { field: string }[] }>().errors[0]?.field]).toEqual([422, field]);
  });

  it('has a title of its own, however it is written', async () => {
    await keep(sol, aText({ title: 'One answer' }));
    expect((await keep(sol, aText({ title: 'one ANSWER' }))).json()).toMatchObject({ status: 409, code: 'template.title' });
  });

  it('is tried with invented values, exactly as it will stand', async () => {
    expect(await sol.ask<TriedTemplateView>('POST', '/api/templates/try', { text: 'Dear {{first name}}: {{reference}}', neutral: true })).toEqual({ text: 'Dear Marisol: R-4K7P-29', faults: [] });
    expect(await sol.ask<TriedTemplateView>('POST', '/api/templates/try', { text: '{{desk phone}}', neutral: true })).toMatchObject({ text: null, faults: [expect.stringContaining('desk phone')] });
  });
});

describe('a ready text for a request', () => {
  it('is filled with what the person said and chose, in their language, else in English', async () => {
    await keep(sol, aText({ title: 'Filled', texts: { en: '{{first name}}, {{reference}}, {{specialist first name}}', es: 'es {{reference}}' } }));
    const english = await claimed(byMail);
    const spanish = await claimed({ ...byMail, language: 'es' });
    const french = await claimed({ ...byMail, language: 'fr' });
    expect(await readyFor(english.id, 'Filled')).toMatchObject({ text: `Ida, ${english.reference}, Ruth`, language: 'en', missing: [], refused: null });
    expect(await readyFor(spanish.id, 'Filled')).toMatchObject({ text: `es ${spanish.reference}`, language: 'es' });
    expect(await readyFor(french.id, 'Filled')).toMatchObject({ text: `Ida, ${french.reference}, Ruth`, language: 'en' });
  });

  it('is refused by the variable that nothing fills', async () => {
    await desk.sql('update settings.desk set phone = null');
    await keep(sol, aText({ title: 'Needs all', texts: { en: '{{first name}} {{service}} {{service phone}} {{desk phone}}' } }));
    const { id } = await claimed({ contact: { channel: 'text', phone: '203 555 0142' }, safe: {} });
    expect(await readyFor(id, 'Needs all')).toMatchObject({ text: null, missing: ['first name', 'service', 'service phone', 'desk phone'] });
  });

  it.each([
    ['an inbox that others read', { contact: { channel: 'email', email: 'quill@example.org' }, safe: { name: 'Ida', emailOk: false } }, 'not-neutral'],
    ['a phone that others answer', { contact: { channel: 'phone', phone: '203 555 0142' }, safe: { name: 'Ida', others: 'hang-up' } }, 'not-neutral'],
    ['violence, whatever the way', { ...byMail, topics: ['abuse'] }, 'not-neutral'],
    ['who comes to us', { contact: { channel: 'self' }, safe: {} }, 'self'],
  ])('must be neutral for %s, and then has no name in it', async (who, over, refused) => {
    await keep(sol, aText({ title: `Open, ${who}`, texts: { en: 'Quiet Oak has room' } }));
    await keep(sol, aText({ title: `Neutral, ${who}`, neutral: true, texts: { en: 'There is an answer: {{reference}}' } }));
    await keep(sol, aText({ title: `Named, ${who}`, neutral: true, texts: { en: 'Hello {{first name}}' } }));
    await keep(sol, aText({ title: `Note, ${who}`, kind: 'note', texts: { en: 'Left word, {{reference}}' } }));
    const { id, reference } = await claimed(over);
    expect(await readyFor(id, `Open, ${who}`)).toMatchObject({ text: null, refused });
    expect(await readyFor(id, `Neutral, ${who}`)).toMatchObject(refused === 'self' ? { text: null, refused } : { text: `There is an answer: ${reference}`, refused: null });
    expect(await readyFor(id, `Named, ${who}`)).toMatchObject({ text: null });
    expect(await readyFor(id, `Note, ${who}`)).toMatchObject({ text: `Left word, ${reference}`, refused: null });
  });

  it('shows to nobody who may not write in the request', async () => {
    const { id } = await claimed();
    const ana = await aColleague(desk, 'Ana Rios');
    expect((await ana.send('GET', `/api/inquiries/${id}/ready-texts`)).statusCode).toBe(404);
  });
});
