/** How people meet, at the start of a line. */
export const WAYS: Readonly<Record<string, string>> = { in_person: 'In person', virtual: 'Phone or video', phone: 'Phone', home: 'At home' };

/** Miles without their unit: tenths only where they say something. */
export const milesText = (miles: number): string => (miles < 10 ? miles.toFixed(1) : String(Math.round(miles)));
