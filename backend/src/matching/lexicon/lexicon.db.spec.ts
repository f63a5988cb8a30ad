import type { Response } from 'light-my-request';
import { aColleague, type Colleague } from '../../../test/a-colleague.js';
import { aCountyDesk } from '../../../test/a-county-desk.js';
import type { TestDesk } from '../../../test/test-database.js';
import { readLexicon } from '../../seed/reference/lexicon.js';
import { readVocabulary } from '../../seed/reference/vocabulary.js';
import { Lessons } from '../learning.service.js';
import { Phrases, type LexiconSeed } from '../phrases.service.js';
import { Understanding } from '../understanding.service.js';
import type { EntryPage, EntryView, ExamplePage, LexiconView, WriteEntry } from './lexicon.dto.js';
import type { ChangedSince, StepView } from './lexicon-steps.dto.js';
import type { SentencesView, TriedSentences, TriedView } from './try-out.dto.js';

let desk: TestDesk;
let mei: Colleague;
let ruth: Colleague;
let seed: LexiconSeed;
beforeAll(async () => {
  desk = await aCountyDesk();
  mei = await aColleague(desk, 'Mei Tan', ['STW']);
  ruth = await aColleague(desk, 'Ruth Adler', ['SPE']);
  seed = readLexicon(readVocabulary());
}, 120_000);
afterAll(() => desk?.stop());

const search = (body: object, who = mei): Promise<EntryPage> => who.ask('POST', '/api/lexicon/entries/search', body);
const entry = (over: Partial<WriteEntry> = {}): WriteEntry => ({ language: 'en', pattern: 'quilted fog', gives: 'need/depression', weight: 0.9, beside: false, ...over });
const added = (over: Partial<WriteEntry> = {}): Promise<{ id: string }> => mei.ask('POST', '/api/lexicon/entries', entry(over));
/** Sends it with the version that stands, as somebody does who has just read the line. */
const press = async (method: 'POST' | 'PUT', url: string, payload?: object, version?: number): Promise<Response> => {
  const [, id = ''] = /entries\/([^/]+)/.exec(url) ?? [];
  const standing = version ?? (await mei.ask<StepView[]>('GET', `/api/lexicon/lines/${id}/history`)).length;
  return desk.app.inject({ method, url, headers: { cookie: mei.cookie, 'x-csrf-token': mei.csrf, 'if-match': `"v${standing}"` }, ...(payload && { payload }) });
};
const done = async (...of: Parameters<typeof press>): Promise<void> => {
  const { statusCode, body } = await press(...of);
  if (statusCode !== 204) throw new Error(`${of[1]} answered ${statusCode}: ${body}`);
};
const needsIn = async (text: string): Promise<string[]> => (await desk.get(Understanding).of(text, 'self')).needs.map(({ code }) => code);
const theirs = async (pattern: string, gives: string): Promise<EntryView> => {
  const found = (await search({ search: pattern, gives })).items.find((one) => one.pattern === pattern);
  if (!found) throw new Error(`There is no line ${pattern}`);
  return found;
};

describe('lines are found', () => {
  it.each([
    ['by words with a slip', { search: 'gambling adiction' }, 'need/gambling'],
    ['by a sentence that they hear', { search: 'my husband took his own life' }, 'need/suicide-loss'],
    ['by what they say', { search: 'Loss to suicide' }, 'need/suicide-loss'],
    ['in Spanish', { search: 'no puedo dormir', language: 'es' }, 'need/sleep'],
  ])('%s', async (_, body, gives) => {
    const { items, total } = await search(body);
    expect(items.slice(0, 5).map((one) => one.gives)).toContain(gives);
    expect(total).toBeGreaterThanOrEqual(items.length);
  });

  it('page by page, each once', async () => {
    const [first, second] = [await search({ language: 'es' }), await search({ language: 'es', page: 2 })];
    expect(first.items).toHaveLength(first.size);
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(first.items.length + second.items.length);
  });

  it('by every specialist, who is offered no change and can make none', async () => {
    const { items: [line] } = await search({ search: 'suicid*' }, ruth);
    expect(line?.actions).toEqual([]);
    const refused = await Promise.all([ruth.send('POST', '/api/lexicon/entries', entry()), ruth.send('POST', `/api/lexicon/entries/${line?.id}/off`, { note: 'no' }), ruth.send('PUT', `/api/lexicon/entries/${line?.id}`, entry()), ruth.send('POST', `/api/lexicon/examples/${line?.id}/off`)]);
    expect(refused.map(({ statusCode }) => statusCode)).toEqual([403, 403, 403, 403]);
  });
});

