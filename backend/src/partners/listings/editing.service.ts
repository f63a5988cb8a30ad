import { Injectable } from '@nestjs/common';
import { Journal } from '../../audit/index.js';
import { isSame, linesOf, ListingKeeper, OwnListings, valueOfLines, WORD_FIELDS, type OwnListing, type WordField } from '../../directory/index.js';
import { conflict, Db, invalid, notFound, type Actor, type Tx } from '../../platform/index.js';
import type { EditableListing, EditField, LastChangeView } from './edit.dto.js';
import { markOfField, Proposals } from './proposals.service.js';
import { WEIGHTY } from './publishings.service.js';

const LAST = `select p.id, p.fields, a.name as by, p.published_at as at from directory.publishing p left join people.account a on a.id = p.published_by where p.service_id = $1 and p.reverted_at is null order by p.published_at desc, p.id desc limit 1`;

/** A steward's own change of a listing: it stands above every source, verifies nothing, and one press takes it back. */
@Injectable()
export class Editing {
  constructor(
    private readonly db: Db,
    private readonly journal: Journal,
    private readonly keeper: ListingKeeper,
    private readonly listings: OwnListings,
    private readonly proposals: Proposals,
  ) {}

  /** Throws 404. */
  read(actor: Actor, serviceId: string): Promise<EditableListing> {
    return this.db.as(actor, async (tx) => {
      const listing = await this.one(tx, serviceId);
      const [last] = await tx.query<Omit<LastChangeView, 'at'> & { at: Date }>(LAST, [serviceId]);
      return {
        fields: WORD_FIELDS.map((field) => ({ field, lines: linesOf(field, listing.facts[field]), mark: markOfField(field, listing.facts[field]) })),
        last: last ? { ...last, at: last.at.toISOString() } : null,
        crisis: await this.isCrisis(tx, serviceId, listing),
      };
    });
  }

  /** Throws 404, 409 when the field says something else than what was seen or needs two stewards, 422 when it cannot be read or says the same. */
  async change(actor: Actor, serviceId: string, { field, lines, mark }: EditField): Promise<EditableListing> {
    const value = valueOfLines(field, lines);
    if (value === undefined) throw invalid([{ field: 'lines', code: 'edit.unreadable', detail: HOW[field] ?? 'Write at least one line' }]);
    await this.db.as(actor, async (tx) => {
      await this.keeper.lock(tx, serviceId);
      const listing = await this.one(tx, serviceId);
      if (markOfField(field, listing.facts[field]) !== mark) throw conflict('listing.moved', 'The listing changed while you looked. Read it again and change it then.');
      if (isSame(field, listing.facts[field], value)) throw invalid([{ field: 'lines', code: 'edit.same', detail: 'It says this already' }]);
      if (WEIGHTY.includes(field) && (await this.isCrisis(tx, serviceId, listing))) throw conflict('edit.two-stewards', 'This is a crisis line: its numbers and its description need two stewards. Ask its agency to send the change.');
      await this.keeper.publish(tx, actor, { serviceId, proposalId: null, changes: { [field]: value } });
      await this.journal.record(tx, actor, { type: 'listing.edited', subject: serviceId, body: { field, serviceId } }, { act: 'directory.steward', object: 'service', objectId: serviceId, fields: [field], reason: 'edited' });
    });
    this.journal.nudge();
    return this.read(actor, serviceId);
  }

  private async one(tx: Tx, serviceId: string): Promise<OwnListing> {
    const listing = await this.listings.one(tx, serviceId);
    if (!listing) throw notFound('service');
    return listing;
  }

  private async isCrisis(tx: Tx, serviceId: string, { facts }: OwnListing): Promise<boolean> {
    return this.proposals.isCrisis({ crisisTerm: await this.proposals.hasCrisisTerm(tx, serviceId), changes: {} }, facts);
  }
}

const HOW: Readonly<Partial<Record<WordField, string>>> = {
  phones: 'Write one number a line, such as 203-555-0142 ext. 12 (intake)',
  website: 'Write an address that begins with https://',
};
