import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** One act of offering: for which need, by whom; sealed: why there were fewer than three. */
@Entity({ schema: 'referrals', name: 'offer' })
@Index('offer_inquiry_id', ['inquiryId'])
@Index('offer_need_id', ['needId'])
export class Offer {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'offer_pkey' }) id: string;
  @ForeignKey('Inquiry', { name: 'offer_inquiry' })
  @Column('uuid', { name: 'inquiry_id' }) inquiryId: string;
  @ForeignKey('Need', { name: 'offer_need' })
  @Column('uuid', { name: 'need_id' }) needId: string;
  @ForeignKey('Account', { name: 'offer_offered_by' })
  @Column('uuid', { name: 'offered_by' }) offeredBy: string;
  @Column('timestamptz', { name: 'offered_at', default: () => 'now()' }) offeredAt: Date;
  @Column('bytea') body: Buffer;
}

/** One service that was offered for a need, once; sealed: its name and the reasons as they were said, in English and in the request's language; later the person's own why. */
@Entity({ schema: 'referrals', name: 'option' })
@Check('option_decision', `decision in ('undecided', 'chosen', 'declined')`)
@Check('option_decided', `(decided_by is null or decided_at is not null) and (decision = 'undecided' or decided_at is not null)`)
@Check('option_list_place', 'list_place > 0')
@Unique('option_once', ['needId', 'serviceId'])
@Index('option_inquiry_id', ['inquiryId'])
@Index('option_offer_id', ['offerId'])
@Index('option_service_id', ['serviceId'])
export class Option {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'option_pkey' }) id: string;
  @ForeignKey('Offer', { name: 'option_offer' })
  @Column('uuid', { name: 'offer_id' }) offerId: string;
  @ForeignKey('Inquiry', { name: 'option_inquiry' })
  @Column('uuid', { name: 'inquiry_id' }) inquiryId: string;
  @ForeignKey('Need', { name: 'option_need' })
  @Column('uuid', { name: 'need_id' }) needId: string;
  @ForeignKey('Service', { name: 'option_service' })
  @Column('uuid', { name: 'service_id' }) serviceId: string;
  @Column('smallint') rank: number;
  /** Its place in the list that was shown, by which weights: what was shown can be held against what was chosen. */
  @Column('smallint', { name: 'list_place', nullable: true }) listPlace: number | null;
  @ForeignKey('WeightsVersion', { name: 'option_weights' })
  @Column('integer', { name: 'weights_number', nullable: true }) weightsNumber: number | null;
  @Column('bytea') body: Buffer;
  @Column('text', { default: 'undecided' }) decision: 'undecided' | 'chosen' | 'declined';
  @Column('bytea', { nullable: true }) why: Buffer | null;
  @Column('timestamptz', { name: 'decided_at', nullable: true }) decidedAt: Date | null;
  /** null with a time: the person decided on their own page. */
  @ForeignKey('Account', { name: 'option_decided_by' })
  @Column('uuid', { name: 'decided_by', nullable: true }) decidedBy: string | null;
  @Column('integer', { default: 1 }) version: number;
}

/** A card that was handed out. What stood on it is in the directory; what it promised is the day. */
@Entity({ schema: 'referrals', name: 'card' })
@Check('card_how', `how in ('read-aloud', 'print')`)
@Check('card_options', 'cardinality(option_ids) > 0')
@Index('card_inquiry_id', ['inquiryId'])
export class Card {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'card_pkey' }) id: string;
  @ForeignKey('Inquiry', { name: 'card_inquiry' })
  @Column('uuid', { name: 'inquiry_id' }) inquiryId: string;
  @Column('text') how: 'read-aloud' | 'print';
  @Column('uuid', { name: 'option_ids', array: true }) optionIds: string[];
  @ForeignKey('Account', { name: 'card_made_by' })
  @Column('uuid', { name: 'made_by' }) madeBy: string;
  @Column('timestamptz', { name: 'made_at', default: () => 'now()' }) madeAt: Date;
  @Column('date', { name: 'follow_up_on', nullable: true }) followUpOn: string | null;
}
