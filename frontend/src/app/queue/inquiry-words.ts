import type { InquiryView } from '../api/types';
import { AGE_WORDS, ASKER_WORDS, word } from '../ui/words';

export interface Flag { look: 'urgent' | 'caution'; title: string; text: string }

const SAFETY: Readonly<Record<string, Flag>> = {
  no: { look: 'urgent', title: 'Not safe right now.', text: 'They said so on the form. Help numbers were shown to them. Call at once, by the ways above only.' },
  unsure: { look: 'caution', title: 'Not sure whether they are safe.', text: 'Ask first when you reach them.' },
};

const SAID_AT_DESK: Flag = { look: 'urgent', title: 'Not safe right now.', text: 'They said so to whoever wrote it down. Call at once, by the ways above only.' };

const safetyOf = (safety: string, cameBy: string | null): Flag | undefined => (safety === 'no' && (cameBy ?? 'form') !== 'form' ? SAID_AT_DESK : SAFETY[safety]);

/** What changes how one works on this request, each a sentence with what to do. */
export function flagsOf(inquiry: InquiryView): Flag[] {
  const { safety, minor, minorsProtocol, dv, sud, staff, review, cameBy } = inquiry;
  const flags: (Flag | false | undefined)[] = [
    safetyOf(safety, cameBy),
    minor && { look: 'caution', title: 'Under 18.', text: minorsProtocol ?? 'The desk has not written down a protocol for minors yet. Ask your supervisor first.' },
    dv && { look: 'caution', title: 'Violence at home may be part of this.', text: 'Only by the ways above. Never name us to anybody else.' },
    sud && { look: 'caution', title: 'About alcohol or drugs.', text: 'Share nothing without their written agreement (42 CFR Part 2).' },
    staff && { look: 'caution', title: 'This may be a colleague.', text: 'Only people with the restricted right see it.' },
    review !== null && { look: 'caution', title: 'Perhaps not sent by a person.', text: 'Read it as if it were. If it is not real, give it back with a reason.' },
  ];
  return flags.filter((flag): flag is Flag => !!flag);
}

export function personOf({ facts, town, zip, ageBand }: InquiryView): string {
  const age = facts.age.value ?? ageBand;
  const parts = [age ? `Age ${word(AGE_WORDS, age)}` : 'Age not known', town ?? zip ?? 'place not given'];
  return `${parts.join(', ')}.`;
}

const KNOWS: Readonly<Record<string, string>> = { yes: 'They know about this request.', no: 'They do not know about this request. Never mention it to them first.', unsure: 'Not sure whether they know about this request.' };

/** Who asks for somebody else; null when they ask for themselves. */
export function helperOf({ asker, knows }: InquiryView): { who: string; knows: string } | null {
  if (asker === 'self') return null;
  return { who: `${word(ASKER_WORDS, asker)}.`, knows: asker === 'undisclosed' ? '' : (KNOWS[knows ?? ''] ?? 'They did not say whether the person knows.') };
}
