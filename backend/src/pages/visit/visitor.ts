import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PUBLIC, type Actor } from '../../platform/index.js';
import { text, type Raw } from '../ask/answers/raw.js';
import { POLICY } from '../frame/assets.js';
import { isLanguage, preferred } from '../texts/texts.js';

/** Kept by browsers on https, localhost and 127.0.0.1 only, and never sent to another path, host or site's frame. */
export const VISIT_COOKIE = '__Host-visit';
/** Whoever came back to a request with its number and words. */
export const STAY_COOKIE = '__Host-stay';
/** Whoever searches the public list. */
export const SEARCH_COOKIE = '__Host-search';

/** A member of an agency, or who typed an address to become one that is in. */
export const MEMBER_COOKIE = '__Host-member';

/** Whoever asks for a page. A signed-in colleague is the public here, too. */
export interface Visitor {
  /** The address's; without one the page's that posted, else what the browser wants. */
  language: string;
  cookie: string | undefined;
  stay: string | undefined;
  search: string | undefined;
  address: string;
  actor: Actor;
  /** What was posted. */
  raw: Raw;
  /** Address without the language. */
  path: string;
}

const postedIn = ({ body }: FastifyRequest): Raw => (body && typeof body === 'object' ? (body as Raw) : {});

export function visitorOf(request: FastifyRequest): Visitor {
  const [path = '/'] = request.url.split('?');
  const [, first = ''] = path.split('/');
  const raw = postedIn(request);
  const language = [first, text(raw, 'language')].find(isLanguage) ?? preferred(request.headers['accept-language']).code;
  const within = isLanguage(first) ? path.slice(first.length + 1) : '';
  return { language, cookie: request.cookies[VISIT_COOKIE], stay: request.cookies[STAY_COOKIE], search: request.cookies[SEARCH_COOKIE], address: request.ip, actor: { ...PUBLIC, requestId: request.id }, raw, path: within || '/' };
}

/** A page was posted only to see it in the language of the address: what was typed is shown again and nothing is answered. */
export const changesLanguage = ({ raw }: Visitor): boolean => text(raw, 'language') !== undefined;

export const CurrentVisitor = createParamDecorator((_: unknown, context: ExecutionContext): Visitor => visitorOf(context.switchToHttp().getRequest<FastifyRequest>()));

/** What a page request leads to. `cookie`, `stay`, `search` and `member`: a new visit's, stay's, search's or member's, or null to end it. `retryAfter`: seconds. */
export type Outcome = ({ to: string } | { status: number; html: string; retryAfter?: number } | Said | Download) & { cookie?: string | null; stay?: string | null; search?: string | null; member?: string | null };

/** An answer to a page's own script. */
export interface Said {
  status: number;
  data: object;
  retryAfter?: number;
}

/** A file to keep, such as a day for the calendar. */
export interface Download {
  file: string;
  type: string;
  body: string | Buffer;
}

const COOKIE = { path: '/', httpOnly: true, secure: true, sameSite: 'lax' } as const;

/** Writes an outcome: a page, or 303 to the next one. */
export async function write(reply: FastifyReply, outcome: Promise<Outcome>, name = VISIT_COOKIE): Promise<void> {
  const done = await outcome;
  setCookie(reply, name, done.cookie);
  setCookie(reply, STAY_COOKIE, done.stay);
  setCookie(reply, SEARCH_COOKIE, done.search);
  setCookie(reply, MEMBER_COOKIE, done.member);
  if ('to' in done) return void reply.redirect(done.to, 303);
  if ('file' in done) return void reply.headers({ 'content-type': done.type, 'content-disposition': `attachment; filename="${done.file}"`, 'x-content-type-options': 'nosniff' }).send(done.body);
  if (done.retryAfter) reply.header('retry-after', done.retryAfter);
  if ('data' in done) return void reply.status(done.status).send(done.data);
  void asPage(reply).status(done.status).send(done.html);
}

function setCookie(reply: FastifyReply, name: string, value: string | null | undefined): void {
  if (value) reply.setCookie(name, value, COOKIE);
  if (value === null) reply.clearCookie(name, COOKIE);
}

/** The headers of every page; `cache-control: no-store` is on every answer already. */
export const asPage = (reply: FastifyReply): FastifyReply => reply.headers({ 'content-type': 'text/html; charset=utf-8', 'content-security-policy': POLICY });
