import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

export const AUTHORS = ['product', 'desk'] as const;
export type Author = (typeof AUTHORS)[number];

/** A line of the lexicon (`domain/reading/pattern.ts` says how patterns are written). */
@Entity({ schema: 'matching', name: 'phrase' })
@Unique('phrase_once', ['language', 'gives', 'pattern'])
@Check('phrase_pattern', 'length(pattern) between 1 and 200')
@Check('phrase_gives', `gives ~ '^([a-z-]+/[a-z0-9=_-]+)?$'`)
@Check('phrase_weight', 'weight > 0 and weight <= 1')
@Check('phrase_author', `author in ('product', 'desk')`)
@Check('phrase_desk_weight', 'desk_weight > 0 and desk_weight <= 1')
@Check('phrase_note', 'length(note) between 1 and 500')
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

  /** The version of the lexicon that wrote it last; `desk` for a line of the desk. */
  @Column('text')
  since!: string;

  @Column('text', { default: 'product' })
  author!: Author;

  /** Not read. The desk says so, whoever wrote it. */
  @Column('boolean', { default: false })
  off!: boolean;

  /** What counts instead of the product's weight. */
  @Column('double precision', { name: 'desk_weight', nullable: true })
  deskWeight!: number | null;

  @Column('text', { nullable: true })
  note!: string | null;

  /** Who changed it last; null where nobody here did. */
  @ForeignKey('Account', { name: 'phrase_changed_by' })
  @Column('uuid', { name: 'changed_by', nullable: true })
  changedBy!: string | null;

  @Column('timestamptz', { name: 'changed_at', nullable: true })
  changedAt!: Date | null;
}

/** A line that somebody might write, and what it is about: what is learned from. */
@Entity({ schema: 'matching', name: 'example' })
@Unique('example_once', ['about', 'text'])
@Check('example_about', `about in ('need', 'crisis') and cardinality(codes) between 1 and 4`)
@Check('example_author', `author in ('product', 'desk')`)
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

  @Column('text', { default: 'product' })
  author!: Author;

  @Column('boolean', { default: false })
  off!: boolean;

  @ForeignKey('Account', { name: 'example_changed_by' })
  @Column('uuid', { name: 'changed_by', nullable: true })
  changedBy!: string | null;

  @Column('timestamptz', { name: 'changed_at', nullable: true })
  changedAt!: Date | null;
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

/** One row: how often the desk changed something, so that every process learns of it with its next reading. */
@Entity({ schema: 'matching', name: 'lexicon_state' })
@Check('lexicon_state_one', 'one')
export class LexiconState {
  @PrimaryColumn('boolean', { primaryKeyConstraintName: 'lexicon_state_pkey', default: true })
  one!: boolean;

  @Column('integer', { default: 0 })
  entries!: number;

  @Column('integer', { default: 0 })
  examples!: number;
}

export const STEPS = ['added', 'changed', 'off', 'on', 'deleted', 'undone'] as const;

/** One change of a line by the desk: what it was before, and after. */
@Entity({ schema: 'matching', name: 'lexicon_step' })
@Index('lexicon_step_line', ['lineId', 'at'])
@Check('lexicon_step_kind', `kind in ('entry', 'example')`)
@Check('lexicon_step_what', `what in ('added', 'changed', 'off', 'on', 'deleted', 'undone')`)
export class LexiconStep {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'lexicon_step_pkey' })
  id!: string;

  /** Of a line that may be gone. */
  @Column('uuid', { name: 'line_id' })
  lineId!: string;

  @Column('text')
  kind!: 'entry' | 'example';

  @Column('text')
  what!: (typeof STEPS)[number];

  @Column('jsonb', { nullable: true })
  before!: Record<string, unknown> | null;

  @Column('jsonb', { nullable: true })
  after!: Record<string, unknown> | null;

  @ForeignKey('Account', { name: 'lexicon_step_by' })
  @Column('uuid')
  by!: string;

  @Column('timestamptz', { default: () => 'now()' })
  at!: Date;

  /** Taken back by a later step. */
  @Column('boolean', { default: false })
  undone!: boolean;
}

/** A sentence that nobody wrote to the desk, with what is to be understood of it: it tells what a change of the lexicon mends or breaks. */
@Entity({ schema: 'matching', name: 'sentence' })
@Unique('sentence_once', ['text'])
@Check('sentence_text', 'length(text) between 1 and 500')
@Check('sentence_whom', `whom in ('self', 'other')`)
@Check('sentence_needs', 'cardinality(needs) <= 4')
@Check('sentence_tier', `tier in ('hard', 'soft', 'none')`)
@Check('sentence_author', `author in ('product', 'desk')`)
export class Sentence {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'sentence_pkey' })
  id!: string;

  @Column('text')
  text!: string;

  @Column('text', { nullable: true })
  whom!: 'self' | 'other' | null;

  /** The main one first; none where no need is to be understood. */
  @Column('text', { array: true, default: '{}' })
  needs!: string[];

  @Column('text')
  tier!: 'hard' | 'soft' | 'none';

  @Column('text', { default: 'desk' })
  author!: Author;

  @ForeignKey('Account', { name: 'sentence_changed_by' })
  @Column('uuid', { name: 'changed_by', nullable: true })
  changedBy!: string | null;

  @Column('timestamptz', { name: 'changed_at', nullable: true })
  changedAt!: Date | null;
}
