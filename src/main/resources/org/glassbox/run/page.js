// Plotly as this page carries it, opened when the first picture asks for it.
// Pictures call glassboxPlotly(), which promises the library, or fails where a browser cannot open it; then they stay as they are.
window.glassboxPlotly = (function () {
  let promise = null;
  async function open() {
    const packed = document.getElementById('glassbox-plotly').textContent;
    const bytes = Uint8Array.from(atob(packed), letter => letter.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
    const script = document.createElement('script');
    script.textContent = await new Response(stream).text();
    document.head.appendChild(script);
    return window.Plotly;
  }
  return () => promise || (promise = open());
})();

document.addEventListener('DOMContentLoaded', () => {
  const root = document.documentElement;
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  document.getElementById('shade').addEventListener('click', () => {
    const now = root.dataset.shade || (dark.matches ? 'dark' : 'light');
    root.dataset.shade = now === 'dark' ? 'light' : 'dark';
  });
});
