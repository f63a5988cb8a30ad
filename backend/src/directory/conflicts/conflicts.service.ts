import { Injectable } from '@nestjs/common';
import { Journal } from '../../audit/index.js';
import { conflict, Db, notFound, type Actor, type Tx } from '../../platform/index.js';
import { tableOf } from '../batch-meeting.js';
import { CrisisLines } from '../crisis-lines.js';
import { Language, Phone, ServiceArea } from '../detail.entity.js';
import { Schedule } from '../schedule.entity.js';
import { withhold } from '../domain/withhold.js';
import { ListingKeeper } from '../listing-keeper.js';
import { COLUMNS, MOVED, SET_COLUMN } from '../listing-keeper.sql.js';
import { RequiredDocument } from '../more.entity.js';
import { columnsOf, upsertSql } from '../upsert.sql.js';
import { Attribute } from '../vocabulary.entity.js';
import type { Choice, ConflictDecided, ConflictView } from './conflict.dto.js';
import { TWO_PEOPLE } from './conflict-words.js';
import { DECIDE, LOOKED, MAKE_ROOM, ONE_CONFLICT, OPEN_CONFLICTS } from './conflicts.sql.js';

const TABLES = { phones: Phone, hours: Schedule, languages: Language, documents: RequiredDocument, areas: ServiceArea, payments: Attribute } as const;

interface Row extends Omit<ConflictView, 'crisis' | 'firstBy' | 'since'> {
  serviceId: string;
  rows: { serviceAtLocationId?: string | null }[];
  since: Date;
  firstBy: string | null;
  firstName: string | null;
  crisisTerm: boolean;
  /** All by which it is called. */
  numbers: string[];
  streets: string[];
}

/** What a steward does where a source says otherwise than what was published here: keep ours, or take the source's. */
@Injectable()
export class Conflicts {
  constructor(
    private readonly db: Db,
    private readonly journal: Journal,
    private readonly crisisLines: CrisisLines,
    private readonly keeper: ListingKeeper,
  ) {}

  /** The open ones, the oldest first. A withheld address stands in none of them. */
  async open(actor: Actor): Promise<ConflictView[]> {
    const rows = await this.db.statement<Row>(actor, OPEN_CONFLICTS);
    return Promise.all(rows.map((row) => this.view(row)));
  }

  /** Throws 404 when it is over; 409 when the same steward looked first at a crisis line. */
  async decide(actor: Actor, id: string, choice: Choice): Promise<ConflictDecided> {
    const outcome = await this.db.as(actor, async (tx) => {
      const [row] = await tx.query<Row>(ONE_CONFLICT, [id]);
      if (!row) throw notFound('conflict');
      await this.keeper.lock(tx, row.serviceId);
      if (await this.needsSecond(tx, actor, row, choice)) return 'second' as const;
      if (choice === 'theirs') await this.keeper.recording(tx, actor, { serviceId: row.serviceId, fields: [row.field] }, () => this.take(tx, row));
      await tx.query(DECIDE, [id, actor.id, choice]);
      await this.note(tx, actor, row, `conflict-${choice}`);
      return 'decided' as const;
    });
    this.journal.nudge();
    return { outcome };
  }

  /** Numbers and description of a crisis line are never changed by one person alone (decision 17). */
  private async needsSecond(tx: Tx, actor: Actor, row: Row, choice: Choice): Promise<boolean> {
    if (choice === 'ours' || !TWO_PEOPLE.includes(row.field) || !(await this.isCrisis(row))) return false;
    if (row.firstBy === actor.id) throw conflict('conflict.second-person', 'This is a crisis line. You looked at it first; a second steward has to take over its numbers and its description.');
    if (row.firstBy && row.firstChoice === choice) return false;
    await tx.query(LOOKED, [row.id, actor.id, choice]);
    await this.note(tx, actor, row, 'first-of-two');
    return true;
  }

  /** The source's value stands from now on, and the source is heard again. */
  private async take(tx: Tx, { serviceId, field, theirs, rows }: Row): Promise<void> {
    if (field in TABLES) {
      const table = field as keyof typeof TABLES;
      await tx.query(MAKE_ROOM[table], [serviceId]);
      const into = tableOf(tx, TABLES[table], []);
      await tx.query(upsertSql(into), [[], 0, 0, [], [], ...columnsOf(into, rows)]);
    } else await tx.query(SET_COLUMN(COLUMNS[field as keyof typeof COLUMNS]), [serviceId, theirs.join('\n')]);
    await tx.query(MOVED, [serviceId]);
  }

  private note(tx: Tx, actor: Actor, { serviceId, field }: Row, reason: string): Promise<void> {
    return this.journal.record(tx, actor, { type: 'service.conflict-decided', subject: serviceId }, { act: 'directory.steward', object: 'service', objectId: serviceId, fields: [field], reason });
  }

  /** By its terms, or because one of its numbers, here or there, stands on the public pages. */
  private async isCrisis({ crisisTerm, field, numbers, ours, theirs }: Row): Promise<boolean> {
    const told = field === 'phones' ? [...ours, ...theirs].map((line) => line.split(' ext.')[0] ?? '') : [];
    return crisisTerm || this.crisisLines.haveOne([...numbers, ...told]);
  }

  private async view(row: Row): Promise<ConflictView> {
    const { id, service, organization, field, source, firstChoice } = row;
    const safe = (all: readonly string[]): string[] => all.map((line) => withhold(line, row.streets) ?? '');
    return { id, service, organization, field, source, firstChoice, ours: safe(row.ours), theirs: safe(row.theirs), since: row.since.toISOString(), firstBy: row.firstName, crisis: await this.isCrisis(row) };
  }
}
