import { Injectable } from '@nestjs/common';
import { Journal } from '../../audit/index.js';
import { conflict, Db, invalid, notFound, uuidv7, type Actor, type Tx } from '../../platform/index.js';
import { nameInHistory } from '../history.js';
import type { DecideInclusion, InclusionDecision, InclusionView } from './inclusion.dto.js';

const SERVICE = `select inclusion, source, status from directory.service where id = $1`;
const DECISIONS = `
select i.id, i.decision, i.reason, i.clause, i.appeal, a.name as by, i.decided_at as at from directory.inclusion i join people.account a on a.id = i.decided_by
where i.service_id = $1 order by i.decided_at desc, i.id desc`;
/** $1 id, $2 service, $3 decision, $4 reason, $5 clause, $6 appeal, $7 account, $8 status before. */
const WRITE = `insert into directory.inclusion (id, service_id, decision, reason, clause, appeal, decided_by, status_before) values ($1, $2, $3, $4, $5, $6, $7, $8)`;
/** What it was before it was first taken out since it was last in. */
const STATUS_BEFORE = `
select status_before as status from directory.inclusion where service_id = $1 and status_before is not null
  and decided_at > coalesce((select max(decided_at) from directory.inclusion where service_id = $1 and decision = 'included'), '-infinity') order by decided_at, id limit 1`;
/** $1 service, $2 inclusion, $3 status, $4 account: from now on no source changes the status. */
const TURN = `update directory.service set inclusion = $2, status = $3, status_by = coalesce(status_by, $4), status_at = coalesce(status_at, now()), last_modified = now() where id = $1`;

type Row = Pick<InclusionView, 'inclusion' | 'source'> & { status: string };

const leaves = ({ inclusion }: Row, { decision }: DecideInclusion): boolean => inclusion === 'included' && decision !== 'included';

/** What comes back is what it was. */
function statusAfter({ inclusion, status }: Row, { decision }: DecideInclusion, before: string | undefined): string {
  if (decision === 'included') return inclusion === 'included' ? status : (before ?? status);
  return status === 'active' ? 'inactive' : status;
}

/**
 * Whether a listing belongs into the directory. What is excluded or under review is not active: it leaves offers and public pages,
 * and readers of our feed hear that it is inactive. Nothing is deleted, and each decision can be followed by another.
 */
@Injectable()
export class Inclusions {
  constructor(
    private readonly db: Db,
    private readonly journal: Journal,
  ) {}

  /** Throws 404. */
  read(actor: Actor, serviceId: string): Promise<InclusionView> {
    return this.db.as(actor, async (tx) => {
      const { inclusion, source } = await this.one(tx, serviceId);
      return { inclusion, source, decisions: await this.decisions(tx, serviceId) };
    });
  }

  /** Throws 404, 409 when a colleague decided meanwhile, 422 for an exclusion without a clause or what is so already. */
  async decide(actor: Actor, serviceId: string, body: DecideInclusion): Promise<InclusionView> {
    if (body.decision === 'excluded' && !body.clause) throw invalid([{ field: 'clause', code: 'inclusion.clause', detail: 'Choose what of the policy it rests on' }]);
    await this.db.as(actor, async (tx) => {
      const row = await this.one(tx, serviceId, 'for update');
      const [last] = await this.decisions(tx, serviceId);
      if ((last?.id ?? null) !== body.after) throw conflict('inclusion.moved', 'A colleague has just decided on it. Read it again.');
      if (row.inclusion === body.decision && !body.appeal) throw invalid([{ field: 'decision', code: 'edit.same', detail: 'It is so already' }]);
      await this.write(tx, actor, { serviceId, row, body });
      await this.journal.record(tx, actor, { type: 'listing.inclusion-decided', subject: serviceId, body: { decision: body.decision } }, { act: 'directory.steward', object: 'service', objectId: serviceId, fields: ['inclusion'], reason: body.decision });
    });
    this.journal.nudge();
    return this.read(actor, serviceId);
  }

  private async write(tx: Tx, actor: Actor, { serviceId, row, body }: { serviceId: string; row: Row; body: DecideInclusion }): Promise<void> {
    const [before] = await tx.query<{ status: string }>(STATUS_BEFORE, [serviceId]);
    await nameInHistory(tx, actor.name);
    await tx.query(WRITE, [uuidv7(), serviceId, body.decision, body.reason.trim(), body.clause, body.appeal, actor.id, leaves(row, body) ? row.status : null]);
    await tx.query(TURN, [serviceId, body.decision, statusAfter(row, body, before?.status), actor.id]);
  }

  private async one(tx: Tx, serviceId: string, lock = ''): Promise<Row> {
    const [row] = await tx.query<Row>(`${SERVICE} ${lock}`, [serviceId]);
    if (!row) throw notFound('service');
    return row;
  }

  private async decisions(tx: Tx, serviceId: string): Promise<InclusionDecision[]> {
    const rows = await tx.query<Omit<InclusionDecision, 'at'> & { at: Date }>(DECISIONS, [serviceId]);
    return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }));
  }
}
