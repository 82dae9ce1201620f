// node first-picture.mjs URL FILE ROUNDS
// «Restart and run all» in JupyterLab, several times; writes for each round the milliseconds from the click on «Restart» to
// each state of the kernel and to what a user sees: the first picture of an output (the digits of the first cell), the first
// chart (the live panel), the first chart that Plotly has drawn, the end of all cells.
import fs from 'node:fs';
import { launch, until, watched } from './browser.mjs';

const [url, file, rounds] = process.argv.slice(2);
const report = { errors: [], foreign: [], rounds: [] };

const browser = await launch();
try {
  const page = await watched(browser, report);
  await page.goto(url);
  await until(page, 'JupyterLab', () => window.jupyterapp?.shell?.currentWidget?.content?.widgets?.length > 0);
  await page.evaluate(() => window.jupyterapp.shell.currentWidget.context.ready);
  await until(page, 'the kernel', isIdle);
  for (let i = 0; i < Number(rounds); i++) {
    await page.evaluate(() => window.jupyterapp.commands.execute('notebook:clear-all-cell-outputs'));
    await page.waitForTimeout(1000);
    report.rounds.push(await page.evaluate(restartAndRunAll));
    await until(page, 'the end of all cells', isIdle);
  }
} catch (error) {
  report.failed = String(error.stack || error);
} finally {
  await browser.close();
}
fs.writeFileSync(file, JSON.stringify(report, null, 1));

function isIdle() {
  return window.jupyterapp.shell.currentWidget.sessionContext.session?.kernel?.status === 'idle';
}

/** Runs in the page, so that no message between node and browser is in the time. */
async function restartAndRunAll() {
  const { sessionContext, content } = window.jupyterapp.shell.currentWidget;
  const frame = () => new Promise(requestAnimationFrame);
  const seen = e => e.getBoundingClientRect().width > 20;
  const isImage = e => e.complete && e.naturalWidth > 0 && seen(e);
  const times = {};
  let start = Infinity;
  const note = what => { times[what] ??= Math.round(performance.now() - start); };
  const follow = (sender, status) => note(status);
  const all = window.jupyterapp.commands.execute('notebook:restart-run-all');
  let button = null;
  while (button === null) {
    await frame();
    button = document.querySelector('.jp-Dialog .jp-mod-accept');
  }
  sessionContext.statusChanged.connect(follow);
  start = performance.now();
  button.click();
  let ended = false;
  all.then(() => { ended = true; });
  while (!ended) {
    await frame();
    const find = query => [...content.node.querySelectorAll('.jp-OutputArea-output ' + query)];
    const images = find('img').filter(isImage);
    const plots = find('.js-plotly-plot .main-svg').filter(seen);
    if (images.length + plots.length > 0) note('picture');
    if (plots.length > 0 || images.some(image => image.src.startsWith('data:image/svg'))) note('chart');
    if (plots.length > 0) note('plot');
  }
  note('end');
  sessionContext.statusChanged.disconnect(follow);
  return times;
}
