import { IsIn, IsOptional } from 'class-validator';
import type { StaffRef } from '../intake/index.js';

/** Acts of one person or of all; field names and ids, never what a client said. */
export class AuditRowView {
  id: string;
  at: string;
  /** Of the permission table, such as `identity.reveal`. */
  act: string;
  /** null for the public and the product itself. */
  actor: StaffRef | null;
  kind: 'staff' | 'public' | 'system';
  object: string;
  objectId: string | null;
  /** Of an inquiry, as the desk shows it. */
  reference: string | null;
  reason: string | null;
  fields: string[];
  outcome: string;
}

export class ReadAudit {
  /** One kind of act. */
  @IsOptional() @IsIn(['identity.reveal', 'inquiry.read', 'inquiry.claim', 'option.offer', 'settings.change', 'account.create', 'account.invite', 'account.change', 'account.deactivate', 'account.activate', 'account.reset', 'directory.steward', 'ordering.change', 'session.open'])
  act?: string;
}
