/**
 * The name of a finding's file as it is shown: behind the content folder's, whose own name stands
 * for `.`.
 */
export function shownFile(file: string, contentPath: string): string {
  const folder = contentPath.replace(/[/\\]+$/, '');
  if (file === '.' || file === '') {
    return folder === '' ? '.' : folder;
  }
  return folder === '' || folder === '.' ? file : `${folder}/${file}`;
}
