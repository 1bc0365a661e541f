// Turns a chart, as the page shows it, into one drawing that needs nothing else: every box, line and letter becomes plain SVG with its
// colours written out, so that any program opens it. Loaded when someone asks for a picture, not before.
const space = "http://www.w3.org/2000/svg";
const escape = text => text.replace(/[&<>"]/g, letter => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[letter]);
const round = number => Math.round(number * 100) / 100;
const isSeen = color => color && color !== "transparent" && !/^rgba\(.*, 0\)$/.test(color);
const measure = document.createElement("canvas").getContext("2d");

// What a style sheet may say of a shape or a word, with what it is where nothing says anything.
const properties = {
  fill: "rgb(0, 0, 0)", stroke: "none", "stroke-width": "1px", "stroke-dasharray": "none", "stroke-linecap": "butt", "stroke-linejoin": "miter",
  "fill-opacity": "1", "stroke-opacity": "1", opacity: "1", "vector-effect": "none", "paint-order": "normal", "text-anchor": "start", "dominant-baseline": "auto", "stop-color": "", "stop-opacity": "1",
};
const fontOf = style => ({ "font-family": style.fontFamily.replaceAll('"', "'"), "font-size": style.fontSize, "font-weight": style.fontWeight });

class Picture {
  parts = [];
  definitions = [];
  hatches = new Map();

  constructor(left, top, scale = 1) {
    Object.assign(this, { left, top, scale, right: 0, bottom: 0 });
  }

  add(name, attributes, content = "") {
    const words = Object.entries(attributes).filter(([, value]) => value !== undefined && value !== "").map(([key, value]) => ` ${key}="${escape(String(typeof value === "number" ? round(value) : value))}"`).join("");
    this.parts.push(content ? `<${name}${words}>${content}</${name}>` : `<${name}${words}/>`);
  }

  place(box) {
    this.right = Math.max(this.right, box.right - this.left);
    this.bottom = Math.max(this.bottom, box.bottom - this.top);
    return { x: box.left - this.left, y: box.top - this.top, width: box.width, height: box.height };
  }

  walk(element) {
    const style = getComputedStyle(element);
    if (style.display === "none" || style.visibility === "hidden" || style.opacity === "0" || element.matches(".spoken, .visually-hidden, script, style")) return;
    if (element instanceof SVGSVGElement) return this.drawing(element);
    this.box(element, style);
    for (const child of element.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) this.words(child, style);
      else if (child.nodeType === Node.ELEMENT_NODE) this.walk(child);
    }
  }

  box(element, style) {
    const bounds = element.getBoundingClientRect();
    if (!bounds.width || !bounds.height) return;
    const place = this.place(bounds);
    const rx = Math.min(parseFloat(style.borderTopLeftRadius) || 0, place.height / 2) || undefined;
    if (isSeen(style.backgroundColor)) this.add("rect", { ...place, rx, fill: style.backgroundColor });
    const hatch = this.hatch(style.backgroundImage);
    if (hatch) this.add("rect", { ...place, rx, fill: hatch });
    const sides = ["Top", "Right", "Bottom", "Left"].map(side => ({ width: parseFloat(style[`border${side}Width`]), color: style[`border${side}Color`], kind: style[`border${side}Style`] }));
    const seen = sides.map(side => side.width > 0 && side.kind !== "none" && isSeen(side.color));
    const dashes = side => side.kind === "dashed" ? `${side.width * 3} ${side.width * 2}` : side.kind === "dotted" ? `${side.width} ${side.width}` : undefined;
    if (seen.every(Boolean) && sides.every(side => side.color === sides[0].color && side.width === sides[0].width)) {
      const half = sides[0].width / 2;
      this.add("rect", { x: place.x + half, y: place.y + half, width: place.width - 2 * half, height: place.height - 2 * half, rx, fill: "none", stroke: sides[0].color, "stroke-width": sides[0].width, "stroke-dasharray": dashes(sides[0]) });
      return;
    }

    const [x, y, x2, y2] = [place.x, place.y, place.x + place.width, place.y + place.height];
    const ends = [side => [x, y + side / 2, x2, y + side / 2], side => [x2 - side / 2, y, x2 - side / 2, y2], side => [x, y2 - side / 2, x2, y2 - side / 2], side => [x + side / 2, y, x + side / 2, y2]];
    sides.forEach((side, index) => {
      if (!seen[index]) return;
      const [x1, y1, xe, ye] = ends[index](side.width);
      this.add("line", { x1, y1, x2: xe, y2: ye, stroke: side.color, "stroke-width": side.width, "stroke-dasharray": dashes(side) });
    });
  }

  // repeating-linear-gradient(135deg, transparent 0px, transparent 5px, rgb(…) 5px, rgb(…) 6px)
  hatch(image) {
    const gradient = /repeating-linear-gradient\((.*)\)$/.exec(image)?.[1];
    if (!gradient) return undefined;
    if (!this.hatches.has(image)) {
      const angle = parseFloat(/^(-?[\d.]+)deg/.exec(gradient)?.[1] ?? "180");
      const stops = [...gradient.matchAll(/(rgba?\([^)]*\)|transparent|color\([^)]*\)|oklab\([^)]*\))((?: [\d.]+px)+)/g)].flatMap(([, color, at]) => at.trim().split(" ").map(text => ({ color, at: parseFloat(text) })));
      const length = stops.at(-1)?.at;
      if (!length) return undefined;
      const name = `gradient-${this.hatches.size + 1}`;
      const bands = stops.slice(1).map((stop, index) => ({ color: stop.color, from: stops[index].at, to: stop.at })).filter(band => band.to > band.from && isSeen(band.color));
      this.definitions.push(`<pattern id="${name}" width="${length}" height="${length}" patternUnits="userSpaceOnUse" patternTransform="rotate(${angle - 90})">${bands.map(band => `<rect x="${band.from}" width="${band.to - band.from}" height="${length}" fill="${escape(band.color)}"/>`).join("")}</pattern>`);
      this.hatches.set(image, `url(#${name})`);
    }
    return this.hatches.get(image);
  }

  // A text may run over several lines; each becomes a text of its own, where the browser has put it.
  words(node, style) {
    if (!node.data.trim()) return;
    const range = document.createRange();
    const lines = [];
    for (let at = 0; at < node.data.length; at++) {
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const bounds = range.getBoundingClientRect();
      if (!bounds.width && !bounds.height) continue;
      const line = lines.at(-1);
      if (line && Math.abs(line.top - bounds.top) < 2) Object.assign(line, { text: line.text + node.data[at], right: bounds.right });
      else lines.push({ text: node.data[at], left: bounds.left, right: bounds.right, top: bounds.top, bottom: bounds.bottom });
    }
    for (const line of lines) {
      if (!line.text.trim()) continue;
      const place = this.place({ ...line, width: line.right - line.left, height: line.bottom - line.top });
      const end = { right: "end", end: "end", center: "middle" }[style.textAlign];
      const x = end === "end" ? place.x + place.width : end === "middle" ? place.x + place.width / 2 : place.x;
      this.text(line.text.trim(), x, place.y, style, { "text-anchor": end, fill: style.color });
    }
  }

  text(text, x, top, style, attributes = {}) {
    measure.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    this.add("text", { x, y: top + measure.measureText(text).fontBoundingBoxAscent, ...fontOf(style), ...attributes }, escape(text));
  }

  drawing(element) {
    const copy = element.cloneNode(true);
    this.paint(element, copy);
    const bounds = element.getBoundingClientRect();
    if (bounds.width && bounds.height) {
      const place = this.place(bounds);
      for (const [key, value] of Object.entries(place)) copy.setAttribute(key, round(value));
    }
    this.parts.push(new XMLSerializer().serializeToString(copy));
  }

  paint(original, copy) {
    const style = getComputedStyle(original);
    const isDefinition = original.closest("defs") !== null;
    if (!isDefinition && (style.display === "none" || style.visibility === "hidden" || original.matches(".spoken, .hit, title"))) {
      copy.remove();
      return;
    }

    for (const { name } of [...copy.attributes]) if (/^(class|style|tabindex|role|aria-|data-|href|_bl)/.test(name)) copy.removeAttribute(name);
    for (const [name, usual] of Object.entries(properties)) {
      const value = style.getPropertyValue(name);
      const isInherited = copy.parentElement?.closest?.(`[${name}]`) != null;
      if (value && (value !== usual || isInherited)) copy.setAttribute(name, value.replaceAll('"', ""));
    }
    // A stroke that does not grow with its drawing would not grow with the picture either.
    if (style.vectorEffect === "non-scaling-stroke") for (const name of ["stroke-width", "stroke-dasharray"]) copy.setAttribute(name, style.getPropertyValue(name).replace(/[\d.]+(?=px)/g, length => length * this.scale));
    if (original.localName === "svg") copy.setAttribute("overflow", style.overflow === "hidden" ? "hidden" : "visible");
    if (original.localName === "circle") copy.setAttribute("r", style.r);
    if (original.localName === "text" || original.localName === "tspan") for (const [name, value] of Object.entries(fontOf(style))) copy.setAttribute(name, value);
    if (style.transform !== "none" && !original.hasAttribute("transform")) {
      const [x, y] = style.transformOrigin.split(" ").map(parseFloat);
      const box = style.transformBox === "fill-box" ? original.getBBox() : { x: 0, y: 0 };
      copy.setAttribute("transform", `translate(${x + box.x} ${y + box.y}) ${style.transform} translate(${-x - box.x} ${-y - box.y})`);
    }
    const children = [...copy.children];
    [...original.children].forEach((child, index) => this.paint(child, children[index]));
    if (copy.localName === "a") {
      const group = document.createElementNS(space, "g");
      for (const { name, value } of [...copy.attributes]) group.setAttribute(name, value);
      group.append(...copy.childNodes);
      copy.replaceWith(group);
    }
  }
}

