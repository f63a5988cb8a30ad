import type { ChangeView, FoundListing, TwinView } from '../api/match-types';
import { daysAgo } from '../ui/time';
import { RUNG_WORDS } from './checks-words';

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

const STATUS_WORDS: Readonly<Record<string, string>> = { inactive: 'Not active', defunct: 'Gone', 'temporarily closed': 'Closed for now' };

/** Where a listing stands, in a word: what is not active first, then its rung of checking. */
export function standsAt({ status, rung }: Pick<FoundListing, 'status' | 'rung'>): { name: string; chip: string } {
  if (status !== 'active') return { name: STATUS_WORDS[status] ?? status, chip: 'bare' };
  return { name: RUNG_WORDS[rung], chip: rung === 'fresh' ? 'ok' : rung === 'unverified' || rung === 'out' ? 'urgent' : 'caution' };
}

export const checkedOn = (date: string | null, now: Date): string => (date ? `Checked ${daysAgo(date, now)}.` : 'Never checked by anybody.');

/** What two listings have in common: The same number and street. */
export function sameWords({ samePhone, sameStreet, likeness }: Pick<TwinView, 'samePhone' | 'sameStreet' | 'likeness'>): string {
  const same = [samePhone && 'number', sameStreet && 'street'].filter(Boolean).join(' and ');
  return `${likeness >= 0.9 ? 'Very alike' : 'Alike'}: the same ${same}.`;
}

/** HSDS's members in the desk's words; one that is not here is shown as it is. */
export const FIELDS: Readonly<Record<string, string>> = {
  name: 'Name', alternate_name: 'Other name', description: 'What they do', url: 'Website', email: 'E-mail', status: 'Status', application_process: 'How to begin', fees_description: 'Cost', wait_time: 'Waiting time',
  eligibility_description: 'Who it is for', minimum_age: 'Youngest', maximum_age: 'Oldest', interpretation_services: 'Interpreters', alert: 'To know first', phones: 'Phone', hours: 'Opening hours', website: 'Website', eligibility: 'Who it is for', cost: 'What it costs', documents: 'What to bring', languages: 'Languages', organization_id: 'Organization', accreditations: 'Accreditations', licenses: 'Licences', program_id: 'Program',
};
export const fieldName = ({ field }: Pick<ChangeView, 'field'>): string => FIELDS[field] ?? field.replaceAll('_', ' ');
