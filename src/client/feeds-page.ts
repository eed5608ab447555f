/** The page of feeds: the story that a reader comes from stands first, and addresses can be copied. */

const report = document.querySelector<HTMLElement>('[data-copied]');
const buttons = document.querySelectorAll<HTMLButtonElement>('[data-copy]');

for (const button of buttons) {
  // Without an encrypted connection browsers keep their clipboard to themselves.
  button.hidden = !('clipboard' in navigator);
  button.addEventListener('click', () => {
    void copy(button);
  });
}
bringForward();

/** Puts it behind the explanation, which who comes for the first time would else be led past. */
function bringForward(): void {
  const place = document.querySelector<HTMLElement>('[data-chosen]');
  const series = [...document.querySelectorAll('.part > section')].find(
    ({ id }) => `#${encodeURIComponent(id)}` === location.hash,
  );
  if (place === null || series === undefined) return;
  // The browser would go there once all is loaded.
  series.removeAttribute('id');
  place.append(series);
}

async function copy(button: HTMLButtonElement): Promise<void> {
  const { copied = '', notCopied = '' } = report?.dataset ?? {};
  try {
    await navigator.clipboard.writeText(button.dataset['copy'] ?? '');
    tell(button, copied);
  } catch {
    // A browser may ask its reader, who may say no.
    const address = button.previousElementSibling;
    if (address !== null) getSelection()?.selectAllChildren(address);
    tell(button, notCopied);
  }
}

/** Beside the button for who sees it, in the status for who hears it. */
function tell(button: HTMLButtonElement, words: string): void {
  for (const other of buttons) delete other.dataset['done'];
  button.dataset['done'] = words;
  if (report !== null) report.textContent = words;
}
