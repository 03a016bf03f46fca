import assert from 'node:assert/strict';
import { assets, call, collect, done, grpc, loader, request, settings } from './client.mjs';
import path from 'node:path';

// google.rpc has messages only: its types come from the package definition.
const types = loader.loadSync(['google/rpc/status.proto', 'google/rpc/error_details.proto'], { ...settings, includeDirs: [path.join(process.argv[3], 'proto')] });

const bad = request(64);
bad.brief.copy.headline = '';
bad.brief.placements = [{ custom: { width: 0, height: 0 } }, { id: 'no_such_slot' }];
bad.options.steps = 999;
const fields = [
  'options.steps', 'brief.copy.headline', 'brief.placements[0].custom.width', 'brief.placements[0].custom.height', 'brief.placements[1].id',
];

const unary = await call(assets, 'startRender', bad).catch((e) => e);
const { error: streamed } = await collect(assets.render(bad));
for (const error of [unary, streamed]) {
  assert.equal(error.code, grpc.status.INVALID_ARGUMENT);
  const status = decode('google.rpc.Status', error.metadata.get('grpc-status-details-bin')[0]);
  assert.equal(status.code, grpc.status.INVALID_ARGUMENT);
  const detail = status.details.find((one) => one.type_url.endsWith('/google.rpc.BadRequest'));
  const { fieldViolations } = decode('google.rpc.BadRequest', detail.value);
  assert.deepEqual(fieldViolations.map((violation) => violation.field).sort(), [...fields].sort());
  assert.ok(fieldViolations.every((violation) => violation.description.length > 0));
}
done();

function decode(name, bytes) {
  return types[name].deserialize(bytes);
}
