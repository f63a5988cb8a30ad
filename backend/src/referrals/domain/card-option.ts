import type { PhoneView, PlaceView, ServiceView } from '../../directory/index.js';
import type { CardOption } from '../referral.dto.js';

const PHONES = 2;
const HOURS = 4;

/** What a card says of a listing. */
export const cardOption = (service: ServiceView): CardOption => ({
  name: service.name,
  organization: service.organization,
  phones: service.phones.filter(({ type }) => type !== 'fax').slice(0, PHONES).map(phoneText),
  address: addressOf(service.places),
  hours: service.hours.slice(0, HOURS),
  howToBegin: service.application,
  cost: service.fees,
});

const phoneText = ({ number, extension }: PhoneView): string => (extension ? `${number}, extension ${extension}` : number);

/** The first open place. A hidden one has no line, a partial one only its town. */
function addressOf(places: readonly PlaceView[]): string | null {
  const place = places.find(({ street }) => street) ?? places.find(({ confidentiality, city }) => confidentiality !== 'hidden' && city);
  if (!place) return null;
  return [place.street, place.city, [place.state, place.zip].filter(Boolean).join(' ')].filter(Boolean).join(', ') || null;
}
