/// The search of a page: everything that has an anchor, by its text. Without a script, the page lacks nothing else.
enum HTMLScript {
  static let text = """
    (() => {
      const input = document.getElementById("search");
      const found = document.getElementById("found");
      const contents = document.getElementById("contents");
      if (matchMedia("(max-width: 50rem)").matches) contents.open = false;
      let places = null;
      const index = () => {
        places = [];
        for (const article of document.querySelectorAll("article")) {
          const title = article.querySelector("h1").textContent;
          let section = "";
          for (const element of article.querySelectorAll("h2[id], h3[id], li[id], td, main p")) {
            const text = element.textContent.replace(/\\s*#\\s*$/, "").trim();
            if (/^H[23]$/.test(element.tagName)) section = text;
            const anchor = element.closest("[id]") === article ? null : element.closest("[id]");
            let target = element.id || (anchor && anchor.id);
            if (!target) {
              let before = element.closest("div, p");
              while (before && !before.id) before = before.previousElementSibling;
              target = before ? before.id : article.id;
            }
            places.push({ text, low: text.toLowerCase(), where: title + (section && section !== text ? ", " + section : ""),
              target, weight: element.tagName === "H2" ? 0 : element.tagName === "H3" ? 1 : 2 });
          }
        }
      };
      const search = () => {
        const words = input.value.toLowerCase().split(/\\s+/).filter(Boolean);
        found.replaceChildren();
        found.hidden = words.length === 0;
        contents.hidden = words.length > 0;
        if (words.length === 0) return;
        if (!places) index();
        const seen = new Set();
        const hits = places.filter(place => words.every(word => place.low.includes(word)))
          .sort((a, b) => a.weight - b.weight || a.text.length - b.text.length)
          .filter(place => !seen.has(place.target + place.text) && seen.add(place.target + place.text)).slice(0, 40);
        for (const hit of hits) {
          const item = document.createElement("li");
          const link = document.createElement("a");
          link.href = "#" + hit.target;
          link.textContent = hit.text.length > 90 ? hit.text.slice(0, 90) + "…" : hit.text;
          const where = document.createElement("div");
          where.textContent = hit.where;
          item.append(link, where);
          found.append(item);
        }
        if (hits.length === 0) found.append(Object.assign(document.createElement("li"), { textContent: "Nothing found." }));
      };
      input.addEventListener("input", search);
      document.addEventListener("keydown", event => {
        if (event.key === "/" && document.activeElement !== input) { event.preventDefault(); input.focus(); }
        if (event.key === "Escape" && document.activeElement === input) { input.value = ""; search(); }
      });
    })();

    """
}
