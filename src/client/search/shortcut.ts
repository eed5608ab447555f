/** The key / leads to the search box of the page, as on many sites, and Escape back to the text. */

addEventListener('keydown', (event) => {
  const { key, target, altKey, ctrlKey, metaKey, isComposing } = event;
  if (altKey || ctrlKey || metaKey || isComposing || event.defaultPrevented) return;
  if (key === '/' && !isWrittenIn(target)) go(event);
  if (key === 'Escape' && target instanceof HTMLInputElement && target.closest('header') !== null) {
    target.blur();
  }
});

function go(event: Event): void {
  const box = [...document.querySelectorAll<HTMLInputElement>('[role=search] input[type=search]')]
    .filter((one) => one.checkVisibility())
    .at(-1);
  if (box === undefined) return;
  event.preventDefault();
  // The running head comes to the reader, and not the reader to it.
  box.focus({ preventScroll: box.closest('header') !== null });
  box.select();
}

function isWrittenIn(target: EventTarget | null): boolean {
  const written = 'input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]';
  return target instanceof Element && target.closest(written) !== null;
}
