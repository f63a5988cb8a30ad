import { TryPerson } from '../follow-up.dto.js';

/** A try to reach somebody whose request is new to the desk, or whom no day was set for. */
export class TryContact extends TryPerson {}
