import type { VNode } from 'preact';
import { say, type Scene } from '../../frame/scene.js';
import { Title } from '../../frame/words.js';
import type { Key, Values } from '../../texts/texts.js';
import { QUESTIONS, type Question } from '../page-names.js';

/** "Question 2 of 8" above the question itself. */
export const Where = ({ v, page, title, values }: { v: Scene; page: Question; title: Key; values?: Values }): VNode => (
  <>
    <span class="where">{say(v, 'frame.where', { number: QUESTIONS.indexOf(page) + 1, all: QUESTIONS.length })}</span>
    <Title>{say(v, title, values)}</Title>
  </>
);
