// Deals the content onto pages: measures every block once, plans the pages by adding up, then moves the blocks there.
(() => {
  const root = document.documentElement;
  const words = document.body.dataset;
  const flow = document.querySelector('.flow');
  const longEnoughForContents = 4;
  // A table this short is not parted, unless a larger share of the page would be left empty.
  const mostRowsKept = 10;
  const mostLeftEmpty = 0.2;

  function element(name, className, parent) {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (parent) parent.append(made);
    return made;
  }

  const heightOf = node => node.getBoundingClientRect().height;

  // The room of a page and of the line above its notes, as the styles give them.
  function measurePage() {
    const page = element('div', 'page', document.body);
    const body = element('div', 'page-body', page);
    const notes = element('div', 'page-notes', body);
    // Text may come out a hair taller on paper than on the screen.
    const room = { height: heightOf(body) - 2, rule: heightOf(notes) };
    page.remove();
    return room;
  }

  const marksIn = node => [...node.querySelectorAll('[role="doc-noteref"]')].map(mark => mark.getAttribute('href').slice(1));

  function measureTable(node) {
    const table = node.querySelector('table');
    const rows = [...table.tBodies[0].rows].map(row => ({ node: row, height: heightOf(row), marks: marksIn(row) }));
    const legend = node.querySelector('.legend');
    const rowsHeight = rows.reduce((sum, row) => sum + row.height, 0);
    const legendHeight = legend ? heightOf(legend) : 0;
    return { node, rows, legend, legendHeight, frame: heightOf(node) - rowsHeight - legendHeight, marks: marksIn(node) };
  }

  function measureBlock(node) {
    if (node.classList.contains('table')) return measureTable(node);
    return { node, height: heightOf(node), marks: marksIn(node), isHeading: /^H[23]$/.test(node.tagName) || node.classList.contains('remark') };
  }

  root.classList.add('is-measured');
  const room = measurePage();
  const noteHeights = new Map([...flow.querySelectorAll('.footnote')].map(note => [note.id, heightOf(note)]));
  const title = measureBlock(flow.querySelector('.title'));
  const contents = [...flow.querySelectorAll('.contents > .block')].map(measureBlock);
  const chapters = [...flow.querySelectorAll('.chapter')].map(chapter => ({
    beginsPage: 'beginsPage' in chapter.dataset,
    blocks: [...chapter.children].filter(child => child.classList.contains('block')).map(measureBlock),
  }));

  // A page is a list of what stands on it; nothing is moved before the plan is whole.
  function plan(withContents) {
    const pages = [];
    let page;
    const begin = () => pages.push(page = { parts: [], height: 0, notes: new Set() });
    const notesHeight = notes => notes.size === 0 ? 0 : room.rule + [...notes].reduce((sum, note) => sum + noteHeights.get(note), 0);
    const fits = (height, marks) => page.height + height + notesHeight(new Set([...page.notes, ...marks])) <= room.height;
    const put = (part, height, marks) => {
      page.parts.push(part);
      page.height += height;
      marks.forEach(mark => page.notes.add(mark));
    };
    const makeRoom = (height, marks) => { if (page.parts.length > 0 && !fits(height, marks)) begin(); };
    const marksOf = rows => rows.flatMap(row => row.marks);
    const sum = rows => rows.reduce((all, row) => all + row.height, 0);

    // What must stand together at the beginning of a block, so that no heading and no table head is left alone.
    const least = block => {
      if (!block.rows) return block;
      const isKept = block.rows.length <= mostRowsKept && room.height - page.height < mostLeftEmpty * room.height;
      const rows = isKept ? block.rows : block.rows.slice(0, 2);
      return { height: block.frame + sum(rows) + (rows.length === block.rows.length ? block.legendHeight : 0), marks: marksOf(rows) };
    };

    function putTable(block) {
      let part = { table: block, rows: [], isLast: false };
      put(part, block.frame, []);
      block.rows.forEach((row, index) => {
        // The last two rows stay together, with the legend.
        const rest = index >= block.rows.length - 2 ? block.rows.slice(index) : [row];
        const after = rest.length + index === block.rows.length ? block.legendHeight : 0;
        if (part.rows.length > 0 && !fits(sum(rest) + after, marksOf(rest)) && !(part.rows.length === 1 && index === block.rows.length - 1)) {
          begin();
          part = { table: block, rows: [], isLast: false, isContinued: true };
          put(part, block.frame, []);
        }
        part.rows.push(row);
        page.height += row.height;
        row.marks.forEach(mark => page.notes.add(mark));
      });
      part.isLast = true;
      page.height += block.legendHeight;
    }

    begin();
    put({ block: title }, title.height, []);
    if (withContents) {
      for (const entry of contents) {
        makeRoom(entry.height, []);
        put({ block: entry }, entry.height, []);
      }
    }
    for (const chapter of chapters) {
      if (chapter.beginsPage && page.parts.length > 0) begin();
      let headings = [];
      for (const block of chapter.blocks) {
        if (block.isHeading) { headings.push(block); continue; }
        const together = least(block);
        makeRoom(sum(headings) + together.height, together.marks);
        headings.forEach(heading => put({ block: heading }, heading.height, []));
        headings = [];
        if (block.rows) putTable(block); else put({ block }, block.height, block.marks);
      }
      headings.forEach(heading => { makeRoom(heading.height, []); put({ block: heading }, heading.height, []); });
    }
    return pages.filter(each => each.parts.length > 0);
  }

  let pages = plan(false);
  if (pages.length > longEnoughForContents) pages = plan(true);

  const fill = (template, ...values) => values.reduce((text, value, index) => text.replace(`{${index}}`, value), template);
  const now = words.printedAt || new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' }).format(new Date());
  const notes = new Map([...flow.querySelectorAll('.footnote')].map(note => [note.id, note]));

  function tablePart(part) {
    const whole = part.table.node;
    if (!part.isContinued && part.isLast) return whole;
    const node = whole.cloneNode(false);
    const table = element('table', '', node);
    const source = whole.querySelector('table');
    const caption = table.appendChild(source.caption.cloneNode(true));
    if (part.isContinued) caption.append(words.continued);
    table.append(source.querySelector('colgroup').cloneNode(true), source.tHead.cloneNode(true));
    element('tbody', '', table).append(...part.rows.map(row => row.node));
    if (part.isLast && part.table.legend) node.append(part.table.legend);
    return node;
  }

  const built = pages.map((page, index) => {
    const sheet = element('section', 'page');
    const head = element('div', 'page-head', sheet);
    head.setAttribute('aria-hidden', 'true');
    element('span', '', head).textContent = words.headLeft;
    element('span', '', head).textContent = words.headRight;
    const body = element('div', 'page-body', sheet);
    page.parts.forEach(part => body.append(part.block ? part.block.node : tablePart(part)));
    if (page.notes.size > 0) {
      const foot = element('div', 'page-notes', body);
      // A mark that comes again on a later page has its note there too; the address leads to the first.
      [...notes].filter(([id]) => page.notes.has(id)).forEach(([, note]) => {
        const copy = foot.appendChild(note.cloneNode(true));
        if (note.dataset.placed) copy.removeAttribute('id');
        note.dataset.placed = '1';
      });
    }
    const line = element('div', 'page-foot', sheet);
    line.setAttribute('aria-hidden', 'true');
    element('span', '', line).textContent = words.footLeft;
    element('span', '', line).textContent = fill(words.pages, index + 1, pages.length);
    element('span', '', line).textContent = fill(words.printed, now);
    if (words.mark) {
      const mark = element('div', 'page-mark', sheet);
      mark.dataset.mark = words.mark;
    }
    return sheet;
  });

  const main = element('main');
  main.append(...built);
  built.forEach((sheet, index) => sheet.querySelectorAll('[id]').forEach(node => {
    const entry = main.querySelector(`[data-page-of="${node.id}"]`);
    if (entry) entry.textContent = index + 1;
  }));
  flow.replaceWith(main);
  root.classList.replace('is-measured', 'is-paged');
  element('style', '', document.head).textContent = '@page { margin: 0; @bottom-center { content: none; } }';
  root.dataset.pages = built.length;
  root.dataset.overflowing = built.filter(sheet => { const body = sheet.querySelector('.page-body'); return body.scrollHeight > body.clientHeight + 1; }).length;

  // A page shrinks to a narrow window; on paper it keeps its size.
  const width = built[0].getBoundingClientRect().width;
  const fit = () => root.style.setProperty('--zoom', Math.min(1, (root.clientWidth - 8) / width));
  fit();
  window.addEventListener('resize', fit);
})();
