import type { OwnField } from './domain/own-facts.js';

/** SQL condition: this field of the service was given here, nobody took it back, and no steward has taken the source's since. */
export const publishedHere = (field: OwnField | 'areas', service: string): string =>
  `exists (select from directory.publishing p where p.service_id = ${service} and p.reverted_at is null and '${field}' = any(p.fields)
    and not exists (select from directory.conflict c where c.service_id = ${service} and c.field = '${field}' and c.decision = 'theirs' and c.decided_at >= p.published_at))`;
