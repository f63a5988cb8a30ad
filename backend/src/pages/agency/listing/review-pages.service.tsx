import { Injectable } from '@nestjs/common';
import { isSame } from '../../../directory/index.js';
import { changesOf, Drafting, fieldsIn, Links, ListingKeeping, sentOf, wantedOf, type KeptListing } from '../../../partners/index.js';
import { DeskError } from '../../../platform/index.js';
import { text } from '../../ask/answers/raw.js';
import type { Outcome } from '../../visit/visitor.js';
import type { Missing } from '../posted.js';
import { ReviewView } from './field-views.js';
import { ListingScreen, STALE, type Inside } from './listing-screen.service.js';
import { MailsView, SentView } from './listing-views.js';

const NOTE = 1000;

/** What an agency looks over before it sends it, what happens then, and how often it is written to. */
@Injectable()
export class ReviewPages {
  constructor(
    private readonly keeping: ListingKeeping,
    private readonly drafting: Drafting,
    private readonly links: Links,
    private readonly screen: ListingScreen,
  ) {}

  review(inside: Inside, listing: KeptListing, posted: boolean): Promise<Outcome> {
    if (!isBegun(listing)) return Promise.resolve({ to: this.screen.at(inside, 'listing') });
    return posted ? this.send(inside, listing) : this.look(inside, listing);
  }

  private look(inside: Inside, listing: KeptListing, faults: readonly Missing[] = []): Promise<Outcome> {
    const changes = changesOf(listing.facts, wantedOf(listing.facts, sentOf(listing), listing.drafts), isSame);
    const note = text(inside.caller.raw, 'note') ?? (listing.proposal?.state === 'open' ? (listing.proposal.note ?? undefined) : undefined);
    const right = fieldsIn(listing.drafts, 'right');
    return this.screen.page(inside, { title: 'listing.review.title', faults, back: 'listing', form: true, view: (props) => <ReviewView {...props} listing={listing} changes={changes} right={right} note={note} /> });
  }

  private async send(inside: Inside, listing: KeptListing): Promise<Outcome> {
    const { raw } = inside.caller;
    if (!this.screen.isOurs(inside)) return this.look(inside, listing, [STALE]);
    try {
      await this.drafting.send(inside.actor, listing.serviceId, { note: text(raw, 'note')?.slice(0, NOTE), version: Number(text(raw, 'version')) || 0 });
    } catch (error) {
      return this.refused(inside, listing, error);
    }
    await this.keeping.settled(inside.actor);
    return { to: this.screen.at(inside, `sent-${listing.serviceId}`) };
  }

  /** Somebody sent or decided a change meanwhile, or a change is back where the listing is: what stands now is shown. */
  private async refused(inside: Inside, { serviceId }: KeptListing, error: unknown): Promise<Outcome> {
    if (!(error instanceof DeskError) || !['proposal.open', 'request.invalid'].includes(error.code)) throw error;
    const fault = error.code === 'proposal.open' ? 'listing.change.quicker' : 'listing.change.same';
    return this.look(inside, await this.keeping.one(inside.actor, serviceId), [{ field: 'h', fault }]);
  }

  sent(inside: Inside, listing: KeptListing): Promise<Outcome> {
    return this.screen.page(inside, { title: 'listing.sent.title', view: (props) => <SentView {...props} listing={listing} /> });
  }

  /** Whether reminders are mailed; the yearly question stays. */
  async mails(inside: Inside, posted: boolean): Promise<Outcome> {
    if (posted && !this.screen.isOurs(inside)) return this.mailsPage(inside, [STALE]);
    if (!posted) return this.mailsPage(inside);
    await this.links.wantReminders(inside.link, text(inside.caller.raw, 'reminders') !== 'no');
    return { to: this.screen.at(inside, 'mails') };
  }

  private async mailsPage(inside: Inside, faults: readonly Missing[] = []): Promise<Outcome> {
    const reminders = await this.links.wantsReminders(inside.link);
    return this.screen.page(inside, { title: 'listing.mails.title', faults, back: 'listing', view: (props) => <MailsView {...props} reminders={reminders} /> });
  }
}

/** There is something to send. */
const isBegun = ({ drafts }: KeptListing): boolean => fieldsIn(drafts, 'right').length + fieldsIn(drafts, 'changed').length > 0;