// Breaks words into lines; between Chinese letters anywhere, elsewhere at spaces.
function wrap(text, style, width) {
  measure.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  const lines = [];
  let line = "";
  for (const word of text.match(/[\u2E80-\uFFEF]|[^\s\u2E80-\uFFEF]+|\s+/g) ?? []) {
    if (line && measure.measureText(line + word).width > width) {
      lines.push(line.trim());
      line = "";
    }
    line += word;
  }
  return line.trim() ? [...lines, line.trim()] : lines;
}

const padding = 20;

/** The figure as SVG text: title, caveat, drawing, what it says, sources, and the date and address of the view. */
export function draw(figure, { notes, scale = 1 }) {
  const drawing = figure.querySelector(".drawing");
  const bounds = drawing.getBoundingClientRect();
  const chart = new Picture(bounds.left - drawing.scrollLeft, bounds.top, scale);
  for (const child of drawing.children) chart.walk(child);
  const width = Math.ceil(Math.max(chart.right, 480)) + 2 * padding;

  const page = new Picture(0, 0);
  let y = padding;
  const say = (element, text, after) => {
    if (!element || !text) return;
    const style = getComputedStyle(element);
    const height = parseFloat(style.lineHeight) || parseFloat(style.fontSize) * 1.5;
    for (const line of wrap(text.replace(/\s+/g, " ").trim(), style, width - 2 * padding)) {
      page.text(line, padding, y, style, { fill: style.color });
      y += height;
    }
    y += after;
  };
  const [title, subtitle, sentence, sources] = ["h2, h3", ".subtitle", ".sentence", ".sources"].map(selector => figure.querySelector(selector));
  say(title, title?.textContent, 2);
  say(subtitle, subtitle?.textContent, 10);
  page.parts.push(`<g transform="translate(${padding} ${round(y)})">${chart.parts.join("")}</g>`);
  y += chart.bottom + 14;
  say(sentence, sentence?.textContent, 6);
  const small = sources ?? subtitle ?? title;
  say(small, sources && [...sources.childNodes].map(node => node.textContent.trim()).filter(Boolean).join(" "), 0);
  for (const note of notes) say(small, note, 0);

  const height = Math.ceil(y + padding - 6);
  const ground = getComputedStyle(document.documentElement).getPropertyValue("--panel").trim() || "white";
  return {
    width,
    height,
    text: `<svg xmlns="${space}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img"><title>${escape(title?.textContent ?? "")}</title><desc>${escape([sentence?.textContent.trim(), ...notes].filter(Boolean).join(" "))}</desc>${chart.definitions.length ? `<defs>${chart.definitions.join("")}</defs>` : ""}<rect width="100%" height="100%" fill="${escape(ground)}"/>${page.parts.join("")}</svg>`,
  };
}

