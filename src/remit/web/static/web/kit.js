// Two small comforts. Every page works without them.
const mistakes = document.querySelector("[data-focus]");
if (mistakes && !mistakes.closest("[data-sample]")) mistakes.focus();

for (const button of document.querySelectorAll(".copy")) {
  if (!navigator.clipboard) break;
  button.hidden = false;
  button.addEventListener("click", async () => {
    const code = button.closest(".code-block").querySelector("code");
    await navigator.clipboard.writeText(code.textContent);
    button.firstChild.textContent = button.dataset.copied;
    button.setAttribute("aria-live", "polite");
  });
}
