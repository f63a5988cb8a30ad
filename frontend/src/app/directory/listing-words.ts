import type { ChangeView, FoundListing, TwinView } from '../api/match-types';
import { daysAgo } from '../ui/time';
import { RUNG_WORDS } from './checks-words';

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
const FIELDS: Readonly<Record<string, string>> = {
  name: 'Name', alternate_name: 'Other name', description: 'What they do', url: 'Website', website: 'Website', email: 'E-mail', status: 'Status', application_process: 'How to begin', fees_description: 'Cost', wait_time: 'Waiting time',
  eligibility_description: 'Who it is for', minimum_age: 'Youngest', maximum_age: 'Oldest', interpretation_services: 'Interpreters', alert: 'To know first', organization_id: 'Organization', accreditations: 'Accreditations', licenses: 'Licences', program_id: 'Program',
};
export const fieldName = ({ field }: Pick<ChangeView, 'field'>): string => FIELDS[field] ?? field.replaceAll('_', ' ');
