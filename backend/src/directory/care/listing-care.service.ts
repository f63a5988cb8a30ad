import { Injectable } from '@nestjs/common';
import { Journal } from '../../audit/index.js';
import { Db, notFound, uuidv7, type Actor } from '../../platform/index.js';
import { digitsOf } from '../domain/digits.js';
import { ListingPool } from '../pool/listing-pool.js';
import type { ChangeView, FindListings, FoundListing, ListingNoteView, WriteListingNote } from './care.dto.js';
import { CHANGES, FIND, FIND_THESE, LEAST_LIKE, NOTES, WRITE_NOTE } from './care.sql.js';

const LEAST_DIGITS = 4;
/** The digits of something that is a telephone number, or part of one; null for words. */
function numberIn(search: string): string | null {
  if (!/^[\d\s().+-]+$/.test(search)) return null;
  const digits = digitsOf(search);
  return digits.length >= LEAST_DIGITS ? digits : null;
}

type At<View> = Omit<View, 'at'> & { at: Date };
const dated = <View>({ at, ...row }: At<View>): View => ({ ...row, at: at.toISOString() }) as View;

/** Finding a listing, what changed in it, and what colleagues wrote of it. */
@Injectable()
export class ListingCare {
  constructor(
    private readonly db: Db,
    private readonly journal: Journal,
    private readonly pool: ListingPool,
  ) {}

  /** Of every status, also misspelt: by the names in memory. A number of four digits or more finds whose it is. */
  async find(actor: Actor, asked: FindListings): Promise<FoundListing[]> {
    const words = asked.search.trim();
    const names = numberIn(words) === null ? await this.pool.names() : undefined;
    if (!names) return this.findStored(actor, asked);
    const hits = names.find(words, LEAST_LIKE, asked.size);
    return this.db.statement<FoundListing>(actor, FIND_THESE, [asked.size, hits.map(({ id }) => id), hits.map(({ likeness }) => likeness)]);
  }

  /** The same by the database itself. */
  findStored(actor: Actor, { search, size }: FindListings): Promise<FoundListing[]> {
    return this.db.as(actor, async (tx) => {
      await tx.query(`select set_config('pg_trgm.word_similarity_threshold', $1, true)`, [String(LEAST_LIKE)]);
      return tx.query<FoundListing>(FIND, [size, search.trim(), numberIn(search.trim())]);
    });
  }

  /** Throws 404. */
  async changes(actor: Actor, serviceId: string): Promise<ChangeView[]> {
    await this.isThere(actor, serviceId);
    return (await this.db.statement<At<ChangeView>>(actor, CHANGES, [serviceId])).map((row) => dated<ChangeView>(row));
  }

  /** Throws 404. */
  async notes(actor: Actor, serviceId: string): Promise<ListingNoteView[]> {
    await this.isThere(actor, serviceId);
    return this.notesOf(actor, serviceId);
  }

  private async notesOf(actor: Actor, serviceId: string): Promise<ListingNoteView[]> {
    return (await this.db.statement<At<ListingNoteView>>(actor, NOTES, [serviceId])).map((row) => dated<ListingNoteView>(row));
  }

  private async isThere(actor: Actor, serviceId: string): Promise<void> {
    if (!(await this.db.statement(actor, 'select 1 from directory.service where id = $1', [serviceId])).length) throw notFound('service');
  }

  /** Throws 404. */
  async write(actor: Actor, serviceId: string, { text }: WriteListingNote): Promise<ListingNoteView[]> {
    await this.db.as(actor, async (tx) => {
      if (!(await tx.query(WRITE_NOTE, [uuidv7(), serviceId, text.trim(), actor.id])).length) throw notFound('service');
      await this.journal.record(tx, actor, { type: 'listing.noted', subject: serviceId }, { act: 'directory.read', object: 'service', objectId: serviceId, fields: ['note'] });
    });
    this.journal.nudge();
    return this.notesOf(actor, serviceId);
  }
}
