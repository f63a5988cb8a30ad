import { Injectable, type OnModuleInit } from '@nestjs/common';
import { isSame, ListingKeeper, OWN_FIELDS, OwnListings, Verification, type OwnFacts, type OwnField, type OwnListing, type OwnValues, type TakingNew } from '../../directory/index.js';
import { Dispatcher, type StoredEvent, type Tx } from '../../platform/index.js';
import { saysFull } from '../../referrals/index.js';
import { Settings } from '../../settings/index.js';
import { markOf } from './keeping.service.js';
import { ListingCopies } from './listing-copies.js';

interface Said {
  id: string;
  agencyId: string;
  serviceId: string;
  kind: 'confirmed' | 'fields' | 'taking-new';
  answer: TakingNew['answer'];
  until: string | null;
  weeks: number | null;
  fields: Partial<OwnValues> | null;
  seen: string;
  saidAt: string;
  endsAt: string;
  /** Local day on which it was said. */
  day: string;
}
type Outcome = 'done' | 'moved' | 'gone';

/** $1 statement, $2 zone. What an agency says of its room holds 14 days, or until the end of the day it named if that is sooner. */
const SAID = `
select id, agency_id as "agencyId", service_id as "serviceId", kind, answer, until::text as until, weeks, fields, seen, said_at as "saidAt", (said_at at time zone $2)::date::text as day,
  least(said_at + interval '14 days', (until + 1)::timestamp at time zone $2) as "endsAt"
from partner.statement where id = $1 and handled_at is null for update`;

/**
 * $1 referral, $2 zone. "No room" as an answer to a referral says the same as "full" said of the listing, for as long; the day on
 * which to ask again is the first on which it may have room.
 */
const FULL = `
select r.service_id as "serviceId", 'full' as answer, (a.again_on - 1)::text as until, null as weeks, a.said_at as "saidAt",
  least(a.said_at + interval '14 days', a.again_on::timestamp at time zone $2) as "endsAt"
from referrals.referral r join partner.disclosure d on d.referral_id = r.id join partner.answer a on a.disclosure_id = d.id
where r.id = $1 and a.kind = 'declined' and a.reason = 'no-room' order by a.said_at desc limit 1`;

/** Turns what agencies said into what the directory says, on the desk's role. Each statement has its effect once. */
@Injectable()
export class ListingEffects implements OnModuleInit {
  constructor(
    private readonly dispatcher: Dispatcher,
    private readonly settings: Settings,
    private readonly keeper: ListingKeeper,
    private readonly listings: OwnListings,
    private readonly copies: ListingCopies,
    private readonly verification: Verification,
  ) {}

  onModuleInit(): void {
    for (const type of ['agency.listing-confirmed', 'agency.fields-right', 'agency.capacity-said']) this.dispatcher.on(type, (tx, { subject }) => this.apply(tx, subject));
    this.dispatcher.on('agency.proposed', (tx, { body }) => this.verification.answered(tx, String(body['serviceId'])));
    for (const type of ['proposal.decided', 'listing.published-at-once', 'listing.edited']) this.dispatcher.on(type, (tx, { body }) => this.copies.refreshOne(tx, String(body['serviceId'])));
    this.dispatcher.on('referral.moved', (tx, event) => this.answered(tx, event));
    this.dispatcher.on('listing.reverted', (tx, { subject }) => this.copies.refreshOne(tx, subject));
  }

  async apply(tx: Tx, statementId: string): Promise<void> {
    const [said] = await tx.query<Said>(SAID, [statementId, (await this.settings.desk()).zone ?? 'UTC']);
    if (!said) return;
    const outcome = await this.effect(tx, said);
    await tx.query('update partner.statement set handled_at = now(), outcome = $2 where id = $1', [said.id, outcome]);
    if (outcome === 'gone') await this.copies.refresh(tx, said.agencyId);
    else await this.copies.refreshOne(tx, said.serviceId);
  }

  /** An answer that is told again was said at the same moment, and changes nothing. */
  private async answered(tx: Tx, { body }: StoredEvent): Promise<void> {
    if (!saysFull({ to: String(body['to']), reason: (body['reason'] as string | null) ?? null })) return;
    const [full] = await tx.query<TakingNew & { serviceId: string }>(FULL, [body['referralId'], (await this.settings.desk()).zone ?? 'UTC']);
    if (!full) return;
    await this.keeper.takingNew(tx, full.serviceId, full);
    await this.copies.refreshOne(tx, full.serviceId);
  }

  private async effect(tx: Tx, said: Said): Promise<Outcome> {
    await this.keeper.lock(tx, said.serviceId);
    const listing = (await this.listings.of(tx, said.agencyId)).find(({ id }) => id === said.serviceId);
    if (!listing) return 'gone';
    if (said.kind === 'taking-new') {
      await this.keeper.takingNew(tx, said.serviceId, said);
      return 'done';
    }
    if (said.kind === 'fields') return this.right(tx, said, listing);
    if (markOf(listing.facts) !== said.seen) return 'moved';
    await this.keeper.assure(tx, said.serviceId, listing.organization, said.day);
    return 'done';
  }

  /** Fields that still say what was found right are checked. It was no look at all of it: the day of the last check stays, and it is asked again in a month. */
  private async right(tx: Tx, { serviceId, fields }: Said, { organization, facts }: OwnListing): Promise<Outcome> {
    const asked = OWN_FIELDS.filter((field) => fields?.[field] !== undefined);
    const right = asked.filter((field) => stillSays(field, fields ?? {}, facts));
    await this.keeper.rightFields(tx, serviceId, organization, right);
    await this.verification.answered(tx, serviceId);
    return right.length === asked.length ? 'done' : 'moved';
  }
}

function stillSays<F extends OwnField>(field: F, said: Partial<OwnValues>, facts: OwnFacts): boolean {
  const value: OwnValues[F] | undefined = said[field];
  return value !== undefined && isSame(field, value, facts[field]);
}
