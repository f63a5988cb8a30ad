import { Injectable } from '@nestjs/common';
import { isUuid } from '../../../directory/index.js';
import { Batches, ListingKeeping } from '../../../partners/index.js';
import { cellsIn, DeskError, isWorkbook, notFound, sheetText, WORKBOOK_TYPE, workbookCells, workbookOf } from '../../../platform/index.js';
import { text } from '../../ask/answers/raw.js';
import { languageOf } from '../../texts/texts.js';
import type { Download, Outcome } from '../../visit/visitor.js';
import { ListingScreen, STALE, type Inside } from '../listing/listing-screen.service.js';
import type { Missing } from '../posted.js';
import { MOST_ROWS, readSheet, templateOf, type Sheet } from './sheet.js';
import { batchTitle, BatchView, faultText, SheetView } from './sheet-views.js';

const CSV = 'text/csv; charset=utf-8';
type Uploaded = { bytes: Buffer } | undefined;

/** Undefined for what is neither CSV nor a workbook that can be read. */
async function cellsOf(bytes: Buffer): Promise<string[][] | undefined> {
  if (!isWorkbook(bytes)) return cellsIn(bytes);
  return workbookCells(bytes, 'The sheet').catch((error: unknown) => {
    if (error instanceof DeskError && error.status === 422) return undefined; // the page says what to do
    throw error;
  });
}

/** Many listings at once: a sheet to take along, read without effect, then sent or not. */
@Injectable()
export class SheetPages {
  constructor(
    private readonly keeping: ListingKeeping,
    private readonly batches: Batches,
    private readonly screen: ListingScreen,
  ) {}

  /** Undefined for a page that is none of these. Throws 404 for another agency's sheet. */
  open(inside: Inside, name: string, posted: boolean): Promise<Outcome> | undefined {
    if (name === 'sheet') return posted ? this.take(inside) : this.sheet(inside);
    if (name === 'template' || name === 'workbook') return this.template(inside, name);
    return this.sent(inside, name, posted);
  }

  private sent(inside: Inside, name: string, posted: boolean): Promise<Outcome> | undefined {
    const [, part = '', id = ''] = /^(batch|faults)-(.+)$/.exec(name) ?? [];
    if (!isUuid(id)) return undefined;
    return part === 'faults' ? this.faults(inside, id) : this.ofBatch(inside, id, posted);
  }

  private ofBatch(inside: Inside, id: string, posted: boolean): Promise<Outcome> {
    return posted ? this.act(inside, id) : this.batch(inside, id);
  }

  private sheet(inside: Inside, faults: readonly Missing[] = []): Promise<Outcome> {
    return this.screen.page(inside, { title: 'sheet.title', faults, back: 'listing', view: (props) => <SheetView {...props} /> });
  }

  /** Everything that is shown now, to be changed in place. */
  private async template(inside: Inside, form: 'template' | 'workbook'): Promise<Download> {
    const rows = templateOf(await this.keeping.all(inside.actor), languageOf(inside.caller.language));
    return form === 'workbook' ? { file: 'listings.xlsx', type: WORKBOOK_TYPE, body: await workbookOf(rows) } : { file: 'listings.csv', type: CSV, body: sheetText(rows) };
  }

  private async take(inside: Inside): Promise<Outcome> {
    if (!this.screen.isOurs(inside)) return this.sheet(inside, [STALE]);
    const bytes = (inside.caller.raw['file'] as Uploaded)?.bytes;
    if (!bytes?.length) return this.sheet(inside, [{ field: 'file', fault: 'sheet.missing' }]);
    const sheet = await this.read(inside, bytes);
    if (!sheet) return this.sheet(inside, [{ field: 'file', fault: 'sheet.odd' }]);
    if (sheet.rows.length + sheet.faults.length > MOST_ROWS) return this.sheet(inside, [{ field: 'file', fault: 'sheet.long' }]);
    const faults = [...sheet.faults, ...sheet.unread.map((column) => ({ row: 1, column: column.slice(0, 60), fault: 'sheet.unread' }))];
    return { to: this.screen.at(inside, `batch-${await this.batches.keep(inside.actor, sheet.rows, faults)}`) };
  }

  private async read(inside: Inside, bytes: Buffer): Promise<Sheet | undefined> {
    const cells = await cellsOf(bytes);
    return cells && readSheet(cells, await this.keeping.all(inside.actor), languageOf(inside.caller.language));
  }

  private async batch(inside: Inside, id: string, faults: readonly Missing[] = []): Promise<Outcome> {
    const batch = await this.batches.one(inside.actor, id);
    return this.screen.page(inside, { title: batchTitle(batch), faults, back: 'sheet', view: (props) => <BatchView {...props} batch={batch} /> });
  }

  /** The faults as a sheet, cell by cell. */
  private async faults(inside: Inside, id: string): Promise<Download> {
    const { faults } = await this.batches.one(inside.actor, id);
    const v = { language: languageOf(inside.caller.language) } as Parameters<typeof faultText>[0];
    return { file: 'to-fix.csv', type: CSV, body: sheetText([['Row', 'Column', 'What to do'], ...faults.map((fault) => [String(fault.row), fault.column, faultText(v, fault)])]) };
  }

  private async act(inside: Inside, id: string): Promise<Outcome> {
    if (!this.screen.isOurs(inside)) return this.batch(inside, id, [STALE]);
    const act = text(inside.caller.raw, 'act');
    if (act !== 'send' && act !== 'undo') throw notFound('page');
    await this.batches[act](inside.actor, id).catch((error: unknown) => {
      if (!(error instanceof DeskError) || error.code !== 'batch.done') throw error; // pressed twice: the page says how it stands
    });
    return { to: this.screen.at(inside, `batch-${id}`) };
  }
}

