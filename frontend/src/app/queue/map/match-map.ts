import { ChangeDetectionStrategy, Component, ViewEncapsulation, computed, effect, inject, input, linkedSignal, output, untracked } from '@angular/core';
import type { MatchView, MatchesView } from '../../api/match-types';
import { FIELD, around, isInside, moved, pathOf, pinsOf, place, scaleBar, statesIn, type MapView, type Pin } from './map-view';
import { Outlines } from './outlines';

const MOST_NAMES = 14;
const ZOOM = 1.6;
const WIDEST = 8;
const NEAREST = 6000;

/** Wide enough for its letters, and not under the buttons in one of the upper corners. */
function hasRoom({ name, x, y }: { name: string; x: number; y: number }): boolean {
  const [left, right, corner] = [x - 3 * name.length, x + 3 * name.length, y < 110 ? 85 : 0];
  return left > corner && right < FIELD.width - corner && y > 10 && y < FIELD.height - 4;
}

/**
 * Where the results are, on outlines of counties: no tiles, no street, nothing from elsewhere. A picture of the list and nothing more:
 * all that it shows stands there, with the same numbers, and by keyboard the list is the way.
 */
@Component({
  selector: 'desk-match-map',
  templateUrl: './match-map.html',
  styleUrl: './match-map.css',
  encapsulation: ViewEncapsulation.None,
  host: { class: 'map', role: 'region', 'aria-label': 'Map of the results' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MatchMap {
  readonly found = input.required<MatchesView>();
  readonly cursor = input(0);
  /** The place of a result in the list, from 0. */
  readonly picked = output<number>();
  readonly skipped = output();
  protected readonly outlines = inject(Outlines);
  protected readonly field = FIELD;
  private readonly all = computed(() => [...this.found().results.flatMap(({ points }) => points), ...(this.found().point ? [this.found().point as { lat: number; lon: number }] : [])]);
  private readonly whole = computed(() => around(this.all()));
  protected readonly view = linkedSignal<MapView | undefined>(() => this.whole());
  protected readonly pins = computed(() => this.drawn((view) => pinsOf(view, this.found().results)) ?? []);
  protected readonly asked = computed(() => this.drawn((view) => this.found().point && place(view, this.found().point?.lon ?? 0, this.found().point?.lat ?? 0)));
  protected readonly bar = computed(() => this.drawn(scaleBar));
  private readonly seen = computed(() => this.drawn((view) => statesIn(view, this.outlines.boxes())) ?? []);
  private readonly shown = computed(() => this.seen().flatMap((state) => this.outlines.known().get(state) ?? []));
  protected readonly edges = computed(() => this.drawn((view) => pathOf(view, this.shown().flatMap(({ edge }) => edge))) ?? '');
  protected readonly borders = computed(() => this.drawn((view) => pathOf(view, this.shown().flatMap(({ inner }) => inner))) ?? '');
  protected readonly names = computed(() => this.drawn((view) => this.namesIn(view)) ?? []);
  protected readonly said = computed(() => this.sentence());
  private held: { x: number; y: number } | undefined;

  constructor() {
    void this.outlines.start();
    effect(() => void this.outlines.want(this.seen()));
    effect(() => this.follow(this.found().results[this.cursor()]));
  }

  protected isHere({ numbers }: Pin): boolean {
    return numbers.includes(this.cursor() + 1);
  }

  protected zoom(by: 1 | -1): void {
    this.view.update((view) => view && { ...view, scale: Math.min(NEAREST, Math.max(WIDEST, view.scale * ZOOM ** by)) });
  }

  protected showAll(): void {
    this.view.set(this.whole());
  }

  protected hold({ clientX: x, clientY: y }: PointerEvent): void {
    this.held = { x, y };
  }

  protected drag({ clientX: x, clientY: y, buttons, currentTarget }: PointerEvent): void {
    const { held } = this;
    if (!held || !buttons) return this.release();
    const pixels = FIELD.width / ((currentTarget as Element).clientWidth || FIELD.width);
    this.view.update((view) => view && moved(view, (x - held.x) * pixels, (y - held.y) * pixels));
    this.held = { x, y };
  }

  protected release(): void {
    this.held = undefined;
  }

  /** Who walks the list takes the map along, when it is zoomed so far that the place would be out of sight. */
  private follow(hit: MatchView | undefined): void {
    const [point] = hit?.points ?? [];
    const view = untracked(this.view);
    if (point && view && !isInside(view, point)) this.view.set({ ...view, middle: point });
  }

  private drawn<T>(draw: (view: MapView) => T): T | undefined {
    const view = this.view();
    return view && draw(view);
  }

  private namesIn(view: MapView): { name: string; x: number; y: number }[] {
    const all = this.shown().flatMap(({ names }) => names).map(([name, lon, lat]) => ({ name, x: place(view, lon, lat)[0], y: place(view, lon, lat)[1] }));
    const inside = all.filter(hasRoom);
    return inside.length > MOST_NAMES ? [] : inside;
  }

  private sentence(): string {
    const { results } = this.found();
    const there = results.filter(({ points }) => points.length).length;
    if (!there) return 'None of these has a place that a map could show. The list has all of them.';
    const ring = this.asked() ? ' The ring is the place asked for.' : '';
    return there === results.length ? `All ${there} are here, by their numbers in the list.${ring}` : `${there} of ${results.length} are here, by their numbers in the list. The others are by phone or video, or their address is not for everybody.${ring}`;
  }
}
