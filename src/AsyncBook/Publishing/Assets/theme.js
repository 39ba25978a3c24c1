// Before the first paint: the theme the reader chose. Without storage (a browser may refuse it) the system's stands.
document.documentElement.classList.add("js");
try {
  const theme = localStorage.getItem("asyncbook-theme");
  if (theme) document.documentElement.dataset.theme = theme;
} catch { console.info("no storage: the theme is the system's"); }
