/** The arrows lead from the field through the results and back. */
export function moveThrough(field: HTMLElement, results: HTMLElement, event: KeyboardEvent): void {
  const { key, target } = event;
  if (key !== 'ArrowDown' && key !== 'ArrowUp') return;
  if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
  const stops = [
    field,
    ...results.querySelectorAll<HTMLElement>(':is(a, button):not([hidden], [hidden] *)'),
  ];
  const here = stops.indexOf(target as HTMLElement);
  const next = here < 0 ? undefined : stops[here + (key === 'ArrowDown' ? 1 : -1)];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
