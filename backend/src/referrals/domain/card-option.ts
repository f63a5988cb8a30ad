import type { HoursRow, Opening, PeerView, PhoneView, PlaceView, ScheduledService, ServiceView } from '../../directory/index.js';
import type { CardOption } from '../referral.dto.js';

const PHONES = 2;
/** Lines of hours on a card: a week of days with a break. */
const HOURS = 14;

/** How a place is reached, as a card says it, but not yet in words: a page says it in its own language. */
export interface WayThere extends Pick<CardOption, 'address' | 'howToBegin' | 'cost'> {
  phones: Pick<PhoneView, 'number' | 'extension'>[];
  hours: HoursRow[];
  /** Where it is a line: who answers it, and what it does without being asked. */
  line: Pick<PeerView, 'line' | 'dispatch' | 'callsADay'> | null;
  /** Of the moment in which the page was asked for; a card to keep says the hours alone. */
  opening: Opening;
}

/** What a page says of a listing to the person who chose it: all of its hours, closed days and words with them, which stand last. */
export const wayThere = ({ service, schedule, opening }: ScheduledService): WayThere => {
  const { peer, application: howToBegin, fees: cost } = service;
  return { address: addressOf(service.places), howToBegin, cost, phones: phonesOf(service), hours: schedule, line: peer?.line ? peer : null, opening };
};

/** What a card says of a listing. `line`: what its line does, in words; empty where there is none. */
export const cardOption = (service: ServiceView, line: string): CardOption => ({
  name: service.name,
  organization: service.organization,
  phones: phonesOf(service).map(phoneText),
  address: addressOf(service.places),
  hours: service.hours.slice(0, HOURS),
  howToBegin: service.application,
  cost: service.fees,
  line: line || null,
});

const phonesOf = ({ phones }: ServiceView): PhoneView[] => phones.filter(({ type }) => type !== 'fax').slice(0, PHONES);
const phoneText = ({ number, extension }: PhoneView): string => (extension ? `${number}, extension ${extension}` : number);

/** The first open place. A hidden one has no line, a partial one only its town. */
function addressOf(places: readonly PlaceView[]): string | null {
  const place = places.find(({ street }) => street) ?? places.find(({ confidentiality, city }) => confidentiality !== 'hidden' && city);
  if (!place) return null;
  return [place.street, place.city, [place.state, place.zip].filter(Boolean).join(' ')].filter(Boolean).join(', ') || null;
}
