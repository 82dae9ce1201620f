// node label-overlap.js FOLDER CHROMIUM: opens every SVG of the folder in a browser, once in a narrow and once in a wide face, and
// prints, as JSON: how many texts were measured, how much wider the wide face is, and which texts meet another or leave the card.
"use strict";
const fs = require("fs"), path = require("path");
const {chromium} = require(path.resolve(".cache/node/node_modules/playwright-core"));
const FACES = {narrow: "'Liberation Sans',Arial", wide: "'DejaVu Sans',Verdana"};

function measure() {   // in the page
  const svg = document.querySelector("svg"), width = svg.viewBox.baseVal.width, height = svg.viewBox.baseVal.height;
  const boxes = Array.from(svg.querySelectorAll("text")).filter(text => text.textContent.trim()).map(text => {
    const box = text.getBBox();
    // the box has room for accents and tails that few letters use: 2 px of it may be shared
    return {text: text.textContent, left: box.x, right: box.x + box.width, top: box.y + 2, bottom: box.y + box.height - 2};
  });
  const found = [];
  boxes.forEach((a, i) => {
    if (a.left < 0 || a.right > width || a.top < 0 || a.bottom > height) { found.push("leaves the card: " + a.text); }
    boxes.slice(i + 1).forEach(b => {
      if (a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom) { found.push(a.text + " | " + b.text); }
    });
  });
  return {texts: boxes.length, width: boxes.reduce((sum, box) => sum + box.right - box.left, 0), found: found};
}

(async () => {
  const [folder, executablePath] = process.argv.slice(2);
  const browser = await chromium.launch({executablePath, args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync"]});
  const page = await browser.newPage();
  const result = {texts: 0, files: 0, narrow: 0, wide: 0, found: []};
  for (const file of fs.readdirSync(folder).filter(name => name.endsWith(".svg")).sort()) {
    const svg = fs.readFileSync(path.join(folder, file), "utf8");
    result.files++;
    for (const face of Object.keys(FACES)) {
      await page.setContent(svg.replace(/font-family="[^"]*"/, "font-family=\"" + FACES[face] + "\""));
      const measured = await page.evaluate(measure);
      result.texts += measured.texts;
      result[face] += measured.width;
      measured.found.forEach(each => result.found.push(file + ", " + face + ": " + each));
    }
  }
  await browser.close();
  console.log(JSON.stringify(result));
})();
