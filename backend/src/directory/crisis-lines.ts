import { Injectable } from '@nestjs/common';
import { Settings } from '../settings/index.js';
import { digitsOf } from './domain/digits.js';

/** SQL: whether the service of `id` is for people in crisis by its terms, also suggested ones. */
export const crisisTermOf = (id: string): string => `exists (select from directory.attribute t join directory.taxonomy_term m on m.id = t.taxonomy_term_id
    where t.service_id = ${id} and not t.rejected and m.code in ('crisis-line', 'mobile-crisis', 'walk-in-crisis'))`;

/** Numbers that stand on the public pages: a listing that has one is a crisis line, whatever its terms say (decision 17). */
@Injectable()
export class CrisisLines {
  constructor(private readonly settings: Settings) {}

  async haveOne(numbers: readonly string[]): Promise<boolean> {
    const lines = new Set((await this.settings.allLines()).map(({ target }) => digitsOf(target)));
    return numbers.some((number) => lines.has(digitsOf(number)));
  }
}
