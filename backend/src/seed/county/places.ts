/** Towns and ZIP codes of Fairfield County, Connecticut: real geography, so that distances work. Bigger towns stand more often. */
export const TOWNS: readonly (readonly [zip: string, town: string])[] = [
  ['06604', 'Bridgeport'], ['06605', 'Bridgeport'], ['06606', 'Bridgeport'], ['06608', 'Bridgeport'], ['06610', 'Bridgeport'], ['06614', 'Stratford'], ['06615', 'Stratford'], ['06611', 'Trumbull'],
  ['06612', 'Easton'], ['06468', 'Monroe'], ['06470', 'Newtown'], ['06482', 'Sandy Hook'], ['06484', 'Shelton'], ['06801', 'Bethel'], ['06804', 'Brookfield'], ['06810', 'Danbury'], ['06811', 'Danbury'],
  ['06810', 'Danbury'], ['06812', 'New Fairfield'], ['06784', 'Sherman'], ['06820', 'Darien'], ['06824', 'Fairfield'], ['06825', 'Fairfield'], ['06830', 'Greenwich'], ['06840', 'New Canaan'],
  ['06850', 'Norwalk'], ['06851', 'Norwalk'], ['06854', 'Norwalk'], ['06855', 'Norwalk'], ['06877', 'Ridgefield'], ['06880', 'Westport'], ['06883', 'Weston'], ['06896', 'Redding'], ['06897', 'Wilton'],
  ['06901', 'Stamford'], ['06902', 'Stamford'], ['06905', 'Stamford'], ['06906', 'Stamford'], ['06907', 'Stamford'],
];

/** ZIP codes of the county, as a service area names them: Connecticut's planning regions cut across the former county. */
export const COUNTY_ZIPS: readonly string[] = [...new Set([...TOWNS.map(([zip]) => zip), '06607', '06807', '06831', '06853', '06870', '06878', '06890', '06903'])].sort();

export const STREETS: readonly string[] = ['Alder Street', 'Millrace Road', 'Quarry Lane', 'Ferry Street', 'Chapel Street', 'Orchard Avenue', 'Depot Street', 'Old Mill Road', 'Linden Avenue', 'Harbor View', 'Foundry Street', 'Meadow Street', 'Elm Terrace', 'Ropewalk Lane', 'Canal Street', 'Beacon Hill Road', 'Station Place', 'Hatters Lane'];

/** First words of invented organizations. */
export const NAMES: readonly string[] = [
  'Alder', 'Heron', 'Cedar Bend', 'Lantern', 'Tidewater', 'Saltmarsh', 'Quarry Hill', 'Millrace', 'Fernwood', 'Bluestone', 'Sparrow', 'Driftwood', 'Copper Beech', 'Long Meadow', 'Harborlight', 'Stonebridge', 'Willow Run', 'Kestrel',
  'Marigold', 'Oyster Point', 'Pilot Hill', 'Juniper', 'Foxglove', 'Wren', 'Ember', 'Northlight', 'Hollow Oak', 'Sandpiper', 'Thistle', 'Rowan', 'Larkspur', 'Cattail', 'Meadowlark', 'Ironwood', 'Osprey', 'Bayberry', 'Tamarack', 'Gray Gull',
];

/** Kinds of invented organizations: how many, and what stands behind the first word. */
export const ORGANIZATIONS = {
  peer: { many: 26, suffixes: ['Peer Network', 'Recovery Community', 'Peer Center', 'Mutual Support Collective', 'Clubhouse', 'Peer Alliance'], about: 'A peer-led nonprofit: staff and volunteers have been through it themselves.' },
  family: { many: 10, suffixes: ['Family Alliance', 'Family Partners', 'Parents Together'], about: 'Families who look after one another, with training and support from parents who have been there.' },
  clinic: { many: 24, suffixes: ['Counseling', 'Behavioral Health', 'Psychotherapy Associates', 'Wellness Clinic', 'Guidance Center'], about: 'An outpatient practice for mental health and substance use.' },
  hospital: { many: 5, suffixes: ['Regional Hospital', 'Medical Center'], about: 'A general hospital with a department of psychiatry.' },
  recovery: { many: 11, suffixes: ['Recovery Center', 'Treatment Services', 'Recovery House'], about: 'Treatment and recovery support for people who use alcohol or other drugs.' },
  crisis: { many: 5, suffixes: ['Crisis Services', 'Crisis Response'], about: 'Help in the hours when it cannot wait.' },
  safety: { many: 6, suffixes: ['Safe Harbor', 'Survivor Services', 'Center for Safety'], about: 'Confidential help for people hurt by someone close to them.' },
  youth: { many: 11, suffixes: ['Youth Project', 'Young Minds', 'School Partnership', 'Youth Bureau'], about: 'Works with young people, at school, at home and after hours.' },
  elder: { many: 6, suffixes: ['Senior Services', 'Elder Care Network'], about: 'For older adults and those who look after them.' },
  veteran: { many: 4, suffixes: ['Veterans Outpost', 'Veterans Community'], about: 'Veterans helping veterans and their families.' },
  culture: { many: 7, suffixes: ['Multicultural Center', 'New Neighbors', 'Casa Comunitaria'], about: 'A community organization for people who came from elsewhere.' },
  home: { many: 5, suffixes: ['Housing Action', 'Street Outreach'], about: 'Housing and outreach for people without a stable home.' },
} as const satisfies Record<string, { many: number; suffixes: readonly string[]; about: string }>;

export type OrganizationKind = keyof typeof ORGANIZATIONS;
