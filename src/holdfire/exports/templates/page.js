(() => {
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const values = (el) => el.dataset.v.split(" ");
  const sharing = (value) => document.querySelectorAll(`[data-v~="${CSS.escape(value)}"]`);
  const light = (el, on) => values(el).forEach((v) => sharing(v).forEach((s) => s.classList.toggle("lit", on)));
  document.querySelectorAll("[data-v]").forEach((el) => {
    el.addEventListener("mouseenter", () => light(el, true));
    el.addEventListener("mouseleave", () => light(el, false));
    el.addEventListener("focusin", () => light(el, true));
    el.addEventListener("focusout", () => light(el, false));
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.v, a.quote, a.must");
    const target = link && document.getElementById(link.getAttribute("href").slice(1));
    if (!target) return;
    event.preventDefault();
    target.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
    document.querySelectorAll(".found").forEach((el) => el.classList.remove("found"));
    target.classList.add("found");
    const focus = target.matches("a") ? target : target.querySelector("a");
    if (focus) focus.focus({ preventScroll: true });
  });
})();
