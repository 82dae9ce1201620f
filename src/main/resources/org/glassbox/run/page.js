// Plotly as this page carries it, opened while the page is read. Pictures wait for the promise window.glassboxPlotly; where a
// browser cannot open it, or the page carries none, it gives null and they stay as they are.
window.glassboxPlotly = (async function () {
  const packed = document.getElementById('glassbox-plotly').textContent;
  if (!packed) return null;
  const bytes = Uint8Array.from(atob(packed), letter => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  const script = document.createElement('script');
  script.textContent = await new Response(stream).text();
  document.head.appendChild(script);
  return window.Plotly;
})().catch(() => null);

document.addEventListener('DOMContentLoaded', () => {
  const root = document.documentElement;
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  document.getElementById('shade').addEventListener('click', () => {
    const now = root.dataset.shade || (dark.matches ? 'dark' : 'light');
    root.dataset.shade = now === 'dark' ? 'light' : 'dark';
  });
});
