// satori (HTML-like tree → SVG with text as paths) → resvg (SVG → pixels) → sharp (pixels → JPEG), on one core.
import { readFileSync } from 'node:fs';
import satori from 'satori';
import { Resvg } from '@resvg/resvg-js';
import sharp from 'sharp';
import { dataUri, gradient, lineTop } from './banner.mjs';

const box = (x, y, width, height, more) => ({ position: 'absolute', left: x, top: y, width, height, ...more });
const node = (type, style, children, more) => ({ type, props: { style, children, ...more } });

export async function open(job) {
  sharp.concurrency(1);
  const fonts = job.fonts.map(({ family, weight, file }) => ({ name: family, weight, data: readFileSync(file) }));
  const cutout = dataUri('image/png', readFileSync(job.cutout));
  const logo = dataUri('image/svg+xml', readFileSync(job.logo));

  const line = (text, { x, y, content }, width, more) => node('div', box(x, lineTop(y, text.size, text.lineHeight), width, text.lineHeight, {
    fontFamily: text.family, fontWeight: text.weight, fontSize: text.size, lineHeight: `${text.lineHeight}px`,
    color: text.colour, whiteSpace: 'nowrap', ...more,
  }), content);

  const tree = ({ width, height, background, hero, mark, texts, button }) => node('div', { display: 'flex', width, height, backgroundImage: gradient(background) }, [
    node('img', box(hero.x, hero.y, hero.width, hero.height), undefined, { src: cutout, width: hero.width, height: hero.height }),
    node('img', box(mark.x, mark.y, mark.width, mark.height), undefined, { src: logo, width: mark.width, height: mark.height }),
    ...texts.flatMap((text) => text.lines.map((each) => line(text, each, each.width * 1.2))),
    node('div', box(button.x, button.y, button.width, button.height, { display: 'flex', borderRadius: button.radius, backgroundColor: button.fill })),
    line(button.label, button.label.lines[0], button.label.lines[0].width * 1.2),
  ]);

  return {
    async render(banner) {
      const svg = await satori(tree(banner), { width: banner.width, height: banner.height, fonts });
      const image = new Resvg(svg, { font: { loadSystemFonts: false } }).render();
      return sharp(image.pixels, { raw: { width: image.width, height: image.height, channels: 4 } })
        .removeAlpha().jpeg({ quality: job.quality }).toBuffer();
    },
    async close() {},
  };
}
