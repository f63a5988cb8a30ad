import type { VNode } from 'preact';
import { say, type Scene } from '../../frame/scene.js';
import { T } from '../../frame/words.js';
import type { ListMap } from './list-map.js';
import { FIELD } from './map-field.js';
import { PIN_HEIGHT, RING } from './pins.js';

interface MapProps {
  v: Scene;
  map: ListMap;
  /** Label of the place that was asked for. */
  place: string | undefined;
}

const Pins = ({ map: { pins } }: MapProps): VNode => (
  <>
    {pins.map(({ x, y, width, text }) => (
      <g class="pin">
        <rect x={x - width / 2} y={y - PIN_HEIGHT / 2} width={width} height={PIN_HEIGHT} rx={PIN_HEIGHT / 2} />
        <text x={x} y={y + 5.5}>{text}</text>
      </g>
    ))}
  </>
);

const Bar = ({ v, map: { bar } }: MapProps): VNode => (
  <>
    <path class="bar" d={`M12 ${FIELD.height - 16}v7h${bar.length}v-7`} />
    <text class="miles" x="17" y={FIELD.height - 16}>{bar.miles === 1 ? say(v, 'list.map.mile') : say(v, 'list.map.miles', { miles: bar.miles })}</text>
  </>
);

/** One picture for a screen reader, and nothing in it to press: the list has all of it. */
const Picture = (props: MapProps): VNode => {
  const { v, map } = props;
  return (
    <svg viewBox={`0 0 ${FIELD.width} ${FIELD.height}`} role="img" aria-label={say(v, 'list.map.picture')}>
      {map.borders && <path d={map.borders} />}
      {map.edges && <path class="edge" d={map.edges} />}
      {map.names.map(({ name, of, x, y }) => <text class={of} x={x} y={y + 5}>{name}</text>)}
      {map.asked && <circle cx={map.asked.x} cy={map.asked.y} r={RING} />}
      <Pins {...props} />
      <Bar {...props} />
    </svg>
  );
};

/** What is not on it, and why. */
function Missing({ v, map: { withheld, away } }: MapProps): VNode {
  return (
    <>
      {withheld > 0 && <p>{withheld === 1 ? say(v, 'list.map.withheld.one') : say(v, 'list.map.withheld', { count: withheld })}</p>}
      {away > 0 && <p>{away === 1 ? say(v, 'list.map.away.one') : say(v, 'list.map.away', { count: away })}</p>}
    </>
  );
}

/** The way to it, where it does not stand beside the list. */
export const ToMap = ({ v }: { v: Scene }): VNode => <p class="to-map"><a href="#map">{say(v, 'list.map.to')}</a></p>;

/**
 * Where the places of this page are, after the list. On a phone it is closed: the summary opens what stands after it by CSS alone.
 * On a wide screen there is no summary, and it stands beside the list.
 */
export const MapBeside = (props: MapProps): VNode => {
  const { v, map, place } = props;
  return (
    <aside class="map" id="map" aria-labelledby="map-title">
      <h2 id="map-title">{say(v, 'list.map')}</h2>
      <details class="more"><summary>{say(v, 'list.map.show')}</summary></details>
      <div>
        <Picture {...props} />
        <p>{say(v, 'list.map.said')}</p>
        {map.asked && place && <p><T v={v} k="list.map.ring" place={place} /></p>}
        <Missing {...props} />
      </div>
    </aside>
  );
};
