import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What a service says of its peer support, as it declared it. Null, or none of a list: nobody said. `kinds` and `lived` are codes of the taxonomies `peer-kind` and `lived-experience`, which triggers hold. */
@Entity({ schema: 'directory', name: 'peer' })
@Check('peer_credential', `certified in ('yes', 'no') and (certified = 'yes' or num_nonnulls(credential, credential_state) = 0)`)
@Check('peer_credential_said', 'certified is not null or num_nonnulls(credential, credential_state) = 0')
@Check('peer_state', `credential_state ~ '^[A-Z]{2}$'`)
@Check('peer_group', `open_to in ('person', 'family', 'both') and joining in ('drop-in', 'registration') and size between 1 and 500`)
@Check('peer_line', `line in ('clinical', 'volunteer', 'peer') and dispatch in ('yes', 'no') and calls_a_day between 1 and 50`)
@Check('peer_line_said', 'line is not null or num_nonnulls(dispatch, calls_a_day) = 0')
export class Peer {
  @ForeignKey('Service', { name: 'peer_service', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'service_id', primaryKeyConstraintName: 'peer_pkey' }) serviceId: string;
  @Column('text', { array: true, default: '{}' }) kinds: string[];
  @Column('text', { nullable: true }) certified: string | null;
  /** The title, such as Recovery Support Specialist. */
  @Column('text', { nullable: true }) credential: string | null;
  @Column('text', { name: 'credential_state', nullable: true }) credentialState: string | null;
  @Column('text', { array: true, default: '{}' }) lived: string[];
  @Column('text', { name: 'open_to', nullable: true }) openTo: string | null;
  @Column('text', { nullable: true }) joining: string | null;
  @Column('smallint', { nullable: true }) size: number | null;
  @Column('text', { name: 'trained_by', nullable: true }) trainedBy: string | null;
  @Column('text', { nullable: true }) line: string | null;
  /** Whether the line may send help, such as police, without the caller's consent. */
  @Column('text', { nullable: true }) dispatch: string | null;
  @Column('smallint', { name: 'calls_a_day', nullable: true }) callsADay: number | null;
}

/** Whether a listing belongs into the directory: one row for each decision, never changed. */
@Entity({ schema: 'directory', name: 'inclusion' })
@Check('inclusion_decision', `decision in ('included', 'excluded', 'under-review') and length(reason) between 1 and 1000`)
@Check('inclusion_clause', `clause in ('not-this-help', 'pays-for-people', 'hides-cost', 'faith', 'turns-away', 'harm', 'nobody-answers', 'unverified') and (decision <> 'excluded' or clause is not null)`)
@Check('inclusion_appeal', 'length(appeal) between 1 and 1000')
@Index('inclusion_service_id', ['serviceId', 'decidedAt'])
export class Inclusion {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'inclusion_pkey' }) id: string;
  @ForeignKey('Service', { name: 'inclusion_service', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'service_id' }) serviceId: string;
  @Column('text') decision: string;
  @Column('text') reason: string;
  /** What of our policy it meets; the public page says it. */
  @Column('text', { nullable: true }) clause: string | null;
  /** What the listing's status was when it was taken out, so that it can be again. */
  @Column('text', { name: 'status_before', nullable: true }) statusBefore: string | null;
  /** What the place says against an earlier decision. */
  @Column('text', { nullable: true }) appeal: string | null;
  @ForeignKey('Account', { name: 'inclusion_account' })
  @Column('uuid', { name: 'decided_by' }) decidedBy: string;
  @Column('timestamptz', { name: 'decided_at', default: () => 'now()' }) decidedAt: Date;
}
