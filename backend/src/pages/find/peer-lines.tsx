import type { VNode } from 'preact';
import type { ServiceView } from '../../directory/index.js';
import { LinePolicy } from '../frame/line-policy.js';
import { English, Line } from '../frame/place.js';
import { say, type Scene } from '../frame/scene.js';
import { T } from '../frame/words.js';

type Peer = NonNullable<ServiceView['peer']>;

/** Terms as the vocabulary calls them in the page's language; one that has no name in it is said in English. */
const namesOf = (v: Scene, terms: Peer['kinds']): VNode[] =>
  terms.map(({ name, nameEs }, at) => (
    <>
      {at > 0 && ', '}
      {v.language.code === 'es' && nameEs ? nameEs : <English v={v}>{name}</English>}
    </>
  ));

const Certified = ({ v, peer }: { v: Scene; peer: Peer }): VNode | null =>
  peer.certified && (
    <Line v={v} label="find.certified">
      {say(v, `find.certified.${peer.certified}`)}
      {peer.credential && <>, <English v={v}>{peer.credential}</English></>}
      {peer.credentialState && `, ${peer.credentialState}`}
    </Line>
  );

function Group({ v, peer }: { v: Scene; peer: Peer }): VNode | null {
  const { openTo, joining, size, trainedBy } = peer;
  const said = [openTo && say(v, `find.group.${openTo}`), joining && say(v, `find.group.${joining}`), size && <T v={v} k="find.group.size" many={String(size)} />, trainedBy && <>{say(v, 'find.group.trained')} <English v={v}>{trainedBy}</English></>].filter(Boolean);
  if (!said.length) return null;
  return <Line v={v} label="find.group">{said.map((one, at) => <>{at > 0 && '; '}{one}</>)}</Line>;
}

/** What a listing declares of its peer support, in the page's language. What nobody said has no line. */
export const PeerLines = ({ v, peer }: { v: Scene; peer: Peer }): VNode => (
  <>
    {peer.kinds.length > 0 && <Line v={v} label="find.peer">{namesOf(v, peer.kinds)}</Line>}
    <Certified v={v} peer={peer} />
    {peer.lived.length > 0 && <Line v={v} label="find.lived">{namesOf(v, peer.lived)}</Line>}
    <Group v={v} peer={peer} />
    {peer.line && <Line v={v} label="find.line"><LinePolicy v={v} peer={peer} /></Line>}
  </>
);
