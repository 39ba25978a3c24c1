// Finds every word of the query anywhere in the book: Chinese has no spaces, so a substring is what counts.
"use strict";
{
  const most = 40;
  const dialog = document.querySelector("#book-search");
  const input = dialog.querySelector("input");
  const results = dialog.querySelector(".results");
  const count = dialog.querySelector(".search-count");
  let entries = null;

  function load() {
    if (entries) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = book.root + "assets/search-index.js";
      script.onerror = () => reject(new Error("assets/search-index.js is missing: make the book again"));
      script.onload = () => {
        entries = window.bookIndex.flatMap(([page, title, parts]) =>
          parts.map(([anchor, heading, text]) => ({ page, title, anchor, heading, text, low: text.toLowerCase() })));
        resolve();
      };
      document.head.append(script);
    });
  }

  // A heading counts more than what stands below it, and the words as they were typed more than each of them somewhere.
  function score(entry, words, phrase) {
    let sum = 0;
    const own = entry.heading.toLowerCase();
    const heading = (entry.title + " " + entry.heading).toLowerCase();
    for (const word of words) {
      if (own.includes(word)) sum += 12;
      else if (heading.includes(word)) sum += 4;
      if (entry.low.includes(word)) sum += 1 + Math.min(4, entry.low.split(word).length - 2);
      else if (!heading.includes(word)) return 0;
    }
    if (own === phrase) sum += 100;
    else if (own.includes(phrase)) sum += 40;
    if (entry.low.includes(phrase)) sum += words.length > 1 ? 25 : 0;
    return sum;
  }

  // Each place once: of what stands under one heading, the best.
  function places(found) {
    const best = new Map();
    for (const hit of found) {
      const place = hit.entry.page + "#" + hit.entry.heading;
      if (!best.has(place)) best.set(place, hit);
    }
    return [...best.values()];
  }

  function snippet(entry, words) {
    const at = Math.max(0, Math.min(...words.map(word => entry.low.indexOf(word)).filter(index => index >= 0)));
    const start = Number.isFinite(at) ? Math.max(0, at - 30) : 0;
    const span = document.createElement("span");
    let rest = (start > 0 ? "…" : "") + entry.text.slice(start, start + 130);
    while (rest) {
      const low = rest.toLowerCase();
      const next = words.map(word => ({ word, index: low.indexOf(word) })).filter(hit => hit.index >= 0)
        .sort((a, b) => a.index - b.index)[0];
      if (!next) break;
      const mark = document.createElement("mark");
      mark.textContent = rest.slice(next.index, next.index + next.word.length);
      span.append(rest.slice(0, next.index), mark);
      rest = rest.slice(next.index + next.word.length);
    }
    span.append(rest);
    return span;
  }

  const wordsOf = text => text.toLowerCase().split(/\s+/).filter(Boolean);

  // Marks the words on the page itself, also where colours cut them in pieces: nothing in the page changes.
  let sought = null;
  book.found = text => {
    sought = text;
    const ranges = [];
    for (const cell of text ? document.querySelectorAll("main .cell") : []) {
      const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
      const nodes = [];
      let all = "";
      while (walker.nextNode()) {
        nodes.push([all.length, walker.currentNode]);
        all += walker.currentNode.data.toLowerCase();
      }
      const place = (at, isEnd) => {
        const [start, node] = nodes.findLast(([start]) => isEnd ? start < at : start <= at);
        return [node, Math.min(at - start, node.length)];
      };
      for (const word of wordsOf(text)) {
        for (let at = all.indexOf(word); at >= 0; at = all.indexOf(word, at + word.length)) {
          const range = new Range();
          range.setStart(...place(at, false));
          range.setEnd(...place(at + word.length, true));
          ranges.push(range);
        }
      }
    }
    CSS.highlights?.set("found", new Highlight(...ranges));
  };
  book.found(book.arrival?.words);
  // A slide that is split has its lines anew.
  document.addEventListener("slide", () => sought && book.found(sought));
  addEventListener("keydown", event => {
    if (event.key === "Escape" && sought && !book.isOpen()) book.found("");
  });

  function select(link) {
    results.querySelector("[aria-selected=true]")?.setAttribute("aria-selected", "false");
    link?.setAttribute("aria-selected", "true");
    link?.scrollIntoView({ block: "nearest", behavior: "instant" });
    if (link) input.setAttribute("aria-activedescendant", link.id);
    else input.removeAttribute("aria-activedescendant");
  }

  function show() {
    const words = wordsOf(input.value);
    results.replaceChildren();
    if (words.length === 0) {
      count.textContent = "空格隔开几个词，就要都有。";
      return select(null);
    }
    const phrase = words.join(" ");
    const found = places(entries.map(entry => ({ entry, score: score(entry, words, phrase) })).filter(hit => hit.score > 0)
      .sort((a, b) => b.score - a.score));
    count.textContent = found.length === 0 ? "没有找到。" : `找到 ${found.length} 处${found.length > most ? `，先看前 ${most} 处` : ""}。`;
    results.append(...found.slice(0, most).map(({ entry }, index) => {
      const link = Object.assign(document.createElement("a"), { id: "book-result-" + index, href: book.root + entry.page + "#" + encodeURIComponent(entry.anchor), tabIndex: -1 });
      link.setAttribute("role", "option");
      link.setAttribute("aria-selected", "false");
      link.append(Object.assign(document.createElement("b"), { textContent: entry.heading === entry.title ? entry.title : entry.title + " › " + entry.heading }), snippet(entry, words));
      return link;
    }));
    select(results.firstElementChild);
  }

  book.actions.search = async () => {
    dialog.showModal();
    input.select();
    await load();
    show();
  };

  input.addEventListener("input", () => entries && show());
  results.addEventListener("click", event => {
    dialog.close();
    const link = event.target.closest("a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (link.pathname !== location.pathname) return book.arriveWith({ words: input.value, isProjected: book.projected?.() !== null });
    event.preventDefault();
    book.found(input.value);
    if (location.hash === link.hash) document.getElementById(decodeURIComponent(link.hash.slice(1)))?.scrollIntoView();
    else location.hash = link.hash;
  });
  input.addEventListener("keydown", event => {
    const now = results.querySelector("[aria-selected=true]");
    if (event.key === "ArrowDown") select(now?.nextElementSibling ?? now);
    else if (event.key === "ArrowUp") select(now?.previousElementSibling ?? now);
    else if (event.key === "Enter") now?.click();
    else if (event.key === "Escape") dialog.close();
    else return;
    event.preventDefault();
  });
}
