export { Accounts, type NewAccount } from './accounts.service.js';
export { Can, CurrentActor, CurrentSession } from './can.js';
export { allowedOrigins } from './can.guard.js';
export { can, PERMISSIONS, ROLES, scopeOf, type Act, type Guarded, type Role } from './domain/permissions.js';
export { PeopleModule } from './people.module.js';
export { RoutePolicies, type RoutePolicy } from './route-policies.js';
export { SESSION_COOKIE, Sessions, type OpenSession } from './sessions.service.js';
export { SetUp } from './set-up.service.js';
export { Links, type LinkPurpose } from './staff/links.service.js';
