import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { TemplateKind } from '../domain/template.js';

/** Words that are ready, with holes, by language. */
@Entity({ schema: 'notifications', name: 'template' })
@Check('template_kind', `kind in ('message', 'note')`)
@Check('template_texts', `jsonb_typeof(texts) = 'object' and texts <> '{}'`)
@Index('template_title', { synchronize: false })
export class Template {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'template_pkey' }) id: string;
  @Column('text') title: string;
  @Column('text') kind: TemplateKind;
  /** Names no service and not the desk: also where somebody else may read or hear it. */
  @Column('boolean') neutral: boolean;
  @Column('jsonb') texts: Record<string, string>;
  @Column('integer', { default: 1 }) version: number;
  @Column('boolean', { default: false }) off: boolean;
  @ForeignKey('Account', { name: 'template_changed_by' })
  @Column('uuid', { name: 'changed_by' }) changedBy: string;
  @Column('timestamptz', { name: 'changed_at', default: () => 'now()' }) changedAt: Date;
}
