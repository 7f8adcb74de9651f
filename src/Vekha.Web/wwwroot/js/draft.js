// The draft is saved as one writes: words only, files wait for a button. Without this script «Сохранить черновик» does the same.
const form = document.querySelector("form[data-draft]");
const said = form?.querySelector("[data-draft-said]");
if (form) {
  let timer = 0;
  const save = async () => {
    const data = new FormData(form);
    data.delete("Proof");
    // The key of the form stays free for the person's own press. crypto.randomUUID is absent in a town's network without TLS.
    data.set("__key", Date.now().toString(36) + Math.random().toString(36).slice(2));
    try {
      const answer = await fetch(form.dataset.draft, { method: "POST", body: data });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const version = page.querySelector("input[name=draftVersion]");
      if (!answer.ok || !version) return;
      form.elements.draftVersion.value = version.value;
      said.textContent = "Черновик сохранён в " + new Date().toLocaleTimeString("ru-RU", { hour: "2-digit", minute: "2-digit" });
    } catch { /* No network: the words are still in the form. */ }
  };
  form.addEventListener("input", (event) => {
    if (event.target.type === "file") return;
    clearTimeout(timer);
    timer = setTimeout(save, 4000);
  });
  form.addEventListener("submit", () => clearTimeout(timer));
}
