// node page.mjs FILE SCREENS NAME
// Opens an exported page without a network, takes pictures in light and dark, reports as JSON.
import fs from 'node:fs';
import { pathToFileURL } from 'node:url';
import { launch, pictures, watched } from './browser.mjs';

const [file, screens, name] = process.argv.slice(2);
const report = { errors: [], foreign: [], outputs: [] };

const browser = await launch();
try {
  for (const shade of ['dark', 'light']) {
    const page = await watched(browser, report, { offline: true, colorScheme: shade });
    await page.goto(pathToFileURL(file).href);
    await page.waitForTimeout(3000);
    await page.screenshot({ path: `${screens}/${name}-${shade}.png`, fullPage: true });
    report.outputs = [];
    for (const output of await page.$$('.output')) {
      report.outputs.push({ html: (await output.innerHTML()).slice(0, 200), ...(await output.evaluate(pictures)) });
    }
    report.width = await page.evaluate(() => document.documentElement.scrollWidth);
  }
} catch (error) {
  report.failed = String(error.stack || error);
} finally {
  await browser.close();
}
fs.writeFileSync(`${screens}/${name}.json`, JSON.stringify(report, null, 1));
