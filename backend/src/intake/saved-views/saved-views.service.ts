import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/index.js';
import { conflict, Db, Events, forbidden, invalid, notFound, stale, violates, type Actor, type Tx } from '../../platform/index.js';
import { printSearch, readSearch } from '../domain/search.js';
import { supervises } from '../queue.service.js';
import { refusal } from '../search-refusal.js';
import { MOST_VIEWS, type KeepSavedView, type MoveSavedView } from './saved-view.dto.js';

/** As it is kept; its query may hold words that the search knows no more. */
export interface KeptView { id: string; name: string; query: string; team: boolean; version: number }

const MINE = `select v.id, v.name, v.query, v.owner is null as team, v.version from intake.saved_view v where not v.off and (v.owner is null or v.owner = $1) order by v.owner is null, v.place`;
/** $1 id, $2 actor, $3 whether it was taken away. Another's own is simply not found. */
const ONE = `select v.owner is null as team, v.version, v.name, v.query from intake.saved_view v where v.id = $1 and v.off = $3 and (v.owner is null or v.owner = $2) for update`;
const HELD = 'select count(*)::int as held from intake.saved_view where owner is not distinct from $1::uuid and not off';
const MAKE = `
insert into intake.saved_view (id, owner, name, query, changed_by, place)
select $1, $2::uuid, $3, $4, $5, coalesce(max(place), 0) + 1 from intake.saved_view where owner is not distinct from $2::uuid on conflict (id) do nothing returning id`;
const CHANGE = 'update intake.saved_view set name = $2, query = $3, changed_by = $4, changed_at = now(), version = version + 1 where id = $1';
const PUT_OFF = 'update intake.saved_view set off = $2, changed_by = $3, changed_at = now(), version = version + 1 where id = $1';
const SWEEP = `delete from intake.saved_view where off and changed_at < now() - interval '1 day'`;
/** Changes places with the one above or below: $1 id, $2 -1 for up and 1 for down. */
const MOVE = `
with here as (select * from intake.saved_view where id = $1), there as (
  select v.id, v.place from intake.saved_view v, here where v.owner is not distinct from here.owner and not v.off and (v.place - here.place) * $2::int > 0 order by (v.place - here.place) * $2::int limit 1
) update intake.saved_view v set place = case when v.id = here.id then there.place else here.place end from here, there where v.id in (here.id, there.id) returning v.id`;
const ONE_AT_A_TIME = `select pg_advisory_xact_lock(hashtext('intake.saved_view'))`;

/** Searches that are kept: one's own, and the team's, which supervisors keep. */
@Injectable()
export class SavedViews {
  constructor(
    private readonly db: Db,
    private readonly events: Events,
    private readonly audit: Audit,
  ) {}

  /** The actor's own before the team's, each in the order that was given to them. */
  of(actor: Actor): Promise<KeptView[]> {
    return this.db.statement<KeptView>(actor, MINE, [actor.id]);
  }

  /**
   * Makes it (version 0) or changes it. Throws 422 naming the words that are not understood, 412 with both values when somebody
   * changed it since, 409 `saved-view.many` at the most that may be kept, 409 `saved-view.name` for a name that is taken.
   */
  async keep(actor: Actor, id: string, version: number, wanted: KeepSavedView): Promise<void> {
    const [name, query] = [nameOf(wanted), queryOf(wanted)];
    try {
      await this.db.as(actor, async (tx) => {
        await tx.query(ONE_AT_A_TIME);
        if (version) await this.change(tx, actor, { id, version, name, query });
        else await this.make(tx, actor, { id, name, query, team: wanted.team ?? false });
        await this.tell(tx, actor, id, ['name', 'query']);
      });
    } catch (error) {
      if (violates(error, 'saved_view_title')) throw conflict('saved-view.name', 'Another one has this name. Choose another name.');
      throw error;
    }
  }

