/* The slider of the chart: it steps from one day of change to the next; without scripts the date field alone is there. */
(() => {
  "use strict";
  const slider = document.querySelector("[data-days]");
  if (!slider) return;
  const days = JSON.parse(slider.dataset.days);
  const field = document.getElementById(slider.dataset.field);
  const said = document.getElementById(slider.dataset.said);
  const show = () => {
    const day = days[Number(slider.value)];
    field.value = day.typed;
    said.textContent = day.said;
    slider.setAttribute("aria-valuetext", day.said);
  };
  slider.closest("[hidden]").hidden = false;
  said.textContent = days[Number(slider.value)].said;
  slider.setAttribute("aria-valuetext", said.textContent);
  slider.addEventListener("input", show);
  slider.addEventListener("change", () => { show(); field.form.requestSubmit(); });
})();
