import { Injectable } from '@nestjs/common';
import { Doors, type OpenLink } from '../../partners/index.js';
import type { Actor } from '../../platform/index.js';
import type { Outcome } from '../visit/visitor.js';
import type { Caller } from './caller.js';
import { ListingPages } from './listing/listing-pages.service.js';
import { RoomPages } from './listing/room-pages.service.js';
import { ReceiptPages } from './receipt-pages.service.js';
import { SheetPages } from './sheet/sheet-pages.service.js';
import { ReferralPages } from './referral-pages.service.js';

/** Who is at a link's page; `actor` undefined: nobody is in. */
export interface AtLink {
  caller: Caller;
  link: OpenLink;
  actor: Actor | undefined;
}

/** What a link is for, once one is in. */
@Injectable()
export class AgencyRooms {
  constructor(
    private readonly doors: Doors,
    private readonly referrals: ReferralPages,
    private readonly listings: ListingPages,
    private readonly rooms: RoomPages,
    private readonly receipts: ReceiptPages,
    private readonly sheets: SheetPages,
  ) {}

  /** Undefined where nobody is in. Throws 404 for another page. */
  open({ caller, link, actor }: AtLink, page: string, posted: boolean): Promise<Outcome> | undefined {
    if (link.purpose === 'receipt') return this.receipts.open(caller, link, posted && page === 'landing');
    if (!actor) return undefined;
    if (link.purpose === 'room') return this.rooms.alone({ caller, link, actor, proof: this.doors.formToken(caller.token) }, posted);
    const proof = this.doors.formToken(caller.cookie ?? '');
    const inside = { caller, link, actor, proof };
    if (link.disclosureId) return this.referrals.open({ ...inside, disclosureId: link.disclosureId }, page, posted);
    return this.sheets.open(inside, page, posted) ?? this.listings.open(inside, page, posted);
  }
}
