import type { QueueCounts } from '../api/types';
import type { IconName } from '../ui/icons';

/** A line of the rail. It is there when the roles allow its act. */
export interface Place { path: string; view?: keyof QueueCounts; name: string; icon: IconName; act: string; phone?: boolean }

export const PLACES: readonly Place[] = [
  { path: '/inquiries', view: 'all', name: 'All requests', icon: 'inbox', act: 'queue.read', phone: true },
  { path: '/inquiries', view: 'new', name: 'New, nobody yet', icon: 'bolt', act: 'queue.read', phone: true },
  { path: '/inquiries', view: 'mine', name: 'Mine', icon: 'user', act: 'queue.read', phone: true },
  { path: '/inquiries', view: 'review', name: 'To check', icon: 'eye', act: 'queue.read' },
  { path: '/inquiries', view: 'snoozed', name: 'Snoozed', icon: 'moon', act: 'queue.read' },
  { path: '/follow-up', name: 'Follow-ups', icon: 'clock', act: 'follow-up.read' },
  { path: '/directory', name: 'To confirm', icon: 'confirm', act: 'directory.steward', phone: true },
  { path: '/checks', name: 'Still right?', icon: 'check', act: 'directory.steward', phone: true },
  { path: '/listings', name: 'Listings', icon: 'search', act: 'directory.steward', phone: true },
  { path: '/imports', name: 'Imports', icon: 'inward', act: 'directory.import', phone: true },
  { path: '/vocabularies', name: 'Vocabularies', icon: 'book', act: 'directory.steward' },
  { path: '/audit', name: 'Audit', icon: 'shield', act: 'audit.read', phone: true },
  { path: '/staff', name: 'People', icon: 'peer', act: 'account.manage', phone: true },
  { path: '/mailbox', name: 'Mailbox', icon: 'mail', act: 'mailbox.read', phone: true },
  { path: '/agencies', name: 'Agencies', icon: 'house', act: 'agency.read' },
  { path: '/words', name: 'What words mean', icon: 'text', act: 'directory.read' },
  { path: '/ordering', name: 'Order of places', icon: 'rows', act: 'ordering.read' },
  { path: '/settings', name: 'Settings', icon: 'gear', act: 'settings.read', phone: true },
];
