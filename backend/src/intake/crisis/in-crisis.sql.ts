/** Request `i` has a record that goes on. */
export const IN_CRISIS = 'exists (select from intake.crisis c where c.inquiry_id = i.id and c.ended_at is null)';
/** Since when the record of request $1 goes on. */
export const CRISIS_SINCE = 'select c.opened_at as at from intake.crisis c where c.inquiry_id = $1 and c.ended_at is null';
