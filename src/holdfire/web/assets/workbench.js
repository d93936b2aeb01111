// What scripts say, in the language of the page; {} stands for what is given.
globalThis.say = (() => {
  const words = JSON.parse(document.body.dataset.words || "{}");
  return (english, ...given) => (words[english] || english).replaceAll("{}", () => given.shift());
})();
// What every page has: drop zones, filters that apply at once, a key for the search.
(() => {
  document.documentElement.classList.add("js");
  const here = document.querySelector(".sections [aria-current]"), bar = here?.parentElement;
  if (here) bar.scrollLeft = here.offsetLeft - bar.offsetLeft - (bar.clientWidth - here.offsetWidth) / 2;
  document.querySelectorAll("form[data-auto] select").forEach((each) =>
    each.addEventListener("change", () => each.form.requestSubmit()));
  document.querySelectorAll("form[data-drop]").forEach((form) => {
    const zone = form.querySelector(".zone"), input = form.querySelector("input[type=file]");
    const chosen = form.querySelector("[data-chosen]");
    const name = () => { chosen.textContent = [...input.files].map((file) => file.name).join(", "); };
    input.addEventListener("change", name);
    for (const kind of ["dragenter", "dragover"]) zone.addEventListener(kind, (event) => {
      event.preventDefault();
      zone.classList.add("over");
    });
    for (const kind of ["dragleave", "drop"]) zone.addEventListener(kind, () => zone.classList.remove("over"));
    zone.addEventListener("drop", (event) => {
      event.preventDefault();
      input.files = event.dataTransfer.files;
      name();
    });
    form.addEventListener("submit", () => form.querySelector("button").setAttribute("aria-busy", "true"));
  });
  const typing = (el) => el.closest("input, textarea, select, [contenteditable]");
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    const field = document.getElementById("find");
    if (!field) return;
    event.preventDefault();
    field.focus();
    field.select();
  });
  // a list that grows: the link to what is older moves on with it
  document.body.addEventListener("htmx:afterRequest", (event) => {
    const link = event.target;
    if (!(link instanceof Element) || !link.matches("[data-more]") || !event.detail.successful) return;
    const page = new DOMParser().parseFromString(event.detail.xhr.responseText, "text/html");
    const next = page.querySelector("[data-more]");
    if (!next) { link.parentElement.remove(); return; }
    link.setAttribute("href", next.getAttribute("href"));
    link.setAttribute("hx-get", next.getAttribute("hx-get"));
    window.htmx.process(link);
  });
})();
