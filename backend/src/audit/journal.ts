import { Injectable } from '@nestjs/common';
import { Dispatcher, Events, type Actor, type DomainEvent, type Tx } from '../platform/index.js';
import { Audit, type AuditAct } from './audit.service.js';

/** What every act leaves behind, written in its own transaction: an event for who reacts, an audit row for who asks later. */
@Injectable()
export class Journal {
  constructor(
    private readonly events: Events,
    private readonly audit: Audit,
    private readonly dispatcher: Dispatcher,
  ) {}

  async record(tx: Tx, actor: Actor, event: DomainEvent, act: AuditAct): Promise<void> {
    await this.events.record(tx, { ...event, body: { ...event.body, ...(actor.id && { actorId: actor.id, actorName: actor.name }) } });
    await this.audit.record(tx, actor, act);
  }

  /** After the commit: people wait to see it. */
  nudge(): void {
    this.dispatcher.nudge();
  }
}
