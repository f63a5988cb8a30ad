import { Injectable } from '@nestjs/common';
import { Db, type Actor } from '../../platform/index.js';
import type { FirstStepsView, TakeFirstStep } from './first-steps.dto.js';

const READ = 'select practice_known_at is not null as practice, tour_known_at is not null as tour from people.first_steps where account_id = $1';
const TAKE = `
insert into people.first_steps as f (account_id, practice_known_at, tour_known_at) values ($1, case when $2 = 'practice' then now() end, case when $2 = 'tour' then now() end)
on conflict (account_id) do update set practice_known_at = coalesce(f.practice_known_at, excluded.practice_known_at), tour_known_at = coalesce(f.tour_known_at, excluded.tour_known_at)`;

/** What each account was offered once: practice, the tour. On every device, and not again. */
@Injectable()
export class FirstSteps {
  constructor(private readonly db: Db) {}

  async of(actor: Actor): Promise<FirstStepsView> {
    const [row] = await this.db.statement<FirstStepsView>(actor, READ, [actor.id]);
    return row ?? { practice: false, tour: false };
  }

  async take(actor: Actor, { known }: TakeFirstStep): Promise<void> {
    await this.db.statement(actor, TAKE, [actor.id, known]);
  }
}