describe('a line of the desk', () => {
  it('is read at once, changed, switched off, deleted, and comes back with one press each', async () => {
    expect(await needsIn('there is a quilted fog in me')).not.toContain('bipolar');
    const { id } = await added({ gives: 'need/bipolar', note: 'said in our town' });
    expect(await needsIn('there is a quilted fog in me')).toContain('bipolar');
    const [mine] = (await search({ author: 'desk' })).items;
    expect(mine).toMatchObject({ id, says: 'Bipolar disorder', author: 'desk', changedBy: 'Mei Tan', note: 'said in our town', actions: ['change', 'delete', 'switch-off', 'undo'] });

    await done('PUT', `/api/lexicon/entries/${id}`, entry({ gives: 'need/ocd' }));
    expect(await needsIn('there is a quilted fog in me')).toContain('ocd');
    await done('POST', `/api/lexicon/entries/${id}/off`, {});
    expect(await needsIn('there is a quilted fog in me')).not.toContain('ocd');
    await done('POST', `/api/lexicon/entries/${id}/delete`);
    expect((await search({ author: 'desk' })).items).toEqual([]);

    const undo = () => done('POST', `/api/lexicon/entries/${id}/undo`);
    await undo(); // deleted
    await undo(); // off
    expect(await needsIn('there is a quilted fog in me')).toContain('ocd');
    await undo(); // changed
    expect(await needsIn('there is a quilted fog in me')).toContain('bipolar');
    await undo(); // added
    expect((await search({ author: 'desk' })).items).toEqual([]);
    expect((await press('POST', `/api/lexicon/entries/${id}/undo`)).statusCode).toBe(409);

    const steps = await ruth.ask<StepView[]>('GET', `/api/lexicon/lines/${id}/history`);
    expect(steps.map(({ what }) => what)).toEqual(['undone', 'undone', 'undone', 'undone', 'deleted', 'off', 'changed', 'added']);
    expect(steps.at(-2)).toMatchObject({ by: 'Mei Tan', undone: true, changes: [{ field: 'gives', before: 'need/bipolar', after: 'need/ocd' }, { field: 'note', before: 'said in our town', after: null }] });
    const audit = await desk.sql<{ body: Record<string, unknown> }>(`select body from audit.entry where body->>'objectId' = $1 order by id`, [id]);
    expect(audit[1]?.body).toMatchObject({ act: 'directory.steward', object: 'lexicon-entry', actor: mei.id, reason: 'changed', fields: ['gives', 'note'] });
    expect(JSON.stringify(audit)).not.toContain('quilted');
  });

  it.each<[string, Partial<WriteEntry>, string, RegExp]>([
    ['a group that is not there', { pattern: 'my {kinn} died' }, 'pattern', /There is no group \{kinn\}.*\{kin\}.*Letters 4 to 9/],
    ['a group that is not closed', { pattern: 'my {kin died' }, 'pattern', /opens a group and does not close it.*Letters 4 to 7/],
    ['a star in the middle', { pattern: 'sl*ep' }, 'pattern', /\* has to stand at the end/],
    ['a word that is missing', { pattern: 'took his//her life' }, 'pattern', /a word is missing beside “\/”.*Letters 6 to 13/],
    ['a sign', { pattern: 'no, thanks' }, 'pattern', /Leave out “,”/],
    ['nothing that has to be there', { pattern: 'maybe? ..' }, 'pattern', /no word that has to be there/],
    ['a term that is not there', { gives: 'need/never' }, 'gives', /Choose what it says/],
    ['a fact that is not there', { gives: 'fact/payment=gold' }, 'gives', /Choose what it says/],
  ])('names what is wrong: %s', async (_, over, field, detail) => {
    const answer = await mei.send('POST', '/api/lexicon/entries', entry(over));
    expect(answer.statusCode).toBe(422);
    expect(answer.json()).toMatchObject({ errors: [{ field, detail: expect.stringMatching(detail) }] });
  });

  it('is there once', async () => {
    const { id } = await added();
    const again = await mei.send('POST', '/api/lexicon/entries', entry());
    expect([again.statusCode, again.json<{ code: string }>().code]).toEqual([409, 'lexicon.there-already']);
    await done('POST', `/api/lexicon/entries/${id}/undo`);
  });
});

