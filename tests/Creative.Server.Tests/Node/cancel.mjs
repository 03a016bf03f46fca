import assert from 'node:assert/strict';
import { assets, collect, done, endless, grpc } from './client.mjs';

const stream = assets.render(endless(63));
const { events, error } = await collect(stream, (event) => {
  if (event.progress?.stage === 'RENDER_STAGE_ELEMENTS') stream.cancel();
});
assert.equal(error.code, grpc.status.CANCELLED);

const watched = await collect(assets.watchRender({ id: events[0].renderId }));
assert.equal(watched.error, null);
assert.equal(watched.events.at(-1).summary.state, 'RENDER_STATE_CANCELLED');
done();
