/** Connecticut's counties until 2022; its other county names are the planning regions that took their place. */
const OLD_CONNECTICUT = ['Fairfield', 'Hartford', 'Litchfield', 'Middlesex', 'New Haven', 'New London', 'Tolland', 'Windham'];
const OWN_WORD = /\b(?:County|Parish|Borough|Municipality|Census Area|Region)$/;

/** Cities that belong to no county stand in the county's column of the ZIP table: "City of Richmond", "Salem (city)". They are towns. */
export const isIndependentCity = (county: string, state: string): boolean => /^City (?:of|and County of) |\(city\)?$/.test(county) || state === 'DC';

/** How people say a county of the ZIP table: "Fairfield County", "Orleans Parish", "Western Connecticut Planning Region", "Nome Census Area". */
export function countyLabel(county: string, state: string): string {
  const name = county.replace(/\s*\(CA\)$/, ' Census Area');
  if (OWN_WORD.test(name)) return name;
  if (state === 'CT' && !OLD_CONNECTICUT.includes(county)) return `${name} Planning Region`;
  return `${name} ${state === 'LA' ? 'Parish' : state === 'AK' ? 'Borough' : 'County'}`;
}
