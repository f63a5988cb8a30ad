import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/index.js';
import { SERVICE } from './directory.sql.js';
import { tidy, type OwnFacts, type OwnPhone, type TakingNew } from './domain/own-facts.js';
import { ownHours } from './domain/own-hours.js';
import type { ScheduleRule } from './domain/time/rule.js';
import { withhold } from './domain/withhold.js';

interface Row {
  id: string;
  name: string;
  organization: string;
  organizationId: string | null;
  description: string;
  application: string | null;
  assuredDate: string | null;
  phones: OwnPhone[];
  hours: ScheduleRule[];
  languages: { code: string | null; name: string | null }[];
  streets: string[];
}

/** A listing with whose it is and the rows that its hours stand in. */
export interface OwnListing {
  id: string;
  organizationId: string | null;
  organization: string;
  facts: OwnFacts;
  hoursRows: ScheduleRule[];
}

const ACTIVE = `select id from directory.service where organization_id = $1 and status = 'active' order by name, id`;
const TAKING = `select answer, until::text as until, said_at as "saidAt", ends_at as "endsAt" from directory.taking_new where service_id = $1 and ends_at > now()`;

/** Listings as their agencies see them, read inside the caller's transaction. What the card withholds is withheld here, too. */
@Injectable()
export class OwnListings {
  /** The active ones of an organization, by name. */
  async of(tx: Tx, organizationId: string): Promise<OwnListing[]> {
    const all: OwnListing[] = [];
    for (const { id } of await tx.query<{ id: string }>(ACTIVE, [organizationId])) {
      const listing = await this.one(tx, id);
      if (listing) all.push(listing);
    }
    return all;
  }

  async one(tx: Tx, id: string): Promise<OwnListing | undefined> {
    const [row] = await tx.query<Row>(SERVICE, [id]);
    if (!row) return undefined;
    const [taking] = await tx.query<TakingNew>(TAKING, [id]);
    return { id, organizationId: row.organizationId, organization: row.organization, facts: factsOf(row, taking ?? null), hoursRows: row.hours };
  }
}

function factsOf({ streets, ...row }: Row, takingNew: TakingNew | null): OwnFacts {
  const safe = (text: string | null): string | null => withhold(text, streets);
  const hours = ownHours(row.hours);
  return {
    name: row.name,
    description: tidy('description', safe(row.description) ?? ''),
    phones: tidy('phones', row.phones.map((phone) => ({ ...phone, description: safe(phone.description) }))),
    hours: { ...hours, other: hours.other.map((line) => safe(line) ?? '') },
    application: safe(row.application),
    languages: row.languages.map(({ name, code }) => name ?? code ?? '').filter(Boolean),
    takingNew,
    assuredDate: row.assuredDate,
  };
}
