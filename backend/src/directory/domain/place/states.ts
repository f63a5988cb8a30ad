import { slips } from './near-names.js';

/** States, the District, the territories whose post is domestic, and the military's post (USPS Publication 28, appendix B), with how people shorten the longer names. */
const WRITTEN = `AL Alabama/Ala, AK Alaska, AZ Arizona/Ariz, AR Arkansas/Ark, CA California/Calif/Cal, CO Colorado/Colo, CT Connecticut/Conn, DE Delaware/Del, DC District of Columbia/D C, FL Florida/Fla,
GA Georgia, HI Hawaii, ID Idaho, IL Illinois/Ill, IN Indiana/Ind, IA Iowa, KS Kansas/Kan/Kans, KY Kentucky, LA Louisiana, ME Maine, MD Maryland, MA Massachusetts/Mass, MI Michigan/Mich, MN Minnesota/Minn,
MS Mississippi/Miss, MO Missouri, MT Montana/Mont, NE Nebraska/Neb/Nebr, NV Nevada/Nev, NH New Hampshire/N H, NJ New Jersey/N J, NM New Mexico/N M, NY New York/N Y, NC North Carolina/N C, ND North Dakota/N D,
OH Ohio, OK Oklahoma/Okla, OR Oregon/Ore, PA Pennsylvania/Penn/Penna, PR Puerto Rico/P R, RI Rhode Island/R I, SC South Carolina/S C, SD South Dakota/S D, TN Tennessee/Tenn, TX Texas/Tex, UT Utah, VT Vermont,
VA Virginia, WA Washington/Wash, WV West Virginia/W Va, WI Wisconsin/Wis/Wisc, WY Wyoming/Wyo, AS American Samoa, GU Guam, MP Northern Mariana Islands, VI Virgin Islands/US Virgin Islands, FM Micronesia, MH Marshall Islands, PW Palau,
AA Armed Forces Americas, AE Armed Forces Europe, AP Armed Forces Pacific`;

const ROWS = WRITTEN.split(/,\s+/).map((row) => ({ code: row.slice(0, 2), names: row.slice(3).split('/') }));

const BY_NAME: ReadonlyMap<string, string> = new Map(ROWS.flatMap(({ code, names }) => [code, ...names].map((name) => [name.toLowerCase(), code])));

/** The two letters of a state by code, name or common abbreviation; points and case do not matter. */
export const stateCode = (written: string): string | undefined => BY_NAME.get(written.replace(/\./g, ' ').replace(/\s+/g, ' ').trim().toLowerCase());

const WRITTEN_OUT = ROWS.flatMap(({ code, names: [name = ''] }) => ({ code, name: name.toLowerCase(), most: name.length > 8 ? 2 : 1 })).filter(({ name }) => name.length > 5);

/** The state whose name a misspelt one comes nearest to, one slip away or, of a long name, two. */
export function nearState(written: string): string | undefined {
  const said = written.toLowerCase();
  const near = WRITTEN_OUT.map(({ code, name, most }) => ({ code, most, away: slips(said, name, most) })).filter(({ away, most }) => away <= most);
  return near.sort((a, b) => a.away - b.away)[0]?.code;
}