describe('two stewards on one line', () => {
  const since = (answer: Response): ChangedSince => answer.json<{ since: ChangedSince }>().since;

  it('the second is told what the first changed, nothing is overwritten, and then decides', async () => {
    const { id } = await added({ pattern: 'paper lantern' });
    const noor = await aColleague(desk, 'Noor Vance', ['STW']);
    const byNoor = await desk.app.inject({ method: 'PUT', url: `/api/lexicon/entries/${id}`, headers: { cookie: noor.cookie, 'x-csrf-token': noor.csrf, 'if-match': '"v1"' }, payload: entry({ pattern: 'paper lantern', gives: 'need/ocd', weight: 0.4 }) });
    expect(byNoor.statusCode).toBe(204);
    const refused = await press('PUT', `/api/lexicon/entries/${id}`, entry({ pattern: 'paper lantern*', note: 'heard twice' }), 1);
    expect([refused.statusCode, refused.json<{ code: string }>().code]).toEqual([412, 'lexicon-entry.stale']);
    expect(since(refused)).toEqual({
      version: 2, by: 'Noor Vance', what: 'changed', at: expect.stringMatching(/^\d{4}-/),
      changes: [{ field: 'gives', before: 'need/depression', after: 'need/ocd' }, { field: 'weight', before: '0.9', after: '0.4' }],
      now: { language: 'en', pattern: 'paper lantern', gives: 'need/ocd', weight: 0.4, beside: false, note: null, off: false },
    });
    expect(await theirs('paper lantern', 'need/ocd')).toMatchObject({ weight: 0.4, version: 2, changedBy: 'Noor Vance' });
    await done('PUT', `/api/lexicon/entries/${id}`, entry({ pattern: 'paper lantern*', note: 'heard twice' }), since(refused).version);
    expect(await theirs('paper lantern*', 'need/depression')).toMatchObject({ version: 3, changedBy: 'Mei Tan' });
  });

  it.each<[string, 'off' | 'on' | 'delete' | 'undo']>([['switches it', 'off'], ['switches it back', 'on'], ['deletes it', 'delete'], ['takes the last change back', 'undo']])('who %s has seen it as it stands', async (_, act) => {
    const { id } = await added({ pattern: `paper boat ${act}` });
    await done('PUT', `/api/lexicon/entries/${id}`, entry({ pattern: `paper boat ${act}`, weight: 0.5 }));
    const refused = await press('POST', `/api/lexicon/entries/${id}/${act}`, ['off', 'on'].includes(act) ? {} : undefined, 1);
    expect([refused.statusCode, since(refused).changes]).toEqual([412, [{ field: 'weight', before: '0.9', after: '0.5' }]]);
    expect(await theirs(`paper boat ${act}`, 'need/depression')).toMatchObject({ weight: 0.5, off: false, version: 2 });
    await done('POST', `/api/lexicon/entries/${id}/${act}`, ['off', 'on'].includes(act) ? {} : undefined, 2);
  });

  it('who changes what was deleted is told so, and who never read it has to', async () => {
    const { id } = await added({ pattern: 'paper crane' });
    await done('POST', `/api/lexicon/entries/${id}/delete`);
    const refused = await press('PUT', `/api/lexicon/entries/${id}`, entry({ pattern: 'paper crane' }), 1);
    expect([refused.statusCode, since(refused)]).toEqual([412, expect.objectContaining({ what: 'deleted', now: null, version: 2 })]);
    expect((await mei.send('PUT', `/api/lexicon/entries/${id}`, entry())).statusCode).toBe(428);
  });

  it('of two at once one is written', async () => {
    const { id } = await added({ pattern: 'paper tiger' });
    const both = await Promise.all([0.3, 0.6].map((weight) => press('PUT', `/api/lexicon/entries/${id}`, entry({ pattern: 'paper tiger', weight }), 1)));
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([204, 412]);
    await done('POST', `/api/lexicon/entries/${id}/delete`);
  });
});

