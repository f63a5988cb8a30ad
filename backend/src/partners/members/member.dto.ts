import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsEmail, IsIn, IsString, IsUUID, Length, MaxLength } from 'class-validator';
import { RIGHTS, type Right } from '../domain/membership.js';
import type { TeamMember } from './members.service.js';

/** One of an agency's account, as the desk sees it. */
export class MemberView {
  @IsUUID()
  id: string;
  name: string;
  email: string;
  @IsIn(RIGHTS, { each: true })
  may: Right[];
  /** When they were invited last, UTC. */
  invitedAt: string;
  /** Until when the invitation can be accepted, UTC. */
  invitedUntil: string;
  /** When they accepted, UTC; null: not yet. */
  acceptedAt: string | null;

  /** Reads a row. */
  static of({ invitedAt, invitedUntil, acceptedAt, ...rest }: TeamMember): MemberView {
    return { ...rest, invitedAt: invitedAt.toISOString(), invitedUntil: invitedUntil.toISOString(), acceptedAt: acceptedAt?.toISOString() ?? null };
  }
}

export class MembersView {
  /** Who is in first, in the order in which they came; then who is invited. */
  items: MemberView[];
  /** Somebody keeps the team, or is invited to; where nobody does, the next who is invited will. */
  kept: boolean;
}

export class InviteMember {
  @IsString() @Length(1, 100, { message: 'name|Write a name' })
  name: string;

  @IsEmail({}, { message: 'email|Write an e-mail address such as name@example.org' }) @MaxLength(254)
  email: string;

  /** What they may do. */
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(3) @ArrayUnique() @IsIn(RIGHTS, { each: true })
  may: Right[];

  /** In which they are written to. */
  @IsIn(['en', 'es'])
  language: 'en' | 'es' = 'en';
}
