import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Dispatcher, type StoredEvent, type Tx } from '../platform/index.js';
import { Claims } from './claims.service.js';
import { isNews, type Claim } from './domain/claim.js';
import type { DueKind } from './due.entity.js';
import { Dues } from './dues.service.js';

const KINDS: Readonly<Record<string, DueKind>> = { declined: 'agency-declined', 'needs-info': 'agency-asks', expired: 'no-answer' };

/** What the desk has to do because of what happened to a referral. Each handler may run again and changes nothing then. */
@Injectable()
export class Reactions implements OnModuleInit {
  constructor(
    private readonly dispatcher: Dispatcher,
    private readonly dues: Dues,
    private readonly claims: Claims,
  ) {}

  onModuleInit(): void {
    this.dispatcher.on('card.handed-out', (tx, event) => this.handedOut(tx, event));
    this.dispatcher.on('referral.made', (tx, event) => this.made(tx, event));
    this.dispatcher.on('referral.moved', (tx, event) => this.moved(tx, event));
    this.dispatcher.on('referral.replied', (tx, { subject }) => this.dues.settle(tx, subject));
    this.dispatcher.on('referral.overdue', (tx, event) => this.dues.now(tx, event, 'no-answer'));
    this.dispatcher.on('referral.address-left', (tx, event) => this.dues.now(tx, event, 'agency-left'));
    this.dispatcher.on('referral.agency-to-tell', (tx, event) => this.dues.now(tx, event, 'agency-to-tell'));
    this.dispatcher.on('person.to-call', (tx, event) => (event.body['task'] === 'call-options' ? this.dues.callOptions(tx, event) : this.dues.now(tx, event, 'call-answer')));
    this.dispatcher.on('option.decided', (tx, { subject }) => this.dues.told(tx, subject));
    this.dispatcher.on('inquiry.added-to', (tx, event) => this.dues.now(tx, event, 'person-wrote'));
    this.dispatcher.on('outcome.said', (tx, event) => this.said(tx, event));
    this.dispatcher.on('inquiry.need-ended', (tx, { subject }) => this.dues.settle(tx, subject));
  }

  /** A card was read to them or given to them: they have heard of the options. */
  private async handedOut(tx: Tx, event: StoredEvent): Promise<void> {
    await this.promised(tx, event);
    await this.dues.told(tx, event.subject);
  }

  private async promised(tx: Tx, { subject, body }: StoredEvent): Promise<void> {
    const day = body['followUpOn'];
    if (typeof day === 'string') await this.dues.promise(tx, subject, day);
  }

  private async made(tx: Tx, event: StoredEvent): Promise<void> {
    await this.promised(tx, event);
    await this.dues.settle(tx, event.subject);
  }

  private async moved(tx: Tx, event: StoredEvent): Promise<void> {
    const to = String(event.body['to']);
    await this.dues.settle(tx, event.subject);
    const kind = KINDS[to];
    if (kind) await this.dues.now(tx, event, kind);
    if (to === 'accepted' && event.body['from'] === 'waitlisted') await this.dues.askPerson(tx, event);
    if (to !== 'served' && to !== 'stopped') return;
    const heard = await this.claims.ofAgency(tx, String(event.body['referralId']), to === 'served' ? 'yes' : 'no');
    if (heard) await this.dues.askPerson(tx, event);
  }

  /** Their own "no" on their own page closes the day on which to ask them; somebody has to read it instead. */
  private async said(tx: Tx, event: StoredEvent): Promise<void> {
    if (isNews(event.body as unknown as Pick<Claim, 'by' | 'solved'>)) await this.dues.now(tx, event, 'person-wrote');
  }
}
