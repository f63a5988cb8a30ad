import { Injectable } from '@nestjs/common';
import { Inboxes, MemberSessions } from '../../../partners/index.js';
import { text } from '../../ask/answers/raw.js';
import type { Outcome } from '../../visit/visitor.js';
import { ListingScreen, STALE } from '../listing/listing-screen.service.js';
import type { Missing } from '../posted.js';
import { inboxTitle, InboxView, OutView } from './inbox-views.js';
import type { MemberInside } from './member-inside.js';

/** What waits for an agency, and the way out. */
@Injectable()
export class InboxPages {
  constructor(
    private readonly inboxes: Inboxes,
    private readonly sessions: MemberSessions,
    private readonly screen: ListingScreen,
  ) {}

  /** Undefined for a page that is none of these. */
  open(inside: MemberInside, page: string, posted: boolean): Promise<Outcome> | undefined {
    if (page === 'inbox') return this.inbox(inside);
    if (page === 'out') return posted ? this.leave(inside) : this.out(inside);
    if (['', 'code', 'which', 'passkey'].includes(page)) return Promise.resolve({ to: this.screen.at(inside, 'inbox') });
    return undefined;
  }

  private async inbox(inside: MemberInside): Promise<Outcome> {
    const inbox = await this.inboxes.of(inside.actor);
    const { title, values } = inboxTitle(inbox);
    return this.screen.page(inside, { title, values, view: (props) => <InboxView {...props} inbox={inbox} /> });
  }

  private out(inside: MemberInside, faults: readonly Missing[] = []): Promise<Outcome> {
    return this.screen.page(inside, { title: 'member.out.title', faults, view: (props) => <OutView {...props} /> });
  }

  private async leave(inside: MemberInside): Promise<Outcome> {
    if (!this.screen.isOurs(inside)) return this.out(inside, [STALE]);
    if (text(inside.caller.raw, 'where') === 'everywhere') await this.sessions.endAll(inside.member);
    else await this.sessions.end(inside.caller.cookie);
    return { to: `/${inside.caller.language}/agency`, member: null };
  }
}
