import type { Response } from 'light-my-request';
import { Accounts, type Role } from '../src/people/index.js';
import { patiently } from './patiently.js';
import type { TestDesk } from './test-database.js';

const PASSWORD = 'four quiet words here';

/** A signed-in member of staff who can send requests. */
export interface Colleague {
  id: string;
  send(method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, payload?: object): Promise<Response>;
  /** The body of a request that must succeed. */
  ask<T>(method: 'GET' | 'POST' | 'PUT', url: string, payload?: object): Promise<T>;
  cookie: string;
  csrf: string;
}

/** Makes an account and signs it in. */
export async function aColleague(desk: TestDesk, name: string, roles: readonly Role[] = ['SPE'], restricted = true): Promise<Colleague> {
  const email = `${name.toLowerCase().replace(/\W+/g, '.')}@example.org`;
  const id = await desk.get(Accounts).create({ email, name, roles, password: PASSWORD, restricted });
  const answer = await patiently(() => desk.app.inject({ method: 'POST', url: '/api/auth/login', payload: { email, password: PASSWORD } }));
  const cookie = `${answer.cookies[0]?.name}=${answer.cookies[0]?.value}`;
  const { csrf } = answer.json<{ csrf: string }>();
  const send: Colleague['send'] = (method, url, payload) => desk.app.inject({ method, url, headers: { cookie, 'x-csrf-token': csrf }, ...(payload && { payload }) });
  const ask = async <T>(method: 'GET' | 'POST' | 'PUT', url: string, payload?: object): Promise<T> => {
    const reply = await patiently(() => send(method, url, payload));
    if (reply.statusCode >= 300) throw new Error(`${method} ${url} answered ${reply.statusCode}: ${reply.body}`);
    return reply.body ? reply.json<T>() : (undefined as T);
  };
  return { id, send, ask, cookie, csrf };
}
