/**
 * Who comes from a search is led to the passage. The script for that lies in a template of the page,
 * where no browser loads it, and is put to work for them alone.
 */
addEventListener('hashchange', arrive);
arrive();

function arrive(): void {
  if (!location.hash.startsWith('#find=')) return;
  const template = document.querySelector<HTMLTemplateElement>('template[data-passage]');
  if (template === null) return;
  removeEventListener('hashchange', arrive);
  document.head.append(document.importNode(template.content, true));
  template.remove();
}
