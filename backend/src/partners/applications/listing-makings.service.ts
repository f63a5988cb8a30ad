import { Injectable } from '@nestjs/common';
import { Journal } from '../../audit/index.js';
import { NewListings } from '../../directory/index.js';
import { conflict, Db, notFound, type Actor } from '../../platform/index.js';
import type { MadeListing, MakeListing } from './application.dto.js';

interface Row {
  state: string;
  email: string;
  serviceId: string | null;
}

/** What an application may leave open. */
const NOTHING = { phone: null, website: null, street: null, city: null, state: null, zip: null };

/** The listing that comes of an accepted application: one, however often it is asked for. */
@Injectable()
export class ListingMakings {
  constructor(
    private readonly db: Db,
    private readonly journal: Journal,
    private readonly listings: NewListings,
  ) {}

  /** Makes agency and draft, or answers with the one that was made before. Throws 404, 409 while it is not accepted. */
  async make(actor: Actor, id: string, written: MakeListing): Promise<MadeListing> {
    const made = await this.db.as(actor, async (tx) => {
      const [row] = await tx.query<Row>('select state, email, service_id as "serviceId" from partner.application where id = $1 for update', [id]);
      if (!row) throw notFound('application');
      if (row.state !== 'accepted') throw conflict('application.not-accepted', 'Decide first that it can be listed.');
      if (row.serviceId) return { serviceId: row.serviceId };
      const serviceId = await this.listings.make(tx, actor, { ...NOTHING, ...written, from: id, email: row.email });
      await tx.query('update partner.application set service_id = $2, version = version + 1 where id = $1', [id, serviceId]);
      await this.journal.record(tx, actor, { type: 'application.listing-made', subject: id, body: { serviceId } }, { act: 'directory.steward', object: 'application', objectId: id, fields: ['listing'] });
      return { serviceId };
    });
    this.journal.nudge();
    return made;
  }
}
