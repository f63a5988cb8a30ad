import { Injectable } from '@nestjs/common';
import { Journal } from '../../audit/index.js';
import { ListingKeeper, OwnListings, type OwnFacts, type OwnField, type OwnValues } from '../../directory/index.js';
import { conflict, Db, invalid, notFound, stale, type Actor, type FieldFault, type Tx } from '../../platform/index.js';
import { changedFields, stateOf, type Decisions } from '../domain/changes.js';
import type { DecidedView, DecideProposal, FieldDecision } from './proposal.dto.js';
import { markOfField, Proposals, type ProposalRow } from './proposals.service.js';
import { DECIDED, FIRST, LOCKED } from './proposals.sql.js';

/** In a crisis line these are never changed by one person alone (trust.md 5: "2p"). */
export const WEIGHTY: readonly OwnField[] = ['phones', 'description'];

/** What a steward does with a proposal: decide field by field, publish, take back. Each in one transaction. */
@Injectable()
export class Publishings {
  constructor(
    private readonly db: Db,
    private readonly journal: Journal,
    private readonly keeper: ListingKeeper,
    private readonly listings: OwnListings,
    private readonly proposals: Proposals,
  ) {}

  /**
   * Throws 404; 412 when the proposal is not the version that was seen; 409 when the listing says something else than what was
   * seen, or when the same steward looked first at a crisis line; 422 when a decision or its reason is missing.
   */
  async decide(actor: Actor, id: string, version: number, { decisions }: DecideProposal): Promise<DecidedView> {
    const outcome = await this.db.as(actor, async (tx) => {
      const [row] = await tx.query<ProposalRow>(LOCKED, [id]);
      if (!row) throw notFound('proposal');
      if (row.state !== 'open' || row.version !== version) throw stale('proposal');
      checkWhole(row, decisions);
      await this.keeper.lock(tx, row.serviceId);
      const listing = await this.listings.one(tx, row.serviceId);
      if (!listing) throw notFound('service');
      checkSeen(listing.facts, decisions);
      const second = await this.needsSecond(tx, actor, row, { facts: listing.facts, decisions });
      return second ?? this.publish(tx, actor, row, decisions);
    });
    this.journal.nudge();
    return { outcome };
  }

  /** Writes the first of two looks down; undefined when nothing stands in the way of publishing. */
  private async needsSecond(tx: Tx, actor: Actor, row: ProposalRow, { facts, decisions }: { facts: OwnFacts; decisions: readonly FieldDecision[] }): Promise<'second' | undefined> {
    const weighty = decisions.filter(({ field, accepted }) => accepted && WEIGHTY.includes(field)).map(({ field }) => field);
    if (!weighty.length || !(await this.proposals.isCrisis(row, facts))) return undefined;
    if (row.firstBy === actor.id) throw conflict('proposal.second-person', 'This is a crisis line. You looked at it first; a second steward has to publish its numbers and its description.');
    if (row.firstBy && weighty.every((field) => row.firstFields?.includes(field))) return undefined;
    if (!(await tx.query(FIRST, [row.id, row.version, actor.id, weighty])).length) throw stale('proposal');
    const act = { act: 'directory.steward', object: 'proposal', objectId: row.id, fields: weighty, reason: 'first-of-two' };
    await this.journal.record(tx, actor, { type: 'proposal.looked-at', subject: row.id, body: { serviceId: row.serviceId } }, act);
    return 'second';
  }

  private async publish(tx: Tx, actor: Actor, { id, version, serviceId, agencyId, changes, batchId }: ProposalRow, decisions: readonly FieldDecision[]): Promise<'published' | 'partly' | 'refused'> {
    const accepted = decisions.filter((one) => one.accepted).map(({ field }) => field);
    const state = stateOf(accepted.length, decisions.length);
    const kept: Decisions = Object.fromEntries(decisions.map(({ field, accepted: yes, why }) => [field, { accepted: yes, why: yes ? null : (why?.trim() ?? null) }]));
    if (!(await tx.query(DECIDED, [id, version, actor.id, state, JSON.stringify(kept)])).length) throw stale('proposal');
    const values: Partial<OwnValues> = Object.fromEntries(accepted.map((field) => [field, changes[field]?.after]));
    if (accepted.length) await this.keeper.publish(tx, actor, { serviceId, proposalId: id, changes: values });
    const act = { act: 'directory.steward', object: 'proposal', objectId: id, fields: accepted, reason: state };
    await this.journal.record(tx, actor, { type: 'proposal.decided', subject: id, body: { agencyId, serviceId, state, batchId } }, act);
    return state;
  }

  /** Throws 404, 409 when something was published after it or it was taken back already. */
  async revert(actor: Actor, id: string): Promise<void> {
    await this.db.as(actor, async (tx) => {
      const { serviceId, fields } = await this.keeper.revert(tx, actor, id);
      const agencyId = (await this.listings.one(tx, serviceId))?.organizationId;
      await this.journal.record(tx, actor, { type: 'listing.reverted', subject: serviceId, body: { agencyId } }, { act: 'directory.steward', object: 'service', objectId: serviceId, fields, reason: 'reverted' });
    });
    this.journal.nudge();
  }
}

/** Every field of the proposal is decided on, and a refusal says why. */
function checkWhole({ changes }: ProposalRow, decisions: readonly FieldDecision[]): void {
  const asked = changedFields(changes);
  const faults: FieldFault[] = asked.filter((field) => !decisions.some((one) => one.field === field)).map((field) => ({ field, code: 'decision.missing', detail: 'Accept it or say why not' }));
  for (const { field, accepted, why } of decisions) {
    if (!asked.includes(field)) faults.push({ field, code: 'decision.unasked', detail: 'The agency did not ask for this' });
    else if (!accepted && !why?.trim()) faults.push({ field, code: 'decision.reason', detail: 'Say why not: the agency reads it' });
  }
  if (faults.length) throw invalid(faults);
}

function checkSeen(facts: OwnFacts, decisions: readonly FieldDecision[]): void {
  if (decisions.some(({ field, mark }) => markOfField(field, facts[field]) !== mark)) throw conflict('listing.moved', 'The listing changed while you looked. Read it again and decide then.');
}
