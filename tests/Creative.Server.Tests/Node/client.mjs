// What the scripts share: public gRPC packages and the project's own proto files, nothing generated.
import { createRequire } from 'node:module';
import path from 'node:path';

const [url, root] = process.argv.slice(2);
const require = createRequire(path.join(root, 'deps', 'package.json'));

export const grpc = require('@grpc/grpc-js');
export const loader = require('@grpc/proto-loader');
export const address = url.replace('http://', '');
export const credentials = grpc.credentials.createInsecure();
export const settings = { keepCase: false, longs: String, enums: String, defaults: true, oneofs: true };

export function load(...files) {
  const definition = loader.loadSync(files, { ...settings, includeDirs: [path.join(root, 'proto')] });
  return grpc.loadPackageDefinition(definition);
}

const { creative } = load('creative/v1/asset_service.proto', 'creative/v1/brand_service.proto');
export const assets = new creative.v1.AssetService(address, credentials);
export const brands = new creative.v1.BrandService(address, credentials);

export const call = (client, method, request, options = {}) => new Promise((resolve, reject) =>
  client[method](request, new grpc.Metadata(), options, (error, answer) => (error ? reject(error) : resolve(answer))));

// Resolves with the events and the error, if any, of a server stream.
export const collect = (stream, onEvent = () => {}) => new Promise((resolve) => {
  const events = [];
  stream.on('data', (event) => { events.push(event); onEvent(event); });
  stream.on('error', (error) => resolve({ events, error }));
  stream.on('end', () => resolve({ events, error: null }));
});

export const request = (seed, options = { steps: 2, candidates: 1 }) => ({
  brief: {
    campaign: 'node',
    brand: 'harbour-bank',
    copy: { headline: '秋日出海礼', callToAction: '立即领取' },
    mood: '热闹',
    subject: '红包',
    seed: String(seed),
    placements: [{ custom: { width: 640, height: 360 } }],
  },
  options,
});

export const endless = (seed) => {
  const long = request(seed, { steps: 150, candidates: 16 });
  long.brief.variants = 8;
  return long;
};

export function done() {
  assets.close();
  brands.close();
  console.log('done');
}
