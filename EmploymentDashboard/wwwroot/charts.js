// Tips of chart marks, and arrow keys where a drawing has too many marks for a tab stop each. Charts are readable without it.
const tip = document.createElement("div");
tip.className = "chart-tip";
tip.setAttribute("aria-hidden", "true");

function show(words, x, y) {
  if (tip.textContent !== words) tip.textContent = words;
  if (!tip.isConnected) document.body.append(tip);
  const { width, height } = tip.getBoundingClientRect();
  const left = Math.max(8, Math.min(x + 12, innerWidth - width - 8));
  const below = y + 16 + height < innerHeight;
  tip.style.left = `${left}px`;
  tip.style.top = `${below ? y + 16 : y - height - 12}px`;
}

const hide = () => tip.remove();

function showBelow(mark) {
  // A tile's link also holds words that are only heard, at the corner of the map.
  const box = ((mark.matches(".tile") && mark.querySelector("rect")) || mark).getBoundingClientRect();
  if (box.bottom < 0 || box.top > innerHeight) hide();
  else show(wordsOf(mark), box.left, box.bottom - 8);
}

const marks = "[data-tip], .heat tbody td";
const markOf = event => event.target.closest?.(marks) ?? event.target.closest?.("[data-cells]")?.querySelector(".month-link");
const wordsOf = mark => mark.dataset.tip ?? wordsOfCell(mark);

// A plain cell of a heat table says what its row, its column and the table say of it.
function wordsOfCell(cell) {
  const { from, unit, basis, none } = cell.closest("table").dataset;
  const [year, month] = from.split("-").map(Number);
  const months = year * 12 + month - 2 + cell.cellIndex;
  const when = `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, "0")}`;
  const value = cell.dataset.v ?? cell.textContent;
  const space = unit === "%" || /[万亿]$/.test(value) ? "" : " ";
  return [value ? value + space + unit : none, `${cell.parentElement.cells[0].textContent} ${when}`, value && basis].filter(Boolean).join("\n");
}

// Cells become links when the pointer or the keyboard comes to them: thousands of addresses would outweigh the figures.
function link(cell) {
  if (cell?.dataset.h === undefined || cell.querySelector("a")) return;
  const anchor = document.createElement("a");
  anchor.href = cell.closest("table").dataset.href + cell.dataset.h;
  anchor.tabIndex = -1;
  anchor.append(...cell.childNodes);
  cell.append(anchor);
}

// In a small panel the month under the pointer becomes a link, with a tip.
function linkMonth(event) {
  const course = event.target.closest?.("[data-cells]");
  if (!course || event.target.closest(".mark:not(.month-link)")) return;
  const cells = course.dataset.cells.split(" ");
  const { left, width } = course.getBoundingClientRect();
  const at = Math.min(cells.length - 1, Math.max(0, Math.floor((event.clientX - left) / width * cells.length)));
  const [value, address] = cells[at].split("|");
  const old = document.querySelector(".month-link");
  if (old?.dataset.at === String(at) && old.parentElement === course) return;
  old?.remove();
  if (address === undefined) return;
  const { from, unit, basis, href } = course.closest(".panels").dataset;
  const [year, month] = from.split("-").map(Number);
  const months = year * 12 + month - 1 + at;
  const when = `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, "0")}`;
  const anchor = document.createElementNS(course.namespaceURI, "a");
  anchor.setAttribute("class", "mark month-link");
  anchor.setAttribute("href", href + address);
  anchor.setAttribute("tabindex", "-1");
  anchor.dataset.at = at;
  anchor.dataset.tip = [value + unit, `${course.parentElement.querySelector("h3").textContent} ${when}`, basis].filter(Boolean).join("\n");
  const band = document.createElementNS(course.namespaceURI, "rect");
  const properties = { class: "hit", x: `${at / cells.length * 100}%`, width: `${100 / cells.length}%`, height: "100%" };
  for (const [name, text] of Object.entries(properties)) band.setAttribute(name, text);
  anchor.append(band);
  // Below the marks, which say more than the month alone.
  course.insertBefore(anchor, course.querySelector(":scope > .mark"));
}

