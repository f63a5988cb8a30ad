import type { ChangeView, FoundListing, TwinView } from '../api/match-types';
import { checkedWords, FIELD_WORDS, RUNG_CHIPS, RUNG_WORDS } from './checks-words';

/** Whether a service is there. */
export const STATUSES = [
  { code: 'active', name: 'Yes' },
  { code: 'temporarily closed', name: 'Closed for now' },
  { code: 'inactive', name: 'Not active' },
  { code: 'defunct', name: 'Gone' },
] as const;
export type Status = (typeof STATUSES)[number]['code'];

/** How a part is typed. */
export const HOW: Readonly<Record<string, string>> = { phones: 'One number a line, such as 203-555-0142 ext. 12 (intake). The first is shown first.', website: 'With https:// in front.', documents: 'One a line.', languages: 'One a line.' };

/** Where a listing stands, in a word: what is not active first, then its rung of checking. */
export function standsAt({ status, rung }: Pick<FoundListing, 'status' | 'rung'>): { name: string; chip: string } {
  if (status !== 'active') return { name: STATUSES.find(({ code }) => code === status)?.name ?? status, chip: 'bare' };
  return { name: RUNG_WORDS[rung], chip: RUNG_CHIPS[rung] };
}

export const checkedOn = (date: string | null, now: Date): string => checkedWords({ assuredDate: date, assuredMethod: null }, now);

/** What two listings have in common: The same number and street. */
export function sameWords({ samePhone, sameStreet, likeness }: Pick<TwinView, 'samePhone' | 'sameStreet' | 'likeness'>): string {
  const same = [samePhone && 'number', sameStreet && 'street'].filter(Boolean).join(' and ');
  return `${likeness >= 0.9 ? 'Very alike' : 'Alike'}: the same ${same}.`;
}

/** HSDS's members in the desk's words; one that is not here is shown as it is. */
export const FIELDS: Readonly<Record<string, string>> = {
  ...FIELD_WORDS,
  name: 'Name', alternate_name: 'Other name', url: 'Website', email: 'E-mail', status: 'Status', application_process: 'How to begin', fees_description: 'Cost', wait_time: 'Waiting time',
  eligibility_description: 'Who it is for', minimum_age: 'Youngest', maximum_age: 'Oldest', interpretation_services: 'Interpreters', alert: 'To know first', cost: 'What it costs', organization_id: 'Organization', accreditations: 'Accreditations', licenses: 'Licences', program_id: 'Program', areas: 'Where they help', peer: 'Peer support', inclusion: 'In the directory', costs: 'Cost options', terms: 'Terms', payments: 'Ways to pay', places: 'Places',
};
/** Who changed it: a name, or the import of its source. */
export const changedBy = ({ by, source }: Pick<ChangeView, 'by' | 'source'>): string => by ?? (source ? `import of ${source}` : 'its source');

export const fieldName = ({ field }: Pick<ChangeView, 'field'>): string => FIELDS[field] ?? field.replaceAll('_', ' ');
