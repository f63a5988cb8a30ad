import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Vocabularies: definitions, everyday phrasings and Spanish for the product's own; others beside it, with licence and version; what
 * a foreign term means in ours, decision after decision; and retired terms that go on meaning what replaced them (decision 28).
 */
export class Vocabularies1764000000028 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    for (const part of [COLUMNS, CROSSWALK, rewritten(...TERM), rewritten(...DISTINCT)]) await run.query(part);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(`${rewritten(DISTINCT[1], DISTINCT[0])}\n${rewritten(TERM[1], TERM[0])}\n${BACK}`);
  }
}

const COLUMNS = `
alter table directory.taxonomy add column own boolean not null default false, add column published boolean not null default true, add column position smallint not null default 0,
  add column name_es text, add column description_es text, add column uri text, add column licence text, add column loaded_at timestamptz,
  add column loaded_by uuid constraint taxonomy_loaded_by references people.account (id);
update directory.taxonomy set own = true;
alter table directory.taxonomy_term add column name_es text, add column description_es text, add column phrases_en text[] not null default '{}', add column phrases_es text[] not null default '{}',
  add column uri text, add column since text, add column retired_in text, add column replaced_by uuid constraint taxonomy_term_replaced_by references directory.taxonomy_term (id),
  add constraint taxonomy_term_replaced check (replaced_by is null or (retired_in is not null and replaced_by <> id));
update directory.taxonomy_term set since = '1';
create index service_foreign_codes on directory.service (id) where foreign_codes is not null;`;

/** Decisions are never changed: the one that counts is the one that no later one took the place of. */
const CROSSWALK = `
create table directory.crosswalk (
  id uuid primary key,
  vocabulary text not null,
  code text not null,
  term_id uuid constraint crosswalk_term references directory.taxonomy_term (id),
  relation text not null,
  decided_by uuid constraint crosswalk_decided_by references people.account (id),
  decided_at timestamptz not null default now(),
  superseded_at timestamptz,
  constraint crosswalk_relation check (relation in ('exact', 'broader', 'narrower', 'none', 'open')),
  constraint crosswalk_meaning check ((term_id is null) = (relation in ('none', 'open')))
);
create unique index crosswalk_standing on directory.crosswalk (vocabulary, code) where superseded_at is null;
create index crosswalk_code on directory.crosswalk (vocabulary, code, decided_at);
create index crosswalk_term_id on directory.crosswalk (term_id);
grant select, insert, update, delete on directory.crosswalk to desk_app;

-- Foreign codes of services joined with the vocabularies that were loaded: named with their vocabulary, or bare where just one has the code.
create view directory.foreign_use as
select s.id as service_id, t.id as term_id from directory.service s cross join lateral unnest(s.foreign_codes) f(written)
  join directory.taxonomy x on x.code = split_part(f.written, '/', 1) and not x.own join directory.taxonomy_term t on t.taxonomy_id = x.id and t.code = substr(f.written, length(x.code) + 2)
  where s.foreign_codes is not null
union
select s.id, t.id from directory.service s cross join lateral unnest(s.foreign_codes) f(written)
  join directory.taxonomy_term t on t.code = f.written join directory.taxonomy x on x.id = t.taxonomy_id and not x.own
  where s.foreign_codes is not null and not exists (select from directory.taxonomy_term o join directory.taxonomy y on y.id = o.taxonomy_id and not y.own where o.code = t.code and o.id <> t.id);
grant select on directory.foreign_use to desk_app;`;

const rewritten = (from: string, to: string): string => `do $do$ begin execute replace(pg_get_functiondef('directory.facts_of'::regproc), $a$${from}$a$, $b$${to}$b$); end $do$;`;

/** A retired term counts as the one that took its place. */
const TERM = [
  'from directory.attribute a join directory.taxonomy_term m on m.id = a.taxonomy_term_id join',
  'from directory.attribute a join directory.taxonomy_term w on w.id = a.taxonomy_term_id join directory.taxonomy_term m on m.id = coalesce(w.replaced_by, w.id) join',
] as const;

/** Two terms that became one stand once: confirmed where one of them is. */
const DISTINCT = [
  'where a.service_id = s.id and not a.rejected group by 1) q',
  `where a.service_id = s.id and not a.rejected and not ((w.replaced_by is not null or m.id in (select p.replaced_by from directory.taxonomy_term p where p.replaced_by is not null)) and exists (
      select from directory.attribute b join directory.taxonomy_term v on v.id = b.taxonomy_term_id
      where b.service_id = a.service_id and b.id <> a.id and not b.rejected and coalesce(v.replaced_by, v.id) = m.id and (b.suggested, b.id) < (a.suggested, a.id)))
    group by 1) q`,
] as const;

const BACK = `
drop view directory.foreign_use;
drop table directory.crosswalk;
drop index if exists directory.service_foreign_codes;
alter table directory.taxonomy_term drop constraint taxonomy_term_replaced, drop column replaced_by, drop column retired_in, drop column since, drop column uri, drop column phrases_es, drop column phrases_en, drop column description_es, drop column name_es;
alter table directory.taxonomy drop column loaded_by, drop column loaded_at, drop column licence, drop column uri, drop column description_es, drop column name_es, drop column position, drop column published, drop column own;`;
