// Runs models/layout-mini/model.onnx in ONNX Runtime on one thread: agreement with testdata/reference.json, and time.
// NODE_PATH=deps/node_modules node models/train/layout/check_onnx.cjs models/layout-mini
const fs = require("fs");
const ort = require("onnxruntime-node");

const folder = process.argv[2];
const reference = JSON.parse(fs.readFileSync(`${folder}/testdata/reference.json`));
const tensor = (value) => {
  const dims = [];
  for (let v = value; Array.isArray(v); v = v[0]) dims.push(v.length);
  return new ort.Tensor("float32", Float32Array.from(value.flat(Infinity)), dims);
};
const furthest = (found, wanted) => wanted.flat(Infinity).reduce((most, w, i) => Math.max(most, Math.abs(w - found[i])), 0);

async function main() {
  const session = await ort.InferenceSession.create(`${folder}/model.onnx`, { intraOpNumThreads: 1, interOpNumThreads: 1 });
  const { boxes, time, present, lengths, canvas } = reference.inputs;
  const once = await session.run({ boxes: tensor(boxes), time: tensor(time), present: tensor(present), lengths: tensor(lengths), canvas: tensor(canvas) });
  const states = reference.trajectory.states;
  const run = async (rows, check) => {
    const pick = (v) => tensor(Array.from({ length: rows }, (_, i) => v[i % v.length]));
    const fixed = { present: pick(present), lengths: pick(lengths), canvas: pick(canvas) };
    const x = pick(states[0]);
    let worst = 0;
    for (let step = 0; step < 8; step++) {
      const t = new ort.Tensor("float32", new Float32Array(rows).fill(step / 8), [rows]);
      const { velocity } = await session.run({ boxes: x, time: t, ...fixed });
      for (let i = 0; i < x.data.length; i++) x.data[i] += velocity.data[i] / 8;
      if (check) worst = Math.max(worst, furthest(x.data, states[step + 1]));
    }
    return worst;
  };
  const trajectory = await run(boxes.length, true);
  const wall = [], cpu = [];
  for (let i = 0; i < 40; i++) {
    const start = process.hrtime.bigint(), used = process.cpuUsage();
    await run(8, false);
    wall.push(Number(process.hrtime.bigint() - start) / 1e6);
    const spent = process.cpuUsage(used);
    cpu.push((spent.user + spent.system) / 1e3);
  }
  const middle = (v) => Number(v.sort((a, b) => a - b)[v.length >> 1].toFixed(2));
  console.log(JSON.stringify({ velocity_error: furthest(once.velocity.data, reference.velocity), trajectory_error: trajectory,
    eight_proposals_ms: middle(wall), eight_proposals_cpu_ms: middle(cpu), runtime: ort.env.versions?.node ?? "" }));
}

main();
