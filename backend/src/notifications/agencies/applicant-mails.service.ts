import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Applications } from '../../partners/index.js';
import { Dispatcher, type Tx } from '../../platform/index.js';
import { Outbox } from '../post/outbox.js';
import { textsOf } from '../texts/texts.js';

interface Applicant {
  name: string;
  email: string;
  language: string;
  state: 'open' | 'accepted' | 'refused' | 'appealed' | 'upheld';
}

/** A place that wants to be listed hears that its words arrived, and what was decided; why stands behind the link. */
@Injectable()
export class ApplicantMails implements OnModuleInit {
  constructor(
    private readonly dispatcher: Dispatcher,
    private readonly outbox: Outbox,
    private readonly applications: Applications,
  ) {}

  onModuleInit(): void {
    this.dispatcher.on('application.made', (tx, { id, subject }) => this.tell(tx, 'applicant-received', id, subject));
    this.dispatcher.on('application.decided', (tx, { id, subject }) => this.tell(tx, 'applicant-decided', id, subject));
  }

  private async tell(tx: Tx, kind: 'applicant-received' | 'applicant-decided', cause: string, applicationId: string): Promise<void> {
    const [to] = await tx.query<Applicant>('select name, email, language, state from partner.application where id = $1', [applicationId]);
    if (!to) return;
    const facts = kind === 'applicant-decided' ? [textsOf(to.language).application[to.state === 'accepted' ? 'accepted' : 'refused']] : [];
    const letter = await this.outbox.add(tx, kind, { cause, to: { address: to.email }, language: to.language, facts });
    if (letter) await this.applications.addLink(tx, letter, applicationId);
  }
}
