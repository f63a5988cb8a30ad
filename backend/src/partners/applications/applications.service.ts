import { Injectable } from '@nestjs/common';
import { Journal } from '../../audit/index.js';
import { conflict, Db, invalid, notFound, PUBLIC, Sealer, sha256, stale, uuidv7, type Actor, type Tx } from '../../platform/index.js';
import type { ApplicationState, ApplicationsView, ApplicationView, DecideApplication } from './application.dto.js';

/** What a place writes of itself. Work addresses, not people's own. */
export interface NewApplication {
  name: string;
  email: string;
  who: string | null;
  phone: string | null;
  website: string | null;
  about: string;
  language: string;
  doubt: 'honeypot' | 'too-fast' | 'many-from-one-address' | null;
}

/** Where an application stands, as its place reads it. */
export interface Standing {
  id: string;
  name: string;
  state: ApplicationState;
  reason: string | null;
  appealReason: string | null;
}

const READ = `
select p.id, p.name, p.email, p.who, p.phone, p.website, p.about, p.doubt, p.state, p.made_at as "madeAt", p.reason, a.name as "decidedBy", p.decided_at as "decidedAt", p.appeal, p.appealed_at as "appealedAt", p.version, p.service_id as "serviceId",
  case when p.state = 'open' or (p.state = 'appealed' and p.decided_by is distinct from $1::uuid) then array['decide'] else array[]::text[] end as actions
from partner.application p left join people.account a on a.id = p.decided_by
where p.state in ('open', 'appealed') or p.id in (select d.id from partner.application d where d.state not in ('open', 'appealed') order by d.decided_at desc limit 20)
order by p.state not in ('open', 'appealed'), (case when p.state in ('open', 'appealed') then p.made_at end), p.decided_at desc limit 200`;
const FIND = `select id, name, state, reason, appeal_reason as "appealReason" from partner.application where $1 = any(token_hashes)`;
/** $1 id, $2 version, $3 accepted, $4 reason, $5 account. The first decision. */
const DECIDE = `update partner.application set state = case when $3 then 'accepted' else 'refused' end, reason = $4, decided_at = now(), decided_by = $5, version = version + 1 where id = $1 and version = $2 and state = 'open' returning id`;
/** The same on an appeal: it is the last one. */
const DECIDE_AGAIN = `update partner.application set state = case when $3 then 'accepted' else 'upheld' end, appeal_reason = $4, appeal_decided_at = now(), appeal_decided_by = $5, version = version + 1 where id = $1 and version = $2 and state = 'appealed' returning id`;
const APPEAL = `update partner.application set state = 'appealed', appeal = $2, appealed_at = now(), version = version + 1 where id = $1 and state = 'refused' and appeal is null returning id`;

/** Places that want to be listed: they write, a steward decides with a reason, and they may ask once that somebody else looks again. */
@Injectable()
export class Applications {
  constructor(
    private readonly db: Db,
    private readonly journal: Journal,
    private readonly sealer: Sealer,
  ) {}

  /** Keeps an application; a letter says that it arrived. */
  async submit(actor: Actor, { name, email, who, phone, website, about, language, doubt }: NewApplication): Promise<void> {
    const id = uuidv7();
    await this.db.as(actor, async (tx) => {
      await tx.query('insert into partner.application (id, name, email, who, phone, website, about, language, doubt) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)', [id, name, email.toLowerCase(), who, phone, website, about, language, doubt]);
      await this.journal.record(tx, actor, { type: 'application.made', subject: id }, { act: 'page.read', object: 'application', objectId: id, fields: ['made'] });
    });
    this.journal.nudge();
  }

  /** Proof of when a form was opened, so that what is filled in by a machine is told. */
  begun(at: number): string {
    return `${at}.${this.sealer.keyed('application-begun', String(at)).toString('base64url')}`;
  }

  /** When the form was opened, in milliseconds; undefined for what we did not write. */
  begunAt(proof: string): number | undefined {
    const at = Number(proof.split('.')[0]);
    return Number.isSafeInteger(at) && proof === this.begun(at) ? at : undefined;
  }

  /** The link of a letter about an application, with the caller's transaction. No row holds its token. */
  async addLink(tx: Tx, letterId: string, id: string): Promise<void> {
    await tx.query('update partner.application set token_hashes = token_hashes || $2::bytea where id = $1', [id, sha256(this.tokenOf(letterId))]);
  }

  pathForLetter(letterId: string): string {
    return `/agencies/application/${this.tokenOf(letterId)}`;
  }

  private tokenOf(letterId: string): string {
    return this.sealer.keyed('application-link', letterId).toString('base64url');
  }

  /** Throws 404 for a token that never was. Changes nothing. */
  async find(token: string): Promise<Standing> {
    const [found] = await this.db.statement<Standing>(PUBLIC, FIND, [sha256(token)]);
    if (!found) throw notFound('application');
    return found;
  }

  /** Asks that somebody else looks again: once. False when it was asked before, or there is nothing to ask about. Throws 404. */
  async appeal(actor: Actor, token: string, words: string): Promise<boolean> {
    const { id } = await this.find(token);
    const done = await this.db.as(actor, async (tx) => {
      if (!(await tx.query(APPEAL, [id, words])).length) return false;
      await this.journal.record(tx, actor, { type: 'application.appealed', subject: id }, { act: 'page.read', object: 'application', objectId: id, fields: ['appeal'] });
      return true;
    });
    this.journal.nudge();
    return done;
  }

  async list(actor: Actor): Promise<ApplicationsView> {
    return { items: await this.db.statement<ApplicationView>(actor, READ, [actor.id]) };
  }

  /** Throws 404, 409 for who decided first on what is appealed, 412 when it is not the version that was read, 422 for a refusal without a reason. */
  async decide(actor: Actor, id: string, version: number, { accepted, reason }: DecideApplication): Promise<ApplicationsView> {
    if (!accepted && !reason?.trim()) throw invalid([{ field: 'reason', code: 'decision.reason', detail: 'Say why not: the place reads it' }]);
    await this.db.as(actor, async (tx) => {
      const again = await this.mayDecide(tx, actor, id);
      const done = await tx.query(again ? DECIDE_AGAIN : DECIDE, [id, version, accepted, reason?.trim() || null, actor.id]);
      if (!done.length) throw stale('application');
      await this.journal.record(tx, actor, { type: 'application.decided', subject: id, body: { accepted } }, { act: 'directory.steward', object: 'application', objectId: id, fields: [accepted ? 'accepted' : 'refused'] });
    });
    this.journal.nudge();
    return this.list(actor);
  }

  /** Whether it is the second decision. Who decides meanwhile changes the version, by which the decision is written. Throws as `decide`. */
  private async mayDecide(tx: Tx, actor: Actor, id: string): Promise<boolean> {
    const [row] = await tx.query<{ state: ApplicationState; by: string | null }>('select state, decided_by as by from partner.application where id = $1', [id]);
    if (!row) throw notFound('application');
    const again = row.state === 'appealed';
    if (again && row.by === actor.id) throw conflict('application.second-person', 'You decided on this first. Somebody else looks at it again.');
    return again;
  }
}
