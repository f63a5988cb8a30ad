import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { WakesOn } from '../../intake/index.js';

/** How a request was put to sleep the last time, and why. Whether it still sleeps stands in the request. */
@Entity({ schema: 'follow_up', name: 'snooze' })
@Check('snooze_time', '(words is null) = (local_time is null) and (words is null) = (until is null)')
export class Snooze {
  @ForeignKey('Inquiry', { name: 'snooze_inquiry' })
  @PrimaryColumn('uuid', { name: 'inquiry_id', primaryKeyConstraintName: 'snooze_pkey' }) inquiryId: string;
  @ForeignKey('Account', { name: 'snooze_made_by' })
  @Column('uuid', { name: 'made_by' }) madeBy: string;
  @Column('timestamptz', { name: 'made_at', default: () => 'now()' }) madeAt: Date;
  /** Words for a time, such as "tomorrow 9"; null where it waits for none. */
  @Column('text', { nullable: true }) words: string | null;
  /** What the words said, as local time of `zone`; `until` is that instant. */
  @Column('text', { name: 'local_time', nullable: true }) localTime: string | null;
  @Column('text') zone: string;
  @Column('timestamptz', { nullable: true }) until: Date | null;
  @Column('text', { name: 'wakes_on', array: true }) wakesOn: WakesOn[];
  /** Why, sealed with the request's key. */
  @Column('bytea', { nullable: true }) note: Buffer | null;
  /** The snapshot that the screen had read: what came later was not seen. */
  @Column('text') seen: string;
}
