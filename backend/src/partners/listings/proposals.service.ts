import { Injectable } from '@nestjs/common';
import { CrisisLines, linesOf, isSame, OwnListings, tidy, unusualLines, type OwnFacts, type OwnField, type OwnValues } from '../../directory/index.js';
import { Db, sha256, type Actor, type Tx } from '../../platform/index.js';
import { changedFields, type Changes } from '../domain/changes.js';
import { difference } from '../domain/difference.js';
import type { ProposalsView, ProposalView, ProposedFieldView, PublishingView, SheetView } from './proposal.dto.js';
import { CRISIS_TERM, OPEN, OPEN_OF_SHEET, PUBLISHED_LATELY, SHEETS } from './proposals.sql.js';

/** A proposal as it stands in its row. */
export interface ProposalRow {
  id: string;
  agencyId: string;
  serviceId: string;
  changes: Changes;
  note: string | null;
  state: string;
  madeAt: string;
  version: number;
  firstBy: string | null;
  firstName: string | null;
  firstFields: OwnField[] | null;
  crisisTerm: boolean;
  inclusion: ProposalView['inclusion'];
  batchId: string | null;
}

/** Names a field's value, so that what is decided on is what was seen. */
export const markOfField = <F extends OwnField>(field: F, value: OwnValues[F]): string => sha256(JSON.stringify([field, tidy(field, value)])).toString('hex');

/** What stewards read of the agencies' proposals. */
@Injectable()
export class Proposals {
  constructor(
    private readonly db: Db,
    private readonly listings: OwnListings,
    private readonly crisisLines: CrisisLines,
  ) {}

  async open(actor: Actor): Promise<ProposalsView> {
    return this.db.as(actor, async (tx) => {
      const items = await this.views(tx, actor, await tx.query<ProposalRow>(OPEN));
      return { items, published: await tx.query<PublishingView>(PUBLISHED_LATELY), sheets: await tx.query<SheetView>(SHEETS) };
    });
  }

  /** The open proposals of one sheet, however many. */
  async ofSheet(actor: Actor, batchId: string): Promise<ProposalView[]> {
    return this.db.as(actor, async (tx) => this.views(tx, actor, await tx.query<ProposalRow>(OPEN_OF_SHEET, [batchId])));
  }

  private async views(tx: Tx, actor: Actor, rows: readonly ProposalRow[]): Promise<ProposalView[]> {
    const views: ProposalView[] = [];
    for (const row of rows) {
      const view = await this.view(tx, actor, row);
      if (view) views.push(view);
    }
    return views;
  }

  private async view(tx: Tx, actor: Actor, row: ProposalRow): Promise<ProposalView | undefined> {
    const listing = await this.listings.one(tx, row.serviceId);
    if (!listing) return undefined;
    const { id, serviceId, note, madeAt, version, changes, firstBy, firstName, batchId, inclusion } = row;
    return {
      ...{ id, serviceId, note, madeAt, version, batchId, inclusion },
      ...{ service: listing.facts.name, organization: listing.organization },
      crisis: await this.isCrisis(row, listing.facts),
      firstBy: firstName,
      fields: changedFields(changes).map((field) => fieldView(field, changes, listing.facts)),
      actions: firstBy !== null && firstBy === actor.id ? [] : ['decide'],
    };
  }

  async hasCrisisTerm(tx: Tx, serviceId: string): Promise<boolean> {
    return (await tx.query<{ crisis: boolean }>(CRISIS_TERM, [serviceId]))[0]?.crisis ?? false;
  }

  /** By its terms, also suggested ones, or because one of its numbers, old or new, stands on the public pages as a crisis line. */
  async isCrisis({ crisisTerm, changes }: Pick<ProposalRow, 'crisisTerm' | 'changes'>, facts: OwnFacts): Promise<boolean> {
    return crisisTerm || this.crisisLines.haveOne([...facts.phones, ...(changes.phones?.after ?? [])].map(({ number }) => number));
  }
}

function fieldView<F extends OwnField>(field: F, changes: Changes, facts: OwnFacts): ProposedFieldView {
  const { before, after } = changes[field] as { before: OwnValues[F]; after: OwnValues[F] };
  const now: OwnValues[F] = facts[field];
  return {
    field,
    now: linesOf(field, now),
    they: linesOf(field, after),
    unusual: typeof after === 'object' && 'rows' in after ? unusualLines(after).filter((line) => !linesOf(field, now).includes(line)) : [],
    before: isSame(field, before, now) ? null : linesOf(field, before),
    words: typeof now === 'string' && typeof after === 'string' ? difference(now, after) : null,
    mark: markOfField(field, now),
  };
}
