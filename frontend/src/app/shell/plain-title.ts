import { Injectable, inject } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { TitleStrategy } from '@angular/router';
import { tabTitle } from '../api/practice-place';

/** One title for every screen: no reference, no name, no need in a tab or in the browser's history. */
@Injectable()
export class PlainTitle extends TitleStrategy {
  private readonly title = inject(Title);

  override updateTitle(): void {
    this.title.setTitle(tabTitle());
  }
}
