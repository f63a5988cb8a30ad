import type { QueueItem, StaffRef } from '../api/types';
import type { DeskEvent } from '../api/live';
import { URGENCIES } from '../ui/words';
import { movedBy } from './assign/moved';

export interface QueueGroup { priority: number; name: string; items: QueueItem[] }

/** Urgency by urgency, each in the order the server gave. */
export function grouped(items: readonly QueueItem[]): QueueGroup[] {
  return URGENCIES.map(({ name }, priority) => ({ priority, name, items: items.filter((item) => item.priority === priority) })).filter(({ items: held }) => held.length > 0);
}

/** What an event changes in a row, by its type. */
const CHANGES: Readonly<Record<string, (event: DeskEvent, item: QueueItem, mayClaim: boolean) => Partial<QueueItem>>> = {
  'inquiry.claimed': (event, { actions }) => ({ status: 'claimed', assignee: actorOf(event), actions: actions.filter((action) => action !== 'claim') }),
  'inquiry.snoozed': (event) => ({ sleep: sleepOf(event), woke: null }),
  'inquiry.woke': (event) => ({ sleep: null, woke: wokeOf(event) }),
  'inquiry.got-up': (event) => ({ sleep: null, woke: wokeOf(event) }),
  'inquiry.promised': (event) => promiseOf(event),
  'inquiry.contacted': (event) => contactOf(event),
  'inquiry.assigned': (event, _item, mayClaim) => movedBy(event, mayClaim),
  'inquiry.assign-undone': (event, _item, mayClaim) => movedBy(event, mayClaim),
  'inquiry.released': (_event, _item, mayClaim) => ({ status: 'new', assignee: null, actions: mayClaim ? ['claim'] : [] }),
};

/** The row after `event`, in its old place: only who has it, by when, and what may be done, changes. */
export function after(item: QueueItem, event: DeskEvent, mayClaim: boolean): QueueItem {
  const change = CHANGES[event.type];
  return change ? { ...item, ...change(event, item, mayClaim) } : item;
}

const promiseOf = ({ body }: DeskEvent): Pick<QueueItem, 'dueAt' | 'dueLeft'> => ({ dueAt: (body['dueAt'] as string | null | undefined) ?? null, dueLeft: (body['left'] as number | null | undefined) ?? null });
const contactOf = ({ body }: DeskEvent): Pick<QueueItem, 'contactedAt' | 'promiseKept'> => ({ contactedAt: (body['at'] as string | undefined) ?? new Date().toISOString(), promiseKept: (body['kept'] as boolean | null | undefined) ?? null });
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
