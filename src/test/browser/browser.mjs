// What the browser tests share: Debian's Chromium, driven by playwright-core, kept from the network; and the report.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const QUIET = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** Opens a browser: program and the folder of playwright-core come from the test. */
export async function launch() {
  const require = createRequire(pathToFileURL(process.env.PLAYWRIGHT_HOME + '/'));
  const { chromium } = require('playwright-core');
  return chromium.launch({ executablePath: process.env.CHROMIUM, args: QUIET });
}

/** A page whose complaints and foreign requests are collected in `report`. */
export async function watched(browser, report, options) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 1000 }, ...options });
  const page = await context.newPage();
  page.on('console', message => { if (message.type() === 'error') report.errors.push(message.text()); });
  page.on('pageerror', error => report.errors.push(String(error)));
  page.on('request', request => {
    const url = new URL(request.url());
    if (!['data:', 'blob:', 'file:'].includes(url.protocol) && url.hostname !== '127.0.0.1') {
      report.foreign.push(request.url());
    }
  });
  return page;
}

/** What an element shows: pictures that are loaded and seen, Plotly plots that are drawn. Runs in the page. */
export function pictures(element) {
  const seen = e => e.getClientRects().length > 0 && e.getBoundingClientRect().width > 20;
  return {
    images: [...element.querySelectorAll('img')].filter(e => e.complete && e.naturalWidth > 0 && seen(e)).length,
    broken: [...element.querySelectorAll('img')].filter(e => e.complete && e.naturalWidth === 0).length,
    plots: [...element.querySelectorAll('.js-plotly-plot')].filter(e => e.querySelector('.main-svg') && seen(e)).length,
  };
}

/** Waits until `ready` (run in the page) holds, or raises. */
export async function until(page, what, ready, argument, milliseconds = 120000) {
  try {
    await page.waitForFunction(ready, argument, { timeout: milliseconds, polling: 200 });
  } catch (error) {
    throw new Error('waited in vain for ' + what + ': ' + error.message);
  }
}
