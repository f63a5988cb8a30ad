import type { Routes } from '@angular/router';
import { QueuePage } from './queue-page';

export const QUEUE_ROUTES: Routes = [
  { path: '', component: QueuePage, children: [{ path: ':id', loadComponent: () => import('./inquiry-desk').then((m) => m.InquiryDesk) }] },
];
