import { IsBoolean, IsUUID } from 'class-validator';

/** A screen says that it shows the request, or that it does not any more. */
export class ShowPresence {
  /** Made once by each tab. */
  @IsUUID()
  screen: string;
  /** False when the tab closes, hides, or turns to something else. */
  @IsBoolean()
  here: boolean;
}
