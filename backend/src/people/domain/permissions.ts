import type { Actor } from '../../platform/index.js';

/** Roles of trust.md 5. PUB is anybody without a session, PER who holds a request's number and code, AGY who holds an agency's link and code, PTM a member of an agency who keeps its team (PED and PRW are members, too), SYS the product itself. */
export const ROLES = ['SPE', 'SUP', 'PED', 'PRW', 'STW', 'ADM', 'AUD'] as const;
export type Role = (typeof ROLES)[number];
type Holder = Role | 'PUB' | 'PER' | 'AGY' | 'PTM';

/** `own`: assigned to the actor, or the actor's own account. `team`: anything of this desk. */
export type Scope = 'own' | 'team';

const STAFF = { SPE: 'own', SUP: 'own', PED: 'own', PRW: 'own', STW: 'own', ADM: 'own', AUD: 'own' } as const;
/** A request's specialist, a supervisor, and the person themselves. */
const WITH_PERSON = { SPE: 'own', SUP: 'team', PER: 'own' } as const;
const EVERYBODY = { PUB: 'team', SPE: 'team', SUP: 'team', PED: 'team', PRW: 'team', STW: 'team', ADM: 'team', AUD: 'team' } as const;

/** Who may do what: the whole rule, as data. What is not written here is refused. The matrix test is generated from it. */
export const PERMISSIONS = {
  'page.read': EVERYBODY,
  'inquiry.submit': EVERYBODY,
  'listing.correct': EVERYBODY,
  'session.open': EVERYBODY,
  'hsds.read': EVERYBODY,
  'account.self': STAFF,
  'queue.read': { SPE: 'team', SUP: 'team' },
  'queue.change': { SPE: 'team', SUP: 'team' },
  'practice.use': { SPE: 'team', SUP: 'team' },
  'inquiry.take-down': { SPE: 'team', SUP: 'team' },
  'inquiry.claim': { SPE: 'team', SUP: 'team' },
  'inquiry.release': { SPE: 'own', SUP: 'team' },
  'inquiry.keep': { SPE: 'own', SUP: 'team' },
  'inquiry.assign': { SPE: 'own', SUP: 'team' },
  'inquiry.skip': { SPE: 'team', SUP: 'team' },
  'skip.read': { SUP: 'team' },
  'load.read': { SUP: 'team' },
  'promise.read': { SUP: 'team' },
  'quality.review': { SUP: 'team' },
  'quality.read': { SPE: 'own', SUP: 'team' },
  'quality.answer': { SPE: 'own', SUP: 'own' },
  'inquiry.read': { SPE: 'own', SUP: 'team' },
  'identity.reveal': { SPE: 'own', SUP: 'team' },
  'note.write': { SPE: 'own', SUP: 'team' },
  'crisis.keep': { SPE: 'own', SUP: 'team' },
  'task.keep': { SPE: 'own', SUP: 'team' },
  'task.work': { SPE: 'team', SUP: 'team' },
  'template.change': { SUP: 'team' },
  'need.change': { SPE: 'own', SUP: 'team' },
  'match.run': { SPE: 'own', SUP: 'team' },
  'option.offer': { SPE: 'own', SUP: 'team' },
  'option.decide': WITH_PERSON,
  'referral.read': WITH_PERSON,
  'referral.make': WITH_PERSON,
  'referral.move': { SPE: 'own', SUP: 'team' },
  'consent.withdraw': WITH_PERSON,
  'outcome.say': WITH_PERSON,
  'need.end': WITH_PERSON,
  'inquiry.close': { SPE: 'own', SUP: 'team' },
  'inquiry.link': { SPE: 'own', SUP: 'team' },
  'inquiry.merge': { SPE: 'own', SUP: 'team' },
  'person.follow': { PER: 'own' },
  'inquiry.withdraw': { PER: 'own' },
  'inquiry.erase': { PER: 'own' },
  'disclosure.read': { AGY: 'own', PRW: 'own' },
  'disclosure.answer': { AGY: 'own', PRW: 'own' },
  'listing.propose': { AGY: 'own', PED: 'own' },
  'follow-up.work': { SPE: 'own', SUP: 'team' },
  'agency.read': { SPE: 'team', SUP: 'team', STW: 'team', ADM: 'team' },
  'agency.change': { STW: 'team', ADM: 'team' },
  'member.manage': { STW: 'team', ADM: 'team', PTM: 'own' },
  'passkey.keep': { PRW: 'own', PED: 'own', PTM: 'own' },
  'follow-up.read': { SPE: 'team', SUP: 'team' },
  'directory.read': { SPE: 'team', SUP: 'team', STW: 'team' },
  'ordering.read': { SPE: 'team', SUP: 'team', STW: 'team', ADM: 'team', AUD: 'team' },
  'ordering.change': { SUP: 'team' },
  'directory.steward': { STW: 'team' },
  'directory.import': { STW: 'team' },
  'account.manage': { ADM: 'team' },
  'settings.read': { ADM: 'team' },
  'settings.change': { ADM: 'team' },
  'mailbox.read': { ADM: 'team' },
  'audit.read': { AUD: 'team' },
} as const satisfies Record<string, Partial<Record<Holder, Scope>>>;

export type Act = keyof typeof PERMISSIONS;

/** The facts of an object that a rule may ask for. */
export interface Guarded {
  /** Account the object belongs to. */
  owner?: string | null;
  /** The request it belongs to. */
  inquiryId?: string;
  /** The agency it belongs to. */
  agencyId?: string;
  /** One of the flags sud, dv, minor, staff: only accounts with the restricted flag may open it. */
  restricted?: boolean;
}

/** The widest scope of the actor's roles for `act`, or undefined. */
export function scopeOf(actor: Pick<Actor, 'roles' | 'kind'>, act: Act): Scope | undefined {
  if (actor.kind === 'system') return 'team';
  const row: Partial<Record<string, Scope>> = PERMISSIONS[act];
  const scopes = actor.roles.map((role) => row[role]).filter((scope) => scope !== undefined);
  return scopes.includes('team') ? 'team' : scopes[0];
}

/** The one decision (trust.md 5). Without an object: may the actor do this at all? Deny by default. */
export function can(actor: Actor, act: Act, object?: Guarded): boolean {
  const scope = scopeOf(actor, act);
  if (!scope) return false;
  if (!object) return true;
  if (object.restricted && !actor.restricted) return false;
  return scope === 'team' || isOwn(actor, object);
}

function isOwn(actor: Actor, object: Guarded): boolean {
  if (actor.kind === 'person') return object.inquiryId !== undefined && object.inquiryId === actor.inquiryId;
  if (actor.kind === 'agency') return object.agencyId !== undefined && object.agencyId === actor.agencyId;
  return object.owner != null && object.owner === actor.id;
}
