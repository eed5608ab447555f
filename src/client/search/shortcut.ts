/** The key / leads to the search box of the page, as it does on many sites. */
addEventListener('keydown', (event) => {
  const { key, target, altKey, ctrlKey, metaKey, isComposing } = event;
  if (key !== '/' || altKey || ctrlKey || metaKey || isComposing || event.defaultPrevented) return;
  const isWritten =
    target instanceof Element &&
    target.closest('input:not([type=radio]), textarea, select, [contenteditable]') !== null;
  if (isWritten) return;
  const box = [...document.querySelectorAll<HTMLInputElement>('[role=search] input[type=search]')]
    .filter((one) => one.checkVisibility())
    .at(-1);
  if (box === undefined) return;
  event.preventDefault();
  box.focus();
  box.select();
});
