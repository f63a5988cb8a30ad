import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { MyTasks } from '../../session/my-tasks';
import { Icon } from '../../ui/icon';
import { Now } from '../../ui/now';
import { dueWords } from './task-words';

/** More stand on their own page: the queue is about requests. */
const MOST = 3;

/** On top of the queue: tasks whose time has come, also on requests of others. */
@Component({
  selector: 'desk-due-tasks',
  imports: [Icon, RouterLink],
  template: `
    @if (tasks.due().length; as count) {
      <section class="tell" aria-labelledby="due-now"><svg icon="list"></svg>
        <div>
          <h2 id="due-now" class="strong">Due now: {{ count === 1 ? 'a task' : count + ' tasks' }}</h2>
          <ul>@for (task of shown(); track task.id) {<li><a [routerLink]="['/inquiries', task.inquiryId]" queryParamsHandling="preserve">{{ task.title }}</a>&ngsp;<span class="muted">{{ when(task) }}, <span class="num">{{ task.reference }}</span></span></li>}</ul>
        </div>
        <a class="btn btn--small" routerLink="/tasks">All your tasks</a>
      </section>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DueTasks {
  private readonly now = inject(Now).value;
  protected readonly tasks = inject(MyTasks);
  protected readonly shown = computed(() => this.tasks.due().slice(0, MOST));

  protected when(task: Parameters<typeof dueWords>[0]): string {
    return dueWords(task, this.now());
  }
}
