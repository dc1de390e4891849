/* Handier where scripts run: files can be dropped, a field shows its place, a place its field. Every page works without it. */
(() => {
  "use strict";
  const drop = document.querySelector("[data-drop]");
  if (drop) {
    const files = drop.querySelector("#files");
    const tell = () => {
      const chosen = [...drop.querySelectorAll("input[type=file]")].flatMap((input) => [...input.files]);
      document.getElementById("file-names").textContent = chosen.length ? chosen.map((file) => file.name).join(" · ") : "";
    };
    drop.addEventListener("change", tell);
    for (const name of ["dragenter", "dragover"]) {
      drop.addEventListener(name, (event) => { event.preventDefault(); drop.classList.add("over"); });
    }
    drop.addEventListener("dragleave", (event) => { if (!drop.contains(event.relatedTarget)) drop.classList.remove("over"); });
    drop.addEventListener("drop", (event) => {
      event.preventDefault();
      drop.classList.remove("over");
      if (event.dataTransfer.files.length) { files.files = event.dataTransfer.files; tell(); }
    });
  }

  const pages = document.querySelector(".review .pages");
  if (!pages) return;
  const light = (id) => {
    for (const lit of pages.querySelectorAll(".lit")) lit.classList.remove("lit");
    const mark = id && document.getElementById(id);
    if (!mark) return;
    mark.classList.add("lit");
    const pane = pages.getBoundingClientRect();
    const top = Math.max(pane.top, 0);
    const bottom = Math.min(pane.bottom, window.innerHeight);
    const place = mark.getBoundingClientRect();
    if (place.top < top || place.bottom > bottom) {
      pages.scrollTop += place.top - top - Math.max(0, bottom - top - place.height) / 3;
    }
  };
  const begin = document.getElementById(pages.dataset.begin || "");
  if (begin && !location.hash) pages.scrollTop = begin.offsetTop - 8;
  document.addEventListener("focusin", (event) => {
    const field = event.target.closest("[data-mark]");
    if (field) light(field.dataset.mark);
  });
  document.addEventListener("click", (event) => {
    const place = event.target.closest(".place");
    if (place) {
      light(place.hash.slice(1));
      event.preventDefault();
      return;
    }
    const mark = event.target.closest(".picture a");
    if (!mark) return;
    const row = document.getElementById(mark.getAttribute("href").slice(1));
    if (!row) return;
    event.preventDefault();
    for (let part = row.parentElement; part; part = part.parentElement) if (part.tagName === "DETAILS") part.open = true;
    row.querySelector("input, textarea").focus();
  });
})();
