"use strict";
/*
 * Filters, sorts, counts and folds rows of tables. What there is to do stands in the page as data:
 *   table[data-rows]             its rows are its <tbody>s; each has a value for each key: data-partner="3", data-agreed="VR01 VR02"
 *   th[data-sort=KEY]            becomes a button that sorts by that value; empty values come last
 *   form[data-for=TABLE]         is shown; its fields filter: data-key=KEY, data-match="text", "word" or "is"; data-order sorts
 *   [data-total], data-in=TABLE  the number of rows that are shown, or with data-of=KEY of distinct words in that value;
 *                                data-key and data-is count only rows whose value holds that word, or any where data-is is absent
 *   [data-shown], data-in=TABLE  says how many rows are shown
 *   [data-folds=ID]              becomes a button that shows and hides the element of that id
 */
(() => {
  const all = (selector, within = document) => Array.from(within.querySelectorAll(selector));
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const words = (row, key) => (row.dataset[key] || "").split(" ").filter((word) => word !== "");

  const button = (name, from) => {
    const made = document.createElement("button");
    made.type = "button";
    made.className = name;
    made.append(...from.childNodes);
    from.append(made);
    return made;
  };

  const setUp = (table) => {
    const rows = all(":scope > tbody", table);
    const form = document.querySelector(`form[data-for="${table.id}"]`);
    const fields = form ? all("[data-key]", form) : [];
    const order = form ? form.querySelector("[data-order]") : null;
    const heads = all("th[data-sort]", table);
    const numeric = new Set(heads.filter((head) => head.hasAttribute("data-number")).map((head) => head.dataset.sort));
    const totals = all(`[data-total][data-in="${table.id}"]`);
    const shown = document.querySelector(`[data-shown][data-in="${table.id}"]`);
    const texts = new Map(rows.map((row) => [row, plain(row.dataset.text || "")]));

    const fits = (row, field) => {
      const wanted = field.value;
      if (wanted === "") return true;
      const value = row.dataset[field.dataset.key] || "";
      switch (field.dataset.match) {
        case "text": return plain(wanted).split(/\s+/).every((word) => texts.get(row).includes(word));
        case "word": return words(row, field.dataset.key).includes(wanted);
        default: return value === wanted;
      }
    };

    const count = (visible, total) => {
      const { of, key, is } = total.dataset;
      const counted = key === undefined ? visible : visible.filter((row) => {
        const own = words(row, key);
        return is === undefined ? own.length > 0 : own.includes(is);
      });
      return of === undefined ? counted.length : new Set(counted.flatMap((row) => words(row, of))).size;
    };

    const say = (visible) => {
      if (!shown) return;
      const { every, some, none } = shown.dataset;
      const active = fields.filter((field) => field.value !== "").map((field) => {
        const chosen = field.selectedOptions ? field.selectedOptions[0].textContent : field.value;
        return `${field.dataset.label}: ${chosen.trim()}`;
      });
      const form = active.length === 0 ? every : visible === 0 ? none : some;
      const text = form.replace("#", String(visible)).replace("#", String(rows.length));
      shown.textContent = active.length === 0 ? text : `${text} (${active.join("; ")})`;
    };

    const filter = () => {
      const visible = rows.filter((row) => {
        const fine = fields.every((field) => fits(row, field));
        row.hidden = !fine;
        return fine;
      });
      for (const total of totals) total.textContent = String(count(visible, total));
      say(visible.length);
      mark();
    };

    // The column of a unit that is chosen.
    const mark = () => {
      const chosen = fields.filter((field) => field.dataset.column !== undefined).map((field) => field.value);
      for (const cell of all("[data-unit]", table)) cell.classList.toggle("chosen", chosen.includes(cell.dataset.unit));
    };

    const sort = (key, down) => {
      const value = (row) => row.dataset[key] || "";
      const compare = numeric.has(key) ? (a, b) => Number(a) - Number(b) : (a, b) => (a < b ? -1 : Number(a > b));
      const sorted = rows.slice().sort((one, other) => {
        const [a, b] = [value(one), value(other)];
        if (a === "" || b === "") return Number(a === "") - Number(b === "");
        return down ? compare(b, a) : compare(a, b);
      });
      const end = table.tFoot;
      for (const row of sorted) table.insertBefore(row, end);
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
    if (form) {
      form.hidden = false;
      form.addEventListener("submit", (event) => event.preventDefault());
      form.addEventListener("input", filter);
      form.addEventListener("reset", () => setTimeout(() => {
        filter();
        if (order) sort(order.value.replace("-", ""), order.value.startsWith("-"));
      }, 0));
      if (order) order.addEventListener("change", () => sort(order.value.replace("-", ""), order.value.startsWith("-")));
      // What a browser kept of an earlier visit counts, too.
      filter();
      if (order && order.selectedIndex > 0) sort(order.value.replace("-", ""), order.value.startsWith("-"));
      else if (heads.length > 0) heads[0].setAttribute("aria-sort", "ascending");
    }
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
  for (const table of all("table[data-rows]")) setUp(table);
})();
