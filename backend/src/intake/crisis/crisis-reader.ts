import { Injectable } from '@nestjs/common';
import { Config, Sealer, type Actor, Db, type Tx } from '../../platform/index.js';
import type { OpenInquiry } from '../inquiries.service.js';
import type { CrisisStepView, CrisisView, OpenCrisisView, SupervisorView } from './crisis.dto.js';
import { OPEN_ONES, RECORDS, STEPS_OF, SUPERVISORS } from './crisis.sql.js';

type Sealed<View> = Omit<View, 'words'> & { words: Buffer | null };
type OfTable = 'intake.crisis' | 'intake.crisis_step';

/** What was done in a crisis: sealed and opened with its request's key. */
@Injectable()
export class CrisisReader {
  constructor(
    private readonly db: Db,
    private readonly sealer: Sealer,
    private readonly config: Config,
  ) {}

  /** Newest first. */
  async records(tx: Tx, row: OpenInquiry): Promise<CrisisView[]> {
    const records = await tx.query<Omit<Sealed<CrisisView>, 'steps'>>(RECORDS, [row.id]);
    const steps = records.length ? await tx.query<Sealed<CrisisStepView> & { crisisId: string }>(STEPS_OF, [records.map(({ id }) => id)]) : [];
    return records.map((record) => ({
      ...this.opened(row, 'intake.crisis', record),
      steps: steps.filter(({ crisisId }) => crisisId === record.id).map(({ crisisId, ...step }) => this.opened(row, 'intake.crisis_step', step)),
    }));
  }

  supervisors(tx: Tx, inquiryId: string): Promise<SupervisorView[]> {
    return tx.query<SupervisorView>(SUPERVISORS, [inquiryId, this.config.demo]);
  }

  /** Records that go on at the desk, oldest first. */
  open(actor: Actor): Promise<OpenCrisisView[]> {
    return this.db.statement<OpenCrisisView>(actor, OPEN_ONES, [actor.restricted]);
  }

  /** Words to be kept in a row that gets this id; null for none. */
  seal(of: OpenInquiry, table: OfTable, { row, words }: { row: string; words: string | null }): Buffer | null {
    return this.sealer.sealWords(of, words, { table, column: 'words', row });
  }

  private opened<View extends { id: string; words: Buffer | null }>(of: OpenInquiry, table: OfTable, row: View): Omit<View, 'words'> & { words: string | null } {
    return { ...row, words: this.sealer.openWords(of, row.words, { table, column: 'words', row: row.id }) };
  }
}
