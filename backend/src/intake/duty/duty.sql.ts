import { SESSION_ALIVE } from '../../people/index.js';

/**
 * "on" or "away" of account `a`; null for who is not on duty. It holds in the session in which it was said, or in one that was
 * open then: signing out ends it, and so does a session that ran out.
 */
export const DUTY = `(select case when d.here then 'on' else 'away' end from intake.duty d where d.account_id = a.id and d.until > now()
  and exists (select from people.session s where s.account_id = a.id and s.created_at <= d.since and ${SESSION_ALIVE}))`;
