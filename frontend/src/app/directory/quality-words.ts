import type { QualityFigure } from '../api/match-types';

interface Words {
  name: string;
  /** What exactly it counts. */
  means: string;
  value: (figure: QualityFigure) => string;
}

/** Some are never told as none, nor all but some as all. */
function percent({ count, of }: QualityFigure): string {
  if (!of) return 'nothing to count';
  const share = Math.round(((count ?? 0) / of) * 100);
  if (share === 0 && count) return 'under 1 %';
  return share === 100 && (count ?? 0) < of ? 'over 99 %' : `${share} %`;
}
const perHundred = ({ count, of }: QualityFigure): string => (of ? `${Math.round(((count ?? 0) / of) * 1000) / 10} per 100` : `${count ?? 0}, and no referral yet`);
const days = ({ count }: QualityFigure): string => (count === null ? 'nothing to count' : Math.round(count) === 1 ? '1 day' : `${Math.round(count)} days`);
const ofAll = ({ count, of }: QualityFigure): string => `${count ?? 0} of ${of}`;

/** R24 of field.md 5: each figure with what it counts, so that nobody reads more into it. */
export const QUALITY: Readonly<Record<QualityFigure['code'], Words>> = {
  verified: { name: 'Checked by a person within a year', means: 'Active listings that their agency, or the desk by phone, web or visit, confirmed within 365 days. An import or a machine does not count.', value: percent },
  'by-source': { name: 'Checked by its source alone', means: 'Active listings whose source says that somebody checked them within 365 days, and nobody here did.', value: percent },
  never: { name: 'Never checked by anybody', means: 'Active listings without any day of checking.', value: percent },
  age: { name: 'Age of a check', means: 'Days since the last check, the middle one of all active listings that were ever checked.', value: days },
  doubted: { name: 'Found wrong, and not answered', means: 'Active listings with a finding against them that nobody has looked into since.', value: percent },
  'no-need': { name: 'Found by no need', means: 'Active listings that name no need, not even a suggested one: whoever looks for help by a need never sees them.', value: percent },
  bounced: { name: 'Addresses that came back', means: 'Agencies whose e-mail address refused a mail, of all that have one.', value: percent },
  reported: { name: 'Told wrong by the public', means: 'Corrections that the public sent within 365 days, beside referrals made in that time. Who looked without a referral counts above the line only.', value: perHundred },
  mended: { name: 'From told to mended', means: 'Days from a correction to its mending, the middle one of 365 days. What is still open does not count.', value: days },
  ghosts: { name: 'Ghosts', means: 'Referrals of 365 days that found nobody, no such help or no room, of all that were tried to an end or were accepted. Taken back ones do not count.', value: percent },
};

export const countWords = (figure: QualityFigure): string => (figure.code === 'age' || figure.code === 'mended' ? `of ${figure.of}` : ofAll(figure));

/** How many stand below, of which kind. */
export function rowWords(total: number, listings: boolean): string {
  if (total === 1) return listings ? '1 listing' : '1 agency';
  return `${total} ${listings ? 'listings' : 'agencies'}`;
}
