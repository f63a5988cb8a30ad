import { IsEmail, IsString, MaxLength } from 'class-validator';
import type { OpenSession } from './sessions.service.js';

/** Signs a member of staff in. */
export class SignIn {
  @IsEmail({}, { message: 'email|Write an e-mail address such as name@example.org' }) @MaxLength(254)
  email: string;

  @IsString() @MaxLength(256)
  password: string;
}

/** Who is signed in, and what the screens may show. */
export class MeView {
  id: string;
  name: string;
  email: string;
  roles: string[];
  /** Acts of the permission table that the roles allow at all; screens show exactly these. */
  acts: string[];
  /** Goes back in `x-csrf-token` with every writing request. */
  csrf: string;
  demo: boolean;

  static of({ actor, email, csrf, demo }: OpenSession, acts: string[]): MeView {
    return { id: actor.id ?? '', name: actor.name ?? '', email, roles: [...actor.roles], acts, csrf, demo };
  }
}

/** A demo sign-in, shown on the sign-in page in demo mode only. */
export class DemoAccountView {
  name: string;
  email: string;
  role: string;
}
