import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, Matches, ValidateNested } from 'class-validator';

const ONE_KEY = /^[!-~]$/; // one character that a keyboard types without a held key or with Shift; no space, which pages scroll by

/** One of the product's keys, and the key that somebody presses for it. */
export class KeyChoice {
  /** The product's own key, as the sheet names it: one small letter or sign. */
  @Matches(ONE_KEY, { message: 'key|Name one of the keys of the sheet' })
  of: string;
  @Matches(ONE_KEY, { message: 'key|Choose one letter, digit or sign' })
  press: string;
}

/** How somebody likes to work, on every device. */
export class WorkPreferences {
  /** Single-letter keys act at all (WCAG 2.1.4). */
  @IsBoolean()
  keysOn: boolean;
  /** Keys that are not the product's own. No two may be pressed alike. */
  @IsArray() @ArrayMaxSize(60) @ValidateNested({ each: true }) @Type(() => KeyChoice)
  keys: KeyChoice[];
  /** Height of the queue's rows. */
  @IsIn(['roomy', 'snug', 'compact'])
  density: 'roomy' | 'snug' | 'compact';
  /** Minutes between two announcements of what arrived; 0 announces what is urgent alone. */
  @IsIn([0, 1, 5])
  pace: number;
}
