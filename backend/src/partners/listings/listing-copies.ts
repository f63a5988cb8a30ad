import { Injectable } from '@nestjs/common';
import { OwnListings } from '../../directory/index.js';
import type { Tx } from '../../platform/index.js';

const TAKE = `
insert into partner.listing as l (service_id, agency_id, facts, taken_at) values ($1, $2, $3, now())
on conflict (service_id) do update set agency_id = excluded.agency_id, facts = excluded.facts, taken_at = excluded.taken_at`;

/** An agency's own role sees no table of the directory: it sees copies of its listings, taken when a link is made or used and after each change. */
@Injectable()
export class ListingCopies {
  constructor(private readonly listings: OwnListings) {}

  /** Takes the copies anew, in the caller's transaction on the desk's role; those of closed listings go. */
  async refresh(tx: Tx, agencyId: string): Promise<void> {
    const all = await this.listings.of(tx, agencyId);
    for (const { id, facts } of all) await tx.query(TAKE, [id, agencyId, JSON.stringify(facts)]);
    await tx.query('delete from partner.listing where agency_id = $1 and not (service_id = any($2::uuid[]))', [agencyId, all.map(({ id }) => id)]);
  }

  /** Takes the copy of one listing anew, where its agency keeps it: a whole sheet of changes would take each of them for each change. */
  async refreshOne(tx: Tx, serviceId: string): Promise<void> {
    const listing = await this.listings.one(tx, serviceId);
    if (listing) await tx.query('update partner.listing set facts = $2, taken_at = now() where service_id = $1', [serviceId, JSON.stringify(listing.facts)]);
  }
}
