"use strict";
/*
 * Filters, sorts, counts and folds rows of tables, and filters other lists. What there is to do stands in the page as data:
 *   table[data-rows]             its rows are its <tbody>s; each has a value for each key: data-partner="3", data-agreed="VR01 VR02"
 *   [data-rows]                  any other list: its rows are what has data-row inside it, which counts as data-many of them
 *   [data-group]                 a part of such a list that begins with its heading; it is hidden where a filter leaves no row of it
 *   th[data-sort=KEY]            becomes a button that sorts by that value; empty values come last
 *   form[data-for=TABLE]         is shown; its fields filter: data-key=KEY, data-match="text", "word" or "is"; data-order sorts
 *   [data-total], data-in=TABLE  the number of rows that are shown; with data-of=KEY of distinct words in that value; with data-key=KEY
 *                                of rows that have that value, and with data-is=WORD of those in whose value that word stands
 *   [data-shown], data-in=TABLE  says how many rows are shown
 *   [data-rest], data-in=TABLE   a button that is shown where more rows fit than are drawn, and draws them all
 *   [data-folds=ID]              becomes a button that shows and hides the element of that id
 */
(() => {
  const all = (selector, within = document) => Array.from(within.querySelectorAll(selector));
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  // The words of a row's value: taken apart once, for a key that is pressed asks for many of them.
  const taken = new WeakMap();
  const words = (row, key) => {
    let own = taken.get(row);
    if (own === undefined) taken.set(row, own = new Map());
    let list = own.get(key);
    if (list === undefined) own.set(key, list = (row.dataset[key] || "").split(" ").filter((word) => word !== ""));
    return list;
  };

  // More rows than this are drawn when they are asked for: a browser takes seconds to lay out a table of thousands of them.
  const MOST = 300;

  const button = (name, from) => {
    const made = document.createElement("button");
    made.type = "button";
    made.className = name;
    made.append(...from.childNodes);
    from.append(made);
    return made;
  };

  // The parts of a list in which a row stands, from the inside out.
  const around = (row) => {
    const groups = [];
    for (let one = row.closest("[data-group]"); one; one = one.parentElement.closest("[data-group]")) groups.push(one);
    return groups;
  };
  const many = (rows) => rows.reduce((sum, row) => sum + Number(row.dataset.many || 1), 0);

  const setUp = (table) => {
    const rows = table.tagName === "TABLE" ? all(":scope > tbody", table) : all("[data-row]", table);
    const groups = all("[data-group]", table);
    const form = document.querySelector(`form[data-for="${table.id}"]`);
    const fields = form ? all("[data-key]", form) : [];
    const order = form ? form.querySelector("[data-order]") : null;
    const heads = all("th[data-sort]", table);
    const numeric = new Set(heads.filter((head) => head.hasAttribute("data-number")).map((head) => head.dataset.sort));
    const totals = all(`[data-total][data-in="${table.id}"]`);
    const shown = document.querySelector(`[data-shown][data-in="${table.id}"]`);
    const rest = document.querySelector(`[data-rest][data-in="${table.id}"]`);
    const every = many(rows);

    // What is looked through for a text; made when it is first asked for.
    const texts = new Map();
    const textOf = (row) => {
      let own = texts.get(row);
      if (own === undefined) {
        const parts = [row, ...around(row).map((group) => group.firstElementChild)];
        texts.set(row, own = plain(row.dataset.text ?? parts.map((part) => part.textContent).join(" ")));
      }
      return own;
    };

    // What a field asks of a row.
    const asked = (field) => {
      const { key, match } = field.dataset;
      const wanted = field.value;
      switch (match) {
        case "text": {
          const all = plain(wanted).split(/\s+/);
          return (row) => all.every((word) => textOf(row).includes(word));
        }
        case "word": return (row) => words(row, key).includes(wanted);
        default: return (row) => (row.dataset[key] || "") === wanted;
      }
    };

    // For each key that a total asks for: how many rows have it, and how many have each of its words. Each row is looked at once.
    const keys = [...new Set(totals.flatMap(({ dataset: { of, key } }) => [of, key]).filter((key) => key !== undefined))];
    const counts = (visible) => new Map(keys.map((key) => {
      const counted = { rows: 0, words: new Map() };
      for (const row of visible) {
        const own = words(row, key);
        if (own.length > 0) counted.rows += 1;
        for (const word of own) counted.words.set(word, (counted.words.get(word) || 0) + 1);
      }
      return [key, counted];
    }));
    const count = (visible, counted, { of, key, is }) => {
      if (of !== undefined) return counted.get(of).words.size;
      if (key === undefined) return visible.length;
      return is === undefined ? counted.get(key).rows : counted.get(key).words.get(is) || 0;
    };

    const say = (visible) => {
      if (!shown) return;
      const { every: whole, some, none } = shown.dataset;
      const active = fields.filter((field) => field.value !== "").map((field) => {
        const chosen = field.selectedOptions ? field.selectedOptions[0].textContent : field.value;
        return `${field.dataset.label}: ${chosen.trim()}`;
      });
      const form = active.length === 0 ? whole : visible === 0 ? none : some;
      const text = form.replace("#", String(visible)).replace("#", String(every));
      shown.textContent = active.length === 0 ? text : `${text} (${active.join("; ")})`;
    };

    let inTurn = rows;
    const limit = rest ? MOST : Infinity;
    let most = limit;
    const filter = () => {
      const tests = fields.filter((field) => field.value !== "").map(asked);
      const visible = [];
      for (const row of inTurn) {
        const fine = tests.every((test) => test(row));
        if (fine) visible.push(row);
        const drawn = fine && visible.length <= most;
        if (row.hidden === drawn) row.hidden = !drawn;
      }
      if (groups.length > 0) {
        const kept = new Set(visible.flatMap(around));
        for (const group of groups) group.hidden = tests.length > 0 && !kept.has(group);
      }
      tellRest(visible.length - most);
      const counted = counts(visible);
      for (const total of totals) total.textContent = String(count(visible, counted, total.dataset));
      say(many(visible));
      mark();
    };

    // How many rows fit and are not drawn yet.
    const tellRest = (many) => {
      if (!rest) return;
      rest.hidden = many <= 0;
      rest.textContent = rest.dataset.text.replace("#", String(many));
    };
    const draw = (many) => {
      most = many;
      filter();
    };

    // The column of a unit that is chosen; cells are looked for only when that changes.
    const columns = fields.filter((field) => field.dataset.column !== undefined);
    let marked = "";
    const mark = () => {
      const chosen = columns.length > 0 ? columns[0].value : "";
      if (chosen === marked) return;
      const cells = (unit) => (unit === "" ? [] : all(`[data-unit="${CSS.escape(unit)}"]:is(th, td)`, table));
      for (const cell of cells(marked)) cell.classList.remove("chosen");
      for (const cell of cells(chosen)) cell.classList.add("chosen");
      marked = chosen;
    };

    const sort = (key, down) => {
      const values = new Map(rows.map((row) => [row, row.dataset[key] || ""]));
      const compare = numeric.has(key) ? (a, b) => Number(a) - Number(b) : (a, b) => (a < b ? -1 : Number(a > b));
      const sorted = rows.slice().sort((one, other) => {
        const [a, b] = [values.get(one), values.get(other)];
        if (a === "" || b === "") return Number(a === "") - Number(b === "");
        return down ? compare(b, a) : compare(a, b);
      });
      const moved = document.createDocumentFragment();
      moved.append(...sorted);
      table.insertBefore(moved, table.tFoot);
      inTurn = sorted;
      if (rows.length > most) filter();
      for (const head of heads) {
        if (head.dataset.sort === key) head.setAttribute("aria-sort", down ? "descending" : "ascending");
        else head.removeAttribute("aria-sort");
      }
      if (order) order.value = down ? `-${key}` : key;
    };

    for (const head of heads) {
      button("sort", head).addEventListener("click", () => {
        sort(head.dataset.sort, head.getAttribute("aria-sort") === "ascending");
      });
    }
    if (rest) {
      rest.addEventListener("click", () => {
        draw(Infinity);
        (table.closest("[tabindex]") || table).focus();
      });
      // On paper nothing can be asked for.
      let before = most;
      window.addEventListener("beforeprint", () => { before = most; draw(Infinity); });
      window.addEventListener("afterprint", () => draw(before));
    }
    if (form) {
      form.hidden = false;
      form.addEventListener("submit", (event) => event.preventDefault());
      form.addEventListener("input", () => draw(limit));
      form.addEventListener("reset", () => setTimeout(() => {
        draw(limit);
        if (order) sort(order.value.replace("-", ""), order.value.startsWith("-"));
      }, 0));
      if (order) order.addEventListener("change", () => sort(order.value.replace("-", ""), order.value.startsWith("-")));
      // What a browser kept of an earlier visit counts, too.
      filter();
      // A link to what is left out brings it back.
      document.addEventListener("click", ({ target }) => {
        const link = target.closest('a[href^="#"]');
        const aim = link && document.getElementById(link.hash.slice(1));
        if (!aim || !table.contains(aim) || !aim.closest("[hidden]")) return;
        form.reset();
        draw(limit);
      });
    }
    if (order && order.selectedIndex > 0) sort(order.value.replace("-", ""), order.value.startsWith("-"));
    else if (heads.length > 0) heads[0].setAttribute("aria-sort", "ascending");
  };

  for (const part of all("[data-folds]")) {
    const folded = document.getElementById(part.dataset.folds);
    if (!folded) continue;
    const made = button("more", part);
    const show = (open) => {
      folded.hidden = !open;
      made.setAttribute("aria-expanded", String(open));
    };
    made.setAttribute("aria-controls", folded.id);
    made.addEventListener("click", () => show(folded.hidden));
    show(false);
  }
  for (const list of all("[data-rows]")) setUp(list);
})();
