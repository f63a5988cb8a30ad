import type { DeskEvent } from '../../api/live';
import type { QueueItem } from '../../api/types';

export const isMove = ({ type }: DeskEvent): boolean => type === 'inquiry.assigned' || type === 'inquiry.assign-undone';

/** Who has a request after it was given, or given back to who had it. What this reader may do in it is asked anew. */
export function movedBy({ type, body }: DeskEvent, mayClaim: boolean): Pick<QueueItem, 'status' | 'assignee' | 'actions'> {
  const { toId, toName } = body;
  if (typeof toId === 'string') return { status: 'claimed', assignee: { id: toId, name: typeof toName === 'string' ? toName : 'A colleague' }, actions: [] };
  return { status: 'new', assignee: null, actions: mayClaim && type === 'inquiry.assign-undone' ? ['claim'] : [] };
}
