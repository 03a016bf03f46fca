import assert from 'node:assert/strict';
import { assets, call, collect, done, endless, grpc } from './client.mjs';

const long = { ...endless(62), requestId: 'node-deadline' };
const { error } = await collect(assets.render(long, new grpc.Metadata(), { deadline: Date.now() + 2000 }));
assert.equal(error.code, grpc.status.DEADLINE_EXCEEDED);

const job = await call(assets, 'startRender', long);
const { events } = await collect(assets.watchRender({ id: job.id }));
assert.equal(events.at(-1).summary.state, 'RENDER_STATE_CANCELLED');
done();
