import { Injectable } from '@nestjs/common';
import { Db, notFound, type Actor } from '../platform/index.js';
import { QUALITY_CODES, type QualityCode, type QualityFigure, type QualityRow, type QualityRows } from './directory-quality.dto.js';
import { QUALITY, rowsOf } from './directory-quality.sql.js';

const PAGE = 100;
const isCode = (code: string): code is QualityCode => QUALITY_CODES.some((one) => one === code);

/**
 * How true the directory is (field.md 5, R24). Listings are the active ones of today; referrals, corrections and mails those of the
 * last 365 days. Only counts and listings: nothing of a person, and no referral by itself.
 */
@Injectable()
export class DirectoryQuality {
  constructor(private readonly db: Db) {}

  figures(actor: Actor): Promise<QualityFigure[]> {
    return this.db.statement<QualityFigure>(actor, QUALITY);
  }

  /** What a figure counts, 100 a page. Throws 404 for what is no figure. */
  async rows(actor: Actor, code: string, page: number): Promise<QualityRows> {
    if (!isCode(code)) throw notFound('figure');
    const rows = await this.db.statement<QualityRow & { total: number }>(actor, rowsOf(code), [PAGE, (page - 1) * PAGE]);
    return { items: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0, more: (rows[0]?.total ?? 0) > page * PAGE };
  }
}
