export { FollowUpModule } from './follow-up.module.js';
export { Outcomes } from './outcomes.service.js';
export { SaidView, SayOutcome } from './follow-up.dto.js';
export { PersonOutcomes, type Follows, type PersonSays } from './person-outcomes.service.js';
