import type { EditPeer } from '../api/match-types';

/** What has one answer of a few; empty is not known. */
export const CHOICES = [
  { field: 'certified', name: 'Certified', of: [['yes', 'Yes'], ['no', 'No']] },
  { field: 'openTo', name: 'A group for', of: [['person', 'The person, no relatives'], ['family', 'Relatives and friends'], ['both', 'Both']] },
  { field: 'joining', name: 'To join', of: [['drop-in', 'Just come'], ['registration', 'Sign up first']] },
  { field: 'line', name: 'Who answers its line', of: [['clinical', 'Clinicians'], ['volunteer', 'Volunteers'], ['peer', 'Peers']] },
  { field: 'dispatch', name: 'May the line send help without asking?', of: [['yes', 'Yes, it may'], ['no', 'No, never without consent']] },
] as const satisfies readonly { field: keyof EditPeer; name: string; of: readonly (readonly [string, string])[] }[];

/** What is written in words or numbers; empty is not known. */
export const WRITTEN = [
  { field: 'credential', name: 'Title of the certificate', number: false },
  { field: 'credentialState', name: 'State of the certificate (two letters)', number: false },
  { field: 'size', name: 'People in a group', number: true },
  { field: 'trainedBy', name: 'Who trained the one who leads it', number: false },
  { field: 'callsADay', name: 'Calls a day for one person', number: true },
] as const satisfies readonly { field: keyof EditPeer; name: string; number: boolean }[];
