/** Whether one's calendar has an address. The address itself is not known any more. */
export class CalendarView {
  /** null: there is none. */
  madeAt: string | null;
}

/** The new address: shown this once. */
export class MadeCalendarView {
  address: string;
  madeAt: string;
}
