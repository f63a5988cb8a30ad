import type { QueueCounts, SavedViewsView } from '../api/types';
import type { IconName } from '../ui/icons';

/** A line of the rail; `q` is the search that it opens, `waits` and `tasks` what its number counts. It is there when the roles allow its act. `go` is the second of two keys, after G; `also` are other words for the palette. */
export interface Place { path: string; view?: keyof QueueCounts; q?: string; waits?: keyof SavedViewsView['waiting']; name: string; icon: IconName; act: string; tasks?: boolean; phone?: boolean; go: string; also: readonly [string, string] }

export const PLACES: readonly Place[] = [
  { path: '/inquiries', view: 'all', name: 'All requests', icon: 'inbox', act: 'queue.read', phone: true, go: 'a', also: ['queue', 'everybody'] },
  { path: '/inquiries', view: 'new', name: 'New, nobody yet', icon: 'bolt', act: 'queue.read', phone: true, go: 'n', also: ['free', 'unclaimed'] },
  { path: '/inquiries', view: 'mine', name: 'Mine', icon: 'user', act: 'queue.read', phone: true, go: 'm', also: ['my requests', 'own'] },
  { path: '/inquiries', view: 'review', name: 'To check', icon: 'eye', act: 'queue.read', go: 'v', also: ['review', 'suspicious'] },
  { path: '/inquiries', view: 'snoozed', name: 'Snoozed', icon: 'moon', act: 'queue.read', go: 'z', also: ['asleep', 'later'] },
  { path: '/inquiries', q: 'waiting:person', waits: 'person', name: 'Waiting: person', icon: 'hour', act: 'queue.read', go: 'c', also: ['their answer', 'silence of the person'] },
  { path: '/inquiries', q: 'waiting:agency', waits: 'agency', name: 'Waiting: agency', icon: 'send', act: 'queue.read', go: 'f', also: ['unanswered referrals', 'no reply yet'] },
  { path: '/saved-views', name: 'Saved views', icon: 'mark', act: 'queue.read', go: '1', also: ['searches', 'filters'] },
  { path: '/tasks', name: 'Tasks', icon: 'list', act: 'task.work', tasks: true, go: '2', also: ['to do', 'remind me'] },
  { path: '/shift-end', name: 'End of shift', icon: 'door', act: 'queue.change', go: 'e', also: ['hand over', 'go home'] },
  { path: '/team', name: 'Team', icon: 'sun', act: 'queue.change', go: 'j', also: ['on duty', 'shift notes'] },
  { path: '/load', name: 'Load', icon: 'chart', act: 'load.read', go: 'q', also: ['workload', 'who has how much'] },
  { path: '/reviews', name: 'Reviews', icon: 'form', act: 'quality.read', go: '3', also: ['quality', 'coaching'] },
  { path: '/new-request', name: 'New request', icon: 'phone', act: 'inquiry.take-down', phone: true, go: 'r', also: ['phone call', 'walk-in'] },
  { path: '/ready-texts', name: 'Ready texts', icon: 'note', act: 'template.change', go: 'x', also: ['templates', 'canned answers'] },
  { path: '/skips', name: 'Skipped', icon: 'undo', act: 'skip.read', go: 'k', also: ['passed over', 'reasons'] },
  { path: '/follow-up', name: 'Follow-ups', icon: 'clock', act: 'follow-up.read', go: 'u', also: ['due', 'call back'] },
  { path: '/directory', name: 'To confirm', icon: 'confirm', act: 'directory.steward', phone: true, go: 'd', also: ['suggested', 'steward'] },
  { path: '/checks', name: 'Still right?', icon: 'check', act: 'directory.steward', phone: true, go: 'h', also: ['verify', 'checks'] },
  { path: '/listings', name: 'Listings', icon: 'search', act: 'directory.steward', phone: true, go: 'l', also: ['services', 'directory'] },
  { path: '/imports', name: 'Imports', icon: 'inward', act: 'directory.import', phone: true, go: 'i', also: ['load', 'files'] },
  { path: '/vocabularies', name: 'Vocabularies', icon: 'book', act: 'directory.steward', go: 'y', also: ['taxonomy', 'terms'] },
  { path: '/audit', name: 'Audit', icon: 'shield', act: 'audit.read', phone: true, go: 't', also: ['log', 'who did what'] },
  { path: '/staff', name: 'People', icon: 'peer', act: 'account.manage', phone: true, go: 'p', also: ['staff', 'accounts'] },
  { path: '/mailbox', name: 'Mailbox', icon: 'mail', act: 'mailbox.read', phone: true, go: 'b', also: ['letters', 'mail'] },
  { path: '/agencies', name: 'Agencies', icon: 'house', act: 'agency.read', go: 'g', also: ['partners', 'organizations'] },
  { path: '/words', name: 'What words mean', icon: 'text', act: 'directory.read', go: 'w', also: ['lexicon', 'phrases'] },
  { path: '/ordering', name: 'Order of places', icon: 'rows', act: 'ordering.read', go: 'o', also: ['weights', 'ranking'] },
  { path: '/settings', name: 'Settings', icon: 'gear', act: 'settings.read', phone: true, go: 's', also: ['hours', 'crisis lines'] },
];
