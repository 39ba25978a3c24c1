// What every page does: buttons, theme, menu, copying, folding, printing.
"use strict";
const book = {
  root: document.documentElement.dataset.root,
  actions: {},
  // A browser may refuse to remember anything for a page opened from a file; then the page forgets.
  remember(key, value) {
    try { localStorage.setItem("asyncbook-" + key, value); } catch { console.info("no storage: " + key + " is forgotten"); }
  },
  recall(key) {
    try { return localStorage.getItem("asyncbook-" + key); } catch { return null; }
  },
  // What the page that is left tells the one that comes next: what was searched for, and whether it is shown as slides.
  arriveWith(facts) {
    try { sessionStorage.setItem("asyncbook-arrival", JSON.stringify(facts)); } catch { console.info("no storage: the next page is told nothing"); }
  },
  arrival: (() => {
    try {
      const facts = sessionStorage.getItem("asyncbook-arrival");
      sessionStorage.removeItem("asyncbook-arrival");
      return JSON.parse(facts);
    } catch { return null; }
  })(),
  isOpen: () => document.querySelector("dialog[open]") !== null,
};

book.actions.theme = () => {
  const isDark = matchMedia("(prefers-color-scheme: dark)").matches;
  const now = document.documentElement.dataset.theme ?? (isDark ? "dark" : "light");
  document.documentElement.dataset.theme = now === "dark" ? "light" : "dark";
  book.remember("theme", document.documentElement.dataset.theme);
};

// The contents: beside the text, until the reader puts them away for good; on a narrow screen over it, when asked for.
{
  const narrow = matchMedia("(max-width: 60rem)");
  const root = document.documentElement;
  const [menu, contents] = [document.querySelector(".menu"), document.querySelector(".contents")];
  const say = () => menu.setAttribute("aria-expanded", narrow.matches ? contents.classList.contains("open") : root.dataset.contents !== "away");
  book.actions.menu = () => {
    if (narrow.matches) contents.classList.toggle("open");
    else {
      root.dataset.contents = root.dataset.contents === "away" ? "there" : "away";
      book.remember("contents", root.dataset.contents);
      if (contents.contains(document.activeElement)) menu.focus();
    }
    say();
  };
  narrow.addEventListener("change", () => {
    contents.classList.remove("open");
    say();
  });
  say();
}

book.actions.print = () => print();

book.actions.help = () => document.querySelector("#book-help").showModal();
book.actions.close = () => document.querySelector("dialog[open]")?.close();

// Opens the answers of one place; closes them when all are open.
book.fold = place => {
  const all = [...place.querySelectorAll("details")];
  const open = all.some(details => !details.open);
  for (const details of all) details.open = open;
};

// What quiz.js keeps back until someone guessed.
book.unhide = place => { for (const details of place.querySelectorAll("details[hidden]")) details.hidden = false; };

async function copy(text) {
  if (navigator.clipboard) {
    try { return await navigator.clipboard.writeText(text); } catch { console.info("no clipboard: the old way"); }
  }
  const area = Object.assign(document.createElement("textarea"), { value: text });
  document.body.append(area);
  area.select();
  document.execCommand("copy");
  area.remove();
}

for (const figure of document.querySelectorAll("figure.code")) {
  const button = Object.assign(document.createElement("button"), { type: "button", className: "copy", textContent: "复制" });
  button.onclick = async () => {
    await copy(figure.codeText?.() ?? figure.querySelector("code").textContent);
    button.textContent = "已复制";
    setTimeout(() => { button.textContent = "复制"; }, 1500);
  };
  figure.querySelector("figcaption").append(button);
}

// A heading's own address, to be sent to someone.
for (const heading of document.querySelectorAll("main .slide > :is(h2, h3)[id]")) {
  const link = Object.assign(document.createElement("a"), { className: "anchor", href: "#" + encodeURIComponent(heading.id), ariaLabel: "这一段的地址" });
  heading.append(link);
}

document.addEventListener("click", event => {
  const button = event.target.closest("[data-do]");
  if (button) book.actions[button.dataset.do]?.();
  else if (event.target.matches("dialog[open]")) event.target.close();
  else if (event.target.closest(".contents.open a")) book.actions.menu();
});

// Paper cannot be unfolded.
addEventListener("beforeprint", () => {
  for (const details of document.querySelectorAll("main details:not([open])")) {
    details.open = true;
    details.dataset.printed = "";
  }
});
addEventListener("afterprint", () => {
  for (const details of document.querySelectorAll("[data-printed]")) {
    details.open = false;
    delete details.dataset.printed;
  }
});

// A link to something folded opens it.
function reveal() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  target?.closest("details")?.setAttribute("open", "");
}
addEventListener("hashchange", reveal);
reveal();

// The contents show which heading is being read.
const links = new Map([...document.querySelectorAll(".here a")].map(link => [decodeURIComponent(link.hash.slice(1)), link]));
const watcher = new IntersectionObserver(entries => {
  for (const entry of entries.filter(entry => entry.isIntersecting)) {
    for (const link of links.values()) link.classList.remove("seen");
    links.get(entry.target.id)?.classList.add("seen");
  }
}, { rootMargin: "-10% 0px -75%" });
for (const id of links.keys()) watcher.observe(document.getElementById(id));
// The contents alone scroll to this page's place, not the window.
const contents = document.querySelector(".contents");
contents.scrollTop = (contents.querySelector("[aria-current]")?.offsetTop ?? 0) - contents.clientHeight / 3;
