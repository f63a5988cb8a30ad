import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Agencies } from '../../directory/index.js';
import { Links, RECEIPT_LINK_DAYS, Receipts } from '../../partners/index.js';
import { Dispatcher, type Tx } from '../../platform/index.js';
import { Outbox } from '../post/outbox.js';
import { AgencyWording } from './agency-wording.js';

const DAY = 86_400_000;

/** Whatever an agency's link did with nobody in between is told to the address on file, with one press to undo it. */
@Injectable()
export class ReceiptMails implements OnModuleInit {
  constructor(
    private readonly dispatcher: Dispatcher,
    private readonly outbox: Outbox,
    private readonly links: Links,
    private readonly receipts: Receipts,
    private readonly agencies: Agencies,
    private readonly wording: AgencyWording,
  ) {}

  onModuleInit(): void {
    for (const type of ['agency.capacity-said', 'listing.published-at-once']) this.dispatcher.on(type, (tx, { id, subject }) => this.receipt(tx, id, subject));
  }

  private async receipt(tx: Tx, cause: string, about: string): Promise<void> {
    const act = await this.receipts.of(tx, about);
    if (!act) return;
    const { agencyId } = act;
    const { email, language } = await this.agencies.of(tx, agencyId);
    if (!email) return;
    const letter = await this.outbox.add(tx, 'agency-receipt', { cause, to: { address: email }, ...this.wording.receipt(act, language) });
    if (letter) await this.links.make(tx, letter, { agencyId, purpose: 'receipt', about, expiresAt: new Date(this.wording.now() + RECEIPT_LINK_DAYS * DAY) });
  }
}
