import type { QueueItem, StaffRef } from '../api/types';
import type { DeskEvent } from '../api/live';
import { URGENCIES } from '../ui/words';
import { isMove, movedBy } from './assign/moved';

export interface QueueGroup { priority: number; name: string; items: QueueItem[] }

/** Urgency by urgency, each in the order the server gave. */
export function grouped(items: readonly QueueItem[]): QueueGroup[] {
  return URGENCIES.map(({ name }, priority) => ({ priority, name, items: items.filter((item) => item.priority === priority) })).filter(({ items: held }) => held.length > 0);
}

/** The row after `event`, in its old place: only who has it, and what may be done, changes. */
export function after(item: QueueItem, event: DeskEvent, mayClaim: boolean): QueueItem {
  if (event.type === 'inquiry.claimed') return { ...item, status: 'claimed', assignee: actorOf(event), actions: item.actions.filter((action) => action !== 'claim') };
  if (isMove(event)) return { ...item, ...movedBy(event, mayClaim) };
  if (event.type === 'inquiry.snoozed') return { ...item, sleep: sleepOf(event), woke: null };
  if (event.type === 'inquiry.woke' || event.type === 'inquiry.got-up') return { ...item, sleep: null, woke: wokeOf(event) };
  if (event.type === 'inquiry.released') return { ...item, status: 'new', assignee: null, actions: mayClaim ? ['claim'] : [] };
  return item;
}

const sleepOf = ({ body }: DeskEvent): QueueItem['sleep'] => ({ until: (body['until'] as string | null | undefined) ?? null, on: (body['on'] ?? []) as NonNullable<QueueItem['sleep']>['on'] });
const wokeOf = ({ body }: DeskEvent): QueueItem['woke'] => (body['why'] ? { why: body['why'] as NonNullable<QueueItem['woke']>['why'], at: new Date().toISOString() } : null);

function actorOf({ body }: DeskEvent): StaffRef | null {
  const { actorId, actorName } = body;
  return typeof actorId === 'string' ? { id: actorId, name: typeof actorName === 'string' ? actorName : 'A colleague' } : null;
}

/** The next free request after `id` in the order shown, from the top when there is none below. */
export function nextFree(items: readonly QueueItem[], id: string): QueueItem | undefined {
  const at = items.findIndex((item) => item.id === id);
  const free = (item: QueueItem): boolean => item.id !== id && item.actions.includes('claim');
  return items.slice(at + 1).find(free) ?? items.slice(0, Math.max(at, 0)).find(free);
}