describe('a line of the product', () => {
  it('keeps its words, is weighed and switched off, and is never deleted', async () => {
    const line = await theirs('gambl*', 'need/gambling');
    expect(line).toMatchObject({ author: 'product', changedBy: null, actions: ['weigh', 'switch-off'] });
    const { language, pattern, gives, beside } = line;
    expect((await press('PUT', `/api/lexicon/entries/${line.id}`, { language, pattern: 'gamblers', gives, beside, weight: 0.5 })).statusCode).toBe(409);
    expect((await press('POST', `/api/lexicon/entries/${line.id}/delete`)).statusCode).toBe(409);
    await done('PUT', `/api/lexicon/entries/${line.id}`, { language, pattern, gives, beside, weight: 0.5 });
    expect(await theirs('gambl*', 'need/gambling')).toMatchObject({ weight: 0.5, productWeight: line.weight });
    await done('POST', `/api/lexicon/entries/${line.id}/undo`);
    expect(await theirs('gambl*', 'need/gambling')).toMatchObject({ weight: line.weight, productWeight: null, changedBy: null });
  });

  it('that raises an alarm is not silenced without a reason', async () => {
    const line = await theirs('kill myself', 'crisis/intent');
    const refused = await press('POST', `/api/lexicon/entries/${line.id}/off`, {});
    expect([refused.statusCode, refused.json<{ errors: unknown[] }>().errors]).toEqual([422, [expect.objectContaining({ field: 'note' })]]);
    await done('POST', `/api/lexicon/entries/${line.id}/off`, { note: 'A song that everybody quotes' });
    expect(await theirs('kill myself', 'crisis/intent')).toMatchObject({ off: true, note: 'A song that everybody quotes' });
    await done('POST', `/api/lexicon/entries/${line.id}/undo`);
    expect(await theirs('kill myself', 'crisis/intent')).toMatchObject({ off: false, note: null });
  });

  it('stays as the desk left it when the product brings a newer lexicon, and what the desk wrote stays', async () => {
    const off = await theirs('casino*', 'need/gambling');
    const weighed = await theirs('betting', 'need/gambling');
    const dropped = await theirs('poker', 'need/gambling');
    const untouched = await theirs('draftkings', 'need/gambling');
    await done('POST', `/api/lexicon/entries/${off.id}/off`, {});
    const { language, pattern, gives, beside } = weighed;
    await done('PUT', `/api/lexicon/entries/${weighed.id}`, { language, pattern, gives, beside, weight: 0.31 });
    await done('POST', `/api/lexicon/entries/${dropped.id}/off`, {});
    const own = await added({ pattern: 'slot palace', gives: 'need/gambling' });
    const newer = { ...seed, version: String(Number(seed.version) + 1), phrases: seed.phrases.filter(({ id }) => id !== dropped.id && id !== untouched.id).map((one) => (one.id === weighed.id ? { ...one, weight: 0.77 } : one)) };
    await desk.get(Phrases).load(newer);
    const after = (await search({ gives: 'need/gambling', state: 'changed' })).items;
    expect(new Map(after.map(({ id, off: isOff, weight }) => [id, [isOff, weight]]))).toEqual(new Map([[off.id, [true, off.weight]], [weighed.id, [false, 0.31]], [dropped.id, [true, dropped.weight]], [own.id, [false, 0.9]]]));
    expect(after.find(({ id }) => id === weighed.id)?.productWeight).toBe(0.77);
    expect((await search({ search: 'draftkings' })).items.map(({ id }) => id)).not.toContain(untouched.id);
  });
});

