import { Injectable } from '@nestjs/common';
import { isUuid } from '../../../directory/index.js';
import { MemberSessions, type OpenMember } from '../../../partners/index.js';
import { notFound } from '../../../platform/index.js';
import { changesLanguage, type Outcome } from '../../visit/visitor.js';
import type { Caller } from '../caller.js';
import { InboxPages } from './inbox-pages.service.js';
import { MemberRooms } from './member-rooms.service.js';
import { PasskeyPages } from './passkey-pages.service.js';
import { SignInPages } from './sign-in-pages.service.js';
import { TeamPages } from './team-pages.service.js';

/** From the door into the rooms of an account. Who is not in is led to the door. */
@Injectable()
export class MemberJourney {
  constructor(
    private readonly sessions: MemberSessions,
    private readonly signIn: SignInPages,
    private readonly rooms: MemberRooms,
    private readonly inbox: InboxPages,
    private readonly team: TeamPages,
    private readonly keys: PasskeyPages,
  ) {}

  private member({ cookie, actor }: Caller): Promise<OpenMember | undefined> {
    return this.sessions.find(cookie, actor.requestId);
  }

  /** The door, or one of the account's own pages. Throws 404 for another, or without the right to it. */
  async open(caller: Caller, page = '', posted = false): Promise<Outcome> {
    const member = await this.member(caller);
    const acts = posted && !changesLanguage(caller);
    if (!member) return this.signIn.open(caller, page, acts);
    if (page === 'listings') return this.rooms.listings({ ...caller, home: '/agency/listings' }, member, 'landing', acts);
    const inside = this.rooms.inside(caller, member);
    return this.keys.ask(inside, page, acts) ?? this.inbox.open(inside, page, acts) ?? this.team.open(inside, page, acts);
  }

  /** What a member has of passkeys. */
  async passkeys(caller: Caller, page: string, posted: boolean): Promise<Outcome> {
    const member = await this.member(caller);
    if (!member) return { to: `/${caller.language}/agency` };
    return this.keys.open(this.rooms.inside(caller, member), page, posted && !changesLanguage(caller));
  }

  /** The pages that a listing's link opens. */
  async listings(caller: Caller, page: string, posted: boolean): Promise<Outcome> {
    const member = await this.member(caller);
    if (!member) return { to: `/${caller.language}/agency` };
    return this.rooms.listings(caller, member, page, posted && !changesLanguage(caller));
  }

  /** The pages that a referral's link opens. */
  async referral(caller: Caller, { id, page = 'landing' }: { id: string; page?: string }, posted: boolean): Promise<Outcome> {
    const member = await this.member(caller);
    if (!member) return { to: `/${caller.language}/agency` };
    if (!isUuid(id)) throw notFound('page');
    return this.rooms.referral(caller, member, { id, page, posted: posted && !changesLanguage(caller) });
  }
}
