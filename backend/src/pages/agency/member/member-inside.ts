import type { OpenLink, OpenMember } from '../../../partners/index.js';
import type { Inside } from '../listing/listing-screen.service.js';

/** A member in their account. */
export interface MemberInside extends Inside {
  member: OpenMember;
}

/** What the frame knows of who stands at the door: no agency yet. */
export const AT_DOOR: OpenLink = { id: '', agencyId: '', agency: '', purpose: 'invitation', disclosureId: null, about: null, invited: null, serviceId: null, ended: null, mailbox: null, answeredAt: null, codeWaits: false };
