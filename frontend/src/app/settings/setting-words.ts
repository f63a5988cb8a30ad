import type { ChangeSettings, SettingsView } from '../api/types';
import type { Words } from '../ui/meeting';
import { WEEKDAYS } from './hours';

type Field = Exclude<keyof ChangeSettings, 'version'>;

/** The fields of the settings as the form names them: all that it may change. */
const NAMES: Readonly<Record<Field, string>> = {
  name: 'Name', phone: 'Phone', zone: 'Time zone', hours: 'Staffed hours', holidays: 'Holidays', returnMinutes: 'When a claimed request goes back', promiseMinutes: 'By when somebody hears from us', onCallEmail: 'On-call e-mail',
  supervisorEmail: 'Supervisor’s e-mail', dutyOn: 'Whether the form says what the desk must report', dutyText: 'What the desk must report', minorsProtocol: 'Protocol for people under 18',
};
const FIELDS = Object.keys(NAMES) as Field[];
const dayOf = (code: string): string => WEEKDAYS.find((day) => day.code === code)?.name ?? code;

function valueOf(field: Field, from: SettingsView): string {
  if (field === 'hours') return (from.hours ?? []).map(({ day, opens, closes }) => `${dayOf(day)} ${opens} to ${closes}`).join(', ') || 'Not set';
  if (field === 'dutyOn') return from.dutyOn ? 'Yes' : 'No';
  const value = from[field];
  const text = Array.isArray(value) ? value.join(', ') : value;
  return text ? String(text) : 'Empty';
}

export const SETTING_WORDS: Words<SettingsView> = { fields: FIELDS, name: (field) => NAMES[field as Field], value: (field, from) => valueOf(field as Field, from) };
