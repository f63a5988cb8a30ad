export { DEMO_PASSWORD, DEMO_PEOPLE } from './demo/people.js';
export { Demo } from './demo/demo.js';
export { FirstStart } from './first-start.js';
export { SeedModule } from './seed.module.js';
