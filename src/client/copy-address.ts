/** The buttons that copy an address. Where the browser keeps its clipboard to itself there are none. */

const announcer = document.querySelector<HTMLElement>('[data-copied]');
const buttons = document.querySelectorAll<HTMLButtonElement>('[data-copy]');

if ('clipboard' in navigator) {
  for (const button of buttons) {
    button.hidden = false;
    button.addEventListener('click', () => {
      void copy(button);
    });
  }
}

async function copy(button: HTMLButtonElement): Promise<void> {
  const address = button.dataset['copy'] ?? '';
  try {
    await navigator.clipboard.writeText(address);
    tell(button);
  } catch {
    // A browser may ask its reader, who may say no: the address is then marked for them to copy.
    const link = button.previousElementSibling;
    if (link !== null) getSelection()?.selectAllChildren(link);
  }
}

/** On the button for who sees it, in the status for who hears it. */
function tell(button: HTMLButtonElement): void {
  const copied = announcer?.dataset['copied'] ?? '';
  for (const other of buttons) delete other.dataset['done'];
  button.dataset['done'] = copied;
  if (announcer !== null) announcer.textContent = `${copied} ${button.dataset['copy'] ?? ''}`;
}
