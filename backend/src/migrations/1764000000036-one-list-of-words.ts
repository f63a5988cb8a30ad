import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Kinds of peer support and areas of lived experience are terms of the vocabulary and no second list. An array cannot have foreign
 * keys, so triggers hold what those would: each code is a term of its taxonomy, and a term that is used stays. They look when the
 * transaction ends, as a backup puts rows back in any order. And terms say which others are near them.
 */
export class OneListOfWords1764000000036 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query('alter table directory.peer drop constraint peer_kinds, drop constraint peer_lived');
    await run.query(renamed(KINDS, LIVED));
    await run.query(TERMS);
    await run.query(`alter table directory.taxonomy_term add column near text[] not null default '{}'`);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('alter table directory.taxonomy_term drop column near');
    await run.query('drop trigger peer_terms on directory.peer; drop trigger peer_terms_stay on directory.taxonomy_term; drop function directory.peer_terms(), directory.peer_terms_stay()');
    await run.query(renamed({ ...back(KINDS), ...back(LIVED) }, { ...back(KINDS), ...back(LIVED), bipolar: 'mood' }));
    await run.query(`
update directory.peer set kinds = array(select unnest(kinds) intersect select unnest(${OLD_KINDS})), lived = array(select unnest(lived) intersect select unnest(${OLD_LIVED}))
where not (kinds <@ ${OLD_KINDS} and lived <@ ${OLD_LIVED});
alter table directory.peer add constraint peer_kinds check (kinds <@ ${OLD_KINDS}), add constraint peer_lived check (lived <@ ${OLD_LIVED});`);
  }
}

/**
 * Old code and the term's. "Depression, bipolar" was one answer: of the two terms that it became only the first is sure, for nothing is
 * claimed of people that they did not say themselves.
 */
const KINDS = { warmline: 'warmline-peer', respite: 'respite-house', family: 'family-peer', youth: 'youth-peer', reentry: 'forensic', veteran: 'veteran-peer' };
const LIVED = { voices: 'psychosis-voices', 'suicide-loss': 'suicide-bereaved', hospital: 'hospitalization' };
const OLD_KINDS = `array['one-to-one', 'group', 'warmline', 'respite', 'drop-in', 'family', 'youth', 'recovery-coach', 'bridger', 'reentry', 'veteran', 'workplace', 'online']`;
const OLD_LIVED = `array['voices', 'mood', 'trauma', 'eating', 'substance-use', 'suicide-attempt', 'suicide-loss', 'hospital', 'justice', 'homelessness', 'lgbtq', 'rural', 'faith', 'veteran', 'parent']`;

const back = (names: Readonly<Record<string, string>>): Record<string, string> => Object.fromEntries(Object.entries(names).map(([old, code]) => [code, old]));

/** Renames codes in what is declared now, and in what publishings would put back. */
const renamed = (kinds: Readonly<Record<string, string>>, lived: Readonly<Record<string, string>>): string => `
create function pg_temp.renamed(codes text[], names jsonb) returns text[] language sql as $$ select coalesce(array_agg(distinct coalesce(names->>code, code)), '{}') from unnest(codes) code $$;
update directory.peer set kinds = pg_temp.renamed(kinds, '${JSON.stringify(kinds)}'), lived = pg_temp.renamed(lived, '${JSON.stringify(lived)}') where cardinality(kinds) + cardinality(lived) > 0;
update directory.publishing set before = jsonb_set(before, '{peer}', (
  select jsonb_agg(r || jsonb_build_object('kinds', pg_temp.renamed(array(select jsonb_array_elements_text(r->'kinds')), '${JSON.stringify(kinds)}'), 'lived', pg_temp.renamed(array(select jsonb_array_elements_text(r->'lived')), '${JSON.stringify(lived)}')))
  from jsonb_array_elements(before->'peer') r)) where jsonb_array_length(before->'peer') > 0;
drop function pg_temp.renamed(text[], jsonb);`;

const TERMS = `
create function directory.peer_terms() returns trigger language plpgsql as $$
declare odd text;
begin
  select w.taxonomy || '/' || w.code into odd from (select 'peer-kind' as taxonomy, unnest(new.kinds) as code union all select 'lived-experience', unnest(new.lived)) w
  where not exists (select from directory.taxonomy_term t where t.code = w.code and t.taxonomy_id = (select x.id from directory.taxonomy x where x.own and x.code = w.taxonomy) for key share of t) limit 1;
  if odd is not null then raise exception 'peer_terms: % is no term of the vocabulary', odd using errcode = 'foreign_key_violation', constraint = 'peer_terms'; end if;
  return null;
end $$;
create constraint trigger peer_terms after insert or update of kinds, lived on directory.peer deferrable initially deferred for each row execute function directory.peer_terms();
create function directory.peer_terms_stay() returns trigger language plpgsql as $$
begin
  if exists (select from directory.peer p, directory.taxonomy x where x.id = old.taxonomy_id and x.own
      and ((x.code = 'peer-kind' and old.code = any(p.kinds)) or (x.code = 'lived-experience' and old.code = any(p.lived))))
    and not exists (select from directory.taxonomy_term t where t.taxonomy_id = old.taxonomy_id and t.code = old.code) then
    raise exception 'peer_terms_stay: % is in use', old.code using errcode = 'foreign_key_violation', constraint = 'peer_terms_stay';
  end if;
  return null;
end $$;
create constraint trigger peer_terms_stay after delete or update of code, taxonomy_id on directory.taxonomy_term deferrable initially deferred for each row execute function directory.peer_terms_stay();`;
