// A cell that can be stepped through gets a button; the player and the page's steps are loaded when someone presses it.
"use strict";
{
  const loaded = new Map();
  const load = address => {
    if (!loaded.has(address)) {
      loaded.set(address, new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.src = address;
        script.onload = resolve;
        script.onerror = () => reject(new Error(address + " is missing: make the book again"));
        document.head.append(script);
      }));
    }
    return loaded.get(address);
  };

  // Everything that the player is made of.
  book.loadPlayer = () => Promise.all(["replay.js", "lanes.js", "steps.js"].map(name => load(book.root + "assets/" + name)));
  book.loadSteps = place => load(place.dataset.script);

  // The steps that are stored, unless the place has some of its own run.
  async function stored(place) {
    await book.loadSteps(place);
    return window.bookSteps[place.dataset.steps];
  }

  book.mountSteps = async place => {
    const [steps] = await Promise.all([(place.ownSteps ?? stored)(place), book.loadPlayer()]);
    if (place.querySelector(".player")) return;
    place.prepend(window.bookPlayer(place, steps));
    place.querySelector(".open-steps").hidden = true;
    place.classList.add("open");
    dispatchEvent(new Event("resize"));
  };

  // Opens the player of one place; a second time it only comes into view.
  book.openSteps = async place => {
    if (!place.querySelector(".player")) await book.mountSteps(place);
    if (!document.body.classList.contains("slides")) {
      place.scrollIntoView({ block: "nearest", behavior: "instant" });
      place.querySelector(".player").focus({ preventScroll: true });
    }
  };

  book.offerSteps = place => {
    const label = place.querySelector("summary").textContent.replace("：文字", "");
    const button = Object.assign(document.createElement("button"), { type: "button", className: "open-steps", textContent: "▶ " + label });
    button.onclick = () => book.openSteps(place);
    place.prepend(button);
    // The presenter's keys go through the steps before they go to the next slide.
    place.advance = by => place.querySelector(".player")?.advance(by) ?? false;
  };

  for (const place of document.querySelectorAll("[data-steps]")) book.offerSteps(place);
}
