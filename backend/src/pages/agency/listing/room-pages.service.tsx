import { Injectable } from '@nestjs/common';
import type { TakingNew } from '../../../directory/index.js';
import { Links, ListingKeeping, type KeptListing } from '../../../partners/index.js';
import { can } from '../../../people/index.js';
import { DeskError } from '../../../platform/index.js';
import { text } from '../../ask/answers/raw.js';
import type { Outcome } from '../../visit/visitor.js';
import { pathOf } from '../caller.js';
import type { Missing } from '../posted.js';
import { takingNow } from './listing-words.js';
import { ListingScreen, STALE, type Inside } from './listing-screen.service.js';
import { RoomView, type RoomTyped } from './room-views.js';
import { takingOf } from './typed.js';

/** Where the switch stands, and where it leads to. */
export interface RoomPlace {
  /** The page itself; `landing` for a link that is nothing but the switch. */
  page: string;
  /** Where one is afterwards. */
  then: string;
  back?: string | undefined;
}

/** Whether a listing takes new people: one question, which holds at once. GET shows, POST alone acts. */
@Injectable()
export class RoomPages {
  constructor(
    private readonly keeping: ListingKeeping,
    private readonly links: Links,
    private readonly screen: ListingScreen,
  ) {}

  /** A link that is the switch of one listing and nothing else. Throws 404 when the listing is closed. */
  async alone(inside: Inside, posted: boolean): Promise<Outcome> {
    return this.open(inside, await this.keeping.one(inside.actor, inside.link.about ?? ''), { page: 'landing', then: 'landing' }, posted);
  }

  /** The listing that a referral is for; undefined when it is closed, or not this agency's any more. */
  async listingOf({ link, actor }: Inside): Promise<KeptListing | undefined> {
    if (!can(actor, 'listing.propose')) return undefined; // a member who answers referrals and keeps no listings
    return (await this.keeping.all(actor)).find(({ serviceId }) => serviceId === link.serviceId);
  }

  open(inside: Inside, listing: KeptListing, place: RoomPlace, posted: boolean): Promise<Outcome> {
    return posted ? this.take(inside, listing, place) : this.show(inside, listing, place);
  }

  private show(inside: Inside, listing: KeptListing, { page, back }: RoomPlace, faults: readonly Missing[] = []): Promise<Outcome> {
    const typed = typedRoom(inside, takingNow(listing, this.screen.now()));
    const bookmark = inside.link.purpose === 'listing' && !inside.link.member ? `/a/${this.links.roomToken(inside.link.id, listing.serviceId)}` : undefined;
    const action = pathOf(inside.caller, page);
    return this.screen.page(inside, { title: 'listing.room.title', faults, back, form: true, view: (props) => <RoomView {...props} listing={listing} typed={typed} bookmark={bookmark} action={action} /> });
  }

  private async take(inside: Inside, listing: KeptListing, place: RoomPlace): Promise<Outcome> {
    const said = takingOf(inside.caller.raw, await this.screen.today());
    if (!this.screen.isOurs(inside)) return this.show(inside, listing, place, [STALE]);
    if ('fault' in said) return this.show(inside, listing, place, [said]);
    try {
      await this.keeping.sayTaking(inside.actor, listing.serviceId, said);
    } catch (error) {
      if (!(error instanceof DeskError) || error.status !== 429) throw error;
      return this.show(inside, listing, place, [{ field: 'answer', fault: 'listing.room.often' }]);
    }
    return { to: this.screen.at(inside, place.then) };
  }
}

/** What was typed, else what was said last. */
function typedRoom({ caller: { raw } }: Inside, said: TakingNew | null): RoomTyped {
  if (raw['answer'] !== undefined) return { answer: text(raw, 'answer'), until: text(raw, 'until'), weeks: text(raw, 'weeks') };
  return { answer: said?.answer, until: said?.until ?? undefined, weeks: said?.weeks?.toString() };
}
