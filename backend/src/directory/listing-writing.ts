import { uuidv7, type Tx } from '../platform/index.js';
import { closedDaysIn, closedRule } from './domain/closed-line.js';
import { hoursLine } from './domain/hours-text.js';
import type { OwnPhone, OwnValues } from './domain/own-facts.js';
import type { OwnHours } from './domain/own-hours.js';
import { languageCodeOf } from './domain/own-languages.js';
import { NO_RULE, type ScheduleRule } from './domain/time/rule.js';
import { COLUMNS, DROP_DOCUMENTS, DROP_LANGUAGES, DROP_PHONES, DROP_SCHEDULES, KEEP_PHONE, NEW_DOCUMENT, NEW_LANGUAGE, NEW_PHONE, NEW_SCHEDULE, SET_COLUMN, SET_PAYMENTS } from './listing-keeper.sql.js';

/** Writes values that an agency gave into the rows of its listing. `before`: the rows in which its hours stood. */
export async function writeValues(tx: Tx, serviceId: string, values: Partial<OwnValues>, before: readonly ScheduleRule[]): Promise<void> {
  for (const field of Object.keys(COLUMNS) as (keyof typeof COLUMNS)[]) if (values[field] !== undefined) await tx.query(SET_COLUMN(COLUMNS[field]), [serviceId, values[field]]);
  if (values.phones) await writePhones(tx, serviceId, values.phones);
  if (values.hours) await writeHours(tx, serviceId, values.hours, before);
  if (values.languages) await writeLanguages(tx, serviceId, values.languages);
  if (values.documents) await writeDocuments(tx, serviceId, values.documents);
  if (values.payments) await tx.query(SET_PAYMENTS, [serviceId, values.payments]);
}

/** A number that stays keeps its row, and with it the languages spoken there. */
async function writePhones(tx: Tx, serviceId: string, phones: readonly OwnPhone[]): Promise<void> {
  await tx.query(DROP_PHONES, [serviceId, JSON.stringify(phones)]);
  for (const [position, { number, extension, description }] of phones.entries()) {
    const kept = await tx.query(KEEP_PHONE, [serviceId, number, extension, description, position]);
    if (!kept.length) await tx.query(NEW_PHONE, [uuidv7(), serviceId, number, extension, description, position]);
  }
}

/** A line that stood there before keeps its rule, such as every second Wednesday; one that tells closed days closes them; another new one is words. */
async function writeHours(tx: Tx, serviceId: string, { rows, other }: OwnHours, before: readonly ScheduleRule[]): Promise<void> {
  const plain = rows.map(({ days, opens, closes }): ScheduleRule => ({ ...NO_RULE, byday: days, opensAt: opens, closesAt: closes, freq: 'WEEKLY' }));
  const lines = other.map((line): ScheduleRule => before.find((row) => hoursLine(row) === line) ?? ruleOf(line));
  await writeSchedule(tx, serviceId, [...plain, ...lines]);
}

function ruleOf(line: string): ScheduleRule {
  const closed = closedDaysIn(line);
  return closed ? closedRule(closed) : { ...NO_RULE, description: line };
}

/** These rows are all of a service's hours from now on. */
export async function writeSchedule(tx: Tx, serviceId: string, schedule: readonly ScheduleRule[]): Promise<void> {
  await tx.query(DROP_SCHEDULES, [serviceId]);
  for (const [position, row] of schedule.entries()) {
    const { freq, interval, byday, opensAt, closesAt, description, dtstart, until, validFrom, validTo } = row;
    await tx.query(NEW_SCHEDULE, [uuidv7(), serviceId, freq, interval, byday, opensAt, closesAt, description, dtstart, until, validFrom, validTo, position]);
  }
}

/** With the code of each language that is known, so that matching finds it. */
async function writeLanguages(tx: Tx, serviceId: string, languages: readonly string[]): Promise<void> {
  await tx.query(DROP_LANGUAGES, [serviceId]);
  for (const name of languages) await tx.query(NEW_LANGUAGE, [uuidv7(), serviceId, name, languageCodeOf(name)]);
}

async function writeDocuments(tx: Tx, serviceId: string, documents: readonly string[]): Promise<void> {
  await tx.query(DROP_DOCUMENTS, [serviceId]);
  for (const document of documents) await tx.query(NEW_DOCUMENT, [uuidv7(), serviceId, document]);
}
