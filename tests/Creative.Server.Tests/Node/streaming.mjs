import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { assets, collect, done, request } from './client.mjs';

const { events, error } = await collect(assets.render(request(61)));
assert.equal(error, null);
const fractions = events.filter((event) => event.progress).map((event) => event.progress.fraction);
assert.ok(fractions.length > 1);
assert.deepEqual(fractions, [...fractions].sort((a, b) => a - b));
assert.equal(events.at(-1).summary.state, 'RENDER_STATE_SUCCEEDED');

const { asset } = events.find((event) => event.asset) ?? assert.fail(JSON.stringify(events.at(-2)));
assert.deepEqual([asset.width, asset.height, asset.placement], [640, 360, '640x360']);
const file = await collect(assets.downloadAsset({ id: asset.id }));
assert.equal(file.error, null);
const bytes = Buffer.concat(file.events.map((chunk) => chunk.data));
assert.equal(createHash('sha256').update(bytes).digest('hex'), asset.sha256);
done();
