// Small comforts; every page works without them. Tick a whole page; copy a link.
document.addEventListener("change", (event) => {
  const name = event.target.dataset?.pickAll;
  if (name) for (const box of document.querySelectorAll(`input[type=checkbox][name="${name}"]:not(:disabled)`)) box.checked = event.target.checked;
});
document.addEventListener("click", async (event) => {
  const button = event.target.closest?.("[data-copy]");
  if (!button) return;
  const field = document.getElementById(button.dataset.copy);
  field.select();
  try { await navigator.clipboard.writeText(field.value); button.textContent = button.dataset.copied; } catch { document.execCommand("copy"); }
});
for (const hidden of document.querySelectorAll(".pick-all, [data-copy]")) hidden.hidden = false;
