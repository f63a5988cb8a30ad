/** The hard rules of the vocabulary once more, on HSDS itself: whoever wrote the product's own would make the same mistake twice. */

import type { Answers } from '../src/matching/domain/answers.js';

interface Term {
  taxonomy: string;
  code: string;
}
export interface RawService {
  id: string;
  name: string;
  description?: string;
  status: string;
  minimum_age?: number;
  maximum_age?: number;
  interpretation_services?: string;
  organization?: { id: string };
  languages?: { code: string }[];
  service_areas?: { extent_type: string; extent: string; description?: string }[];
  service_at_locations?: { location: { accessibility?: { description: string }[] } }[];
  attributes?: { taxonomy_term: Term }[];
}
/** A ZIP code's county and state as areas write them, such as `Placer, CA`. */
export type County = (zip: string) => string | undefined;

const terms = (service: RawService, taxonomy: string): string[] => (service.attributes ?? []).map(({ taxonomy_term: term }) => term).filter((term) => term.taxonomy === taxonomy).map(({ code }) => code);

function isFar(service: RawService, zip: string, county: County): boolean {
  const areas = service.service_areas ?? [];
  const here = county(zip);
  if (!areas.length || !here) return false;
  return !areas.some(({ extent_type: type, extent, description = '' }) => type === 'nation' || extent === `US-${here.slice(-2)}` || extent === here || description.split(/\s+/).includes(zip));
}

/** Groups for relatives, and classes for parents, are judged by the asker, whose age is not asked. */
function isForAsker(service: RawService, whom: string | null | undefined): boolean {
  const forRelatives = terms(service, 'eligibility-restriction').some((code) => ['loved-ones-only', 'caregivers-only'].includes(code));
  const forParents = terms(service, 'population').some((code) => ['parents', 'caregivers'].includes(code)) && (service.minimum_age ?? 0) >= 12;
  return Boolean(whom) && whom !== 'self' && (forRelatives || forParents);
}

function isWrongAge(service: RawService, { age, for: whom }: Answers): boolean {
  if (typeof age !== 'number' || isForAsker(service, whom)) return false;
  return age < (service.minimum_age ?? 0) || age > (service.maximum_age ?? Infinity);
}

const hasInterpreters = (service: RawService): boolean => Boolean(service.interpretation_services) || terms(service, 'feature').includes('interpreter-phone');

function isOtherLanguage(service: RawService, { language, language_required: required }: Answers): boolean {
  const spoken = (service.languages ?? []).map(({ code }) => code);
  if (!required || !language || !spoken.length || spoken.includes(language)) return false;
  if (language === 'ase') return !terms(service, 'feature').includes('asl-interpreter');
  return language === 'en' || !hasInterpreters(service);
}

function isOtherPayment(service: RawService, { payment, payment_required: required }: Answers): boolean {
  const taken = terms(service, 'payment');
  if (!required || !payment || !taken.length || taken.includes('free')) return false;
  if (payment === 'uninsured') return !taken.includes('sliding-scale');
  return ['medicaid', 'medicare', 'private', 'tricare', 'va'].includes(payment) && !taken.includes(payment);
}

function isOtherGroup(service: RawService, { veteran, lgbtq, payment }: Answers): boolean {
  const only = terms(service, 'eligibility-restriction');
  if (veteran === 'no' && (only.includes('veterans-only') || (only.includes('military-or-family-only') && payment !== 'tricare' && payment !== 'va'))) return true;
  return lgbtq === 'no' && only.includes('lgbtq-only');
}

function hasSteps(service: RawService, { accessibility, format }: Answers): boolean {
  const places = service.service_at_locations ?? [];
  if (!accessibility?.includes('wheelchair') || !places.length) return false;
  if (format !== 'in_person' && terms(service, 'delivery').some((way) => way !== 'in-person')) return false;
  return places.every(({ location }) => (location.accessibility ?? []).some(({ description }) => /^not wheelchair/i.test(description)));
}

/** Whether the service may not be offered for these answers (H1 to H7). What nobody knows is no violation. */
export function violates(service: RawService, answers: Answers, county: County): boolean {
  if (service.status !== 'active' || terms(service, 'intake-status').includes('paused')) return true;
  if (answers.zip && isFar(service, answers.zip, county)) return true;
  return [isWrongAge, isOtherLanguage, isOtherPayment, isOtherGroup, hasSteps].some((rule) => rule(service, answers));
}
