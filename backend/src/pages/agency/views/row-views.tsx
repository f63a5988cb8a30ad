import type { VNode } from 'preact';
import { Ltr, Phone } from '../../frame/words.js';
import type { AgencyRow, RowKind } from '../agency-preview.dto.js';

const WRITTEN: Readonly<Record<RowKind, (value: string) => VNode>> = {
  text: (value) => <bdi>{value}</bdi>,
  number: (value) => <Ltr>{value}</Ltr>,
  quote: (value) => <q dir="auto">{value}</q>,
};

const DIALED = /^[+(\d][\d\s().-]{6,}$/;
const written = ({ kind, value }: AgencyRow, dial: boolean): VNode => (dial && kind === 'number' && DIALED.test(value) ? <Phone number={value} /> : WRITTEN[kind](value));

/** Lines that an agency reads; nothing where there are none. With `dial` a telephone number can be pressed. */
export const Rows = ({ rows, dial = false }: { rows: readonly AgencyRow[]; dial?: boolean }): VNode | null =>
  rows.length ? (
    <dl class="rows beside">
      {rows.map((row) => (
        <div>
          <dt>{row.label}</dt>
          <dd>{written(row, dial)}</dd>
        </div>
      ))}
    </dl>
  ) : null;