for (const kind of ["pointerover", "pointermove"]) document.addEventListener(kind, linkMonth, { passive: true });

// The cell whose details are open says so.
function markOpened() {
  const figure = document.querySelector(".details-panel") && new URLSearchParams(location.search).get("figure");
  for (const table of document.querySelectorAll(".heat")) {
    const start = table.dataset.href.split("figure=").at(-1);
    const opened = figure?.startsWith(start) ? table.querySelector(`td[data-h="${CSS.escape(figure.slice(start.length))}"]`) : null;
    for (const cell of table.querySelectorAll(".opened")) if (cell !== opened) cell.classList.remove("opened");
    opened?.classList.add("opened");
  }
}

let opening;
new MutationObserver(() => opening ??= requestAnimationFrame(() => {
  opening = undefined;
  markOpened();
})).observe(document.documentElement, { childList: true, subtree: true, characterData: true });

document.addEventListener("pointerover", event => link(event.target.closest?.(".heat td")), { passive: true });

document.addEventListener("pointermove", event => {
  const mark = markOf(event);
  if (mark) show(wordsOf(mark), event.clientX, event.clientY);
  else if (!document.activeElement?.matches(`:is(${marks}):focus-visible`)) hide();
}, { passive: true });

document.addEventListener("focusin", event => {
  const mark = markOf(event);
  if (mark?.matches(".heat td")) link(mark);
  if (mark?.matches(":focus-visible")) showBelow(mark);
  else hide();
});

document.addEventListener("focusout", hide);

// Moving by keyboard may scroll: then the tip goes with its mark, as long as that is seen.
document.addEventListener("scroll", () => {
  if (tip.isConnected && document.activeElement?.matches(`:is(${marks}):focus-visible`)) showBelow(document.activeElement);
  else hide();
}, { passive: true, capture: true });

const steps = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

function nextCell(cell, key) {
  const row = cell.parentElement;
  if (key === "Home") return row.cells[1];
  if (key === "End") return row.cells[row.cells.length - 1];
  const [dx, dy] = steps[key];
  if (dx) return cell.cellIndex + dx > 0 ? row.cells[cell.cellIndex + dx] : null;
  const rows = [...cell.closest("table").querySelectorAll("tbody tr")].filter(other => other.cells.length === row.cells.length);
  return rows[rows.indexOf(row) + dy]?.cells[cell.cellIndex];
}

// The nearest tile in the direction of the key, straight ahead before aside.
function nextTile(tile, key) {
  const tiles = [...tile.closest("[data-rove]").querySelectorAll(".tile")];
  if (key === "Home") return tiles[0];
  if (key === "End") return tiles.at(-1);
  const middle = one => { const box = one.getBoundingClientRect(); return [box.x + box.width / 2, box.y + box.height / 2]; };
  const [x, y] = middle(tile);
  const [dx, dy] = steps[key];
  let nearest = null, least = Infinity;
  for (const other of tiles) {
    const [ox, oy] = middle(other);
    const ahead = (ox - x) * dx + (oy - y) * dy;
    const aside = Math.abs((ox - x) * dy) + Math.abs((oy - y) * dx);
    if (ahead > 2 && aside <= ahead * 2 && ahead + aside * 2 < least) [nearest, least] = [other, ahead + aside * 2];
  }
  return nearest;
}

document.addEventListener("keydown", event => {
  if (event.key === "Escape") return hide();
  const mark = event.target.closest?.("[data-rove] :is(td, .tile)");
  if (!mark || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (event.key === "Enter" && mark.matches("td")) return mark.querySelector("a")?.click();
  if (!(event.key in steps) && event.key !== "Home" && event.key !== "End") return;
  const next = mark.matches("td") ? nextCell(mark, event.key) : nextTile(mark, event.key);
  event.preventDefault();
  if (!next) return;
  mark.closest("[data-rove]").querySelectorAll("[tabindex='0']").forEach(other => other.tabIndex = -1);
  next.setAttribute("tabindex", "0");
  next.focus();
});

addEventListener("beforeprint", () => document.querySelectorAll("details.chart-table").forEach(table => table.open = true));
