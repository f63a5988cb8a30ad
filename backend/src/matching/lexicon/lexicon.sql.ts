const AT = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;
const STATE = (state: string, line: string): string => `(${state}::text is null or case ${state} when 'off' then ${line}."off" when 'on' then not ${line}."off" else ${line}.changed_at is not null end)`;
/** Steps that can be taken back. */
const STEPS_OF = (line: string): string => `(select count(*)::int from matching.lexicon_step s where s.line_id = ${line}.id and not s.undone and s.what <> 'undone')`;

/** A line's version: every change of it is a step. */
const VERSION_OF = (line: string): string => `(select count(*)::int from matching.lexicon_step s where s.line_id = ${line}.id)`;

/** How alike words must be to a pattern that does not hold them as they are written, or a pattern to a part of a sentence. */
const LIKE = 0.5;

/**
 * Lines for a search $1 (folded; empty for all): those that hear it ($3 ids), those whose pattern holds every word ($2 for `ilike`),
 * those that say what is called so ($4), and those whose words are alike. $5 language, $6 gives, $7 author, $8 state; $9 how many, $10 after how many.
 */
export const SEARCH_ENTRIES = `
select p.id, p.language, p.pattern, p.gives, coalesce(p.desk_weight, p.weight) as weight, case when p.desk_weight is not null then p.weight end as "productWeight", p.beside, p.note, p.author, p."off",
  a.name as "changedBy", ${AT('p.changed_at')} as "changedAt", ${STEPS_OF('p')} as steps, ${VERSION_OF('p')} as version, count(*) over ()::int as total
from matching.phrase p left join people.account a on a.id = p.changed_by, lateral (select p.id = any($3::uuid[]) as heard, p.pattern ilike all($2::text[]) as held, p.gives = any($4::text[]) as called, greatest(word_similarity($1, p.pattern), case when length(p.pattern) >= 8 then 0.9 * word_similarity(p.pattern, $1) end) as alike) f
where ($1 = '' or f.heard or f.held or f.called or f.alike >= ${LIKE})
  and ($5::text is null or p.language = $5) and ($6::text is null or p.gives = $6) and ($7::text is null or p.author = $7) and ${STATE('$8', 'p')}
order by case when $1 = '' then 0 else f.called::int * 3 + (f.heard and not p."off")::int * 2 + f.held::int + f.alike end desc, p.changed_at desc nulls last, p.gives = '', p.gives, p.pattern, p.id limit $9 offset $10`;

export const COUNTS = `
select count(*) filter (where not "off")::int as entries, count(*) filter (where author = 'desk')::int as own, count(*) filter (where author = 'product' and "off")::int as off,
  (select count(*)::int from matching.example e where not e."off") as examples from matching.phrase`;

/** As `SEARCH_ENTRIES`: $1 search, $2 patterns, $3 about, $4 code, $5 author, $6 state, $7 how many, $8 after how many. */
export const SEARCH_EXAMPLES = `
select e.id, e.about, e.codes, e.text, e.author, e."off", a.name as "changedBy", ${AT('e.changed_at')} as "changedAt", ${STEPS_OF('e')} as steps, count(*) over ()::int as total
from matching.example e left join people.account a on a.id = e.changed_by, lateral (select e.text ilike all($2::text[]) as held, word_similarity($1, e.text) as alike) f
where ($1 = '' or f.held or f.alike >= 0.6) and ($3::text is null or e.about = $3) and ($4::text is null or $4 = any(e.codes)) and ($5::text is null or e.author = $5) and ${STATE('$6', 'e')}
order by case when $1 = '' then 0 else f.held::int + f.alike end desc, e.changed_at desc nulls last, e.about desc, e.codes, e.text, e.id limit $7 offset $8`;

/** What was done to a line $1, the newest first. */
export const HISTORY = `
select s.id, s.what, a.name as by, ${AT('s.at')} as at, s.undone, s.before, s.after from matching.lexicon_step s join people.account a on a.id = s.by where s.line_id = $1 order by s.at desc, s.id desc limit 100`;

/** What was done to a line $1, the newest first, all of it. */
export const SINCE = `
select count(*) over ()::int as version, s.what, a.name as by, ${AT('s.at')} as at, s.before, s.after from matching.lexicon_step s join people.account a on a.id = s.by where s.line_id = $1 order by s.at desc, s.id desc`;

/** Puts a line back to what it was. Of the product's own its words and weight are those of today. */
export const RESTORE = {
  entry: `
insert into matching.phrase as p select (jsonb_populate_record(null::matching.phrase, $1)).*
on conflict (id) do update set language = excluded.language, pattern = excluded.pattern, gives = excluded.gives, beside = excluded.beside, weight = case when p.author = 'product' then p.weight else excluded.weight end,
  desk_weight = excluded.desk_weight, note = excluded.note, "off" = excluded."off", changed_by = excluded.changed_by, changed_at = excluded.changed_at`,
  example: `
insert into matching.example as e select (jsonb_populate_record(null::matching.example, $1)).*
on conflict (id) do update set codes = case when e.author = 'product' then e.codes else excluded.codes end, "off" = excluded."off", changed_by = excluded.changed_by, changed_at = excluded.changed_at`,
} as const;
