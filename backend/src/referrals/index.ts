export { Cards } from './cards.service.js';
export { Options } from './options.service.js';
export { ReferralsModule } from './referrals.module.js';
