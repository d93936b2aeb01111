// The reading view: words and values light each other; every decision is one key away.
(() => {
  const work = document.querySelector(".work");
  if (!work) return;
  const panel = document.getElementById("panel"), help = document.getElementById("help");
  const report = work.dataset.report, mayDecide = "mayDecide" in work.dataset;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const every = (selector, within = document) => [...within.querySelectorAll(selector)];
  const idOf = (path) => "e-" + path.replaceAll(".", "-");
  const sharing = (path) => every(`[data-v~="${CSS.escape(path)}"]`);
  const show = (el) => el.scrollIntoView({ block: "nearest", behavior: calm ? "auto" : "smooth" });

  // hover: words ↔ values
  const light = (el, on) => el.dataset.v.split(" ").forEach((path) =>
    sharing(path).forEach((each) => each.classList.toggle("lit", on)));
  let lit = null;
  document.addEventListener("mouseover", (event) => {
    const el = event.target.closest("a.v, .entry, [data-notice]");
    if (el === lit) return;
    if (lit) light(lit, false);
    lit = el;
    if (el) light(el, true);
  });

  // of many cards some are here; the others come when one scrolls to them, or goes there
  let bringing = null;
  const bring = (rest, to) => {
    if (bringing) return bringing.then(() => rest.isConnected && bring(rest, to));
    bringing = fetch(`${rest.dataset.more}&to=${encodeURIComponent(to)}`)
      .then((answer) => (answer.ok ? answer.text() : Promise.reject(answer.status)))
      .then((words) => {
        const made = new DOMParser().parseFromString(words, "text/html");
        rest.replaceWith(...[...made.body.children].map((each) => document.importNode(each, true)));
        every(".rest").forEach((each) => nearing.observe(each));
      })
      .finally(() => { bringing = null; });
    return bringing;
  };
  const nearing = new IntersectionObserver((seen) => seen.forEach((each) => {
    if (!each.isIntersecting) return;
    nearing.unobserve(each.target);
    bring(each.target, "").catch(() => {});  // its link is still there
  }), { rootMargin: "600px" });
  every(".rest").forEach((each) => nearing.observe(each));
  const gone = () => tell(say("The workbench does not answer. Is holdfire serve still running? Nothing was kept."));
  const after = (one, other) => Boolean(one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING);
  const between = (one, other) => every(".rest").find((rest) => (!one || after(one, rest)) && (!other || after(rest, other)));

  // choosing a value
  let chosen = null, loading = Promise.resolve(), made = [], isHere = false;
  const choose = (path, { focus = true, load = true, tries = 3 } = {}) => {
    isHere = false;
    every(".chosen").forEach((each) => each.classList.remove("chosen"));
    chosen = path;
    const entry = document.getElementById(idOf(path));
    if (!entry) {
      const rest = document.querySelector(`.rest[data-section="${CSS.escape(path.split(".")[0])}"]`);
      if (rest && tries) bring(rest, path).then(() => chosen === path && choose(path, { focus, load, tries: tries - 1 }), gone);
      return;
    }
    sharing(path).forEach((each) => each.classList.add("chosen"));
    const words = sharing(path).find((each) => each.matches("#text .v"))
      || document.querySelector("#" + CSS.escape(entry.querySelector("a.quote")?.getAttribute("href")?.slice(1) || "none"));
    if (words) { words.classList.add("chosen"); show(words); }
    show(entry);
    if (focus) entry.focus({ preventScroll: true });
    if (load && !path.startsWith("warnings")) loading = open(`/reports/${report}/value?path=${encodeURIComponent(path)}`);
  };
  // one at a time, and of those that wait the last: htmx calls one done that it only queued
  let asking = Promise.resolve(), wanted = null;
  const open = (url) => {
    wanted = url;
    asking = asking.then(() => wanted === url && window.htmx.ajax("GET", url, { source: panel, target: "#panel", swap: "innerHTML" })).catch(() => {});
    return asking;
  };
  const isShown = (path) => panel.querySelector(".panel-body")?.dataset.path === path;
  const onShown = (act) => {
    const path = chosen;
    return loading.then(() => path === chosen && isShown(path) && act());
  };
  const step = (by, selector) => {
    const all = every(selector), at = all.findIndex((each) => each.dataset.v === chosen);
    let next = at + by;
    if (at < 0 && chosen) {  // from a value inside a card, or from a card to its values
      const here = document.getElementById(idOf(chosen));
      const follows = all.findIndex((each) => here && after(here, each));
      next = by > 0 ? follows : (follows < 0 ? all.length : follows) - 1;
    } else if (at < 0) next = by > 0 ? 0 : all.length - 1;
    const here = chosen && document.getElementById(idOf(chosen));
    const rest = by > 0 ? here && between(here, all[next]) : between(all[next], here);
    if (rest) return bring(rest, by > 0 ? "" : rest.dataset.last).then(() => step(by, selector), gone);
    if (all[next]) choose(all[next].dataset.v);
  };

  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-close]")) return close();
    if (event.target.closest("[data-help]")) return help.showModal();
    if (event.target.closest("[data-why]")) return why();
    const shown = event.target.closest("[data-show]");
    if (shown) return reveal(shown.dataset.show);
    if (event.target.closest("form, dialog, .panel") || String(getSelection())) return;
    const mark = event.target.closest("#text .v");
    if (mark) {
      event.preventDefault();
      const paths = mark.dataset.v.split(" ");
      const next = paths[(paths.indexOf(chosen) + 1) % paths.length];
      return choose(next);
    }
    const quote = event.target.closest("a.quote");
    if (quote) event.preventDefault();
    const entry = event.target.closest(".record .entry, .record .card");
    if (entry) { event.preventDefault(); choose(entry.dataset.v, { focus: false }); }
  });
  document.addEventListener("focusin", (event) => {
    const entry = event.target.closest?.(".record .entry, .record .card");
    if (entry && entry === event.target && entry.dataset.v !== chosen && entry.matches(":focus-visible"))
      choose(entry.dataset.v, { focus: false });
  });

  const close = () => {
    panel.hidden = true;
    panel.replaceChildren();
    document.body.classList.remove("with-panel");
    const entry = chosen && document.getElementById(idOf(chosen));
    if (entry) entry.focus({ preventScroll: true });
  };
  document.body.addEventListener("htmx:beforeSwap", (event) => {
    if (event.detail.target !== panel) return;
    panel.hidden = false;
    document.body.classList.add("with-panel");
  });
  document.body.addEventListener("htmx:responseError", (event) => tell(say("That was not kept ({}). Load the page again.", event.detail.xhr.status)));
  document.body.addEventListener("htmx:sendError", () => tell(say("The workbench does not answer. Is holdfire serve still running? Nothing was kept.")));
  const tell = (words) => {
    const note = document.createElement("p");
    note.className = "note wrong";
    note.textContent = words;
    document.getElementById("notes").replaceChildren(note);
  };

  // after a decision: the entry, its words and the count are as they are now
  const settle = (body, fresh) => {
    const path = body.dataset.path, entry = document.getElementById(idOf(path));
    if (fresh && entry && entry.matches("div.entry:not(.must)")) {
      const focused = entry === document.activeElement;
      const made = document.importNode(fresh.content.firstElementChild, true);
      entry.replaceWith(made);
      if (focused) made.focus({ preventScroll: true });
    }
    sharing(path).forEach((each) => {
      if (each.dataset.v.split(" ")[0] === path) mood(each, body.dataset.now);
      each.classList.toggle("chosen", path === chosen);
    });
  };
  const ready = () => {
    panel.querySelectorAll("[data-hide]").forEach((each) => { each.hidden = true; });
    panel.querySelector("[data-first]")?.focus();
    window.htmx.process(panel);
  };
  document.body.addEventListener("htmx:afterSwap", (event) => {
    if (event.detail.target !== panel) return;
    const body = panel.querySelector(".panel-body"), fresh = panel.querySelector("#entry-now");
    if (!body) return;
    if (body.dataset.path) settle(body, fresh);
    fresh?.remove();
    ready();
  });
  const MOODS = { accepted: "✓", rejected: "✕", corrected: "✎", added: "+" };
  const mood = (el, now) => {
    if (now) el.dataset.mood = now; else delete el.dataset.mood;
    if (!el.matches(".name, .must, .card")) return;
    const holder = el.matches(".card") ? el.querySelector("h3") : el;
    let badge = holder.querySelector(":scope > .badge");
    if (!now) return badge?.remove();
    if (!badge) { badge = document.createElement("span"); holder.append(badge); }
    badge.className = `badge ${now}`;
    badge.textContent = MOODS[now];
  };

  // decisions: one after another, each its own request, so that quick keys lose none
  let line = Promise.resolve();
  const decide = (kind, path, { onward = false } = {}) => {
    if (!mayDecide || !path) return;
    line = line.then(() => post(kind, path)).catch(() =>
      tell(say("The workbench does not answer. Is holdfire serve still running? The last decision was not kept.")));
    if (onward) step(1, ".record .entry");
    made.push(path);
    isHere = true;  // what was decided last is undone first, until one goes elsewhere
  };
  const undo = () => {
    line = line.then(async () => {
      const path = (isHere && made.pop()) || chosen;
      if (path && path !== chosen) choose(path);
      await onShown(() => {
        isHere = true;
        const button = panel.querySelector("[data-do=undo]");
        return button && sent(button);
      });
    }).catch(gone);
  };
  const sent = (button) => new Promise((done) => {  // clicked and answered, as htmx tells
    const answered = (event) => {
      if (event.detail.requestConfig.elt !== button.form) return;
      document.body.removeEventListener("htmx:afterRequest", answered);
      done();
    };
    document.body.addEventListener("htmx:afterRequest", answered);
    button.click();
  });
  const post = async (kind, path) => {
    const headers = { ...JSON.parse(document.body.getAttribute("hx-headers")), "HX-Request": "true", "HX-Target": "panel" };
    const answer = await fetch(`/reports/${report}/decision`, {
      method: "POST", headers, body: new URLSearchParams({ path, kind }), keepalive: true,
    });
    if (!answer.ok) return tell(say("That was not kept ({}). Load the page again.", answer.status));
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const id of ["progress", "state"]) {
      const now = page.getElementById(id);
      if (now) document.getElementById(id).replaceWith(document.importNode(now, true));
    }
    const body = page.querySelector(".panel-body"), fresh = page.getElementById("entry-now");
    settle(body, fresh);
    if (path === chosen && !panel.hidden) {
      panel.replaceChildren(document.importNode(body, true));
      ready();
    }
  };
  const ownerOf = (path) => path.split(".").slice(0, 2).join(".");
  const reveal = (name) => {
    const form = panel.querySelector(`[data-form=${name}]`);
    if (!form) return;
    form.hidden = false;
    if (name === "correct") take(form);
    const field = form.querySelector("input:not([type=hidden]), select, textarea");
    field.focus();
    field.select?.();
    show(form);
  };
  const why = () => {
    const place = panel.querySelector("#why");
    if (place) window.htmx.ajax("GET", place.dataset.whyAt, { target: "#why", select: "#explained", swap: "innerHTML" });
  };

  // selected words → offsets, in code points as the record counts them
  const offset = (node, at) => {
    const run = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-s]");
    if (!run) return null;
    const range = document.createRange();
    range.setStart(run, 0);
    range.setEnd(node, at);
    return Number(run.dataset.s) + [...range.toString()].length;
  };
  let selected = null;
  document.addEventListener("selectionchange", () => {
    const selection = getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return;
    const range = selection.getRangeAt(0), text = document.getElementById("text");
    if (!text || !text.contains(range.startContainer) || !text.contains(range.endContainer)) return;
    const words = selection.toString(), head = words.length - words.trimStart().length, tail = words.length - words.trimEnd().length;
    const start = offset(range.startContainer, range.startOffset), end = offset(range.endContainer, range.endOffset);
    if (start === null || end === null || start >= end) return;
    selected = { start: start + head, end: end - tail, words: words.trim() };
    const form = panel.querySelector("[data-form=correct]:not([hidden])");
    if (form) take(form);
  });
  const take = (form) => {
    if (!selected) return;
    form.start.value = selected.start;
    form.end.value = selected.end;
    if (form.elements.value.tagName === "INPUT") form.elements.value.value = selected.words.replace(/\s+/g, " ");
    form.querySelector("[data-selected]").textContent = say("at the words “{}”", selected.words);
  };
  const add = (frame) => {
    if (!mayDecide) return;
    const at = selected ? `&start=${selected.start}&end=${selected.end}` : "";
    open(`/reports/${report}/addition?frame=${frame}${at}`);
  };

  // keys
  const KEYS = {
    j: () => step(1, ".record .entry"), k: () => step(-1, ".record .entry"),
    J: () => step(1, ".record .card"), K: () => step(-1, ".record .card"),
    a: () => decide("accept", chosen, { onward: true }), A: () => chosen && decide("accept", ownerOf(chosen)),
    x: () => decide("reject", chosen, { onward: true }), X: () => chosen && decide("reject", ownerOf(chosen)),
    c: () => mayDecide && onShown(() => reveal("correct")), n: () => mayDecide && onShown(() => reveal("note")),
    w: () => onShown(why), u: undo,
    i: () => add("incidents"), o: () => add("orders"),
    d: () => line.then(() => work.querySelector(".closing [value=checked]")?.click()),
    s: () => line.then(() => work.querySelector(".closing [value=aside]")?.click()),
    "[": () => work.dataset.newer && (location.href = `/reports/${work.dataset.newer}`),
    "]": () => work.dataset.older && (location.href = `/reports/${work.dataset.older}`),
    "?": () => help.showModal(),
  };
  let typed = Promise.resolve(), waiting = 0;
  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) return event.target.closest("#panel form")?.requestSubmit();
    if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
    if (event.key === "Escape") return document.activeElement.blur?.(), close();
    if (event.target.closest("input, textarea, select")) return;
    const act = KEYS[event.key];
    if (!act) return;
    event.preventDefault();
    if (!bringing && !waiting) return act();
    waiting += 1;  // what is typed meanwhile is about what comes
    typed = typed.then(async () => {
      while (bringing) await bringing.catch(() => {});
      waiting -= 1;
      act();
    });
  });
  if (work.dataset.at) choose(work.dataset.at);
  if (location.hash.startsWith("#e-")) {
    const entry = document.getElementById(location.hash.slice(1));
    if (entry?.dataset.v) choose(entry.dataset.v);
  }
})();
