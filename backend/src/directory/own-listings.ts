import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/index.js';
import { SERVICE } from './directory.sql.js';
import { tidy, type OwnFacts, type OwnPhone, type PublicTerms, type TakingNew } from './domain/own-facts.js';
import { languageNamed } from './domain/own-languages.js';
import { ownHours } from './domain/own-hours.js';
import type { ScheduleRule } from './domain/time/rule.js';
import { withhold } from './domain/withhold.js';
import { PAYMENT_TERMS } from './listing-keeper.sql.js';

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
  url: string | null;
  eligibility: string | null;
  fees: string | null;
  documents: string[];
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
const TAKING = `select answer, until::text as until, weeks, said_at as "saidAt", ends_at as "endsAt" from directory.taking_new where service_id = $1 and ends_at > now()`;
/** The next check of a listing that stands on the first rung; one whose check is due has none. */
const NEXT = `select next_at::date::text as day from directory.verification where service_id = $1 and rung = 'fresh' and next_at > now()`;

/** As matching reads them, from the rows themselves: the read model follows only with the transaction. */
const PAYMENTS = `select coalesce(w.code, m.code) as code from directory.attribute a join (${PAYMENT_TERMS}) on m.id = a.taxonomy_term_id left join directory.taxonomy_term w on w.id = m.replaced_by where a.service_id = $1 and not a.rejected`;
const TERMS = `select coalesce((facts->>'free')::boolean, false) as free, coalesce(facts->'payments', '[]') as payments, facts->>'intake' as intake from directory.listing where service_id = $1`;

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
    const [next] = await tx.query<{ day: string }>(NEXT, [id]);
    const [terms] = await tx.query<PublicTerms>(TERMS, [id]);
    const payments = (await tx.query<{ code: string }>(PAYMENTS, [id])).map(({ code }) => code);
    return { id, organizationId: row.organizationId, organization: row.organization, facts: { ...factsOf(row), payments: tidy('payments', payments), takingNew: taking ?? null, nextCheckOn: next?.day ?? null, ...(terms && { terms }) }, hoursRows: row.hours };
  }
}

function factsOf({ streets, ...row }: Row): Omit<OwnFacts, 'takingNew' | 'nextCheckOn' | 'terms' | 'payments'> {
  const safe = (text: string | null): string => withhold(text, streets) ?? '';
  const hours = ownHours(row.hours);
  return {
    name: row.name,
    description: tidy('description', safe(row.description)),
    phones: tidy('phones', row.phones.map((phone) => ({ ...phone, description: withhold(phone.description, streets) }))),
    hours: { ...hours, other: hours.other.map(safe) },
    website: tidy('website', row.url ?? ''),
    eligibility: tidy('eligibility', safe(row.eligibility)),
    cost: tidy('cost', safe(row.fees)),
    documents: tidy('documents', row.documents.map(safe)),
    languages: tidy('languages', row.languages.map(({ name, code }) => name ?? languageNamed(code ?? ''))),
    application: withhold(row.application, streets),
    assuredDate: row.assuredDate,
  };
}
