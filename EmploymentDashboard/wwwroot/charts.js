// Tips of chart marks: what [data-tip] says, at the pointer or below the focused mark. Charts are readable without it.
const tip = document.createElement("div");
tip.className = "chart-tip";
tip.setAttribute("aria-hidden", "true");

function show(mark, x, y) {
  if (tip.textContent !== mark.dataset.tip) tip.textContent = mark.dataset.tip;
  if (!tip.isConnected) document.body.append(tip);
  const { width, height } = tip.getBoundingClientRect();
  const left = Math.max(8, Math.min(x + 12, innerWidth - width - 8));
  const below = y + 16 + height < innerHeight;
  tip.style.left = `${left}px`;
  tip.style.top = `${below ? y + 16 : y - height - 12}px`;
}

const hide = () => tip.remove();
const markOf = event => event.target.closest?.("[data-tip]");

document.addEventListener("pointermove", event => {
  const mark = markOf(event);
  if (mark) show(mark, event.clientX, event.clientY);
  else if (!document.activeElement?.matches("[data-tip]:focus-visible")) hide();
}, { passive: true });

document.addEventListener("focusin", event => {
  const mark = markOf(event);
  if (!mark?.matches(":focus-visible")) return hide();
  const box = mark.getBoundingClientRect();
  show(mark, box.left, box.bottom - 8);
});

document.addEventListener("focusout", hide);
document.addEventListener("scroll", hide, { passive: true, capture: true });
document.addEventListener("keydown", event => event.key === "Escape" && hide());
addEventListener("beforeprint", () => document.querySelectorAll("details.chart-table").forEach(table => table.open = true));