/** The same as PNG, so many dots a pixel as it was drawn for. */
export async function raster({ width, height, text }, scale) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [width * scale, height * scale];
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => canvas.toBlob(blob => blob ? resolve(blob) : reject(new Error("The picture is too large.")), "image/png"));
}

/** Gives the picture to the reader as a file; inside WeChat, which saves no files, as an image to be held and kept. */
export async function give(button) {
  const figure = document.getElementById(button.dataset.of);
  const scale = button.dataset.picture === "png" ? 2 : 1;
  const drawn = draw(figure, { notes: button.dataset.notes.split("\n").filter(Boolean), scale });
  const blob = scale > 1 ? await raster(drawn, scale) : new Blob([drawn.text], { type: "image/svg+xml" });
  const address = URL.createObjectURL(blob);
  if (/MicroMessenger/i.test(navigator.userAgent)) {
    const dialog = document.createElement("dialog");
    dialog.className = "picture-dialog";
    const image = Object.assign(new Image(), { src: address, alt: figure.querySelector(".sentence")?.textContent.trim() ?? "" });
    const close = Object.assign(document.createElement("button"), { textContent: button.dataset.close, className: "button", onclick: () => dialog.close() });
    dialog.append(Object.assign(document.createElement("p"), { textContent: button.dataset.hold }), image, close);
    dialog.onclose = () => { dialog.remove(); URL.revokeObjectURL(address); };
    document.body.append(dialog);
    dialog.showModal();
    return;
  }

  const link = Object.assign(document.createElement("a"), { href: address, download: `${button.dataset.name}.${button.dataset.picture}` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
