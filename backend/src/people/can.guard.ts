import { timingSafeEqual } from 'node:crypto';
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Config, DeskError, forbidden, unauthenticated } from '../platform/index.js';
import { ACT, actorOf, type WithSession } from './can.js';
import { can, type Act } from './domain/permissions.js';
import { SESSION_COOKIE, Sessions, type OpenSession } from './sessions.service.js';

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);
type Cookies = { cookies: Record<string, string | undefined> };

const equal = (a: string, b: string): boolean => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

/** Deny by default: reads the session, checks where a writing request comes from, asks the permission table. */
@Injectable()
export class CanGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
    private readonly config: Config,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const act = this.reflector.get<Act | undefined>(ACT, context.getHandler());
    if (!act) throw forbidden('route.without-policy');
    const request = context.switchToHttp().getRequest<WithSession & Cookies>();
    if (!READING.has(request.method)) this.checkOrigin(request);
    const session = await this.sessions.find(request.cookies[SESSION_COOKIE], request.id);
    if (session) request.session = session;
    if (!can(actorOf(request), act)) throw session ? forbidden() : unauthenticated();
    if (session && needsToken(request)) checkToken(request, session);
    return true;
  }

  /** OWASP ASVS 3.5.1: the Origin is ours where it is sent, and the browser does not call the request cross-site. */
  private checkOrigin(request: WithSession): void {
    const { origin } = request.headers;
    const site = request.headers['sec-fetch-site'];
    const ours = !origin || allowedOrigins(this.config).has(origin);
    if (!ours || (site && site !== 'same-origin' && site !== 'none')) throw new DeskError(403, 'request.cross-site', 'Send this from our own pages.');
  }
}

/** The configured origin; on a loopback address its other loopback name too, since people type either. */
export function allowedOrigins({ baseUrl }: Pick<Config, 'baseUrl'>): Set<string> {
  const url = new URL(baseUrl);
  const names = ['localhost', '127.0.0.1'].includes(url.hostname) ? ['localhost', '127.0.0.1'] : [url.hostname];
  return new Set(names.map((name) => `${url.protocol}//${name}${url.port ? `:${url.port}` : ''}`));
}

/** The API's writing requests; the pages carry their own form token, the public API knows no session. */
const needsToken = ({ method, url }: WithSession): boolean => !READING.has(method) && /^(\/practice)?\/api\/(?!public\/)/.test(url);

function checkToken(request: WithSession, session: OpenSession): void {
  const sent = request.headers['x-csrf-token'];
  if (typeof sent !== 'string' || !equal(sent, session.csrf)) throw new DeskError(403, 'session.token', 'The page is out of date. Load it again.');
}
