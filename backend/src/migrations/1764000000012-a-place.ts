import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A waiting list that ends: an agency that had one may say once that it has a place. What it says has a stage with a name, and the
 * order of the stages is kept here too, whichever role writes. A refusal without a reason passed before, for what is unknown
 * breaks no check.
 */
export class APlace1764000000012 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
alter table partner.answer drop constraint answer_kind;
alter table partner.answer alter column stage type text using case stage when 1 then 'first' else 'end' end;
alter table partner.answer add constraint answer_kind check ((stage = 'first' and kind in ('accepted', 'declined', 'waitlisted', 'needs-info'))
  or (stage = 'place' and kind = 'accepted') or (stage = 'end' and kind in ('served', 'stopped')));
${REASON('reason is not null and ')}
${ORDER}`);
  }

  /** What was said of a place has no name before this: it is lost, and the referral stays accepted. */
  async down(run: QueryRunner): Promise<void> {
    await run.query(`
drop trigger answer_guard on partner.answer;
drop function partner.guard_answer;
delete from partner.answer where stage = 'place';
alter table partner.answer drop constraint answer_kind;
alter table partner.answer alter column stage type smallint using case stage when 'first' then 1 else 2 end;
alter table partner.answer add constraint answer_kind check ((stage = 1 and kind in ('accepted', 'declined', 'waitlisted', 'needs-info')) or (stage = 2 and kind in ('served', 'stopped')));
${REASON('')}`);
  }
}

const REASON = (given: string): string => `
alter table partner.answer drop constraint answer_reason, add constraint answer_reason check ((kind = 'declined' and ${given}reason in ('no-room', 'not-eligible', 'not-offered', 'could-not-reach', 'already-with-us', 'other'))
    or (kind = 'stopped' and ${given}reason in ('could-not-reach', 'did-not-come', 'no-longer-wanted', 'not-eligible', 'other')) or (kind not in ('declined', 'stopped') and reason is null));`;

/* Of two answers at once the second waits and then sees the first: the lock is the agency's own, for its role may lock no row. */
const ORDER = `
create function partner.guard_answer() returns trigger language plpgsql as $$ declare said text[]; begin
  perform pg_advisory_xact_lock(hashtextextended('partner.answer ' || new.disclosure_id, 0));
  select coalesce(array_agg(a.kind), '{}') into said from partner.answer a where a.disclosure_id = new.disclosure_id;
  if not (said && array['accepted', 'waitlisted']) or (new.stage = 'place' and (not 'waitlisted' = any (said) or said && array['served', 'stopped'])) then
    raise exception 'this cannot be said of the referral now' using errcode = '23514', constraint = 'answer_order';
  end if;
  return new;
end $$;
create trigger answer_guard before insert on partner.answer for each row when (new.stage <> 'first') execute function partner.guard_answer();`;
