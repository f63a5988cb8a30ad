import { DOCUMENT, DestroyRef, Directive, ElementRef, Injectable, type OnDestroy, type OnInit, type WritableSignal, computed, inject, input, signal } from '@angular/core';
import type { QueueItem } from '../api/types';
import type { QueueGroup } from './queue-groups';

/** So many rows come and go together: few enough to be made between two frames. */
export const STRETCH = 20;
/** Above and below what is seen, in pixels: as much is there before somebody gets to it. */
const AHEAD = 1200;

export interface Stretch { key: string; items: readonly QueueItem[]; /** How many rows stand before its first in the whole list. */ before: number }
export interface StretchedGroup extends QueueGroup { stretches: readonly Stretch[] }

/** The groups in stretches of twenty, numbered through the whole list. */
export function stretched(groups: readonly QueueGroup[]): StretchedGroup[] {
  let before = 0;
  return groups.map((group) => {
    const stretches: Stretch[] = [];
    for (let at = 0; at < group.items.length; at += STRETCH) stretches.push({ key: `${group.priority}-${at}`, items: group.items.slice(at, at + STRETCH), before: before + at });
    before += group.items.length;
    return { ...group, stretches };
  });
}

/**
 * Which stretches are in the page: those near what is seen, the one where the keys are, and one in which something has the
 * focus. Of the others only their height is there, so that ten thousand rows cost as much as two hundred.
 */
@Injectable()
export class Stretches {
  private readonly page = inject(DOCUMENT);
  /** One signal a stretch: what comes or goes asks nothing of the others. */
  private readonly away = new Map<string, WritableSignal<number | null>>();
  private readonly keys = new WeakMap<Element, string>();
  private watching: IntersectionObserver | undefined;

  constructor() {
    inject(DestroyRef).onDestroy(() => this.watching?.disconnect());
  }

  /** The height of a stretch that is away, or null while it is there. */
  awayHeight(key: string): number | null {
    return this.height(key)();
  }

  watch(element: HTMLElement, key: string): void {
    this.watching ??= new IntersectionObserver((seen) => this.take(seen), { root: element.closest('.rows'), rootMargin: `${AHEAD}px 0px` });
    this.keys.set(element, key);
    this.watching.observe(element);
  }

  leave(element: Element): void {
    this.watching?.unobserve(element);
    const key = this.keys.get(element);
    if (key !== undefined) this.height(key).set(null);
  }

  /** Another height of rows: what is away is measured anew when it comes. */
  reset(): void {
    for (const height of this.away.values()) height.set(null);
  }

  private take(seen: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting, boundingClientRect } of seen) {
      const key = this.keys.get(target);
      if (key === undefined) continue;
      if (isIntersecting) this.height(key).set(null);
      else if (boundingClientRect.height && !target.contains(this.page.activeElement)) this.height(key).set(boundingClientRect.height);
    }
  }

  private height(key: string): WritableSignal<number | null> {
    let height = this.away.get(key);
    if (!height) this.away.set(key, (height = signal<number | null>(null)));
    return height;
  }
}

/** One stretch of the list; `held` says that it stays whatever is seen. */
@Directive({ selector: '[deskStretch]', exportAs: 'stretch', host: { role: 'none', '[style.block-size.px]': 'height()' } })
export class StretchPlace implements OnInit, OnDestroy {
  private readonly stretches = inject(Stretches);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  readonly deskStretch = input.required<string>();
  readonly held = input(false);
  protected readonly height = computed(() => (this.held() ? null : this.stretches.awayHeight(this.deskStretch())));
  readonly here = computed(() => this.height() === null);

  ngOnInit(): void {
    this.stretches.watch(this.element, this.deskStretch());
  }

  ngOnDestroy(): void {
    this.stretches.leave(this.element);
  }
}

/** Tells when the end of the list comes near. */
@Directive({ selector: '[deskNearEnd]' })
export class NearEnd implements OnInit, OnDestroy {
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  /** Called each time it comes near. */
  readonly deskNearEnd = input.required<() => void>();
  private watching: IntersectionObserver | undefined;

  ngOnInit(): void {
    this.watching = new IntersectionObserver(([seen]) => seen?.isIntersecting && this.deskNearEnd()(), { root: this.element.closest('.rows'), rootMargin: `${AHEAD}px 0px` });
    this.watching.observe(this.element);
  }

  ngOnDestroy(): void {
    this.watching?.disconnect();
  }
}
