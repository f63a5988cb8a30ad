import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { Announcer } from '../ui/announcer';
import { AreasForm } from './areas-form';
import { HoursForm } from './hours-form';
import { InclusionForm } from './inclusion-form';
import { PeerForm } from './peer-form';

const PARTS = [{ part: 'hours', name: 'Hours' }, { part: 'areas', name: 'Where they help' }, { part: 'peer', name: 'Peer support' }, { part: 'inclusion', name: 'In the directory' }] as const;
export type Part = (typeof PARTS)[number]['part'];

/** Parts of a listing that have a form of their own; one is open at a time. */
@Component({
  selector: 'desk-listing-parts',
  imports: [AreasForm, HoursForm, InclusionForm, PeerForm],
  template: `
    <ul class="parts">
      @for (each of parts; track each.part) {
        <li>
          <p class="acts"><b class="strong">{{ each.name }}</b><button type="button" class="btn btn--small" [id]="'part-' + each.part" [attr.aria-expanded]="open() === each.part" (click)="toggle(each.part)">Change<span class="sr"> {{ each.name }}</span></button></p>
          @if (open() === each.part) {
            @switch (each.part) {
              @case ('hours') {<desk-hours-form [serviceId]="serviceId()" (written)="done(each)" (left)="close(each.part)" />}
              @case ('areas') {<desk-areas-form [serviceId]="serviceId()" (written)="done(each)" (left)="close(each.part)" />}
              @case ('peer') {<desk-peer-form [serviceId]="serviceId()" (written)="done(each)" (left)="close(each.part)" />}
              @case ('inclusion') {<desk-inclusion-form [serviceId]="serviceId()" (written)="done(each)" (left)="close(each.part)" />}
            }
          }
        </li>
      }
    </ul>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ListingParts {
  readonly serviceId = input.required<string>();
  readonly changed = output();
  private readonly announcer = inject(Announcer);
  readonly open = signal<Part | null>(null);
  protected readonly parts = PARTS;

  protected toggle(part: Part): void {
    this.open.set(this.open() === part ? null : part);
  }

  /** Whoever used the keyboard goes on where they were. */
  protected close(part: Part): void {
    this.open.set(null);
    document.getElementById(`part-${part}`)?.focus();
  }

  protected done({ part, name }: (typeof PARTS)[number]): void {
    this.close(part);
    this.announcer.say(`${name}: written down.`);
    this.changed.emit();
  }
}
