const [EASTERN, CENTRAL, MOUNTAIN, PACIFIC] = ['America/New_York', 'America/Chicago', 'America/Denver', 'America/Los_Angeles'];

/** The zone of most of a state, by 49 CFR 71 and, for those that keep no summer time, 15 U.S.C. 260a. */
const STATES: Readonly<Record<string, string>> = {
  ...each('CT DC DE FL GA IN KY MA MD ME MI NC NH NJ NY OH PA RI SC VA VT WV', EASTERN),
  ...each('AL AR IA IL KS LA MN MO MS ND NE OK SD TN TX WI', CENTRAL),
  ...each('CO ID MT NM UT WY', MOUNTAIN),
  ...each('CA NV OR WA', PACIFIC),
  ...{ AZ: 'America/Phoenix', AK: 'America/Anchorage', HI: 'Pacific/Honolulu' },
  ...{ PR: 'America/Puerto_Rico', VI: 'America/St_Thomas', GU: 'Pacific/Guam', MP: 'Pacific/Saipan', AS: 'Pacific/Pago_Pago' },
};

/** Counties that do not keep their state's. */
const COUNTIES: Readonly<Record<string, string>> = {
  ...within('FL', CENTRAL, 'Bay, Calhoun, Escambia, Holmes, Jackson, Okaloosa, Santa Rosa, Walton, Washington'),
  ...within('IN', CENTRAL, 'Gibson, Jasper, Lake, LaPorte, Newton, Perry, Porter, Posey, Spencer, Starke, Vanderburgh, Warrick'),
  ...within('KY', CENTRAL, 'Adair, Allen, Ballard, Barren, Breckinridge, Butler, Caldwell, Calloway, Carlisle, Christian, Clinton, Crittenden, Cumberland, Daviess, Edmonson, Fulton, Graves, Grayson, Green, Hancock, Hart, Henderson, Hickman, Hopkins, Livingston, Logan, Lyon, Marshall, McCracken, McLean, Metcalfe, Monroe, Muhlenberg, Ohio, Russell, Simpson, Todd, Trigg, Union, Warren, Webster'),
  ...within('MI', CENTRAL, 'Dickinson, Gogebic, Iron, Menominee'),
  ...within('TN', EASTERN, 'Anderson, Blount, Bradley, Campbell, Carter, Claiborne, Cocke, Grainger, Greene, Hamblen, Hamilton, Hancock, Hawkins, Jefferson, Johnson, Knox, Loudon, McMinn, Meigs, Monroe, Morgan, Polk, Rhea, Roane, Scott, Sevier, Sullivan, Unicoi, Union, Washington'),
  ...within('ID', PACIFIC, 'Benewah, Bonner, Boundary, Clearwater, Kootenai, Latah, Lewis, Nez Perce, Shoshone'),
  ...within('KS', MOUNTAIN, 'Greeley, Hamilton, Sherman, Wallace'),
  ...within('ND', MOUNTAIN, 'Adams, Billings, Bowman, Golden Valley, Grant, Hettinger, Slope, Stark'),
  ...within('NE', MOUNTAIN, 'Arthur, Banner, Box Butte, Chase, Cheyenne, Dawes, Deuel, Dundy, Garden, Grant, Hooker, Keith, Kimball, Morrill, Perkins, Scotts Bluff, Sheridan, Sioux'),
  ...within('OR', MOUNTAIN, 'Malheur'),
  ...within('SD', MOUNTAIN, 'Bennett, Butte, Corson, Custer, Dewey, Fall River, Haakon, Harding, Jackson, Lawrence, Meade, Oglala Lakota County, Oglala Lakota, Pennington, Perkins, Ziebach'),
  ...within('TX', MOUNTAIN, 'El Paso, Hudspeth'),
};

/** Counties with two zones, or where people keep another than the law: nobody can say by the county. */
const DIVIDED = new Set(['Apache, AZ', 'Coconino, AZ', 'Navajo, AZ', 'Chambers, AL', 'Lee, AL', 'Russell, AL', 'Gulf, FL', 'Idaho, ID', 'Dunn, ND', 'McKenzie, ND', 'Sioux, ND', 'Cherry, NE', 'Stanley, SD', 'Aleutians West (CA), AK', 'Aleutians West, AK']);

function each(states: string, zone: string): Record<string, string> {
  return Object.fromEntries(states.split(' ').map((state) => [state, zone]));
}
function within(state: string, zone: string, counties: string): Record<string, string> {
  return Object.fromEntries(counties.split(', ').map((county) => [`${county}, ${state}`, zone]));
}

/** Where a place is, as far as it may be told. */
export interface Whereabouts {
  /** Such as `Fairfield, CT`. */
  county: string | null;
  /** Two letters. */
  state: string | null;
}

/** The IANA zone of a place: of its county, else of its state, else `home`, the desk's. Null where it cannot be told. */
export function zoneOf({ county, state }: Whereabouts, home: string | null): string | null {
  if (county && DIVIDED.has(county)) return null;
  return COUNTIES[county ?? ''] ?? STATES[state ?? ''] ?? home;
}
