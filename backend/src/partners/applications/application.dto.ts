import { IsBoolean, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';

export const APPLICATION_STATES = ['open', 'accepted', 'refused', 'appealed', 'upheld'] as const;
export type ApplicationState = (typeof APPLICATION_STATES)[number];

/** A place that wants to be listed, as stewards read it. */
export class ApplicationView {
  @IsUUID()
  id: string;
  name: string;
  email: string;
  who: string | null;
  phone: string | null;
  website: string | null;
  about: string;
  /** Why a machine may have sent it: honeypot, too-fast, many-from-one-address. */
  doubt: string | null;
  state: ApplicationState;
  /** ISO date-time. */
  madeAt: string;
  reason: string | null;
  decidedBy: string | null;
  decidedAt: string | null;
  appeal: string | null;
  appealedAt: string | null;
  version: number;
  /** Empty for who decided first when an appeal waits: somebody else decides on it. */
  actions: 'decide'[];
}

export class ApplicationsView {
  /** What waits first, oldest first; then the 20 decided last. */
  items: ApplicationView[];
}

export class DecideApplication {
  @IsBoolean()
  accepted: boolean;
  /** The place reads it; a refusal needs one. */
  @IsOptional() @IsString() @MaxLength(1000)
  reason?: string;
}
