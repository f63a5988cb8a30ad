/** A shape on a map, as GeoJSON draws it (RFC 7946): polygons, each its outer ring and then its holes; positions are [longitude, latitude] in degrees, WGS 84. */
export interface Shape {
  /** West, south, east, north. */
  box: readonly [number, number, number, number];
  polygons: readonly (readonly (readonly (readonly [number, number])[])[])[];
}

/** Where a service takes people from. HSDS `service_area`, typed inside; on export as it was written, or text. */
export type ServiceArea =
  | { type: 'nation'; value: 'US' }
  /** ISO 3166-2, such as `US-CT`. */
  | { type: 'state'; value: string }
  /** County name and state, such as `Fairfield, CT`; `zips` names the county's ZIP codes when the source did. Connecticut's old counties and its planning regions are both names of one. */
  | { type: 'county'; value: string; zips: readonly string[] }
  /** A list of ZIP codes, as text with leading zeros. */
  | { type: 'zip'; zips: readonly string[] }
  /** Town and state, such as `Norwalk, CT`; `points` are the centroids of its ZIP codes, [latitude, longitude]. */
  | { type: 'town'; value: string; points: readonly (readonly [number, number])[] }
  | { type: 'shape'; shape: Shape }
  /** Told, but in words or a format that nothing can be compared with: it may hold anybody. */
  | { type: 'unknown' };
