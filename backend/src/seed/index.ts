export { DEMO_PASSWORD, DEMO_PEOPLE } from './demo/people.js';
export { Demo } from './demo/demo.js';
export { FirstStart } from './first-start.js';
export { ReferenceModule } from './reference/reference.module.js';
export { ReferenceSeed } from './reference/reference.js';
export { SeedModule } from './seed.module.js';