describe('the try-out', () => {
  const words = (body: object, who = ruth): Promise<TriedView> => who.ask('POST', '/api/lexicon/try', body);

  it('says what was understood, what said so, and what a line would change before it is saved', async () => {
    const text = 'My husband took his own life in March. No insurance, not AA please. I had a velvet umbrella of it.';
    const { before, after } = await words({ text, whom: 'self', entry: entry({ pattern: 'velvet umbrella', gives: 'need/alcohol' }) });
    const first = before.needs[0];
    expect(first).toMatchObject({ gives: 'need/suicide-loss', entries: [expect.stringContaining('own?')] });
    expect(first?.because.map(({ from, to }) => text.slice(from, to))).toContain('took his own life');
    expect(before.facts).toEqual([expect.objectContaining({ gives: 'fact/payment=uninsured', name: 'No insurance' })]);
    expect(before.heard.some(({ denied }) => denied)).toBe(true);
    expect(before.needs.map(({ gives }) => gives)).not.toContain('need/alcohol');
    expect(after?.needs.map(({ gives }) => gives)).toContain('need/alcohol');
    expect(after?.needs.find(({ gives }) => gives === 'need/alcohol')?.entries).toEqual(['velvet umbrella']);
  });

  it('reads without a line that would be switched off', async () => {
    const line = await theirs('kill myself', 'crisis/intent');
    const { language, pattern, gives, weight, beside } = line;
    const { before, after } = await words({ text: 'I want to kill myself', entry: { id: line.id, language, pattern, gives, weight, beside, off: true } });
    expect(before.sounds?.tier).toBe('hard');
    expect(before.heard.map(({ id }) => id)).toContain(line.id);
    expect(after?.heard.map(({ id }) => id)).not.toContain(line.id);
  });

  it('refuses what could not be saved, in the same words', async () => {
    const answer = await ruth.send('POST', '/api/lexicon/try', { text: 'hello there', entry: entry({ pattern: '{nobody}' }) });
    expect([answer.statusCode, answer.json<{ errors: { field: string }[] }>().errors[0]?.field]).toEqual([422, 'pattern']);
  });

  it('keeps nothing: no table holds the words', async () => {
    await words({ text: 'my zanzibar umbrella sings' });
    const tables = await desk.sql<{ name: string }>(`select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`);
    for (const { name } of tables) expect([name, await desk.sql(`select 1 from ${name} t where t::text ilike '%zanzibar%'`)]).toEqual([name, []]);
  });

  it('is quick', async () => {
    const text = 'My husband took his own life in March and since then I cannot sleep, I drink too much. '.repeat(4);
    await words({ text, entry: entry() });
    const times: number[] = [];
    for (let time = 0; time < 5; time++) {
      const began = performance.now();
      await words({ text, entry: entry({ pattern: `velvet evening ${time}` }) });
      times.push(performance.now() - began);
    }
    expect(Math.min(...times)).toBeLessThan(200); // the others may have waited for whatever else runs on this machine
  });
});

