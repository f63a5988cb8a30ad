import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock, Db, Dispatcher, Jobs, SYSTEM, type StoredEvent, type Tx } from '../../platform/index.js';
import { Settings, staffedBetween, type DeskTimes } from '../../settings/index.js';
import { Outbox } from '../post/outbox.js';

const WATCH = 'alerts.watch';
const STAFFED_MINUTES = 10;

interface Unread {
  id: string;
  openedAt: Date;
}

/** "Not safe" alerts the on-call address at once; unread after ten staffed minutes it alerts the supervisor. */
@Injectable()
export class Alerts implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly dispatcher: Dispatcher,
    private readonly jobs: Jobs,
    private readonly settings: Settings,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.dispatcher.on('inquiry.submitted', (tx, event) => this.onSubmitted(tx, event));
    this.dispatcher.on('inquiry.erase-held', (tx, event) => this.onHeld(tx, event));
    this.dispatcher.on('inquiry.crisis-called', (tx, event) => this.onCrisis(tx, event));
    this.jobs.register({ name: WATCH, retries: 0, cron: '* * * * *', work: async () => void (await this.watch()) });
  }

  private async onSubmitted(tx: Tx, { subject, body }: StoredEvent): Promise<void> {
    if (body['safety'] !== 'no') return;
    const { onCallEmail, supervisorEmail } = await this.settings.desk();
    const recipient = onCallEmail ?? supervisorEmail;
    await tx.query('update intake.inquiry set alerted_at = now() where id = $1 and alerted_at is null', [subject]);
    if (recipient) await this.outbox.add(tx, 'urgent-unread', { cause: subject, to: { address: recipient } });
  }

  /** A person who is not safe deleted a fresh request: a supervisor alone may still act, until it is gone. */
  private async onHeld(tx: Tx, { subject }: StoredEvent): Promise<void> {
    const { onCallEmail, supervisorEmail } = await this.settings.desk();
    const address = supervisorEmail ?? onCallEmail;
    if (address) await this.outbox.add(tx, 'urgent-held', { cause: subject, to: { address }, path: `/inquiries/${subject}` });
  }

  /** A supervisor is called in: open screens hear of it by the event, who is away by mail. One a call. */
  private async onCrisis(tx: Tx, { id, subject }: StoredEvent): Promise<void> {
    const [desk] = await tx.query<{ address: string | null }>('select coalesce(supervisor_email, on_call_email) as address from settings.desk');
    const address = desk?.address;
    if (address) await this.outbox.add(tx, 'urgent-crisis', { cause: `${subject}/${id}`, to: { address }, path: `/inquiries/${subject}` });
  }

  /** Looks for urgent requests nobody has opened in time. Before hours are set, every minute counts. */
  async watch(): Promise<number> {
    const desk = await this.settings.desk();
    return this.db.as(SYSTEM, async (tx) => {
      const unread = await tx.query<Unread>(`select id, opened_at as "openedAt" from intake.inquiry where safety = 'no' and first_read_at is null and escalated_at is null and status <> 'closed' for update skip locked`);
      const late = unread.filter(({ openedAt }) => this.waited(desk, openedAt) >= STAFFED_MINUTES * 60_000);
      for (const { id } of late) await this.escalate(tx, id, desk.supervisorEmail ?? desk.onCallEmail);
      return late.length;
    });
  }

  private waited(desk: DeskTimes, since: Date): number {
    const now = this.clock.now();
    return desk.zone && desk.hours?.length ? staffedBetween(desk, since, now) : now.getTime() - since.getTime();
  }

  private async escalate(tx: Tx, id: string, recipient: string | null): Promise<void> {
    await tx.query('update intake.inquiry set escalated_at = now() where id = $1', [id]);
    if (recipient) await this.outbox.add(tx, 'urgent-escalated', { cause: id, to: { address: recipient } });
  }
}