  async move(actor: Actor, id: string, { to }: MoveSavedView): Promise<void> {
    await this.db.as(actor, async (tx) => {
      await tx.query(ONE_AT_A_TIME);
      await this.mayChange(tx, actor, id);
      await tx.query(MOVE, [id, to === 'up' ? -1 : 1]);
      await this.tell(tx, actor, id, ['place']);
    });
  }

  /** Out of the list; for a day it may come back. */
  async takeAway(actor: Actor, id: string, version: number): Promise<void> {
    await this.db.as(actor, async (tx) => {
      const kept = await this.mayChange(tx, actor, id);
      if (kept.version !== version) throw stale('saved-view', kept);
      await tx.query(SWEEP);
      await tx.query(PUT_OFF, [id, true, actor.id]);
      await this.tell(tx, actor, id, ['off']);
    });
  }

  /** Throws 409 where its name was given to another one, or its place in the number was taken. */
  async bringBack(actor: Actor, id: string): Promise<void> {
    try {
      await this.db.as(actor, async (tx) => {
        await tx.query(ONE_AT_A_TIME);
        const { team } = await this.mayChange(tx, actor, id, true);
        await this.refuseMany(tx, team ? null : actor.id);
        await tx.query(PUT_OFF, [id, false, actor.id]);
        await this.tell(tx, actor, id, ['off']);
      });
    } catch (error) {
      if (violates(error, 'saved_view_title')) throw conflict('saved-view.name', 'Another one has this name now. Rename that one first.');
      throw error;
    }
  }

  private async make(tx: Tx, actor: Actor, { id, name, query, team }: Omit<KeptView, 'version'>): Promise<void> {
    if (team && !supervises(actor)) throw forbidden('saved-view.team');
    const owner = team ? null : actor.id;
    await this.refuseMany(tx, owner);
    if (!(await tx.query(MAKE, [id, owner, name, query, actor.id])).length) throw stale('saved-view');
  }

  private async change(tx: Tx, actor: Actor, { id, version, name, query }: Omit<KeptView, 'team'>): Promise<void> {
    const kept = await this.mayChange(tx, actor, id);
    if (kept.version !== version) throw stale('saved-view', kept);
    await tx.query(CHANGE, [id, name, query, actor.id]);
  }

  private async mayChange(tx: Tx, actor: Actor, id: string, away = false): Promise<Omit<KeptView, 'id'>> {
    const [kept] = await tx.query<Omit<KeptView, 'id'>>(ONE, [id, actor.id, away]);
    if (!kept) throw notFound('saved-view');
    if (kept.team && !supervises(actor)) throw forbidden('saved-view.team');
    return kept;
  }

  private async refuseMany(tx: Tx, owner: string | null): Promise<void> {
    const [row] = await tx.query<{ held: number }>(HELD, [owner]);
    if ((row?.held ?? 0) >= MOST_VIEWS) throw conflict('saved-view.many', `${owner ? 'You keep' : 'The team keeps'} ${MOST_VIEWS} views, which is the most. Take one away first.`);
  }

  private async tell(tx: Tx, actor: Actor, id: string, fields: readonly string[]): Promise<void> {
    await this.events.record(tx, { type: 'queue.views-changed', subject: id });
    await this.audit.record(tx, actor, { act: 'queue.change', object: 'saved-view', objectId: id, fields });
  }
}

function nameOf({ name }: KeepSavedView): string {
  if (!name.trim()) throw invalid([{ field: 'name', code: 'name.missing', detail: 'Write a name' }]);
  return name.trim();
}

/** As it is printed, or 422 naming each word that is not understood. */
function queryOf({ query }: KeepSavedView): string {
  const { search, faults } = readSearch(query);
  if (!search) throw refusal(faults);
  const printed = printSearch(search);
  if (!printed) throw invalid([{ field: 'query', code: 'query.missing', detail: 'Write what it looks for' }]);
  return printed;
}
