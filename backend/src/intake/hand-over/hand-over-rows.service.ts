import { Injectable } from '@nestjs/common';
import { uuidv7, type Actor, type Tx } from '../../platform/index.js';
import { BulkRowActs, type BulkRow } from '../bulk-row.service.js';
import type { Taker } from '../domain/assigning.js';
import { Notes } from '../notes.service.js';
import type { HandOverRow } from './hand-over.dto.js';

/** Told to who takes it, and kept in the audit. What is to be known stands in the note. */
const REASON = 'End of shift';

/** What is done to one row of a hand-over. */
@Injectable()
export class HandOverRows {
  constructor(
    private readonly acts: BulkRowActs,
    private readonly notes: Notes,
  ) {}

  /** The note first: who has given a request away writes nothing into it any more. */
  async do(tx: Tx, actor: Actor, row: BulkRow, { ask, taker }: { ask: HandOverRow; taker: Taker | undefined }): Promise<void> {
    const text = ask.note?.trim();
    if (text) await this.notes.writeIn(tx, actor, row.id, { id: uuidv7(), text, audience: 'desk' });
    if (ask.what !== 'keep') await this.acts.do(tx, actor, row, { action: ask.what === 'give' ? 'assign' : 'release', reason: REASON, taker });
  }
}
