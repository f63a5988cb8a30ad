import type { Routes } from '@angular/router';
import { mayEnter, signedIn } from './session/guards';

/** One lazy line for each room. */
export const routes: Routes = [
  { path: 'sign-in', loadComponent: () => import('./session/sign-in-page').then((m) => m.SignInPage) },
  { path: 'set-up', loadComponent: () => import('./session/set-up-page').then((m) => m.SetUpPage) },
  { path: 'inquiries/:id/card', canActivate: [signedIn, mayEnter('queue.read')], loadComponent: () => import('./queue/card-page').then((m) => m.CardPage) },
  {
    path: '',
    canActivate: [signedIn],
    loadComponent: () => import('./shell/shell').then((m) => m.Shell),
    children: [
      { path: '', pathMatch: 'full', loadComponent: () => import('./shell/start-page').then((m) => m.StartPage) },
      { path: 'inquiries', canActivate: [mayEnter('queue.read')], loadChildren: () => import('./queue/queue.routes').then((m) => m.QUEUE_ROUTES) },
      { path: 'shift-end', canActivate: [mayEnter('queue.change')], loadComponent: () => import('./queue/shift/shift-end-page').then((m) => m.ShiftEndPage) },
      { path: 'team', canActivate: [mayEnter('queue.change')], loadComponent: () => import('./queue/shift/team-page').then((m) => m.TeamPage) },
      { path: 'load', canActivate: [mayEnter('load.read')], loadComponent: () => import('./queue/load/load-page').then((m) => m.LoadPage) },
      { path: 'promises', canActivate: [mayEnter('promise.read')], loadComponent: () => import('./queue/kept/kept-page').then((m) => m.KeptPage) },
      { path: 'new-request', canActivate: [mayEnter('inquiry.take-down')], loadComponent: () => import('./queue/taking-down/new-request-page').then((m) => m.NewRequestPage) },
      { path: 'ready-texts', canActivate: [mayEnter('template.change')], loadComponent: () => import('./queue/templates/templates-page').then((m) => m.TemplatesPage) },
      { path: 'skips', canActivate: [mayEnter('skip.read')], loadComponent: () => import('./queue/skips-page').then((m) => m.SkipsPage) },
      { path: 'follow-up', canActivate: [mayEnter('follow-up.read')], loadComponent: () => import('./follow-up/follow-up-page').then((m) => m.FollowUpPage) },
      { path: 'calendar', canActivate: [mayEnter('follow-up.read')], loadComponent: () => import('./follow-up/calendar-page').then((m) => m.CalendarPage) },
      { path: 'directory', canActivate: [mayEnter('directory.steward')], loadComponent: () => import('./directory/steward-page').then((m) => m.StewardPage) },
      { path: 'listings', canActivate: [mayEnter('directory.steward')], loadComponent: () => import('./directory/listings-page').then((m) => m.ListingsPage) },
      { path: 'listings/:id', canActivate: [mayEnter('directory.steward')], loadComponent: () => import('./directory/listing-page').then((m) => m.ListingPage) },
      { path: 'quality', canActivate: [mayEnter('directory.steward')], loadComponent: () => import('./directory/quality-page').then((m) => m.QualityPage) },
      { path: 'quality/:code', canActivate: [mayEnter('directory.steward')], loadComponent: () => import('./directory/quality-rows-page').then((m) => m.QualityRowsPage) },
      { path: 'checks', canActivate: [mayEnter('directory.steward')], loadComponent: () => import('./directory/checks-page').then((m) => m.ChecksPage) },
      { path: 'imports', canActivate: [mayEnter('directory.import')], loadComponent: () => import('./directory/imports-page').then((m) => m.ImportsPage) },
      { path: 'vocabularies', canActivate: [mayEnter('directory.steward')], loadComponent: () => import('./directory/vocabularies-page').then((m) => m.VocabulariesPage) },
      { path: 'vocabularies/:id', canActivate: [mayEnter('directory.steward')], loadComponent: () => import('./directory/vocabulary-page').then((m) => m.VocabularyPage) },
      { path: 'words', canActivate: [mayEnter('directory.read')], loadComponent: () => import('./lexicon/lexicon-page').then((m) => m.LexiconPage) },
      { path: 'agencies', canActivate: [mayEnter('agency.read')], loadComponent: () => import('./directory/agencies-page').then((m) => m.AgenciesPage) },
      { path: 'ordering', canActivate: [mayEnter('ordering.read')], loadComponent: () => import('./reports/ordering-page').then((m) => m.OrderingPage) },
      { path: 'audit', canActivate: [mayEnter('audit.read')], loadComponent: () => import('./reports/audit-page').then((m) => m.AuditPage) },
      { path: 'settings', canActivate: [mayEnter('settings.read')], loadComponent: () => import('./settings/settings-page').then((m) => m.SettingsPage) },
      { path: 'staff', canActivate: [mayEnter('account.manage')], loadComponent: () => import('./people/staff-page').then((m) => m.StaffPage) },
      { path: 'mailbox', canActivate: [mayEnter('mailbox.read')], loadComponent: () => import('./mailbox/mailbox-page').then((m) => m.MailboxPage) },
      { path: '**', loadComponent: () => import('./shell/not-here-page').then((m) => m.NotHerePage) },
    ],
  },
];
