import type { SettingsView } from '../../settings/index.js';

const WORKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR'] as const;

/** The invented county's desk. */
export const DEMO_SETTINGS: Omit<SettingsView, 'version' | 'dutyVersion' | 'linesConfirmedAt' | 'linesConfirmedBy' | 'formOpen'> = {
  name: 'Alder County Referral Desk',
  phone: '555-0100',
  zone: 'America/New_York',
  hours: WORKDAYS.map((day) => ({ day, opens: '08:00', closes: '18:00' })),
  holidays: [],
  onCallEmail: 'on-call@example.org',
  supervisorEmail: 'supervisor@example.org',
  dutyText: 'If you tell us that a child or an older person is being hurt, we must tell the county. We will talk with you first when we can.',
  dutyOn: true,
  minorsProtocol: 'Under 18: speak with the young person first, in the way they said is safe. Do not call a parent without their yes. Ask a supervisor the same day. If a child is being hurt, the county must be told.',
};
