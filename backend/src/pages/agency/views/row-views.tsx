import type { VNode } from 'preact';
import { Ltr } from '../../frame/words.js';
import type { AgencyRow, RowKind } from '../agency-preview.dto.js';

const WRITTEN: Readonly<Record<RowKind, (value: string) => VNode>> = {
  text: (value) => <bdi>{value}</bdi>,
  number: (value) => <Ltr>{value}</Ltr>,
  quote: (value) => <q dir="auto">{value}</q>,
};

/** Lines that an agency reads; nothing where there are none. */
export const Rows = ({ rows }: { rows: readonly AgencyRow[] }): VNode | null =>
  rows.length ? (
    <dl class="rows beside">
      {rows.map(({ label, value, kind }) => (
        <div>
          <dt>{label}</dt>
          <dd>{WRITTEN[kind](value)}</dd>
        </div>
      ))}
    </dl>
  ) : null;
