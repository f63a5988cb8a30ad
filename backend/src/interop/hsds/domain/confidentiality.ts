/** What tells that a place must not be found. */
export interface PlaceSigns {
  /** Name and description of the service and the place. */
  words: string;
  streets: readonly string[];
  /** Codes of its terms, of any taxonomy. */
  terms: readonly string[];
}

const VIOLENCE = /domestic (?:violence|abuse)|intimate partner violence|battered|safe ?house|(?:sexual assault|rape) (?:crisis|treatment)|human trafficking|violencia (?:dom[eé]stica|familiar)/i;
const SHELTER = /\b(?:shelters?|refugio|transitional housing for (?:women|survivors))\b/i;
const OTHER_SHELTERS = /\b(?:animal|pet|hurricane|storm|evacuation|picnic|bus|tax|bird)\s+shelters?\b/gi;
const WITHHELD = /\b(?:confidential|undisclosed|address withheld)\b/i;
const TERMS = ['dv-advocacy', 'domestic-violence', 'survivors-only'];

/** Shelters, services for survivors of violence, and addresses that say so themselves are hidden until a steward decides (directory.md, pitfall 11). */
export const isConfidential = ({ words, streets, terms }: PlaceSigns): boolean =>
  streets.some((street) => WITHHELD.test(street)) || terms.some((term) => TERMS.includes(term)) || VIOLENCE.test(words) || SHELTER.test(words.replace(OTHER_SHELTERS, ' '));

/** A street line that is a remark, not an address. */
export const isWithheld = (street: string): boolean => /^\W*(?:confidential|undisclosed|address withheld|withheld)/i.test(street);
