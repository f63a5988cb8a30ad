import type { DeskEvent } from '../../api/live';
import { after, BEGIN, TOUR, type TourPlace } from './tour-steps';

const event = (type: string, subject = 'a', actorId: string | null = 'me'): DeskEvent => ({ id: '1', type, subject, body: { actorId } });
const walk = (events: readonly DeskEvent[], from: TourPlace = BEGIN): TourPlace => events.reduce((place, one) => after(place, one, 'me'), from);
const WHOLE = TOUR.map(({ until }) => event(until.type, 'a', until.by === 'me' ? 'me' : null));

describe('the first tour', () => {
  it('ends when each thing was done, in its order', () => {
    expect(WHOLE.map((_, at) => walk(WHOLE.slice(0, at + 1)).step)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it.each<[string, readonly DeskEvent[], TourPlace]>([
    ['a colleague claims one', [event('inquiry.claimed', 'a', 'sol')], BEGIN],
    ['another step is done first', [event('options.offered')], BEGIN],
    ['it is done in another request', [event('inquiry.claimed'), event('follow-up.tried', 'b')], { step: 1, subject: 'a' }],
    ['a colleague logs the try', [event('inquiry.claimed'), event('follow-up.tried', 'a', 'sol')], { step: 1, subject: 'a' }],
    ['another request is claimed later in the tour', [event('inquiry.claimed'), event('follow-up.tried'), event('inquiry.claimed', 'b')], { step: 2, subject: 'a' }],
    ['something happens after its end', [...WHOLE, event('inquiry.claimed', 'b')], { step: 7, subject: 'a' }],
  ])('stays where it is when %s', (_, events, place) => expect(walk(events)).toEqual(place));

  it('takes the request that was claimed last, until they were called', () => {
    expect(walk([event('inquiry.claimed'), event('inquiry.claimed', 'b')])).toEqual({ step: 1, subject: 'b' });
  });
});
