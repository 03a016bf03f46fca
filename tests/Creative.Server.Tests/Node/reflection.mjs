import assert from 'node:assert/strict';
import { address, credentials, done, grpc, load, loader, settings } from './client.mjs';

// Learns the whole contract from the server, then calls it with nothing else.
for (const version of ['v1', 'v1alpha']) {
  const { reflection } = load(`grpc/reflection/${version}/reflection.proto`).grpc;
  const client = new reflection[version].ServerReflection(address, credentials);
  const stream = client.serverReflectionInfo();
  const ask = (request) => new Promise((resolve, reject) => {
    stream.once('data', resolve);
    stream.once('error', reject);
    stream.write(request);
  });

  const { listServicesResponse } = await ask({ listServices: '*' });
  assert.ok(listServicesResponse.service.some(({ name }) => name === 'creative.v1.BrandService'));

  const { fileDescriptorResponse } = await ask({ fileContainingSymbol: 'creative.v1.BrandService' });
  const set = Buffer.concat(fileDescriptorResponse.fileDescriptorProto.map((file) => Buffer.concat([Buffer.from([0x0a]), varint(file.length), file])));
  const learned = grpc.loadPackageDefinition(loader.loadFileDescriptorSetFromBuffer(set, settings));
  const brands = new learned.creative.v1.BrandService(address, credentials);
  const { styles } = await new Promise((resolve, reject) => brands.listStyles({}, (e, answer) => (e ? reject(e) : resolve(answer))));
  assert.ok(styles.length >= 3);

  const { errorResponse } = await ask({ fileContainingSymbol: 'creative.v1.Nothing' });
  assert.equal(errorResponse.errorCode, grpc.status.NOT_FOUND);
  stream.end();
  brands.close();
  client.close();
}
done();

function varint(value) {
  const bytes = [];
  for (; value > 127; value >>>= 7) bytes.push((value & 127) | 128);
  return Buffer.from([...bytes, value]);
}
