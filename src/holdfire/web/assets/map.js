// The map and the timeline, linked: months that are brushed filter the map and the list; a place filters the list.
(() => {
  const map = document.getElementById("map");
  if (!map) return;
  const every = (selector, within = document) => [...within.querySelectorAll(selector)];
  const number = (el, name) => (el.dataset[name] ? Number(el.dataset[name]) : null);
  const partial = "partial" in document.querySelector(".atlas").dataset;  // then the server filters by time
  let first = null, last = null, place = null;

  const inTime = (el) => {
    if (first === null || partial) return true;
    const from = number(el, "first"), to = number(el, "last");
    if ("lasting" in el.dataset) return (from === null || from <= last) && (to === null || to >= first) && from !== null;
    return from !== null && to !== null && from <= last && to >= first;
  };
  const draw = () => {
    let shown = 0;
    const there = new Map();
    every(".marks li").forEach((item) => {
      const inside = inTime(item), here = place === null || item.dataset.at === place;
      item.hidden = !inside || !here;
      if (inside && item.dataset.at) there.set(item.dataset.at, (there.get(item.dataset.at) || 0) + 1);
      if (!item.hidden && item.dataset.at) shown += 1;
    });
    every(".spot").forEach((spot) => {
      const count = partial ? Number(spot.dataset.count) : there.get(spot.dataset.spot) || 0, words = spot.querySelector(".count");
      spot.classList.toggle("gone", !count);
      spot.classList.toggle("here", spot.dataset.spot === place);
      if (words) words.textContent = count;
    });
    every(".stretch").forEach((stretch) => stretch.classList.toggle("gone", !inTime(stretch)));
    const chosen = place === null ? null : document.querySelector(`[data-spot="${place}"]`);
    const words = document.querySelector("[data-number]");
    if (partial) shown = Number(chosen ? chosen.dataset.count : words.dataset.every);
    const many = shown.toLocaleString("en");
    words.textContent = shown === 1 ? say("{} incident", many) : say("{} incidents", many);
    const all = document.querySelector("[data-all-of]");
    if (all) {
      all.href = chosen ? `/incidents?at=${chosen.dataset.place}` : "/incidents";
      all.textContent = chosen ? say("All of this place") : say("All incidents");
    }
    document.querySelector("[data-heading]").textContent = chosen ? chosen.getAttribute("aria-label").split(":")[0] : say("All places");
  };

  // a place
  const pick = (spot) => { place = spot.dataset.spot === place ? null : spot.dataset.spot; draw(); };
  every(".spot").forEach((spot) => {
    spot.addEventListener("click", () => moved || pick(spot));
    spot.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      pick(spot);
    });
  });
  every(".marks li[data-at]").forEach((item) => {
    const spot = document.querySelector(`[data-spot="${item.dataset.at}"]`);
    item.addEventListener("mouseenter", () => spot.classList.add("lit"));
    item.addEventListener("mouseleave", () => spot.classList.remove("lit"));
  });

  // nearer and farther: by wheel, buttons and keys; dots keep their size
  const whole = { x: 0, y: 0, w: 1000, h: Number(map.dataset.height) };
  let view = { ...whole }, moved = false, held = null;

  // the ground, where a tile server was set: tiles of what is seen, as near as the screen shows it, and no others
  const ground = document.getElementById("ground"), under = document.querySelector(".tiles");
  const [worldX, worldY, world] = (under?.dataset.world || "0 0 0").split(" ").map(Number);
  const asked = new Map();
  let grounded = Boolean(ground) && sessionStorage.getItem("ground") !== "off";
  const pave = () => {
    if (!ground || !under) return;
    const box = map.getBoundingClientRect();
    const near = Math.min(19, Math.max(0, Math.round(Math.log2(world * box.width / view.w / 256)))), many = 2 ** near, size = world / many;
    const seen = new Set(), from = (at, start) => Math.floor((at - start) / size);
    if (grounded) for (let x = from(view.x, worldX); x <= from(view.x + view.w, worldX); x += 1)
      for (let y = Math.max(0, from(view.y, worldY)); y <= Math.min(many - 1, from(view.y + view.h, worldY)); y += 1) {
        const name = `${near}/${x}/${y}`;
        seen.add(name);
        if (asked.has(name)) continue;
        const tile = document.createElementNS(map.namespaceURI, "image");
        const at = { x: worldX + x * size, y: worldY + y * size, width: size * 1.002, height: size * 1.002, preserveAspectRatio: "none" };
        Object.entries(at).forEach((each) => tile.setAttribute(...each));
        tile.setAttribute("href", ground.dataset.template.replaceAll("{z}", near).replaceAll("{x}", (x % many + many) % many).replaceAll("{y}", y));
        asked.set(name, tile);
        under.append(tile);
      }
    asked.forEach((tile, name) => { if (!seen.has(name)) { tile.remove(); asked.delete(name); } });
    map.classList.toggle("grounded", grounded);
    ground.querySelectorAll("[data-ground]").forEach((each) => { each.hidden = (each.dataset.ground === "on") === grounded; });
  };
  let paving = null;
  const soon = () => { clearTimeout(paving); paving = setTimeout(pave, 150); };
  ground?.addEventListener("click", (event) => {
    const how = event.target.closest("[data-ground]")?.dataset.ground;
    if (!how) return;
    grounded = how === "on";
    sessionStorage.setItem("ground", how);
    pave();
  });
  addEventListener("resize", soon);

  const look = () => {
    view.w = Math.min(whole.w, Math.max(whole.w / 40, view.w));
    view.h = view.w * whole.h / whole.w;
    view.x = Math.min(whole.w - view.w, Math.max(0, view.x));
    view.y = Math.min(whole.h - view.h, Math.max(0, view.y));
    map.setAttribute("viewBox", `${view.x} ${view.y} ${view.w} ${view.h}`);
    const k = view.w / whole.w;
    map.classList.toggle("near", k < 0.5);
    every(".spot").forEach((spot) => {
      const { x, y } = spot.dataset;
      for (const part of spot.children) {
        if (part.matches(".ring circle")) continue;
        part.setAttribute("transform", `translate(${x} ${y}) scale(${k}) translate(${-x} ${-y})`);
      }
    });
    every(".scale").forEach((each) => each.classList.toggle("gone", k < 1));
    soon();
  };
  const zoom = (by, x = view.x + view.w / 2, y = view.y + view.h / 2) => {
    const w = Math.min(whole.w, Math.max(whole.w / 40, view.w * by)), k = w / view.w;
    view = { x: x - (x - view.x) * k, y: y - (y - view.y) * k, w, h: view.h * k };
    look();
  };
  const at = (event) => {
    const box = map.getBoundingClientRect();
    return [view.x + (event.clientX - box.left) / box.width * view.w, view.y + (event.clientY - box.top) / box.height * view.h];
  };
  map.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && !map.matches(":focus-within")) return;
    event.preventDefault();
    zoom(event.deltaY < 0 ? 0.8 : 1.25, ...at(event));
  }, { passive: false });
  map.addEventListener("pointerdown", (event) => { held = [event.clientX, event.clientY, view.x, view.y]; moved = false; });
  addEventListener("pointermove", (event) => {
    if (!held || !event.buttons) return;
    const box = map.getBoundingClientRect(), dx = event.clientX - held[0], dy = event.clientY - held[1];
    if (Math.abs(dx) + Math.abs(dy) < 4) return;
    moved = true;
    view.x = held[2] - dx / box.width * view.w;
    view.y = held[3] - dy / box.height * view.h;
    look();
  });
  addEventListener("pointerup", () => { held = null; setTimeout(() => { moved = false; }); });
  map.addEventListener("click", (event) => { if (moved) event.preventDefault(); }, true);
  document.querySelector(".zoom").addEventListener("click", (event) => {
    const how = event.target.closest("button")?.dataset.zoom;
    if (how === "all") { view = { ...whole }; look(); } else if (how) zoom(how === "in" ? 0.6 : 1.6);
  });
  map.addEventListener("keydown", (event) => {
    const step = view.w / 8;
    const keys = {
      ArrowLeft: () => { view.x -= step; }, ArrowRight: () => { view.x += step; },
      ArrowUp: () => { view.y -= step; }, ArrowDown: () => { view.y += step; },
      "+": () => zoom(0.7), "-": () => zoom(1.4), 0: () => { view = { ...whole }; },
    };
    if (event.target !== map || !keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
    look();
  });

  // the brush
  const time = document.getElementById("time");
  if (time) {
    const months = every(".month", time), brush = document.getElementById("brush"), step = 1000 / months.length;
    const from = document.getElementById("from"), to = document.getElementById("to"), all = document.querySelector("[data-all]");
    const choose = (a, b) => {
      const low = Math.min(a, b), high = Math.max(a, b), everything = low === 0 && high === months.length - 1;
      [first, last] = everything ? [null, null] : [Number(months[low].dataset.first), Number(months[high].dataset.last)];
      brush.setAttribute("x", low * step);
      brush.setAttribute("width", everything ? 0 : (high - low + 1) * step);
      const names = [months[low].dataset.name, months[high].dataset.name];
      document.querySelector("[data-span]").textContent = everything ? say("all of it") : low === high ? names[0] : say("{} to {}", ...names);
      from.value = low; to.value = high;
      from.setAttribute("aria-valuetext", names[0]); to.setAttribute("aria-valuetext", names[1]);
      all.hidden = everything;
      draw();
    };
    const ask = () => {
      if (!partial) return;
      const [low, high] = [Number(from.value), Number(to.value)], everything = low === 0 && high === months.length - 1;
      location.assign(everything ? "/map" : `/map?from=${months[low].dataset.name}&to=${months[high].dataset.name}`);
    };
    const month = (event) => {
      const box = time.getBoundingClientRect();
      return Math.min(months.length - 1, Math.max(0, Math.floor((event.clientX - box.left) / box.width * months.length)));
    };
    let start = null;
    time.addEventListener("pointerdown", (event) => { start = month(event); choose(start, start); event.preventDefault(); });
    addEventListener("pointermove", (event) => { if (start !== null && event.buttons) choose(start, month(event)); });
    addEventListener("pointerup", () => { if (start !== null) ask(); start = null; });
    for (const each of [from, to]) {
      each.addEventListener("input", () => choose(Number(from.value), Number(to.value)));
      each.addEventListener("change", ask);
    }
    all.addEventListener("click", () => { choose(0, months.length - 1); ask(); });
    if (time.dataset.low) choose(Number(time.dataset.low), Number(time.dataset.high));
  }
  draw();
  pave();
})();
