import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { WakesOn, Woke } from './domain/sleep.js';

/** A request for help: plain columns for the queue, sealed columns for everything personal. */
@Entity({ schema: 'intake', name: 'inquiry' })
@Unique('inquiry_reference', ['reference'])
@Check('inquiry_status', `status in ('new', 'claimed', 'closed')`)
@Check('inquiry_priority', 'priority between 0 and 3')
@Check('inquiry_safety', `safety in ('yes', 'no', 'unsure', 'undisclosed')`)
@Check('inquiry_asker', `asker in ('self', 'carer', 'professional', 'undisclosed')`)
@Check('inquiry_channel', `channel in ('text', 'phone', 'email', 'self')`)
@Check('inquiry_came_by', `came_by in ('form', 'phone', 'walk-in', 'letter', 'email')`)
@Check('inquiry_taken', `(came_by = 'form') = (taken_by is null)`)
@Check('inquiry_claim', `(status = 'claimed') = (assignee is not null) or status = 'closed'`)
@Check('inquiry_sealed', 'data_key is not null or (identity is null and safe_contact is null and words is null and facts is null)')
@Index('inquiry_queue', { synchronize: false })
@Index('inquiry_review', { synchronize: false })
@Index('inquiry_mine', { synchronize: false })
@Index('inquiry_unread', { synchronize: false })
@Index('inquiry_phone', { synchronize: false })
@Index('inquiry_email', { synchronize: false })
@Index('inquiry_erase_after', { synchronize: false })
@Index('inquiry_merged_in', { synchronize: false })
@Index('inquiry_near', { synchronize: false })
@Check('inquiry_merged', `merged_into is null or (status = 'closed' and merged_into <> id)`)
@Check('inquiry_asleep', `case when asleep then status = 'claimed' and (wakes_at is not null or cardinality(wakes_on) > 0) else wakes_at is null and wakes_on = '{}' end`)
@Check('inquiry_wakes_on', `wakes_on <@ array['answer', 'wrote']`)
@Check('inquiry_woke', `woke is null or (woke in ('time', 'answer', 'silence', 'wrote', 'unsafe') and not asleep)`)
@Index('inquiry_snoozed', { synchronize: false })
@Index('inquiry_wakes', { synchronize: false })
@Index('inquiry_reply_by', { synchronize: false })
@Check('inquiry_promise', 'num_nonnulls(promise_due, promise_left) = (promise_minutes is not null)::integer')
@Check('inquiry_contacted', 'promise_kept is null or contacted_at is not null and promise_minutes is not null')
export class Inquiry {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'inquiry_pkey' }) id: string;
  @Column('text') reference: string;
  @Column('bytea', { name: 'code_hash' }) codeHash: Buffer;
  @Column('timestamptz', { name: 'opened_at', default: () => 'now()' }) openedAt: Date;
  @Column('text', { default: 'new' }) status: 'new' | 'claimed' | 'closed';
  @Column('smallint') priority: number;
  @Column('text') safety: 'yes' | 'no' | 'unsure' | 'undisclosed';
  @Column('text') asker: 'self' | 'carer' | 'professional' | 'undisclosed';
  @Column('text') language: string;
  @Column('text') channel: 'text' | 'phone' | 'email' | 'self';
  @Column('boolean', { nullable: true }) voicemail: boolean | null;
  @Column('text', { name: 'age_band', nullable: true }) ageBand: string | null;
  @Column('text', { nullable: true }) zip: string | null;
  @Column('boolean', { default: false }) minor: boolean;
  @Column('boolean', { default: false }) sud: boolean;
  @Column('boolean', { default: false }) dv: boolean;
  @Column('boolean', { default: false }) staff: boolean;
  @Column('text', { nullable: true }) review: string | null;
  @ForeignKey('Account', { name: 'inquiry_assignee_fkey' })
  @Column('uuid', { nullable: true }) assignee: string | null;
  @Column('timestamptz', { name: 'claimed_at', nullable: true }) claimedAt: Date | null;
  @Column('timestamptz', { name: 'first_read_at', nullable: true }) firstReadAt: Date | null;
  @Column('timestamptz', { name: 'alerted_at', nullable: true }) alertedAt: Date | null;
  @Column('timestamptz', { name: 'escalated_at', nullable: true }) escalatedAt: Date | null;
  /** The public door, or how it reached who wrote it down. */
  @Column('text', { name: 'came_by', default: 'form' }) cameBy: 'form' | 'phone' | 'walk-in' | 'letter' | 'email';
  @ForeignKey('Account', { name: 'inquiry_taken_by' })
  @Column('uuid', { name: 'taken_by', nullable: true }) takenBy: string | null;
  @Column('boolean', { name: 'follow_up_ok', default: false }) followUpOk: boolean;
  @Column('bytea', { name: 'data_key', nullable: true }) dataKey: Buffer | null;
  @Column('bytea', { nullable: true }) identity: Buffer | null;
  @Column('bytea', { name: 'safe_contact', nullable: true }) safeContact: Buffer | null;
  @Column('bytea', { nullable: true }) words: Buffer | null;
  @Column('bytea', { nullable: true }) facts: Buffer | null;
  @Column('bytea', { name: 'phone_index', nullable: true }) phoneIndex: Buffer | null;
  @Column('bytea', { name: 'email_index', nullable: true }) emailIndex: Buffer | null;
  /** The person asked to delete it while it may be about life and death: erased then, and until then open to a supervisor alone. */
  @Column('timestamptz', { name: 'erase_after', nullable: true }) eraseAfter: Date | null;
  /** For whom *Next* holds it, and until when. */
  @ForeignKey('Account', { name: 'inquiry_next_for' })
  @Column('uuid', { name: 'next_for', nullable: true }) nextFor: string | null;
  @Column('timestamptz', { name: 'next_until', nullable: true }) nextUntil: Date | null;
  /** Its holder was warned that it goes back, or said that they keep it. */
  @Column('timestamptz', { name: 'warned_at', nullable: true }) warnedAt: Date | null;
  @Column('timestamptz', { name: 'kept_at', nullable: true }) keptAt: Date | null;
  /** Snoozed: it waits for `wakesAt` or for what `wakesOn` names, whichever is first. */
  @Column('boolean', { default: false }) asleep: boolean;
  @Column('timestamptz', { name: 'wakes_at', nullable: true }) wakesAt: Date | null;
  @Column('text', { name: 'wakes_on', array: true, default: '{}' }) wakesOn: WakesOn[];
  /** Why it came back, until somebody has seen that. */
  @Column('text', { nullable: true }) woke: Woke | null;
  @Column('timestamptz', { name: 'woke_at', nullable: true }) wokeAt: Date | null;
  /** The first contact was promised within so many staffed minutes: by an instant, or with so many seconds left while the desk waits for the person. */
  @Column('integer', { name: 'promise_minutes', nullable: true }) promiseMinutes: number | null;
  @Column('timestamptz', { name: 'promise_due', nullable: true }) promiseDue: Date | null;
  @Column('integer', { name: 'promise_left', nullable: true }) promiseLeft: number | null;
  /** A message was left: until when an answer is waited for. */
  @Column('timestamptz', { name: 'reply_by', nullable: true }) replyBy: Date | null;
  /** The first contact, and whether it was in time; null where nothing was promised. */
  @Column('timestamptz', { name: 'contacted_at', nullable: true }) contactedAt: Date | null;
  @Column('boolean', { name: 'promise_kept', nullable: true }) promiseKept: boolean | null;
  @Column('integer', { default: 1 }) version: number;
  /** The request that goes on instead; this one keeps everything of its own (decision 41). */
  @ForeignKey('Inquiry', { name: 'inquiry_merged_into' })
  @Column('uuid', { name: 'merged_into', nullable: true }) mergedInto: string | null;
}
