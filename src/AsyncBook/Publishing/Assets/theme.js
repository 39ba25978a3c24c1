// Before the first paint: the theme the reader chose, and whether the contents are put away. Without storage (a browser may refuse it) the system's
// theme stands, and so do the contents.
document.documentElement.classList.add("js");
try {
  const theme = localStorage.getItem("asyncbook-theme");
  if (theme) document.documentElement.dataset.theme = theme;
  const contents = localStorage.getItem("asyncbook-contents");
  if (contents) document.documentElement.dataset.contents = contents;
} catch { console.info("no storage: the theme is the system's, the contents are there"); }
