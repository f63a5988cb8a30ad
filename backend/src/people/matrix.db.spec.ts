import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Controller, Get, Module } from '@nestjs/common';
import type { InjectOptions, Response } from 'light-my-request';
import { aColleague, type Colleague } from '../../test/a-colleague.js';
import { sent } from '../../test/an-inquiry.js';
import { canary, ROUTE_SAMPLES, type RouteSample, type Thing } from '../../test/route-samples.js';
import { testDesk, type TestDesk } from '../../test/test-database.js';
import { uuidv7, type Actor } from '../platform/index.js';
import { CountySeed } from '../seed/county/county-seed.js';
import { ReferenceSeed } from '../seed/reference/reference.js';
import { can, PERMISSIONS, ROLES, type Role } from './domain/permissions.js';
import { RoutePolicies, type RoutePolicy } from './route-policies.js';

type Asker = Role | 'PUB';
const ASKERS: readonly Asker[] = ['PUB', ...ROLES];
/** `own` is assigned to the asker, even to one who may do nothing with it; `missing` is a random id. */
type Whose = 'own' | 'colleague' | 'missing';
interface Cell {
  route: RoutePolicy & { act: keyof typeof PERMISSIONS };
  sample: RouteSample;
  asker: Asker;
  whose: Whose;
}

let desk: TestDesk;
let routes: Cell['route'][];
const people = new Map<Asker | 'colleague' | 'unflagged', Colleague>();
const things = new Map<string, Thing>();
const nowhere = (): Thing => ({ inquiry: uuidv7(), need: uuidv7(), option: uuidv7(), note: uuidv7(), service: uuidv7(), location: uuidv7(), referral: uuidv7(), organization: uuidv7(), account: uuidv7(), due: uuidv7() });

const keyOf = ({ method, path }: RoutePolicy): string => `${path === '/api/events' ? 'GET' : method} ${path.replace(/^\/pages\/(\w+)\.\w+\.js$/, '/pages/$1')}`;
const scopeOf = ({ act }: Cell['route'], asker: Asker): string | undefined => (PERMISSIONS[act] as Partial<Record<Asker, string>>)[asker];

/** A request with needs, a note and an offered option, as a supervisor makes them. */
async function aThing(owner: Colleague, sol: Colleague): Promise<Thing> {
  const { reference } = await sent(desk, { words: canary(owner.id), safe: { name: canary(owner.id), times: [], never: canary(owner.id) }, facts: { person: { state: 'given', value: canary(owner.id) } } });
  const [row] = await desk.sql<{ inquiry: string; need: string }>(
    `with own as (update intake.inquiry set status = 'claimed', assignee = $2, claimed_at = now() where reference = $1 returning id)
     select own.id as inquiry, n.id as need from own join intake.need n on n.inquiry_id = own.id order by n.position limit 1`,
    [reference, owner.id],
  );
  if (!row) throw new Error('There is no request');
  const url = `/api/inquiries/${row.inquiry}`;
  const note = uuidv7();
  await sol.ask('POST', `${url}/notes`, { id: note, text: canary(owner.id), audience: 'desk' });
  const { results } = await sol.ask<{ results: { serviceId: string }[] }>('POST', `${url}/matches`, {});
  const serviceIds = results.slice(0, 3).map(({ serviceId }) => serviceId);
  const [option] = await sol.ask<{ id: string }[]>('POST', `${url}/options`, { needId: row.need, serviceIds });
  await sol.ask('POST', `/api/options/${option?.id}/decision`, { decision: 'chosen' });
  const [referral] = await sol.ask<{ id: string }[]>('POST', `${url}/referrals`, { optionId: option?.id, way: 'self' });
  const [organization] = await desk.sql<{ id: string }>('select organization_id as id from directory.service where id = $1', [serviceIds[0]]);
  const [location] = await desk.sql<{ id: string }>('select id from directory.location order by id limit 1');
  const account = uuidv7();
  await desk.sql(`insert into people.account (id, email, name, roles, demo) values ($1::uuid, $1::uuid || '@example.org', 'Spare', '{SPE}', true)`, [account]);
  const due = uuidv7();
  await desk.sql(`insert into follow_up.due (id, inquiry_id, kind, due_on) values ($1, $2, 'call-options', current_date)`, [due, row.inquiry]);
  return { ...row, due, note, account, option: option?.id ?? '', service: serviceIds[0] ?? '', location: location?.id ?? '', referral: referral?.id ?? '', organization: organization?.id ?? '' };
}

