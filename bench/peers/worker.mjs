// One peer of `creative bench sizes`: reads the job, says when it is ready, then renders one placement per line of
// standard input ("INDEX" or "INDEX FILE" to keep the picture) and answers with its own time, without the pipe's.
import { createInterface } from 'node:readline';
import { readFileSync, writeFileSync } from 'node:fs';

const [peerName, jobFile] = process.argv.slice(2);
const job = JSON.parse(readFileSync(jobFile, 'utf8'));
const say = (answer) => process.stdout.write(`${JSON.stringify(answer)}\n`);

try {
  const peer = await (await import(`./${peerName}.mjs`)).open(job);
  say({ ready: true });
  for await (const line of createInterface({ input: process.stdin })) {
    const [index, file] = line.split('\t');
    const banner = job.banners[Number(index)];
    const used = process.cpuUsage();
    const start = performance.now();
    const jpeg = await peer.render(banner);
    const ms = performance.now() - start;
    const { user, system } = process.cpuUsage(used);
    if (file) writeFileSync(file, jpeg);
    say({ ms, processor: (user + system) / 1000, bytes: jpeg.length });
  }
  await peer.close();
} catch (error) {
  say({ error: error.message });
  process.exitCode = 1;
}
