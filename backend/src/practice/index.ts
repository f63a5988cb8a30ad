export type { FailureCode, FromChild, Practiser, Seat, ToChild } from './domain/talk.js';
export { failureOf } from './domain/talk.js';
export { PracticeInsideModule } from './inside/inside.module.js';
export { Seats } from './inside/seats.service.js';
export { Town } from './inside/town.service.js';
export { MAKING, PRACTICE, PracticeDesk, TEMPLATE } from './practice-desk.service.js';
export { PracticeModule } from './practice.module.js';
