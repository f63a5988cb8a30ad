import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Agencies } from '../../directory/index.js';
import { Dispatcher, Events, type StoredEvent, type Tx } from '../../platform/index.js';
import { OPENINGS } from '../../referrals/index.js';
import { Outbox } from '../post/outbox.js';
import { AgencyWording } from './agency-wording.js';

/** What was shared, and whether somebody there has it: they opened it, answered, or heard it on the phone. */
interface Known {
  agencyId: string;
  way: 'link' | 'phone';
  mailedAt: Date;
  known: boolean;
}
const KNOWN = `
select d.agency_id as "agencyId", r.way, d.made_at as "mailedAt",
  r.way = 'phone' or exists (select from partner.answer a where a.disclosure_id = d.id) or exists (select from ${OPENINGS}) as known
from partner.disclosure d join referrals.referral r on r.id = d.referral_id where r.id = $1`;

/**
 * Tells an agency that a consent was taken back, so that nobody calls a person who no longer wants it (trust.md 6.8: "agency told").
 * Who never opened it has nothing to forget. Where no mail can go, or they heard it on the phone, somebody has to call them.
 */
@Injectable()
export class TakenBack implements OnModuleInit {
  constructor(
    private readonly dispatcher: Dispatcher,
    private readonly outbox: Outbox,
    private readonly agencies: Agencies,
    private readonly wording: AgencyWording,
    private readonly events: Events,
  ) {}

  onModuleInit(): void {
    this.dispatcher.on('consent.withdrawn', (tx, event) => this.tell(tx, event));
    this.dispatcher.on('referral.moved', async (tx, event) => {
      if (event.body['to'] === 'recalled') await this.tell(tx, event);
    });
  }

  private async tell(tx: Tx, { id, subject, body }: StoredEvent): Promise<void> {
    const referralId = String(body['referralId']);
    const [shared] = await tx.query<Known>(KNOWN, [referralId]);
    if (!shared?.known) return;
    const { email, language } = await this.agencies.of(tx, shared.agencyId);
    if (email && shared.way === 'link') await this.outbox.add(tx, 'agency-taken-back', { cause: id, to: { address: email }, ...(await this.wording.takenBack(shared.mailedAt, language)) });
    else await this.events.record(tx, { type: 'referral.agency-to-tell', subject, body: { referralId } });
  }
}
