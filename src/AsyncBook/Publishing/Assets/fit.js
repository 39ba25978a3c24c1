// How a slide fits the screen: as a whole in the largest type that does, else as several views, split and not shrunk.
"use strict";
{
  // Nobody follows longer text line by line on a wall: it scrolls.
  const mostLines = 300;
  const steps = 5;

  // Pixels of type on a screen 800 high.
  function sizes(isLarge) {
    const scale = Math.min(innerHeight / 800, Math.max(innerWidth / 1280, 0.55));
    const [low, high] = (isLarge ? [30, 52] : [17, 34]).map(size => size * scale);
    // On a projector code is never under 18 pixels (it is set at nine tenths), and in a hand not under 12.
    return [Math.max(innerWidth >= 1024 ? 20 : 14, low), Math.max(20, high)];
  }

  const isOver = part => part.scrollHeight > part.clientHeight + 2 || part.scrollWidth > part.clientWidth + 2;
  const fits = slide => ![slide, ...slide.querySelectorAll("figure, pre:not(.said), .table, .cm-scroller")].some(isOver);
  const setSize = (slide, size) => slide.style.setProperty("--size", size + "px");

  // The largest size between two that is good, or 0 if not even the least is.
  function largest(low, high, isGood) {
    if (low > high || !isGood(low)) return 0;
    for (let i = 0; i < steps; i++) {
      const size = (low + high) / 2;
      if (isGood(size)) low = size;
      else high = size;
    }
    return low;
  }

  function use(slide, way) {
    for (const name of ["side", "wrap", "two-up"]) slide.classList.toggle(name, way[name] === true);
  }

  // Code above its output or beside it, its long lines whole or broken: whichever lets the type be larger.
  // Whole lines are easier to read, so breaking them must pay.
  function whole(slide, [low, high]) {
    const canSit = innerWidth > 900 && slide.querySelector(":scope > figure.code + figure.output, :scope > blockquote ~ figure.code") !== null;
    let best = null;
    for (const wrap of [false, true]) {
      for (const side of canSit ? [false, true] : [false]) {
        const way = { side, wrap };
        const factor = wrap ? 0.75 : 1;
        use(slide, way);
        const size = largest(Math.max(low, (best?.worth ?? 0) / factor), high, size => { setSize(slide, size); return fits(slide); });
        if (size * factor > (best?.worth ?? 0)) best = { way, size, worth: size * factor };
      }
    }
    return best;
  }

  // Each line of a program or an output as an element of its own; what is coloured across lines is so on each.
  function linesOf(holder) {
    const known = [...holder.childNodes];
    if (known.length && known.every((node, index) => node.className === "line" && (index === known.length - 1 || node.textContent.endsWith("\n")))) return known;
    for (const line of holder.querySelectorAll(":scope > .line")) line.replaceWith(...line.childNodes);
    holder.normalize();
    const grouped = (node, empty) => {
      const groups = [];
      let group = null;
      for (const piece of [...node.childNodes].flatMap(pieces)) {
        group ??= empty();
        group.append(piece);
        if (!piece.textContent.endsWith("\n")) continue;
        groups.push(group);
        group = null;
      }
      return group ? [...groups, group] : groups;
    };
    const pieces = node => node.nodeType === Node.TEXT_NODE
      ? node.data.split(/(?<=\n)/).map(text => document.createTextNode(text))
      : node.childNodes.length ? grouped(node, () => node.cloneNode(false)) : [node];
    const lines = grouped(holder, () => Object.assign(document.createElement("span"), { className: "line" }));
    holder.replaceChildren(...lines);
    return lines;
  }

  // The pieces between which a slide can be split, in reading order, and what holds them. Headings stay on every view.
  function taken(slide) {
    const [atoms, holders] = [[], []];
    const walk = (node, said) => {
      for (const child of node.children) {
        if (node === slide && atoms.length === 0 && child.matches("h1, h2, h3, p.tag")) continue;
        if (child.matches("figcaption, summary, thead, .tag") || child.getClientRects().length === 0) continue;
        const isSaid = said || (node === slide && child.matches("figure.output, [data-out]"));
        const holder = { node: child, from: atoms.length };
        const code = child.matches("pre") ? child.querySelector(":scope > code") ?? child : null;
        if (code && code.textContent.split("\n").length <= mostLines) {
          for (const line of linesOf(code)) if (!line.querySelector(".preamble")) atoms.push({ node: line, isSaid });
        } else if (isHolder(child)) {
          if (child.matches("ol")) [...child.children].forEach((item, index) => { item.value = child.start + index; });
          walk(child, isSaid);
        }
        holder.to = atoms.length;
        if (holder.to === holder.from) atoms.push({ node: child, isSaid });
        else holders.push(holder);
      }
    };
    walk(slide, false);
    return { atoms, holders };
  }
  const isHolder = node => node.matches("figure, blockquote, ul, ol, .table, table, tbody, details[open], div:not(.live-editor.editing, .picture, .live-acts)")
    && ![...node.childNodes].some(child => child.nodeType === Node.TEXT_NODE && child.data.trim() !== "");

  // What of a slide is seen: from one piece to before another.
  function showOnly(slide, { atoms, holders }, from, to) {
    atoms.forEach(({ node }, index) => node.classList.toggle("off", index < from || index >= to));
    for (const holder of holders) holder.node.classList.toggle("off", holder.to <= from || holder.from >= to);
    slide.classList.toggle("continued", from > 0);
  }

  // How badly two pieces are torn apart: a heading from its text, a brace from what it opens.
  function tear(before, after) {
    const [above, below] = [before.node.textContent, after.node.textContent];
    if (before.node.matches("h4, .label") || /[：:]\s*$/.test(above)) return 20;
    if (before.node.parentElement !== after.node.parentElement) return 0;
    if (!before.node.matches(".line")) return 1;
    if (above.trim() === "") return 0;
    const indent = below.search(/\S/) / 4;
    return 2 + indent + (/^\s*[})\]{]/.test(below) ? 10 : 0) + (/[{(,]\s*$|^\s*\/\//.test(above) ? 5 : 0);
  }

  // As many pieces a view as fit; nicely, a view ends where little is torn, even if it is half empty then.
  function cut(slide, parts, [first, last], isNice) {
    const cuts = [];
    for (let from = first; from < last;) {
      let [to, over] = [from + 1, last + 1];
      while (to + 1 < over) {
        const middle = (to + over) >> 1;
        showOnly(slide, parts, from, middle);
        if (fits(slide)) to = middle;
        else over = middle;
      }
      if (isNice && to < last) {
        const worth = end => tear(parts.atoms[end - 1], parts.atoms[end]);
        for (let end = to - 1; end > from + (to - from) * 0.5; end--) if (worth(end) < worth(to)) to = end;
      }
      showOnly(slide, parts, from, to);
      cuts.push({ from, to, isOver: !fits(slide) });
      from = to;
    }
    return cuts;
  }

  // The fewest views, and then the largest type in as many.
  function split(slide, parts, range, [low, high]) {
    const ways = [{}, { wrap: true }, { wrap: true, "two-up": true }].map(way => {
      use(slide, way);
      setSize(slide, low);
      const cuts = cut(slide, parts, range, false);
      return { way, cuts, cost: cuts.some(view => view.isOver) || (way["two-up"] && cuts.length > 1) ? Infinity : cuts.length };
    });
    const least = Math.min(...ways.map(way => way.cost));
    const { way, cuts: { length: most } } = least === Infinity ? ways[1] : ways.find(way => way.cost === least);
    use(slide, way);
    let cuts = [];
    const isGood = isNice => size => {
      setSize(slide, size);
      const found = cut(slide, parts, range, isNice);
      if (found.length > most || (found.some(view => view.isOver) && size > low)) return false;
      cuts = found;
      return true;
    };
    const size = largest(low, high, isGood(true)) || largest(low, high, isGood(false));
    return cuts.map(view => ({ ...view, way, size, parts }));
  }

  // What a slide is shown as: one view of everything, or several, what the code said after the code.
  book.views = (slide, isLarge) => {
    book.wholeSlide(slide);
    const range = sizes(isLarge);
    const best = whole(slide, range);
    if (best) return [best];
    const least = { way: { wrap: true }, size: range[0] };
    book.showView(slide, least);
    if (slide.matches("[data-steps]")) return [least];
    const parts = taken(slide);
    if (parts.atoms.length === 0) return [least];
    const kept = [...slide.querySelectorAll(":scope > :is(h1, h2, h3)")].at(-1);
    kept?.classList.add("carried");
    const said = parts.atoms.findIndex(atom => atom.isSaid);
    const turn = said < 0 ? parts.atoms.length : said;
    return [[0, turn], [turn, parts.atoms.length]].filter(([from, to]) => from < to).flatMap(part => split(slide, parts, part, range));
  };

  book.showView = (slide, view) => {
    use(slide, view.way);
    setSize(slide, view.size);
    if (view.parts) showOnly(slide, view.parts, view.from, view.to);
  };

  book.wholeSlide = slide => {
    slide.classList.remove("continued", "side", "wrap", "two-up");
    for (const part of slide.querySelectorAll(".off")) part.classList.remove("off");
  };

  // Which view a place is on.
  book.viewOf = (views, place) => Math.max(0, views.findIndex(({ parts, from, to }) =>
    parts?.atoms.slice(from, to).some(({ node }) => node.contains(place) || place?.contains(node))));
}
