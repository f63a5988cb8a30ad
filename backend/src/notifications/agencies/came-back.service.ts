import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Agencies } from '../../directory/index.js';
import { Links } from '../../partners/index.js';
import { Dispatcher, type StoredEvent, type Tx } from '../../platform/index.js';

/** A mail to an agency that came back: its address is wrong, and who knows what else of its listings. The desk is told to call about each referral that waits there. */
@Injectable()
export class CameBack implements OnModuleInit {
  constructor(
    private readonly dispatcher: Dispatcher,
    private readonly agencies: Agencies,
    private readonly links: Links,
  ) {}

  onModuleInit(): void {
    this.dispatcher.on('mail.refused', (tx, event) => this.look(tx, event));
  }

  private async look(tx: Tx, { subject }: StoredEvent): Promise<void> {
    const [mail] = await tx.query<{ recipient: string }>(`select recipient from notifications.mail where id = $1 and kind like 'agency-%' and recipient is not null`, [subject]);
    if (!mail) return;
    for (const agency of await this.agencies.bounced(tx, mail.recipient, String(subject))) await this.links.addressLeft(tx, agency, 'came-back');
  }
}
