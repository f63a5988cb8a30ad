import type { OwnField } from './domain/own-facts.js';

/** $1 service, $2 local day, $3 the agency's name. A later day, or a day that somebody else gave, is not taken back. */
export const ASSURE = `
update directory.service set assured_date = $2::date, assured_by = $3, assured_method = 'agency', last_modified = now()
where id = $1 and (assured_date is null or assured_date < $2::date or (assured_date = $2::date and (assured_by, assured_method) is distinct from ($3, 'agency')))`;

export const TAKING_NEW = `
insert into directory.taking_new as t (service_id, answer, until, said_at, ends_at, weeks) values ($1, $2, $3, $4, $5, $6)
on conflict (service_id) do update set answer = excluded.answer, until = excluded.until, weeks = excluded.weeks, said_at = excluded.said_at, ends_at = excluded.ends_at, shown_ended = false where t.said_at < excluded.said_at`;

/** $1 service, $2 when it was said; a clock of milliseconds wrote it down. Only the statement itself is taken back: a later one stands. */
export const UNSAID = `update directory.taking_new set ends_at = now(), shown_ended = true where service_id = $1 and abs(extract(epoch from said_at - $2::timestamptz)) < 0.001 and ends_at > now() returning service_id`;

/** Statements whose time is over: touching them makes their listings say "not known". */
export const ENDED = `update directory.taking_new set shown_ended = true where not shown_ended and ends_at <= now()`;

/** Rows of the service itself and of it at its places; a place's and the organization's own are shared with others. */
export const OWN = (alias: string, service = '$1'): string => `(${alias}.service_id = ${service} or ${alias}.service_at_location_id in (select sl.id from directory.service_at_location sl where sl.service_id = ${service}))`;
const rowsOf = (table: string, condition: string): string => `coalesce((select jsonb_agg(to_jsonb(r)) from directory.${table} r where ${condition}), '[]')`;

/** Terms `m` of what people can pay with, and their taxonomy `x`. */
export const PAYMENT_TERMS = `directory.taxonomy_term m join directory.taxonomy x on x.id = m.taxonomy_id and x.code = 'payment' and x.own`;
/** An attribute `r` is one of them. */
export const PAYMENT = `r.taxonomy_term_id in (select m.id from ${PAYMENT_TERMS})`;

/** $1 id, $2 service, $3 proposal, $4 fields, $5 account. Keeps the rows as they are before anything is written. */
export const PUBLISHED = `
insert into directory.publishing (id, service_id, proposal_id, fields, published_by, before)
select $1, s.id, $3, $4::text[], $5, jsonb_build_object('description', s.description, 'url', s.url, 'eligibility_description', s.eligibility_description, 'fees_description', s.fees_description,
  'spoken', ${rowsOf('language', 'r.service_id = $2')}, 'required_document', ${rowsOf('required_document', 'r.service_id = $2')},
  'phone', ${rowsOf('phone', OWN('r', '$2'))}, 'schedule', ${rowsOf('schedule', OWN('r', '$2'))},
  'service_area', ${rowsOf('service_area', OWN('r', '$2'))}, 'payment', ${rowsOf('attribute', `r.service_id = $2 and ${PAYMENT}`)}, 'peer', ${rowsOf('peer', 'r.service_id = $2')},
  'language', ${rowsOf('language', `r.phone_id in (select f.id from directory.phone f where ${OWN('f', '$2')})`)})
from directory.service s where s.id = $2`;

/** $1 service: something of it is another since now. */
export const MOVED = 'update directory.service set last_modified = now() where id = $1';

/** $1 service, $2 field, $3 before, $4 after, $5 who. */
export const REMEMBER = `insert into directory.change (service_id, field, before, after, by_name) values ($1, $2, $3, $4, $5)`;

/** $1 service, $2 phones that stay or come, as JSON. */
export const DROP_PHONES = `
delete from directory.phone f where ${OWN('f')}
  and not exists (select from jsonb_to_recordset($2::jsonb) n(number text, extension text) where n.number = f.number and n.extension is not distinct from f.extension)`;
export const KEEP_PHONE = `
update directory.phone k set source = 'agency', service_id = $1, service_at_location_id = null, description = $4, position = $5
where k.id = (select f.id from directory.phone f where ${OWN('f')} and f.number = $2 and f.extension is not distinct from $3 order by f.position, f.id limit 1) returning k.id`;
export const NEW_PHONE = `insert into directory.phone (id, source, service_id, number, extension, type, description, position) values ($1, 'agency', $2, $3, $4, 'voice', $5, $6)`;
export const DROP_SCHEDULES = `delete from directory.schedule h where ${OWN('h')}`;
export const NEW_SCHEDULE = `insert into directory.schedule (id, source, service_id, freq, "interval", byday, opens_at, closes_at, description, dtstart, until, valid_from, valid_to, position) values ($1, 'agency', $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`;

/** The column of the service in which a field of one text stands. */
export const COLUMNS = { website: 'url', eligibility: 'eligibility_description', cost: 'fees_description', description: 'description' } as const;
export const SET_COLUMN = (column: string): string => `update directory.service set ${column} = nullif($2, '') where id = $1`;
export const DROP_LANGUAGES = 'delete from directory.language where service_id = $1';
export const NEW_LANGUAGE = `insert into directory.language (id, source, service_id, name, code) values ($1, 'agency', $2, $3, $4)`;
export const DROP_DOCUMENTS = 'delete from directory.required_document where service_id = $1';
export const NEW_DOCUMENT = `insert into directory.required_document (id, source, service_id, document) values ($1, 'agency', $2, $3)`;

/** $1 service, $2 codes: those hold and the others do not, so that neither a source nor a crosswalk brings one back. */
export const SET_PAYMENTS = `
insert into directory.attribute as a (id, source, service_id, taxonomy_term_id, position, rejected)
select uuidv7(), 'agency', $1, m.id, coalesce(array_position($2::text[], m.code), 0), not m.code = any($2::text[])
from ${PAYMENT_TERMS} where m.retired_in is null
on conflict (service_id, taxonomy_term_id) do update set source = excluded.source, position = excluded.position, suggested = false, weight = null, rejected = excluded.rejected`;

const OF = `(select service_id from directory.publishing where id = $1)`;
const gone = (table: string): string => `delete from directory.${table} r where ${OWN('r', OF)}`;
const back = (table: string, kept = table): string => `insert into directory.${table} select r.* from directory.publishing p, jsonb_populate_recordset(null::directory.${table}, p.before->'${kept}') r where p.id = $1 on conflict do nothing`;
const column = (name: string): string[] => [`update directory.service s set ${name} = p.before->>'${name}' from directory.publishing p where p.id = $1 and s.id = p.service_id`];
const rows = (table: string, kept = table): string[] => [`delete from directory.${table} where service_id = ${OF}`, back(table, kept)];

/** $1 publishing. */
export const RESTORE: Readonly<Record<OwnField | 'areas' | 'peer', readonly string[]>> = {
  description: column('description'),
  website: column('url'),
  eligibility: column('eligibility_description'),
  cost: column('fees_description'),
  languages: rows('language', 'spoken'),
  documents: rows('required_document'),
  payments: [`delete from directory.attribute r where r.service_id = ${OF} and ${PAYMENT}`, back('attribute', 'payment')],
  phones: [gone('phone'), back('phone'), back('language')],
  hours: [gone('schedule'), back('schedule')],
  areas: [gone('service_area'), back('service_area')],
  peer: rows('peer'),
};
