import assert from 'node:assert/strict';
import { assets, brands, call, done, grpc } from './client.mjs';

const { placements, version } = await call(brands, 'listPlacements', { family: 'wide' });
assert.ok(placements.length > 0 && version.length > 0);
assert.ok(placements.every((placement) => placement.family === 'wide' && placement.width > placement.height));

const brand = await call(brands, 'getBrand', { id: 'harbour-bank' });
assert.equal(brand.name, 'Harbour Bank');
assert.match(brand.logos[0].svg.toString('utf8'), /^<svg/);

const error = await call(assets, 'getAsset', { id: 'nothing' }).catch((e) => e);
assert.equal(error.code, grpc.status.NOT_FOUND);
done();
