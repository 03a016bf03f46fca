// A page in headless Chromium, kept open; each banner replaces its content and is taken as a JPEG screenshot.
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { dataUri, gradient, lineTop } from './banner.mjs';

const escape = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0)};`);
const at = (x, y, width, height) => `position:absolute;left:${x}px;top:${y}px;width:${width}px;height:${height}px;`;

export async function open(job) {
  const browser = await chromium.launch({ executablePath: job.chromium, args: ['--no-sandbox', '--force-color-profile=srgb'] });
  const page = await browser.newPage({ deviceScaleFactor: 1 });
  const cutout = dataUri('image/png', readFileSync(job.cutout));
  const logo = dataUri('image/svg+xml', readFileSync(job.logo));
  const faces = job.fonts.map(({ family, weight, file }) =>
    `@font-face{font-family:'${family}';font-weight:${weight};src:url('${dataUri('font/ttf', readFileSync(file))}')}`);
  await page.setContent(`<!doctype html><meta charset="utf-8"><style>${faces.join('')}
    body{margin:0;overflow:hidden} div,img{display:block} .line{white-space:nowrap}</style><body></body>`);
  await page.evaluate((fonts) => Promise.all(fonts.map(({ family, weight }) => document.fonts.load(`${weight} 20px '${family}'`, '福A1'))), job.fonts);

  const line = (text, each) => `<div class="line" style="${at(each.x, lineTop(each.y, text.size, text.lineHeight), each.width * 1.2, text.lineHeight)}`
    + `font:${text.weight} ${text.size}px/${text.lineHeight}px '${text.family}';color:${text.colour}">${escape(each.content)}</div>`;

  const html = ({ width, height, background, hero, mark, texts, button }) => `<div style="${at(0, 0, width, height)}background:${gradient(background)}">`
    + `<img src="${cutout}" style="${at(hero.x, hero.y, hero.width, hero.height)}">`
    + `<img src="${logo}" style="${at(mark.x, mark.y, mark.width, mark.height)}">`
    + texts.flatMap((text) => text.lines.map((each) => line(text, each))).join('')
    + `<div style="${at(button.x, button.y, button.width, button.height)}border-radius:${button.radius}px;background:${button.fill}"></div>`
    + `${line(button.label, button.label.lines[0])}</div>`;

  let shown = '';
  return {
    async render(banner) {
      // Asked for the same size again, the window stays: resizing would count against Chromium.
      if (shown !== `${banner.width}x${banner.height}`) {
        await page.setViewportSize({ width: banner.width, height: banner.height });
        shown = `${banner.width}x${banner.height}`;
      }

      await page.evaluate(async (content) => {
        document.body.innerHTML = content;
        await Promise.all([...document.images].map((image) => image.decode()));
      }, html(banner));
      return page.screenshot({ type: 'jpeg', quality: job.quality, animations: 'allow', caret: 'initial' });
    },
    async close() {
      await browser.close();
    },
  };
}
