// ./creative up            (in another terminal)
// NODE_PATH=deps/node_modules node samples/clients/node/first_brief.cjs
const grpc = require('@grpc/grpc-js');
const loader = require('@grpc/proto-loader');
const fs = require('node:fs');

const proto = loader.loadSync('creative/v1/asset_service.proto', { includeDirs: ['proto'], enums: String, longs: String });
const { creative } = grpc.loadPackageDefinition(proto);
const client = new creative.v1.AssetService('127.0.0.1:5310', grpc.credentials.createInsecure());

const brief = {
  campaign: 'First brief',
  brand: 'nimbry',
  copy: { headline: 'Save without trying', benefit: '2% back', callToAction: 'Start now' },
  mood: 'bright and technological',
  placements: [{ id: 'rda_landscape' }, { custom: { width: 640, height: 200 } }],
};

const save = (asset) => {
  const name = `${asset.placement}.${asset.format.replace('IMAGE_FORMAT_', '').toLowerCase()}`;
  const file = fs.createWriteStream(name);
  client.downloadAsset({ id: asset.id }).on('data', (chunk) => file.write(chunk.data)).on('end', () => file.end());
  console.log(`${name}: ${asset.width}x${asset.height}, ${asset.byteSize} bytes, style ${asset.provenance.style}`);
};

client.render({ brief })
  .on('data', ({ asset, refusal, summary }) => {
    if (asset) save(asset);
    if (refusal) console.log(`${refusal.placement} refused: ${refusal.reason}`);
    if (summary) console.log(`${summary.delivered} delivered in ${summary.elapsedMs} ms`);
  })
  .on('error', (error) => { console.error(error.details); process.exitCode = 1; });
