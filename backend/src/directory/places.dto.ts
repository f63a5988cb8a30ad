import { IsString, MaxLength } from 'class-validator';
import { labelOf, type NamedPlace, type PlacesFound } from './domain/place/gazetteer.js';

/** What somebody typed: a ZIP code, a town, a county, with a state or without. It is kept nowhere. */
export class FindPlaces {
  @IsString() @MaxLength(80)
  text: string;
}

export class PlaceNameView {
  /** Such as `Norwalk, CT`, `Fairfield County, CT`, `06854`: it finds just this place again. */
  label: string;
  kind: NamedPlace['kind'];
  /** The town of a ZIP code, so that people know it again; null for towns and counties. */
  town: string | null;
}

export class PlacesView {
  /** `sure`: one place. `several` have this name: somebody chooses. `like`: none has it, these come near. `none`. */
  certainty: PlacesFound['certainty'];
  /** Best first, at most eight. */
  places: PlaceNameView[];

  static of({ certainty, places }: PlacesFound): PlacesView {
    return { certainty, places: places.map((place) => ({ label: labelOf(place), kind: place.kind, town: townOf(place) })) };
  }
}

function townOf({ kind, zips: [line] }: NamedPlace): string | null {
  return kind === 'zip' && line ? `${line.city}, ${line.state}` : null;
}
