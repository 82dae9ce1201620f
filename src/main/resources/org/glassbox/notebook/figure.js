(function (name, figure) {
  "use strict";
  // plotly.js is loaded once a page: from the page itself, or from Jupyter's folder of kernels; else the still picture stays
  function plotly() {
    if (window.Plotly) { return Promise.resolve(window.Plotly); }
    if (!window.glassboxPlotly) { window.glassboxPlotly = fromJupyter(); }
    return Promise.resolve(window.glassboxPlotly).then(function (loaded) {
      return loaded && loaded.newPlot ? loaded : window.Plotly || null;
    });
  }
  function fromJupyter() {
    var config = document.getElementById("jupyter-config-data"), base;
    try { base = config ? JSON.parse(config.textContent).baseUrl : document.body.dataset.baseUrl; } catch (e) { base = null; }
    if (!base) { return Promise.resolve(null); }
    // asked first, because a file that is not there would leave an error in the console
    return fetch(base + "api/kernelspecs", {credentials: "same-origin"}).then(function (answer) {
      return answer.ok ? answer.json() : {};
    }).then(function (specs) {
      return specs.kernelspecs && specs.kernelspecs.glassbox ? script(base + "kernelspecs/glassbox/plotly.js") : null;
    });
  }
  function script(address) {
    return new Promise(function (done) {
      var element = document.createElement("script");
      element.src = address;
      element.onload = function () { done(window.Plotly || null); };
      element.onerror = function () { done(null); };
      document.head.appendChild(element);
    });
  }
  function draw(Plotly, host) {
    var still = host.firstElementChild, box = document.createElement("div");
    var layout = JSON.parse(JSON.stringify(figure.layout)), width = layout.width, height = layout.height;
    host.setAttribute("data-glassbox-drawn", "");
    box.style.cssText = "position:absolute;visibility:hidden;transform-origin:0 0;width:" + width + "px;height:" + height + "px";
    host.style.position = "relative";
    host.appendChild(box);
    function fit() {
      var room = host.clientWidth, scale = room && width ? Math.min(1, room / width) : 1;
      box.style.transform = scale < 1 ? "scale(" + scale + ")" : "none";
      host.style.height = height * scale + "px";
    }
    Plotly.newPlot(box, figure.data, layout, Object.assign({displaylogo: false, showTips: false, doubleClick: "reset",
      modeBarButtonsToRemove: ["select2d", "lasso2d", "autoScale2d"]}, figure.config)).then(function () {
      still.style.display = "none";
      box.style.visibility = "visible";
      fit();
      if (window.ResizeObserver) { new ResizeObserver(fit).observe(host); }
      followZoom(Plotly, box);
    }).catch(function () { host.removeChild(box); });
  }
  // our own ticks fit the whole range; once zoomed in, Plotly's are better
  function followZoom(Plotly, box) {
    box.on("plotly_relayout", function (change) {
      var update = {};
      Object.keys(change).forEach(function (key) {
        var axis = /^([xy]axis\d*)\.range/.exec(key), full = axis && box.layout[axis[1]], first = axis && figure.layout[axis[1]];
        if (!full || !first || !first.range || !first.tickvals) { return; }
        var same = Math.abs(full.range[0] - first.range[0]) + Math.abs(full.range[1] - first.range[1]) < 1e-9;
        var decades = Math.abs(full.range[1] - full.range[0]), log = first.type === "log" && decades > 0.4;
        var mode = same ? "array" : log ? "linear" : "auto", dtick = decades > 2 ? 1 : "D2";   // D2: 1, 2, 5 of each decade
        if (full.tickmode !== mode) { update[axis[1] + ".tickmode"] = mode; }
        if (mode === "linear" && full.dtick !== dtick) { update[axis[1] + ".tick0"] = 0; update[axis[1] + ".dtick"] = dtick; }
      });
      if (Object.keys(update).length) { Plotly.relayout(box, update); }
    });
  }
  plotly().then(function (Plotly) {
    if (Plotly) {
      document.querySelectorAll('[data-glassbox="' + name + '"]:not([data-glassbox-drawn])').forEach(function (host) {
        draw(Plotly, host);
      });
    }
  }).catch(function () {});
})(GLASSBOX_NAME, GLASSBOX_FIGURE);
