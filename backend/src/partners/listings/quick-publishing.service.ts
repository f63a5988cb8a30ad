import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Journal } from '../../audit/index.js';
import { isSame, ListingKeeper, OwnListings, type OwnFacts, type OwnField, type OwnValues } from '../../directory/index.js';
import { Dispatcher, SYSTEM, uuidv7, type Tx } from '../../platform/index.js';
import { changedFields, type Changes } from '../domain/changes.js';
import { splitQuick } from '../domain/quick.js';
import { ACCEPTED, ALL_AT_ONCE, LOCKED, PART_AT_ONCE, REST } from './proposals.sql.js';
import { Proposals, type ProposalRow } from './proposals.service.js';

/** Publishes hours and website of agencies that were right before at once. A steward sees it, and takes it back by one press; so does the agency, by its receipt. */
@Injectable()
export class QuickPublishing implements OnModuleInit {
  constructor(
    private readonly dispatcher: Dispatcher,
    private readonly journal: Journal,
    private readonly keeper: ListingKeeper,
    private readonly listings: OwnListings,
    private readonly proposals: Proposals,
  ) {}

  onModuleInit(): void {
    this.dispatcher.on('agency.proposed', (tx, { subject }) => this.look(tx, subject));
  }

  /** Idempotent: what was published at once is no longer in the open proposal. A sheet always waits: a steward takes it over at one look. */
  async look(tx: Tx, proposalId: string): Promise<void> {
    const [row] = await tx.query<ProposalRow>(LOCKED, [proposalId]);
    if (row?.state !== 'open' || row.batchId) return;
    await this.keeper.lock(tx, row.serviceId);
    const listing = await this.listings.one(tx, row.serviceId);
    if (!listing) return;
    const { quick, rest } = await this.split(tx, row, listing.facts);
    if (changedFields(quick).length) await this.publish(tx, row, quick, rest);
  }

  private async split(tx: Tx, row: ProposalRow, facts: OwnFacts): Promise<{ quick: Changes; rest: Changes }> {
    const [known] = await tx.query<{ accepted: number }>(ACCEPTED, [row.agencyId]);
    const moved = changedFields(row.changes).filter((field) => hasMoved(field, row.changes, facts));
    return splitQuick(row.changes, { accepted: known?.accepted ?? 0, crisis: await this.proposals.isCrisis(row, facts), moved });
  }

  private async publish(tx: Tx, { id, agencyId, serviceId }: ProposalRow, quick: Changes, rest: Changes): Promise<void> {
    const fields = changedFields(quick);
    const decisions = JSON.stringify(Object.fromEntries(fields.map((field) => [field, { accepted: true, why: null }])));
    const all = changedFields(rest).length === 0;
    const proposalId = all ? id : uuidv7();
    if (all) await tx.query(ALL_AT_ONCE, [id, decisions]);
    else {
      await tx.query(PART_AT_ONCE, [proposalId, agencyId, serviceId, JSON.stringify(quick), decisions]);
      await tx.query(REST, [id, JSON.stringify(rest)]);
    }
    const changes: Partial<OwnValues> = Object.fromEntries(fields.map((field) => [field, quick[field]?.after]));
    const publishing = await this.keeper.publish(tx, SYSTEM, { serviceId, proposalId, changes });
    const act = { act: 'directory.steward', object: 'service', objectId: serviceId, fields, reason: 'at-once' };
    await this.journal.record(tx, SYSTEM, { type: 'listing.published-at-once', subject: publishing, body: { agencyId, serviceId, fields } }, act);
  }
}

function hasMoved<F extends OwnField>(field: F, changes: Changes, facts: OwnFacts): boolean {
  const change = changes[field] as { before: OwnValues[F] } | undefined;
  return change !== undefined && !isSame(field, change.before, facts[field]);
}
