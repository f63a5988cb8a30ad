import type { VNode } from 'preact';
import { Choices, labelled, Select, Text, type Form } from '../frame/fields.js';
import { languageName } from '../frame/language-name.js';
import { say, type Scene } from '../frame/scene.js';
import { T } from '../frame/words.js';
import { KIND_CODES, SPOKEN, WAYS, WITHIN, type Search } from './search.js';

/** Places that what was typed may mean; none when nothing comes near. */
export interface Meant {
  typed: string;
  /** It stood among the words, and not in the field for it. */
  told: boolean;
  labels: readonly string[];
}

interface ListForm {
  v: Scene;
  search: Search;
  /** Its results stand on the page. */
  found: boolean;
}

/** All that a search asks for, for a form of its own whose buttons change one thing of it. In the form of the fields their first button would be pressed by Enter. */
export const Carried = ({ search: { words, place, within, kinds, ways, language, free, open, ...said } }: { search: Search }): VNode => (
  <>
    <input type="hidden" name="found" value="yes" />
    {Object.entries({ words, place, within, kinds, ways, spoken: language, free: free ? 'yes' : [], open: open ? 'yes' : [] }).flatMap(([name, value]) => [value ?? []].flat().map((one) => <input type="hidden" name={name} value={one} />))}
    <HeardOf search={{ words, ...said }} />
  </>
);

/** What was chosen and taken away of just these words. */
const HeardOf = ({ search: { words, topics, without } }: { search: Pick<Search, 'words' | 'topics' | 'without'> }): VNode => (
  <>
    {words && <input type="hidden" name="heard" value={words} />}
    {topics.map((topic) => <input type="hidden" name="topics" value={topic} />)}
    {without.map((term) => <input type="hidden" name="without" value={term} />)}
  </>
);

/** Each is a button: pressing it asks the same for that place. */
export const DidYouMean = ({ v, search, meant: { typed, told, labels } }: { v: Scene; search: Search; meant: Meant }): VNode => (
  <form class="note meant" method="post" action={`/${v.language.code}/find`}>
    <Carried search={search} />
    <p role="status"><T v={v} k={told ? 'list.meant.told' : labels.length ? 'list.meant' : 'list.meant.none'} place={typed} /></p>
    {labels.length > 0 && (
      <div class="choose">
        {labels.map((label) => <button class="btn" name="meant" value={label}><bdi>{label}</bdi></button>)}
      </div>
    )}
  </form>
);

/** What most people can leave as it is. It stands open where something of it was chosen. */
function More({ f, search }: { f: Form; search: Search }): VNode {
  const { v } = f;
  const ticked = [...(search.free ? ['free'] : []), ...(search.open ? ['open'] : [])];
  const chosen = search.within !== 'serves' || search.ways.length > 0 || ticked.length > 0 || search.language !== undefined;
  return (
    <details class="more" open={chosen}>
      <summary>{say(v, 'list.more')}</summary>
      <Choices f={f} name="within" legend={say(v, 'list.within')} choices={labelled(v, 'list.within', WITHIN)} chosen={[search.within]} />
      <Choices f={f} name="ways" legend={say(v, 'list.ways')} choices={labelled(v, 'list.way', WAYS)} chosen={search.ways} many short />
      <fieldset class="field">
        <legend>{say(v, 'list.also')}</legend>
        <div class="choices short">
          {(['free', 'open'] as const).map((name) => (
            <label class="choice"><input type="checkbox" name={name} value="yes" checked={ticked.includes(name)} /><span>{say(v, `list.${name}`)}</span></label>
          ))}
        </div>
      </fieldset>
      <Select f={f} name="spoken" label={say(v, 'list.spoken')} value={search.language} options={[{ value: '', label: say(v, 'list.spoken.any') }, ...SPOKEN.map((value) => ({ value, label: languageName(v, value) }))]} />
    </details>
  );
}

/** One form for all of it. It is posted: where somebody lives and what they need belong into no address. */
export function ListForm({ v, search, found }: ListForm): VNode {
  const f: Form = { v, faults: [], token: '' };
  return (
    <form id="ask" method="post" action={`/${v.language.code}/find`} data-swap>
      {found && <input type="hidden" name="found" value="yes" />}
      <HeardOf search={search} />
      <Text f={f} name="words" label={say(v, 'list.words')} hint={say(v, 'list.words.hint')} value={search.words} />
      <Text f={f} name="place" label={say(v, 'list.place')} hint={say(v, 'list.place.hint')} value={search.place} />
      <Choices f={f} name="kinds" legend={say(v, 'list.kinds')} choices={labelled(v, 'list.kind', KIND_CODES)} chosen={search.kinds} many short />
      <More f={f} search={search} />
      <div class="actions">
        <button class="btn primary">{say(v, 'list.search')}</button>
        {found && <button class="btn" name="clear" value="yes">{say(v, 'list.clear')}</button>}
      </div>
    </form>
  );
}
