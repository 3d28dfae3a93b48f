/** States that the glossary names: each is one that its demonstration can read, whole. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { codecOf as armature, emptyState as armatureStart } from '../../../src/demos/armature/state.ts';
import { codecOf as directions, emptyState as directionsStart } from '../../../src/demos/directions/state.ts';
import { codecOf as attention, emptyState as attentionStart } from '../../../src/demos/attention/state.ts';
import type { StateCodec } from '../../../src/demos/base/codec.ts';
import { codecOf as map, emptyState as mapStart } from '../../../src/demos/letterform-map/state.ts';
import { codecOf as mirror, emptyState as mirrorStart } from '../../../src/demos/mirror/state.ts';
import { codecOf as mixing, emptyState as mixingStart } from '../../../src/demos/mixing/state.ts';
import { codecOf as noise, emptyState as noiseStart } from '../../../src/demos/out-of-noise/state.ts';
import { thePrior } from '../../../src/demos/base/prior/build.ts';
import { codec as pace, emptyState as paceStart } from '../../../src/demos/pace/state.ts';
import { codec as patches, emptyState as patchesStart } from '../../../src/demos/patches/state.ts';
import { codecOf as regions, emptyState as regionsStart } from '../../../src/demos/regions/state.ts';
import { codec as restraint, emptyState as restraintStart } from '../../../src/demos/restraint/state.ts';
import { codecOf as workshop, emptyState as workshopStart } from '../../../src/demos/workshop/state.ts';
import { readContent, validEntries } from '../../../src/lib/content/source.ts';
import { openModel } from '../../../src/models/open.ts';

const { manifest: { map: grid } } = await openModel();
const { words } = await thePrior();

/** Whether a codec reads every part of a hash: what it writes of it, seen from a state that differs in everything, is what was given. */
function reader<State extends object>(codec: StateCodec<State>, base: State): (hash: string) => void {
  return (hash) => {
    assert.ok(codec.isState(hash), 'it begins with something the demonstration knows');
    const given = new URLSearchParams(hash);
    const read = codec.decode(hash, base);
    for (const [name, value] of given) {
      // Without this part the state is another, or the part says what stands there anyway.
      const rest = new URLSearchParams(given);
      rest.delete(name);
      const without = codec.decode(rest.toString(), base);
      const written = new URLSearchParams(codec.encode(read, without)).get(name);
      assert.ok(written === value || (written === null && codec.same(read, without) && codec.encode(codec.decode(`${name}=${value}`, base), base) === ''), `${name}=${value} is read as ${written}`);
    }
  };
}

const readers: Readonly<Record<string, (hash: string) => void>> = {
  armature: reader(armature(grid), armatureStart),
  attention: reader(attention(words.slice(1)), attentionStart),
  directions: reader(directions(grid), directionsStart),
  'letterform-map': reader(map(grid), mapStart),
  mirror: reader(mirror(grid), mirrorStart),
  mixing: reader(mixing(grid), mixingStart),
  'out-of-noise': reader(noise(words), noiseStart),
  pace: reader(pace, paceStart),
  patches: reader(patches, patchesStart),
  regions: reader(regions(grid), regionsStart),
  restraint: reader(restraint, restraintStart),
  workshop: reader(workshop(words.slice(1)), workshopStart),
};

describe('the state that the glossary names', () => {
  const named = validEntries(readContent(process.cwd()), 'glossary').flatMap(({ id, data }) => (data.demo ? [{ id, state: data.demo }] : []));
  test('is there for the terms that a demonstration was made for', () => assert.ok(named.length > 30));
  for (const { id, state } of named) {
    const [demo = '', hash] = state.split('#', 2);
    test(`for ${id}, ${state}, can be read`, () => {
      if (hash === undefined) return;
      const read = readers[demo];
      assert.ok(read, `there is no reader for ${demo}: add its codec to this test`);
      read(hash);
    });
  }
});
