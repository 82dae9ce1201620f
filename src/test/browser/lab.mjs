// node lab.mjs URL SCREENS NAME run|look
// Opens a notebook in JupyterLab, runs all its cells (or only looks), takes pictures in light and dark, reports as JSON.
import fs from 'node:fs';
import { launch, pictures, until, watched } from './browser.mjs';

const [url, screens, name, mode] = process.argv.slice(2);
const TALLEST = 15000;              // Chromium draws no higher than its textures
const report = { errors: [], foreign: [], cells: [] };

const browser = await launch();
try {
  const page = await watched(browser, report);
  await page.goto(url);
  await until(page, 'JupyterLab', () => window.jupyterapp?.shell?.currentWidget?.content?.widgets?.length > 0);
  await page.evaluate(() => window.jupyterapp.shell.currentWidget.context.ready);
  if (mode === 'run') {
    await until(page, 'the kernel',
      () => window.jupyterapp.shell.currentWidget.sessionContext.session?.kernel?.status === 'idle');
    await page.evaluate(() => window.jupyterapp.commands.execute('notebook:run-all-cells'));
    await until(page, 'the end of all cells',
      () => window.jupyterapp.shell.currentWidget.sessionContext.session?.kernel?.status === 'idle');
  }
  await page.evaluate(() => window.jupyterapp.commands.execute('application:toggle-left-area'));
  await settle(page);
  await page.evaluate(() => { document.querySelector('.jp-WindowedPanel-outer').scrollTop = 0; });
  await page.waitForTimeout(300);
  report.kernel = await page.evaluate(() => window.jupyterapp.shell.currentWidget.sessionContext.kernelDisplayName);
  report.cells = await cells(page);
  for (const [shade, theme] of [['light', 'JupyterLab Light'], ['dark', 'JupyterLab Dark']]) {
    await page.evaluate(theme => window.jupyterapp.commands.execute('apputils:change-theme', { theme }), theme);
    await page.waitForTimeout(800);
    await page.screenshot({ path: `${screens}/${name}-${shade}.png` });
  }
  if (mode === 'run') {
    await page.evaluate(() => window.jupyterapp.commands.execute('docmanager:save'));
  }
} catch (error) {
  report.failed = String(error.stack || error);
} finally {
  await browser.close();
}
fs.writeFileSync(`${screens}/${name}.json`, JSON.stringify(report, null, 1));

/** Makes the window as high as the notebook, so that all of it is drawn, and waits until no plot is missing. */
async function settle(page) {
  for (let i = 0; i < 3; i++) {
    const height = await page.evaluate(() => {
      const { node, content } = window.jupyterapp.shell.currentWidget;
      const [first, last] = [content.widgets[0], content.widgets[content.widgets.length - 1]].map(cell => cell.node.getBoundingClientRect());
      return window.innerHeight - node.querySelector('.jp-WindowedPanel-outer').clientHeight + last.bottom - first.top + 140;
    });
    await page.setViewportSize({ width: 1280, height: Math.min(TALLEST, Math.max(600, Math.ceil(height))) });
    await page.waitForTimeout(700);
  }
  await page.waitForFunction(() => [...document.querySelectorAll('.js-plotly-plot')].every(e => e.querySelector('.main-svg')),
    null, { timeout: 10000 }).catch(() => {});      // the report says which is missing
}

/** One entry a code cell: what its model holds and what stands on the page. */
async function cells(page) {
  const handles = await page.evaluateHandle(() => window.jupyterapp.shell.currentWidget.content.widgets
    .filter(cell => cell.model.type === 'code'));
  const count = await handles.evaluate(list => list.length);
  const found = [];
  for (let i = 0; i < count; i++) {
    const cell = await handles.evaluateHandle((list, i) => list[i], i);
    const facts = await cell.evaluate(cell => {
      const json = cell.model.toJSON();
      return { source: [].concat(json.source).join(''), count: json.execution_count, tags: json.metadata?.tags || [],
        outputs: json.outputs };
    });
    const node = await cell.evaluateHandle(cell => cell.node);
    found.push({ ...facts, ...(await node.evaluate(pictures)) });
  }
  return found;
}