beforeAll(async () => {
  desk = await testDesk();
  (await import('../health.controller.js')).life.started = true; // as the server does when jobs and events run
  await desk.app.listen(0, '127.0.0.1');
  await desk.get(ReferenceSeed).run();
  await desk.get(CountySeed).run();
  const colleague = await aColleague(desk, 'Colleague', ['SPE']);
  people.set('colleague', colleague).set('unflagged', await aColleague(desk, 'Unflagged', ['SPE'], false));
  for (const role of ROLES) people.set(role, await aColleague(desk, `Role ${role}`, [role]));
  const sol = people.get('SUP') as Colleague;
  for (const [who, person] of people) things.set(who, await aThing(person, sol));
  routes = desk.get(RoutePolicies).all() as Cell['route'][];
}, 300_000);
afterAll(() => desk?.stop());

/** Puts a request back to its owner, and the spare account to its start: acts before may have changed them. */
const reset = async (who: string): Promise<void> => {
  await desk.sql(`update people.account set active = true, roles = '{SPE}', version = 1 where id = $1`, [things.get(who)?.account]);
  await desk.sql(`update intake.crisis set result = 'no-danger', rescue = 'not-needed', ended_at = now() where inquiry_id = $1 and ended_at is null`, [things.get(who)?.inquiry]);
  await desk.sql(`update intake.inquiry set status = 'claimed', assignee = $2 where id = $1`, [things.get(who)?.inquiry, people.get(who as Asker)?.id]);
};

/** A second session of the same account. */
async function another(asker: Sending['asker']): Promise<Pick<Colleague, 'cookie' | 'csrf'> | undefined> {
  if (asker === 'PUB') return undefined;
  const answer = await desk.app.inject({ method: 'POST', url: '/api/auth/login', payload: { email: `role.${asker.toLowerCase()}@example.org`, password: 'four quiet words here' } });
  return { cookie: `${answer.cookies[0]?.name}=${answer.cookies[0]?.value}`, csrf: answer.json<{ csrf: string }>().csrf };
}

interface Sending {
  asker: Asker | 'colleague' | 'unflagged';
  thing: Thing;
  body?: object | undefined;
  method?: string;
}
async function send({ route, sample }: Pick<Cell, 'route' | 'sample'>, { asker, thing, body = sample.body?.(thing), method = keyOf(route).split(' ')[0] }: Sending): Promise<Answer> {
  const under = Object.entries(sample.under ?? {}).map(([name, what]) => [name, thing[what]] as const);
  const parts: Record<string, string> = { ...sample.path, ...Object.fromEntries(under), ...(sample.id && { id: thing[sample.id] }) };
  const url = route.path.replace(/:(\w+)|\*/g, (found: string, name: string | undefined) => parts[name ?? found] ?? found);
  const person = sample.ends ? await another(asker) : people.get(asker);
  const headers = { ...sample.headers?.(), ...(person && { cookie: person.cookie, 'x-csrf-token': person.csrf }) };
  if (sample.stream) return opened(url, headers);
  return desk.app.inject({ method: method, url, headers, ...(body && method !== 'HEAD' && { payload: body }), } as InjectOptions);
}

type Answer = Pick<Response, 'statusCode' | 'headers' | 'body'>;
/** Opens a stream over a real connection, reads its status and leaves. */
async function opened(path: string, headers: Record<string, string>): Promise<Answer> {
  const leaving = new AbortController();
  const answer = await fetch(`${await desk.app.getUrl()}${path}`, { headers, signal: leaving.signal });
  leaving.abort();
  return { statusCode: answer.status, headers: {}, body: '' };
}

/** The thing of a cell. Those without a session own nothing: for them everything is a colleague's. */
const thingOf = ({ asker, whose }: Cell): Thing => (whose === 'missing' ? nowhere() : (things.get(whose === 'own' && asker !== 'PUB' ? asker : 'colleague') as Thing));

/** What the permission table says to a cell: statuses, and nothing else. */
function expected({ route, sample, asker, whose }: Cell): readonly number[] {
  const yes = sample.yes ?? [200, 201, 204];
  const scope = scopeOf(route, asker);
  if (!scope) return asker === 'PUB' ? [401] : [403];
  if (!sample.id) return yes;
  if (whose === 'missing') return [404];
  const shared = sample.id === 'service' || sample.id === 'location' || sample.id === 'organization';
  if (whose === 'own' || shared) return yes;
  return scope === 'team' ? (sample.yesToColleague ?? yes) : [404];
}

const cells = (): Cell[] => {
  return routes.flatMap((route) => {
    const sample = ROUTE_SAMPLES[keyOf(route)] ?? {};
    return ASKERS.flatMap((asker) => (sample.id ? (['own', 'colleague', 'missing'] as const) : (['own'] as const)).map((whose) => ({ route, sample, asker, whose })));
  });
};

