import { Injectable } from '@nestjs/common';
import { Journal } from '../../audit/index.js';
import { conflict, Db, invalid, type Actor, type Tx } from '../../platform/index.js';
import type { DeskField } from '../desk-lines.js';
import { ListingKeeper } from '../listing-keeper.js';

/** One part of a listing that only stewards change, and what they saw of it. */
export interface Part {
  serviceId: string;
  field: DeskField;
  mark: string;
}

/** How a part is read and written, inside the transaction of its change. */
export interface PartWork {
  mark(tx: Tx): Promise<string>;
  write(tx: Tx): Promise<void>;
}

/** Changes parts of a listing that have a form of their own: compared with what was seen, above every source, with a history, taken back by one press. */
@Injectable()
export class PartEditing {
  constructor(
    private readonly db: Db,
    private readonly journal: Journal,
    private readonly keeper: ListingKeeper,
  ) {}

  /** Throws 404, 409 when it says something else than what was seen, 422 when it says the same. */
  async change(actor: Actor, { serviceId, field, mark }: Part, work: PartWork): Promise<void> {
    await this.db.as(actor, async (tx) => {
      await this.keeper.lock(tx, serviceId);
      if ((await work.mark(tx)) !== mark) throw conflict('listing.moved', 'The listing changed while you looked. Read it again and change it then.');
      await this.keeper.publishPart(tx, actor, { serviceId, field }, () => work.write(tx));
      if ((await work.mark(tx)) === mark) throw invalid([{ field, code: 'edit.same', detail: 'It says this already' }]);
      await this.journal.record(tx, actor, { type: 'listing.edited', subject: serviceId, body: { field, serviceId } }, { act: 'directory.steward', object: 'service', objectId: serviceId, fields: [field], reason: 'edited' });
    });
    this.journal.nudge();
  }
}
