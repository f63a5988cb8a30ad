import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Anchors, AuditVerifier, type Verdict } from '../../audit/index.js';
import { Clock, Db, Jobs, log, SYSTEM, type Tx } from '../../platform/index.js';
import { Outbox } from '../post/outbox.js';

const NIGHTLY = { name: 'audit.verify', cron: '30 4 * * *', retries: 2 } as const;

/** Every night the audit's chain is computed again. Auditors get its head, to keep where nobody of the desk can reach, or the bad news. */
@Injectable()
export class AuditWatch implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly verifier: AuditVerifier,
    private readonly anchors: Anchors,
    private readonly outbox: Outbox,
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.register({ ...NIGHTLY, work: async () => void (await this.verify()) });
  }

  /** One mail a day and auditor, however often it runs. */
  async verify(): Promise<Verdict> {
    const verdict = await this.verifier.verify(this.anchors.read().anchors);
    const { checked, because } = verdict;
    if (because) log('audit.broken', { checked, because });
    else log('audit.verified', { checked });
    await this.db.as(SYSTEM, (tx) => this.tell(tx, verdict));
    return verdict;
  }

  private async tell(tx: Tx, { because, brokenAt }: Verdict): Promise<void> {
    const [head] = await tx.query<{ seq: string; hash: string }>(`select s.seq::text as seq, encode(s.hash, 'hex') as hash from audit.seal s order by s.seq desc limit 1`);
    const facts = because ? [`Seal ${brokenAt}: ${because}`] : [`Seals: ${head?.seq ?? 0}`, `Head: ${head?.hash ?? 'none'}`];
    const day = this.clock.now().toISOString().slice(0, 10);
    const auditors = await tx.query<{ email: string }>(`select email from people.account where active and 'AUD' = any(roles)`);
    for (const { email } of auditors) await this.outbox.add(tx, because ? 'audit-broken' : 'audit-head', { cause: day, to: { address: email }, facts });
  }
}
