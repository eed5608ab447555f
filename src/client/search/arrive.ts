/** Who comes from a search is led to the passage; what that takes is loaded for them alone. */
if (location.hash.startsWith('#find=')) void follow();
addEventListener('hashchange', () => {
  if (location.hash.startsWith('#find=')) void follow();
});

async function follow(): Promise<void> {
  const { showPassage } = await import('./passage-marks.ts');
  showPassage(location.hash);
}
