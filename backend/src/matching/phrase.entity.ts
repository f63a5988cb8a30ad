import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** A line of the lexicon (`domain/reading/pattern.ts` says how patterns are written). */
@Entity({ schema: 'matching', name: 'phrase' })
@Unique('phrase_once', ['language', 'gives', 'pattern'])
@Check('phrase_pattern', 'length(pattern) between 1 and 200')
@Check('phrase_gives', `gives ~ '^([a-z-]+/[a-z0-9=_-]+)?$'`)
@Check('phrase_weight', 'weight > 0 and weight <= 1')
export class Phrase {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'phrase_pkey' })
  id!: string;

  /** ISO 639-1; `*` for any. */
  @Column('text')
  language!: string;

  @Column('text')
  pattern!: string;

  /** `taxonomy/code`, `fact/name=value`, or empty. */
  @Column('text')
  gives!: string;

  /** Above 0 and at most 1. */
  @Column('double precision')
  weight!: number;

  @Column('boolean', { default: false })
  beside!: boolean;

  /** The version of the lexicon that wrote it last. */
  @Column('text')
  since!: string;
}

/** A line that somebody might write, and what it is about: what is learned from. */
@Entity({ schema: 'matching', name: 'example' })
@Unique('example_once', ['about', 'text'])
@Check('example_about', `about in ('need', 'crisis') and cardinality(codes) between 1 and 4`)
export class ExampleLine {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'example_pkey' })
  id!: string;

  /** `need`: codes of needs, the main one first; `crisis`: how urgent it sounds. */
  @Column('text')
  about!: 'need' | 'crisis';

  @Column('text', { array: true })
  codes!: string[];

  @Column('text')
  text!: string;

  @Column('text')
  since!: string;
}

/** Words of which one stands where a pattern names the group. */
@Entity({ schema: 'matching', name: 'word_group' })
export class WordGroup {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'word_group_pkey' })
  name!: string;

  @Column('text', { array: true })
  words!: string[];

  @Column('text')
  since!: string;
}
