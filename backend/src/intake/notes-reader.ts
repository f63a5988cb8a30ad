import { Injectable } from '@nestjs/common';
import { Sealer, type Tx } from '../platform/index.js';
import type { HistoryView, NoteView } from './inquiry.dto.js';
import type { Inquiry } from './inquiry.entity.js';
import { SealedInquiry } from './sealed-inquiry.js';

interface NoteRow {
  id: string;
  author: string | null;
  name: string | null;
  at: Date;
  audience: NoteView['audience'] | 'person';
  body: Buffer;
}

/** Notes and history of one request. */
@Injectable()
export class NotesReader {
  constructor(
    private readonly sealer: Sealer,
    private readonly sealed: SealedInquiry,
  ) {}

  /** Newest first. What the person added later has no author. */
  async read(tx: Tx, row: Inquiry & { dataKey: Buffer }): Promise<NoteView[]> {
    const rows = await tx.query<NoteRow>(
      'select n.id, n.author, a.name, n.at, n.audience, n.body from intake.note n left join people.account a on a.id = n.author where n.inquiry_id = $1 order by n.at desc, n.id desc limit 200',
      [row.id],
    );
    const key = this.sealed.key(row.dataKey, row.id);
    return rows.map(({ id, author, name, at, audience, body }) => ({
      id,
      author: author ? { id: author, name: name ?? '' } : null,
      at: at.toISOString(),
      audience,
      text: this.sealer.open<string>(key, body, this.sealed.place('body', id, 'intake.note')),
    }));
  }

  /** What happened, newest first, from the one event table. */
  history(tx: Tx, id: string): Promise<HistoryView[]> {
    return tx.query<HistoryView>(
      `select e.at, e.type, e.body - 'actorId' - 'actorName' as body,
         case when e.body ? 'actorId' then json_build_object('id', e.body->>'actorId', 'name', e.body->>'actorName') end as actor
       from platform.event e where e.subject = $1 order by e.id desc limit 200`,
      [id],
    );
  }
}