/** Requests whose canary is in an answer to somebody who may not read them. */
function leaks(asker: Asker | 'unflagged', text: string): string[] {
  const person = people.get(asker);
  const actor: Actor = { id: person?.id ?? null, kind: 'staff', roles: asker === 'unflagged' ? ['SPE'] : [asker], name: null, restricted: asker !== 'unflagged' };
  return [...people].filter(([, owner]) => text.includes(canary(owner.id)) && !can(actor, 'inquiry.read', { owner: owner.id })).map(([who]) => who);
}

const label = ({ route, asker, whose }: Cell): string => `${keyOf(route)} as ${asker} on ${whose}`;
/** An answer without what differs each time. */
const bare = ({ statusCode, headers, body }: Answer): string => {
  const { 'x-request-id': id, date: _, ...rest } = headers;
  return JSON.stringify([statusCode, rest, body.replaceAll(String(id), 'request')]);
};

describe('T9 every route has a policy and a sample', () => {
  it('T9 no route is without a sample, no sample without a route (test/route-samples.ts)', () => {
    const known = routes.map(keyOf);
    expect(known.filter((key) => !ROUTE_SAMPLES[key])).toEqual([]);
    expect(Object.keys(ROUTE_SAMPLES).filter((key) => !known.includes(key))).toEqual([]);
    expect(new Set(known).size).toBe(known.length);
  });

  it('T9 knows every field of the contract that holds an id in a body', () => {
    interface Schema { $ref?: string; format?: string; type?: string; items?: Schema; properties?: Record<string, Schema>; allOf?: Schema[] }
    const contract = JSON.parse(readFileSync(join(__dirname, '../../openapi.json'), 'utf8')) as { paths: Record<string, Record<string, { requestBody?: { content: Record<string, { schema: Schema }> } }>>; components: { schemas: Record<string, Schema> } };
    const idsIn = (schema: Schema, at: string): string[] => {
      if (schema.$ref) return idsIn(contract.components.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {}, at);
      if (schema.format === 'uuid') return [at];
      const parts = [...(schema.allOf ?? []), ...(schema.items ? [schema.items] : [])].flatMap((part) => idsIn(part, at));
      return [...parts, ...Object.entries(schema.properties ?? {}).flatMap(([name, part]) => idsIn(part, at ? `${at}.${name}` : name))];
    };
    const found = Object.entries(contract.paths).flatMap(([path, methods]) =>
      Object.entries(methods).flatMap(([method, { requestBody }]) => {
        const ids = Object.values(requestBody?.content ?? {}).flatMap(({ schema }) => idsIn(schema, ''));
        return ids.map((field) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')} ${field}`);
      }),
    );
    const named = Object.entries(ROUTE_SAMPLES).flatMap(([key, { ids }]) => Object.keys(ids ?? {}).map((field) => `${key} ${field}`));
    expect(found.sort()).toEqual(named.sort());
  });

  it('T9 a route without a policy refuses the start', async () => {
    @Controller('api/forgotten')
    class ForgottenController {
      @Get()
      everything(): string {
        return 'everything';
      }
    }
    const { AppModule } = await import('../app.module.js');
    const { createServer } = await import('../platform/http/server.js');
    @Module({ imports: [AppModule], controllers: [ForgottenController] })
    class PlantedModule {}
    const app = await createServer(PlantedModule, { quiet: true });
    await expect(app.init()).rejects.toThrow('Routes without a policy (@Can): ForgottenController.everything');
    await app.close();
  });
});

describe('T9 all routes × all roles × own, a colleague’s and missing objects', () => {
  it('T9 answer what the permission table says, never 5xx, never data of a request that the asker may not read', async () => {
    const findings: string[] = [];
    const all = cells();
    for (const cell of all) {
      await reset(cell.whose === 'own' && cell.asker !== 'PUB' ? cell.asker : 'colleague');
      const answer = await send(cell, { asker: cell.asker, thing: thingOf(cell) });
      const allowed = expected(cell);
      if (!allowed.includes(answer.statusCode)) findings.push(`${label(cell)}: ${answer.statusCode} instead of ${allowed.join(' or ')}: ${answer.body.slice(0, 160)}`);
      const told = leaks(cell.asker, answer.body);
      if (told.length) findings.push(`${label(cell)}: tells of ${told.join(', ')}`);
    }
    console.log(`T9: ${routes.length} routes, ${all.length} cells`);
    expect(findings).toEqual([]);
  }, 300_000);

  it('T9 answer HEAD as they answer GET', async () => {
    const findings: string[] = [];
    for (const cell of cells().filter(({ route, sample }) => keyOf(route).startsWith('GET') && !sample.stream)) {
      await reset(cell.whose === 'own' && cell.asker !== 'PUB' ? cell.asker : 'colleague');
      const answer = await send(cell, { asker: cell.asker, thing: thingOf(cell), method: 'HEAD' });
      if (answer.body || !expected(cell).includes(answer.statusCode)) findings.push(`${label(cell)}: ${answer.statusCode}`);
    }
    expect(findings).toEqual([]);
  }, 300_000);

  it('T9 tell foreign and missing apart for nobody: the same bytes but for the request’s id', async () => {
    const findings: string[] = [];
    for (const cell of cells().filter(({ route, sample, asker, whose }) => sample.id && whose === 'colleague' && scopeOf(route, asker) !== 'team')) {
      await reset('colleague');
      const foreign = await send(cell, { asker: cell.asker, thing: thingOf(cell) });
      const missing = await send(cell, { asker: cell.asker, thing: nowhere() });
      if (!expected(cell).includes(foreign.statusCode) || bare(foreign) !== bare(missing)) findings.push(`${label(cell)}: ${bare(foreign)} but ${bare(missing)}`);
    }
    expect(findings).toEqual([]);
  }, 300_000);

  it('T9 leave restricted requests to accounts with the flag: even their own owner gets what a missing one answers', async () => {
    const findings: string[] = [];
    const own = things.get('unflagged') as Thing;
    await desk.sql('update intake.inquiry set dv = true where id = $1', [own.inquiry]);
    for (const cell of cells().filter(({ route, sample, asker, whose }) => (sample.id === 'inquiry' || sample.id === 'option') && whose === 'own' && asker === 'SPE' && scopeOf(route, asker))) {
      const answer = await send(cell, { asker: 'unflagged', thing: own });
      const missing = await send(cell, { asker: 'unflagged', thing: nowhere() });
      const same = cell.sample.masked ? answer.statusCode === 200 : bare(answer) === bare(missing);
      if (answer.statusCode !== (cell.sample.masked ? 200 : 404) || !same || answer.body.includes(canary(people.get('unflagged')?.id ?? ''))) findings.push(`${label(cell)}: ${bare(answer)}`);
    }
    expect(findings).toEqual([]);
  });
});

describe('T9 ids in a body', () => {
  /** Everything that hangs on the colleague's request, as text. */
  const colleagues = async (): Promise<string> => {
    const id = things.get('colleague')?.inquiry;
    const rows = await desk.sql<{ text: string }>(
      `select i::text as text from intake.inquiry i where id = $1 union all select n::text from intake.need n where inquiry_id = $1 union all select n::text from intake.note n where inquiry_id = $1
       union all select o::text from referrals.option o where inquiry_id = $1 union all select o::text from referrals.offer o where inquiry_id = $1 order by 1`,
      [id],
    );
    return JSON.stringify(rows);
  };
  const withId = (body: object, field: string, id: string): object => ({ ...body, [field]: Array.isArray((body as Record<string, unknown>)[field]) ? [id] : id });

  it('T9 of a colleague’s request are answered like missing ones, and change nothing of it', async () => {
    const findings: string[] = [];
    let tried = 0;
    for (const route of routes) {
      const sample = ROUTE_SAMPLES[keyOf(route)] ?? {};
      for (const [field, what] of Object.entries(sample.ids ?? {})) {
        if (what === 'new' || what === 'service') continue; // an id that the sender makes; a listing, which belongs to nobody
        for (const asker of ROLES.filter((role) => scopeOf(route, role))) {
          await Promise.all([reset(asker), reset('colleague')]);
          const before = await colleagues();
          const own = things.get(asker) as Thing;
          const [foreign, missing] = [things.get('colleague') ?? nowhere(), nowhere()];
          const body = sample.body?.(own) ?? {};
          const one = await send({ route, sample }, { asker, thing: own, body: withId(body, field, foreign[what]) });
          const other = await send({ route, sample }, { asker, thing: own, body: withId(body, field, missing[what]) });
          tried++;
          if ([401, 403].includes(one.statusCode) || bare(one) !== bare(other)) findings.push(`${keyOf(route)} ${field} as ${asker}: ${bare(one)} but ${bare(other)}`);
          if ((await colleagues()) !== before) findings.push(`${keyOf(route)} ${field} as ${asker}: changed a colleague's request`);
        }
      }
    }
    expect(findings).toEqual([]);
    expect(tried).toBeGreaterThanOrEqual(6);
  });
});
