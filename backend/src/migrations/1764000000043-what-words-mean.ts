import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The desk changes the lexicon. A line is the product's or the desk's; of the product's the desk says only whether it is switched
 * off, how strongly it points, and why, so that a newer lexicon of the product takes nothing of that back. Each change is a step
 * that can be undone. Sentences tell what a change mends or breaks, before it is made.
 */
export class WhatWordsMean1764000000043 implements MigrationInterface {
  readonly name = 'WhatWordsMean1764000000043';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
alter table matching.phrase
  add column author text not null default 'product',
  add column "off" boolean not null default false,
  add column desk_weight double precision,
  add column note text,
  add column changed_by uuid constraint phrase_changed_by references people.account (id),
  add column changed_at timestamptz,
  add constraint phrase_author check (author in ('product', 'desk')),
  add constraint phrase_desk_weight check (desk_weight > 0 and desk_weight <= 1),
  add constraint phrase_note check (length(note) between 1 and 500);
alter table matching.example
  add column author text not null default 'product',
  add column "off" boolean not null default false,
  add column changed_by uuid constraint example_changed_by references people.account (id),
  add column changed_at timestamptz,
  add constraint example_author check (author in ('product', 'desk'));
create table matching.lexicon_state (
  one boolean constraint lexicon_state_pkey primary key default true,
  entries integer not null default 0,
  examples integer not null default 0,
  constraint lexicon_state_one check (one)
);
create table matching.lexicon_step (
  id uuid constraint lexicon_step_pkey primary key,
  line_id uuid not null,
  kind text not null,
  what text not null,
  before jsonb,
  after jsonb,
  by uuid not null constraint lexicon_step_by references people.account (id),
  at timestamptz not null default now(),
  undone boolean not null default false,
  constraint lexicon_step_kind check (kind in ('entry', 'example')),
  constraint lexicon_step_what check (what in ('added', 'changed', 'off', 'on', 'deleted', 'undone'))
);
create index lexicon_step_line on matching.lexicon_step (line_id, at);
create table matching.sentence (
  id uuid constraint sentence_pkey primary key,
  text text not null constraint sentence_once unique,
  whom text,
  needs text[] not null default '{}',
  tier text not null,
  author text not null default 'desk',
  changed_by uuid constraint sentence_changed_by references people.account (id),
  changed_at timestamptz,
  constraint sentence_text check (length(text) between 1 and 500),
  constraint sentence_whom check (whom in ('self', 'other')),
  constraint sentence_needs check (cardinality(needs) <= 4),
  constraint sentence_tier check (tier in ('hard', 'soft', 'none')),
  constraint sentence_author check (author in ('product', 'desk'))
);
grant select, insert, update, delete on matching.lexicon_state, matching.lexicon_step, matching.sentence to desk_app;`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
drop table matching.sentence, matching.lexicon_step, matching.lexicon_state;
delete from matching.phrase where author = 'desk';
delete from matching.example where author = 'desk';
alter table matching.example drop column author, drop column "off", drop column changed_by, drop column changed_at;
alter table matching.phrase drop column author, drop column "off", drop column desk_weight, drop column note, drop column changed_by, drop column changed_at;`);
  }
}
