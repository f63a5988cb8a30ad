import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Dispatcher, Events, type StoredEvent, type Tx } from '../../platform/index.js';
import { Outbox } from '../post/outbox.js';
import { PersonAddress } from './person-address.js';

/** What of an agency's answer the person is told at once. After a refusal the desk looks for another way first; all of it stands on their page. */
const TELLING = new Set(['accepted', 'waitlisted']);

/** Tells a person that something waits for them: by a neutral mail where their plan allows it, else by a task to call. */
@Injectable()
export class PersonMails implements OnModuleInit {
  constructor(
    private readonly dispatcher: Dispatcher,
    private readonly outbox: Outbox,
    private readonly people: PersonAddress,
    private readonly events: Events,
  ) {}

  onModuleInit(): void {
    this.dispatcher.on('options.offered', (tx, event) => this.tell(tx, event, 'call-options'));
    this.dispatcher.on('referral.moved', async (tx, event) => {
      if (TELLING.has(String(event.body['to']))) await this.tell(tx, event, 'call-answer');
    });
  }

  private async tell(tx: Tx, { id, subject: inquiryId }: StoredEvent, task: 'call-options' | 'call-answer'): Promise<void> {
    const plan = await this.people.plan(tx, inquiryId);
    if (!plan) return;
    if (plan.telling.way === 'mail') await this.outbox.add(tx, 'person-answer', { cause: id, to: { inquiryId }, language: plan.language });
    if (plan.telling.way === 'call') await this.events.record(tx, { type: 'person.to-call', subject: inquiryId, body: { task } });
  }
}
