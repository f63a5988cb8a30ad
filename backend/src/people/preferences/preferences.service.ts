import { Injectable } from '@nestjs/common';
import { Db, invalid, type Actor } from '../../platform/index.js';
import type { KeyChoice, WorkPreferences } from './preferences.dto.js';

const AT_FIRST: WorkPreferences = { keysOn: true, keys: [], density: 'snug', pace: 1 };

/** The first key that stands twice, or undefined. */
const doubled = (keys: readonly string[]): string | undefined => keys.find((key, at) => keys.indexOf(key) !== at);

/** How each account likes to work. Nobody else reads it. */
@Injectable()
export class PreferencesService {
  constructor(private readonly db: Db) {}

  async of(actor: Actor): Promise<WorkPreferences> {
    const [row] = await this.db.statement<{ value: WorkPreferences }>(actor, 'select value from people.preference where account_id = $1', [actor.id]);
    return { ...AT_FIRST, ...row?.value };
  }

  /** Throws 422 naming `keys` when two are pressed alike, or one is given two. */
  async keep(actor: Actor, wanted: WorkPreferences): Promise<WorkPreferences> {
    refuseDoubles(wanted.keys);
    await this.db.statement(actor, 'insert into people.preference (account_id, value) values ($1, $2) on conflict (account_id) do update set value = excluded.value', [actor.id, JSON.stringify(wanted)]);
    return wanted;
  }
}

function refuseDoubles(keys: readonly KeyChoice[]): void {
  const twice = doubled(keys.map(({ press }) => press.toLowerCase()));
  if (twice) throw invalid([{ field: 'keys', code: 'keys.twice', detail: `The key ${twice.toUpperCase()} is given twice. Choose another for one of them.` }]);
  const again = doubled(keys.map(({ of }) => of));
  if (again) throw invalid([{ field: 'keys', code: 'keys.again', detail: `${again.toUpperCase()} stands twice in the list. Name each key once.` }]);
}
