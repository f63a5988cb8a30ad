import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people write, and what it points to: the lexicon by which own words are read. */
export class Lexicon1764000000040 implements MigrationInterface {
  readonly name = 'Lexicon1764000000040';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
create schema if not exists matching;
create table matching.phrase (
  id uuid constraint phrase_pkey primary key,
  language text not null,
  pattern text not null,
  gives text not null,
  weight double precision not null,
  beside boolean not null default false,
  since text not null,
  constraint phrase_once unique (language, gives, pattern),
  constraint phrase_pattern check (length(pattern) between 1 and 200),
  constraint phrase_gives check (gives ~ '^([a-z-]+/[a-z0-9=_-]+)?$'),
  constraint phrase_weight check (weight > 0 and weight <= 1)
);
create table matching.example (
  id uuid constraint example_pkey primary key,
  about text not null,
  codes text[] not null,
  text text not null,
  since text not null,
  constraint example_once unique (about, text),
  constraint example_about check (about in ('need', 'crisis') and cardinality(codes) between 1 and 4)
);
create table matching.word_group (
  name text constraint word_group_pkey primary key,
  words text[] not null,
  since text not null
);
grant usage on schema matching to desk_app;
grant select, insert, update, delete on matching.phrase, matching.example, matching.word_group to desk_app;`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table matching.phrase, matching.example, matching.word_group; drop schema matching;');
  }
}
