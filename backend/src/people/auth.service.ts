import { Injectable } from '@nestjs/common';
import type {} from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Audit } from '../audit/index.js';
import { Config, Db, SYSTEM } from '../platform/index.js';
import { DemoAccountView, MeView, type SignIn } from './auth.dto.js';
import { PERMISSIONS, scopeOf, type Act } from './domain/permissions.js';
import { SESSION_COOKIE, Sessions, type OpenSession } from './sessions.service.js';

const COOKIE = { path: '/', httpOnly: true, secure: true, sameSite: 'lax' } as const;

/** Signing in and out. */
@Injectable()
export class AuthService {
  constructor(
    private readonly sessions: Sessions,
    private readonly audit: Audit,
    private readonly db: Db,
    private readonly config: Config,
  ) {}

  async signIn({ email, password }: SignIn, reply: FastifyReply): Promise<MeView> {
    const { cookie, session } = await this.sessions.open(email, password);
    await this.audit.alone(session.actor, { act: 'session.open', object: 'account', objectId: session.actor.id });
    reply.setCookie(SESSION_COOKIE, cookie, COOKIE);
    return this.me(session);
  }

  async signOut(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    await this.sessions.end(request.cookies[SESSION_COOKIE]);
    reply.clearCookie(SESSION_COOKIE, COOKIE).header('clear-site-data', '"cache", "storage"');
  }

  me(session: OpenSession): MeView {
    const acts = (Object.keys(PERMISSIONS) as Act[]).filter((act) => scopeOf(session.actor, act));
    return MeView.of(session, acts);
  }

  async demoAccounts(): Promise<DemoAccountView[]> {
    if (!this.config.demo) return [];
    return this.db.statement<DemoAccountView>(SYSTEM, `select name, email, roles[1] as role from people.account a where demo and active and password_hash is not null and not exists (select from people.setup_link l where l.account_id = a.id and l.used_at is not null) order by array_position(array['SPE','SUP','STW','ADM','AUD'], roles[1]), name`);
  }
}
