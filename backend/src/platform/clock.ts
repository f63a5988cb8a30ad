import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';

const elsewhen = new AsyncLocalStorage<Date>();

/** The only source of "now". */
@Injectable()
export class Clock {
  now(): Date {
    return elsewhen.getStore() ?? new Date();
  }

  /** Runs `work` as if it were `at`: stories of the demo happened before it was started, specs cross a night. */
  during<T>(at: Date, work: () => T): T {
    return elsewhen.run(at, work);
  }
}