describe('the test sentences', () => {
  it('tell what a change would mend and break', async () => {
    const { items, right } = await ruth.ask<SentencesView>('GET', '/api/lexicon/sentences');
    expect(items.length).toBeGreaterThanOrEqual(60);
    expect(right).toBe(items.filter(({ now }) => now.right).length);
    expect(right).toBeGreaterThanOrEqual(0.8 * items.length); // those that the product does not understand yet stand there, too
    const tried = await ruth.ask<TriedSentences>('POST', '/api/lexicon/try/sentences', { entry: entry({ pattern: 'have evening hours', gives: 'crisis/now', weight: 1 }) });
    expect(tried).toMatchObject({ total: items.length, rightBefore: right, rightAfter: right - 1 });
    expect(tried.changed).toEqual([expect.objectContaining({ text: 'Do you have evening hours?', now: expect.objectContaining({ right: true, tier: 'none' }), after: expect.objectContaining({ right: false, tier: 'soft' }) })]); // what was learned calms it
  });

  it('are added and deleted by who keeps the lexicon; the product’s stay', async () => {
    const body = { text: 'A velvet fog sits on my chest', needs: ['depression'], tier: 'none' };
    const { id } = await mei.ask<{ id: string }>('POST', '/api/lexicon/sentences', body);
    expect((await mei.send('POST', '/api/lexicon/sentences', body)).statusCode).toBe(409);
    expect((await mei.send('POST', '/api/lexicon/sentences', { ...body, text: 'Another', needs: ['never'] })).statusCode).toBe(422);
    await mei.ask('POST', `/api/lexicon/sentences/${id}/delete`);
    const [theirs_] = (await mei.ask<SentencesView>('GET', '/api/lexicon/sentences')).items.filter(({ author }) => author === 'product');
    expect((await mei.send('POST', `/api/lexicon/sentences/${theirs_?.id}/delete`)).statusCode).toBe(409);
  });
});

describe('example lines', () => {
  const about = (): Promise<LexiconView> => mei.ask('GET', '/api/lexicon');
  const examples = (body: object): Promise<ExamplePage> => mei.ask('POST', '/api/lexicon/examples/search', body);

  it('are learned beside the work: what is asked meanwhile is answered at once, and says so', async () => {
    expect((await about()).learning).toBe(false);
    const before = await needsIn('the moth ate my velvet drum');
    const lines = ['the moth ate my velvet drum', 'a moth in the velvet drum again', 'velvet drum and moth all week', 'moths, and the drum of velvet'];
    for (const text of lines) await mei.ask('POST', '/api/lexicon/examples', { about: 'need', codes: ['gambling'], text });
    const began = performance.now();
    expect(await needsIn('the moth ate my velvet drum')).toEqual(before);
    expect(performance.now() - began).toBeLessThan(1000);
    expect((await about()).learning).toBe(true);
    await desk.get(Lessons).settled();
    expect((await about()).learning).toBe(false);
    expect((await needsIn('the moth ate my velvet drum'))[0]).toBe('gambling');
    const { items } = await examples({ author: 'desk' });
    expect(items).toHaveLength(4);
    expect(items[0]).toMatchObject({ says: ['Problem gambling'], changedBy: 'Mei Tan', actions: ['delete', 'switch-off', 'undo'] });
  }, 300_000);

  it.each([
    ['no need', { about: 'need', codes: [], text: 'two words' }, 'codes'],
    ['a need that is not there', { about: 'need', codes: ['never'], text: 'two words' }, 'codes'],
    ['two tiers', { about: 'crisis', codes: ['hard', 'soft'], text: 'two words' }, 'codes'],
    ['one word', { about: 'need', codes: ['grief'], text: 'word' }, 'text'],
  ])('name what is wrong: %s', async (_, body, field) => {
    const answer = await mei.send('POST', '/api/lexicon/examples', body);
    expect([answer.statusCode, answer.json<{ errors: { field: string }[] }>().errors[0]?.field]).toEqual([422, field]);
  });

  it('of the product are switched off and on again, never deleted', async () => {
    const { items: [line] } = await examples({ search: 'been crying in the bathroom at work', about: 'need' });
    expect(line).toMatchObject({ author: 'product', off: false, says: ['Depression and low mood'], actions: ['switch-off'] });
    expect((await mei.send('POST', `/api/lexicon/examples/${line?.id}/delete`)).statusCode).toBe(409);
    await mei.ask('POST', `/api/lexicon/examples/${line?.id}/off`);
    expect((await examples({ state: 'off' })).items.map(({ id }) => id)).toEqual([line?.id]);
    await mei.ask('POST', `/api/lexicon/examples/${line?.id}/undo`);
    expect((await examples({ state: 'off' })).items).toEqual([]);
  });
});
