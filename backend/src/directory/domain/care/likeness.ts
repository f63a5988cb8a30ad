/** How alike two listings are in four ways. Names: the share of letters in threes that they have in common, 0 to 1. */
export interface Alike {
  name: number;
  organization: number;
  /** One of their telephone numbers is the same. */
  phone: boolean;
  /** One of their streets is the same. */
  street: boolean;
  /** One source brings both. */
  source: boolean;
}

/** One organization's programs share number and street and are still two: what counts first is the name. */
const LEAST_NAME = 0.55;
const WEIGHT = { name: 0.5, organization: 0.2, phone: 0.2, street: 0.1 } as const;
const LEAST = 0.7;

/** 0 to 1. */
export const likeness = ({ name, organization, phone, street }: Omit<Alike, 'source'>): number =>
  WEIGHT.name * name + WEIGHT.organization * organization + (phone ? WEIGHT.phone : 0) + (street ? WEIGHT.street : 0);

/** Whether a person should look if the two are one. Nothing is ever joined by itself. One source that names two streets means two sites. */
export const mayBeOne = (alike: Alike): boolean => alike.name >= LEAST_NAME && likeness(alike) >= LEAST && (alike.street || !alike.source);
