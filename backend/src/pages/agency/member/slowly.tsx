import { DeskError } from '../../../platform/index.js';
import { say } from '../../frame/scene.js';
import { Title } from '../../frame/words.js';
import type { Outcome } from '../../visit/visitor.js';
import type { Inside, ListingScreen } from '../listing/listing-screen.service.js';

/** Who asked too often is told how long to wait, in the account's own frame. */
export async function slowly(screen: ListingScreen, inside: Inside, work: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof DeskError) || error.status !== 429) throw error;
    const seconds = Number(error.extra['retryAfter']);
    const page = await screen.page(inside, {
      status: 429,
      title: 'member.slow.title',
      view: ({ f }) => (
        <>
          <Title>{say(f.v, 'member.slow.title')}</Title>
          <p class="lead">{say(f.v, 'member.slow.lead', { count: Math.max(1, Math.ceil(seconds / 60)) })}</p>
        </>
      ),
    });
    return { ...page, retryAfter: seconds };
  }
}
