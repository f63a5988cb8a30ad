import type { InquiryView, QueuePage } from '../src/intake/inquiry.dto.js';
import type { MatchesView } from '../src/matching/matching.dto.js';
import type { OptionView } from '../src/referrals/referral.dto.js';
import type { Colleague } from './a-colleague.js';
import { sent } from './an-inquiry.js';
import type { TestDesk } from './test-database.js';

/** A request with three options for its first need, and what its person holds. */
export interface OnTheRoad {
  id: string;
  reference: string;
  code: string;
  needId: string;
  options: OptionView[];
}

/** Sent, claimed and offered three services, as a specialist does it. */
export async function onTheRoad(desk: TestDesk, specialist: Colleague, over: Record<string, unknown> = {}): Promise<OnTheRoad> {
  const { reference, code } = await sent(desk, { topics: ['worry'], ...over });
  const { items } = await specialist.ask<QueuePage>('GET', '/api/queue?size=100');
  const { id, needs } = await specialist.ask<InquiryView>('POST', `/api/inquiries/${items.find((item) => item.reference === reference)?.id}/claim`);
  const { results } = await specialist.ask<MatchesView>('POST', `/api/inquiries/${id}/matches`, {});
  const needId = needs[0]?.id ?? '';
  const options = await specialist.ask<OptionView[]>('POST', `/api/inquiries/${id}/options`, { needId, serviceIds: results.slice(0, 3).map(({ serviceId }) => serviceId) });
  return { id, reference, code, needId, options };
}

/** Gives the organization of a service an address, so that it can be asked by link. */
export async function canBeAsked(desk: TestDesk, serviceId: string | undefined): Promise<string> {
  const [row] = await desk.sql<{ id: string }>(
    `insert into directory.agency as a (organization_id, email, answer_days) select organization_id, 'intake@agency.example.org', 2 from directory.service where id = $1
     on conflict (organization_id) do update set email = excluded.email returning organization_id as id`,
    [serviceId],
  );
  return row?.id ?? '';
}
