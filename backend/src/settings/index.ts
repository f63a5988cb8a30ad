export { afterStaffed, closesAfter, isSet, isStaffed, staffedBetween, type DeskTimes } from './domain/desk-clock.js';
export { CrisisLineView, SettingsView, type DeskHours } from './settings.dto.js';
export { SettingsModule } from './settings.module.js';
export { Settings, SETTINGS_ID } from './settings.service.js';
