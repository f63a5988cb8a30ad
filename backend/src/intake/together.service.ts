import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/index.js';
import { can } from '../people/index.js';
import { Db, type Actor, type Tx } from '../platform/index.js';
import { Inquiries, isRestricted } from './inquiries.service.js';
import type { SafeContactView } from './inquiry.dto.js';
import { undoUntil, type MergeRow } from './merges.service.js';
import { NotesReader } from './notes-reader.js';
import { viewer } from './queue.service.js';
import { SealedInquiry } from './sealed-inquiry.js';
import type { MergedInView, MergedIntoView, PossibleView, TogetherView } from './together.dto.js';
import { MERGE_OF, MERGED_IN, POSSIBLE } from './together.sql.js';

const NO_PLAN: Omit<SafeContactView, 'channel' | 'voicemail'> = { others: null, name: null, times: [], never: null, emailOk: false };

/** What belongs together with a request, or may: read over both, moved by nothing. */
@Injectable()
export class Together {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly inquiries: Inquiries,
    private readonly sealed: SealedInquiry,
    private readonly notes: NotesReader,
  ) {}

  /** For who may read the request (audited). Throws 404. */
  async view(actor: Actor, id: string): Promise<TogetherView> {
    return this.db.as(actor, async (tx) => {
      const row = await this.inquiries.visible(tx, actor, 'inquiry.read', id);
      const possible = row.mergedInto ? [] : await tx.query<PossibleView>(POSSIBLE, [...viewer(actor), id]);
      const [into] = await tx.query<MergeRow>(MERGE_OF, [id]);
      const merged: MergedInView[] = [];
      for (const merge of await tx.query<MergeRow>(MERGED_IN, [id])) merged.push(...(await this.part(tx, actor, merge)));
      if (possible.length || merged.length) await this.audit.record(tx, actor, { act: 'inquiry.read', object: 'inquiry', objectId: id, fields: ['together'] });
      return { possible, merged, mergedInto: into ? intoView(into) : null };
    });
  }

  /** What is the merged request's own, for whoever has the one that stays; nothing of it where its kind is not theirs to open. */
  private async part(tx: Tx, actor: Actor, merge: MergeRow): Promise<MergedInView[]> {
    const row = await this.inquiries.findOpen(tx, merge.goneId);
    if (!row || !can(actor, 'inquiry.read', { owner: actor.id, restricted: isRestricted(row) })) return [];
    await this.audit.record(tx, actor, { act: 'inquiry.read', object: 'inquiry', objectId: row.id, fields: ['safeContact', 'words', 'notes'] });
    const { id, dataKey, reference, language, channel, voicemail } = row;
    return [
      {
        ...{ id, reference, language, by: merge.by },
        openedAt: row.openedAt.toISOString(),
        mergedAt: merge.madeAt.toISOString(),
        undoUntil: undoUntil(merge).toISOString(),
        safeContact: { channel, voicemail, ...(this.sealed.open(dataKey, id, 'safe_contact', row.safeContact) ?? NO_PLAN) },
        words: this.sealed.open(dataKey, id, 'words', row.words),
        needs: await this.inquiries.needs(tx, id),
        notes: await this.notes.read(tx, row),
      },
    ];
  }
}

const intoView = (merge: MergeRow): MergedIntoView => ({ id: merge.keptId, reference: merge.keptReference, mergedAt: merge.madeAt.toISOString(), by: merge.by, undoUntil: undoUntil(merge).toISOString() });
