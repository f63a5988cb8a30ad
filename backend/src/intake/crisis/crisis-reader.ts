import { Injectable } from '@nestjs/common';
import { Config, Sealer, type Actor, Db, type Tx } from '../../platform/index.js';
import type { OpenInquiry } from '../inquiries.service.js';
import { SealedInquiry } from '../sealed-inquiry.js';
import type { CrisisStepView, CrisisView, OpenCrisisView, SupervisorView } from './crisis.dto.js';
import { OPEN_ONES, RECORDS, STEPS_OF, SUPERVISORS } from './crisis.sql.js';

type Sealed<View> = Omit<View, 'words'> & { words: Buffer | null };
type Key = Pick<OpenInquiry, 'id' | 'dataKey'>;
type OfTable = 'intake.crisis' | 'intake.crisis_step';

/** What was done in a crisis: sealed and opened with its request's key. */
@Injectable()
export class CrisisReader {
  constructor(
    private readonly db: Db,
    private readonly sealer: Sealer,
    private readonly sealed: SealedInquiry,
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
  seal({ id, dataKey }: Key, table: OfTable, at: { row: string; words: string | null }): Buffer | null {
    const words = at.words?.trim();
    return words ? this.sealer.seal(this.sealed.key(dataKey, id), words, this.sealed.place('words', at.row, table)) : null;
  }

  private opened<View extends { id: string; words: Buffer | null }>({ id, dataKey }: Key, table: OfTable, row: View): Omit<View, 'words'> & { words: string | null } {
    const words = row.words && this.sealer.open<string>(this.sealed.key(dataKey, id), row.words, this.sealed.place('words', row.id, table));
    return { ...row, words };
  }
}
