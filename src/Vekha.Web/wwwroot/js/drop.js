// The drop area says which file was chosen and lights up under a dragged one. Without this script the field works as it is.
const area = document.querySelector('.v-drop');
const input = area?.querySelector('input[type=file]');
const name = area?.querySelector('.v-drop-name');
if (input) {
  const say = () => { name.textContent = [...input.files].map((file) => file.name).join(', ') || 'файл не выбран'; };
  input.addEventListener('change', say);
  for (const kind of ['dragover', 'dragleave', 'drop'])
    area.addEventListener(kind, (event) => {
      event.preventDefault();
      area.classList.toggle('is-over', kind === 'dragover');
      if (kind === 'drop' && event.dataTransfer.files.length) { input.files = event.dataTransfer.files; say(); }
    });
  say();
}
