import assert from 'node:assert/strict';
import { address, call, credentials, done, grpc, load } from './client.mjs';

const { health } = load('grpc/health/v1/health.proto').grpc;
const client = new health.v1.Health(address, credentials);
assert.equal((await call(client, 'check', { service: '' })).status, 'SERVING');
assert.equal((await call(client, 'check', { service: 'creative.v1.AssetService' })).status, 'SERVING');
const error = await call(client, 'check', { service: 'nothing' }).catch((e) => e);
assert.equal(error.code, grpc.status.NOT_FOUND);

const watch = client.watch({ service: '' });
watch.on('error', () => {});
assert.equal((await new Promise((resolve) => watch.once('data', resolve))).status, 'SERVING');
watch.cancel();
client.close();
done();
