import { Injectable } from '@nestjs/common';
import { Clock, Db } from '../platform/index.js';
import { HOME_STATES, ZIP_LINES } from './directory.sql.js';
import { Gazetteer, labelOf, type NamedPlace, type PlacesFound, type ZipLine } from './domain/place/gazetteer.js';
import { PlacesView } from './places.dto.js';

/** What is listed may move to other states; it does so slowly. */
const HOME_KEPT_MS = 10 * 60_000;

/** Places by their names, looked up in memory: what somebody types is sent nowhere and written down nowhere. */
@Injectable()
export class Places {
  private read: Promise<Gazetteer> | undefined;
  private home: { states: Promise<string[]>; until: number } | undefined;

  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** All names of the ZIP table; read once. An empty table is read again the next time. */
  async names(): Promise<Gazetteer> {
    this.read ??= this.db.aside<ZipLine>(ZIP_LINES).then((lines) => new Gazetteer(lines));
    const names = await this.read.catch((error: unknown) => this.forget(error));
    if (!names.size) this.read = undefined;
    return names;
  }

  /** What a text may mean, with places of the states where most is listed first. */
  async find(text: string): Promise<PlacesFound> {
    const names = await this.names();
    return names.find(text, await this.homeStates());
  }

  async view(text: string): Promise<PlacesView> {
    return PlacesView.of(await this.find(text));
  }

  /** The one place of just this label ("Norwalk, CT", "Fairfield County, CT", "06854"); undefined when there is none. */
  async labelled(label: string): Promise<NamedPlace | undefined> {
    const { certainty, places } = (await this.names()).find(label);
    return certainty === 'sure' ? places.find((place) => labelOf(place) === label) : undefined;
  }

  private homeStates(): Promise<string[]> {
    const now = this.clock.now().getTime();
    if (!this.home || this.home.until < now) this.home = { until: now + HOME_KEPT_MS, states: this.db.aside<{ state: string }>(HOME_STATES).then((rows) => rows.map(({ state }) => state)) };
    return this.home.states;
  }

  private forget(error: unknown): never {
    this.read = undefined;
    throw error;
  }
}
