import type { VNode } from 'preact';
import type { KeptBatch, SheetFault } from '../../../partners/index.js';
import { Problem } from '../../frame/fields.js';
import { at, say, type Scene } from '../../frame/scene.js';
import { Continue, Ltr, Title } from '../../frame/words.js';
import type { Key, Values } from '../../texts/texts.js';
import type { DoorProps } from '../views/door-views.js';
import { faultValues } from '../listing/listing-words.js';
import { allPayments, paymentCell } from './payment-cell.js';

const paymentValues = ({ language }: Scene, { word = '', near }: SheetFault): Values => ({ word, near: near ? paymentCell(language, [near]) : '', all: allPayments(language) });

/** A day's fault names its day, which is the column. */
export const faultText = (v: Scene, fault: SheetFault): string => say(v, fault.fault as Key, { ...faultValues(v, { field: '', ...(fault.asked && { asked: fault.asked }) }), ...paymentValues(v, fault), day: fault.column });

const Steps = ({ f, home }: Pick<DoorProps, 'f' | 'home'>): VNode => (
  <ol class="plain">
    <li>
      <a href={at(f.v, `${home}/template`)} download>
        {say(f.v, 'sheet.template')}
      </a>
      <br />
      <a href={at(f.v, `${home}/workbook`)} download>
        {say(f.v, 'sheet.workbook')}
      </a>
    </li>
    <li>
      {say(f.v, 'sheet.change')}
      <br />
      {say(f.v, 'sheet.payments')}
    </li>
    <li>{say(f.v, 'sheet.back')}</li>
  </ol>
);

/** The sheet with what stands there now, and where to send it back. */
export const SheetView = ({ f, home }: DoorProps): VNode => (
  <form id="ask" method="post" action={at(f.v, `${home}/sheet`)} enctype="multipart/form-data" novalidate>
    <input type="hidden" name="token" value={f.token} />
    <Problem f={f} />
    <Title>{say(f.v, 'sheet.title')}</Title>
    <p class="lead">{say(f.v, 'sheet.lead')}</p>
    <Steps f={f} home={home} />
    <div class="field">
      <label for="file">{say(f.v, 'sheet.file')}</label>
      <input class="input" type="file" id="file" name="file" accept=".csv,.xlsx,text/csv" />
    </div>
    <Continue v={f.v} k="sheet.read" />
    <p class="hint">{say(f.v, 'sheet.nothing')}</p>
  </form>
);

const Faults = ({ f, home, batch }: Pick<DoorProps, 'f' | 'home'> & { batch: KeptBatch }): VNode => (
  <section class="said" aria-labelledby="faults">
    <h2 id="faults">{say(f.v, 'sheet.faults', { count: rowsOf(batch) })}</h2>
    <ul class="plain">
      {batch.faults.slice(0, 50).map((fault) => (
        <li>
          <b>{say(f.v, 'sheet.cell', { row: fault.row, column: fault.column })}</b> {faultText(f.v, fault)}
        </li>
      ))}
    </ul>
    <p>
      <a href={at(f.v, `${home}/faults-${batch.id}`)} download>
        {say(f.v, 'sheet.errors')}
      </a>
    </p>
  </section>
);

const rowsOf = ({ faults }: KeptBatch): number => new Set(faults.map(({ row }) => row)).size;

export const batchTitle = ({ state }: KeptBatch): Key => (state === 'read' ? 'sheet.dry' : state === 'sent' ? 'sheet.sent' : 'sheet.undone');

const fine = (v: Scene, count: number): string => (count ? say(v, count === 1 ? 'sheet.fine.one' : 'sheet.fine', { count }) : say(v, 'sheet.none'));

const lead = (v: Scene, batch: KeptBatch): string => {
  if (batch.state === 'read') return fine(v, batch.rows.length);
  return batch.state === 'sent' ? say(v, 'sheet.waits', { count: batch.open, decided: batch.decided }) : say(v, 'sheet.back.done');
};

const sending = (v: Scene, count: number): string => say(v, count === 1 ? 'sheet.send.one' : 'sheet.send', { count });

/** What may be done with it now. */
const Acts = ({ f, home, batch }: Pick<DoorProps, 'f' | 'home'> & { batch: KeptBatch }): VNode | null => {
  const act = batch.state === 'read' && batch.rows.length ? 'send' : batch.state === 'sent' && batch.open ? 'undo' : undefined;
  return act ? (
    <form method="post" action={at(f.v, `${home}/batch-${batch.id}`)}>
      <input type="hidden" name="token" value={f.token} />
      <div class="actions">
        <button class={act === 'send' ? 'btn primary' : 'btn'} name="act" value={act}>
          {act === 'send' ? sending(f.v, batch.rows.length) : say(f.v, 'sheet.undo')}
        </button>
      </div>
    </form>
  ) : null;
};

/** What the sheet says, before and after it is sent: how much of it is fine, and which cells are not. */
export const BatchView = ({ f, home, batch }: DoorProps & { batch: KeptBatch }): VNode => (
  <>
    <Problem f={f} />
    <Title>{say(f.v, batchTitle(batch))}</Title>
    <p class="lead">{lead(f.v, batch)}</p>
    <Acts f={f} home={home} batch={batch} />
    {batch.faults.length > 0 && <Faults f={f} home={home} batch={batch} />}
    {batch.rows.length > 0 && (
      <details class="more">
        <summary>{say(f.v, 'sheet.rows')}</summary>
        <ul class="plain">
          {batch.rows.map(({ row, name, changes }) => (
            <li>
              <Ltr>{row}</Ltr> <bdi>{name}</bdi>: {Object.keys(changes).map((field) => say(f.v, `listing.${field}` as Key)).join(', ')}
            </li>
          ))}
        </ul>
      </details>
    )}
    <p class="before">
      <a href={at(f.v, `${home}/sheet`)}>{say(f.v, 'sheet.another')}</a>
      <br />
      <a href={at(f.v, `${home}/listing`)}>{say(f.v, 'listing.sent.back')}</a>
    </p>
  </>
);
