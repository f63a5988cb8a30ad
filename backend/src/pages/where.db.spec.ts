import { testDesk, type TestDesk } from '../../test/test-database.js';

let desk: TestDesk;
let cookie: string;
let token: string;
beforeAll(async () => {
  desk = await testDesk();
  await desk.sql(`insert into directory.zip (zip, city, state, county, county_before, lat, lon) values ('06850', 'Norwalk', 'CT', 'Western Connecticut', 'Fairfield', 41.12, -73.44), ('06854', 'Norwalk', 'CT', 'Western Connecticut', 'Fairfield', 41.1, -73.43),
    ('44857', 'Norwalk', 'OH', 'Huron', null, 41.24, -82.6), ('06901', 'Stamford', 'CT', 'Western Connecticut', 'Fairfield', 41.05, -73.54)`);
}, 60_000);
afterAll(() => desk.stop());

interface Shown {
  status: number;
  /** Where it leads. */
  to: string | undefined;
  page: string;
}

async function post(url: string, fields: Record<string, string | string[]> = {}): Promise<Shown> {
  const body = new URLSearchParams({ token });
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one);
  const answer = await desk.app.inject({ method: 'POST', url, headers: { ...(cookie && { cookie }), origin: 'http://localhost:3000', 'content-type': 'application/x-www-form-urlencoded' }, payload: body.toString() });
  const set = answer.cookies.find(({ name }) => name === '__Host-visit');
  if (set) cookie = `${set.name}=${set.value}`;
  return { status: answer.statusCode, to: answer.headers.location?.toString(), page: answer.body };
}
const get = async (url: string): Promise<string> => (await desk.app.inject({ method: 'GET', url, headers: { cookie } })).body;
const offered = (page: string): string[] => [...page.matchAll(/name="meant" value="([^"]+)"/g)].map(([, value = '']) => value);

/** At "Where do you need help?", without script. */
beforeEach(async () => {
  cookie = token = '';
  await post('/en/ask');
  token = /name="token" value="([^"]+)"/.exec(await get('/en/ask/before'))?.[1] ?? '';
  await post('/en/ask/before');
  await post('/en/ask/who', { asker: 'self' });
  await post('/en/ask/safety', { safety: 'yes' });
  await post('/en/ask/help', { topics: ['worry'] });
});

const onward = { status: 303, to: '/en/ask/reach' };
const where = (fields: Record<string, string>): Promise<Shown> => post('/en/ask/where', fields);
const kept = async (): Promise<string | undefined> => /name="place"[^>]* value="([^"]*)"/.exec(await get('/en/ask/where'))?.[1];

describe('where somebody needs help, as they write it', () => {
  it.each(['06854', 'Norwalk, CT', 'Stamford', 'Huron County', 'a tent by the river', 'Zzyzx'])('%s goes on without a question', async (place) => {
    expect(await where({ place })).toMatchObject(onward);
    expect(await kept()).toBe(place);
  });

  it('a town typed wrongly gives choices; the words stay in the field, the focus goes to the choices, and nothing is called wrong', async () => {
    const { status, page } = await where({ place: 'Stamfrod CT' });
    expect(status).toBe(200);
    expect(offered(page)).toEqual(['Stamford, CT', '=']);
    expect(page).toMatch(/id="problem"[^>]*autofocus/);
    expect(page).toContain('value="Stamfrod CT"');
    expect(page).not.toMatch(/aria-invalid="|class="why"/);
    expect(await where({ place: 'Stamfrod CT', asked: 'Stamfrod CT', meant: 'Stamford, CT' })).toMatchObject(onward);
    expect(await kept()).toBe('Stamford, CT');
  });

  it('of several of one name somebody chooses', async () => {
    expect(offered((await where({ place: 'Norwalk' })).page)).toEqual(['Norwalk, CT', 'Norwalk, OH', '=']);
  });

  it('what was typed is taken as it stands: by choosing so, or by going on', async () => {
    await where({ place: 'Nowalk' });
    expect(await where({ place: 'Nowalk', asked: 'Nowalk', meant: '=' })).toMatchObject(onward);
    expect(await kept()).toBe('Nowalk');
    expect(await where({ place: 'Stamfrd', asked: 'Stamfrd' })).toMatchObject(onward);
    expect(await kept()).toBe('Stamfrd');
  });

  it('other words than were asked about are asked about anew, whatever was chosen before', async () => {
    const { status, page } = await where({ place: 'Stamfrod', asked: 'Nowalk', meant: 'Norwalk, CT' });
    expect([status, offered(page)]).toEqual([200, ['Stamford, CT', '=']]);
  });

  it('in Spanish, too', async () => {
    expect((await post('/es/ask/where', { place: 'Stamfrod' })).page).toContain('¿Quiso decir uno de estos lugares?');
  });
});
