/** A letter word for word; where it will have a link that only its reader may hold, words say so. */
export class LetterText {
  subject: string;
  text: string;
  /** What it is written in. */
  language: string;
}

/** How the person hears that there is an answer. */
export class TellingView {
  /** `mail`: a neutral e-mail goes out by itself; `call`: it becomes a task; `none`: they come by themselves. */
  way: 'mail' | 'call' | 'none';
  /** `allowed`: they ticked that e-mail is safe. `not-allowed`: they did not. `no-address`: they left none. `comes-self`: "I will contact you". */
  because: 'allowed' | 'not-allowed' | 'no-address' | 'comes-self';
  /** Exactly what would go out; null where nothing does. */
  letter: LetterText | null;
}

/** A letter that was written about a request. */
export class WrittenLetterView extends LetterText {
  id: string;
  to: 'person' | 'agency';
  /** Name of the agency; null when it went to the person. */
  agency: string | null;
  writtenAt: string;
  sentAt: string | null;
  /** `sent`: the mail server took it. `waiting`: it will be handed over. `kept`: this desk has no mail server. `held`: the person's plan no longer allows it. */
  state: 'sent' | 'waiting' | 'kept' | 'held';
}

export class MessagesView {
  /** null for a closed request. */
  telling: TellingView | null;
  /** Oldest first. */
  letters: WrittenLetterView[];
}

/** What an agency would be sent. */
export class AgencyLetterView extends LetterText {
  /** Its address on file. */
  address: string;
}
