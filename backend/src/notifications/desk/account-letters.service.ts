import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Links, type LinkPurpose } from '../../people/index.js';
import { Config, Dispatcher, type StoredEvent, type Tx } from '../../platform/index.js';
import { Outbox } from '../post/outbox.js';

const RIGHTS: Readonly<Record<string, string>> = { ADM: 'keeps accounts and settings (administrator)', AUD: 'reads the audit (auditor)', restricted: 'may open restricted requests' };

/** Whoever answers for the desk; all of its staff when there is only one administrator. $1 who gave the rights, $2 demo mode, $3 all staff. */
const WATCHERS = `
select w.email from people.account w
where w.active and w.password_hash is not null and (not w.demo or $2) and w.id::text is distinct from $1 and (w.roles && array['ADM', 'SUP'] or $3) order by w.email`;

/** Letters about accounts: one-time links to their owners, and word to colleagues when an account may do more. */
@Injectable()
export class AccountLetters implements OnModuleInit {
  constructor(
    private readonly dispatcher: Dispatcher,
    private readonly outbox: Outbox,
    private readonly links: Links,
    private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.dispatcher.on('account.invited', (tx, event) => this.bring(tx, event, 'invitation'));
    this.dispatcher.on('account.reset-asked', (tx, event) => this.bring(tx, event, 'reset'));
    for (const type of ['account.invited', 'account.changed', 'account.activated']) this.dispatcher.on(type, (tx, event) => this.tell(tx, event));
  }

  /** The link is made with the letter, here: an event never carries a secret. Nobody is written to whose account closed or got its password meanwhile. */
  private async bring(tx: Tx, { id, subject }: StoredEvent, purpose: LinkPurpose): Promise<void> {
    const [owner] = await tx.query<{ email: string }>('select email from people.account where id = $1 and active and (password_hash is null) = $2', [subject, purpose === 'invitation']);
    if (!owner) return;
    const letter = await this.outbox.add(tx, purpose === 'invitation' ? 'account-invited' : 'account-reset', { cause: id, to: { address: owner.email } });
    if (letter) await this.links.addForLetter(tx, letter, subject, purpose);
  }

  private async tell(tx: Tx, { id, subject, body }: StoredEvent): Promise<void> {
    const rights = (body['granted'] as string[] | undefined) ?? [];
    if (!rights.length) return;
    const [account] = await tx.query<{ name: string }>('select name from people.account where id = $1', [subject]);
    const facts = [`Account: ${oneLine(account?.name)}`, ...rights.map((right) => `New: ${RIGHTS[right] ?? right}`), `By: ${oneLine(body['actorName'])}`];
    const watchers = await tx.query<{ email: string }>(WATCHERS, [body['actorId'], this.config.demo, body['alone'] === true]);
    for (const { email } of watchers) await this.outbox.add(tx, 'account-granted', { cause: id, to: { address: email }, facts });
  }
}

/** A name stays on its line. */
const oneLine = (name: unknown): string => (typeof name === 'string' ? name.replace(/\s+/g, ' ') : '');
