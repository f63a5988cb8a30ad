import { ReferralPreview } from '../../referrals/index.js';

/** How a value is written: as it stands, from left to right in every language, or as the person's own words. */
export type RowKind = 'text' | 'number' | 'quote';

/** One line that an agency reads, word for word. */
export class AgencyRow {
  label: string;
  value: string;
  kind: RowKind;
  /** It belongs to "Contact safely", which stands first. */
  safely: boolean;
}

/** The preview with the lines that the agency will read, in the language in which it is written to. */
export class AgencyPreview extends ReferralPreview {
  rows: AgencyRow[];
}
