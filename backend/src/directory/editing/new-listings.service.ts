import { Injectable } from '@nestjs/common';
import { uuidv7, type Actor, type Tx } from '../../platform/index.js';
import { nameInHistory } from '../history.js';

/** A listing that nobody imported, as far as it is known. */
export interface NewListing {
  /** What it came of; its source id. */
  from: string;
  organization: string;
  name: string;
  description: string;
  email: string;
  phone: string | null;
  website: string | null;
  street: string | null;
  city: string | null;
  /** Two letters. */
  state: string | null;
  zip: string | null;
}

/** Listings that are put together here have this source: no import of another one writes them. */
const SOURCE = 'desk';
const WHY = 'It applied and was accepted; a steward completes it.';

/** Makes the draft of a listing: not active and under review, until a steward completes it and decides that it is included. */
@Injectable()
export class NewListings {
  /** Inside the caller's transaction. The service's id. */
  async make(tx: Tx, actor: Actor, listing: NewListing): Promise<string> {
    const { from, organization, name, description, email, phone, website } = listing;
    const [organizationId, serviceId] = [uuidv7(), uuidv7()];
    await nameInHistory(tx, actor.name);
    await tx.query('insert into directory.organization (id, source, source_id, name, description, website) values ($1, $2, $3, $4, $5, $6)', [organizationId, SOURCE, from, organization, description, website]);
    await tx.query(`insert into directory.service (id, source, source_id, organization_id, name, description, url, status, inclusion, status_by, status_at, last_modified) values ($1, $2, $3, $4, $5, $6, $7, 'inactive', 'under-review', $8, now(), now())`, [serviceId, SOURCE, from, organizationId, name, description, website, actor.id]);
    await tx.query(`insert into directory.inclusion (id, service_id, decision, reason, status_before, decided_by) values ($1, $2, 'under-review', $3, 'active', $4)`, [uuidv7(), serviceId, WHY, actor.id]);
    await tx.query('insert into directory.agency (organization_id, email, phone, changed_by) values ($1, $2, $3, $4)', [organizationId, email, phone, actor.id]);
    if (phone) await tx.query(`insert into directory.phone (id, source, service_id, number, type) values ($1, $2, $3, $4, 'voice')`, [uuidv7(), SOURCE, serviceId, phone]);
    if (listing.street ?? listing.city ?? listing.zip) await this.place(tx, { serviceId, organizationId, listing });
    return serviceId;
  }

  private async place(tx: Tx, { serviceId, organizationId, listing }: { serviceId: string; organizationId: string; listing: NewListing }): Promise<void> {
    const { from, organization, street, city, state, zip } = listing;
    const locationId = uuidv7();
    await tx.query(`insert into directory.location (id, source, source_id, organization_id, location_type, name) values ($1, $2, $3, $4, 'physical', $5)`, [locationId, SOURCE, from, organizationId, organization]);
    await tx.query(`insert into directory.address (id, source, location_id, address_1, city, state_province, postal_code, country, address_type) values ($1, $2, $3, $4, $5, $6, $7, 'US', 'physical')`, [uuidv7(), SOURCE, locationId, street, city, state, zip]);
    await tx.query('insert into directory.service_at_location (id, source, service_id, location_id) values ($1, $2, $3, $4)', [uuidv7(), SOURCE, serviceId, locationId]);
  }
}
