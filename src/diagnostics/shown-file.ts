import { posix } from 'node:path';

/**
 * The name of a finding's file as it is shown: behind the content folder's, whose own name stands
 * for `.`, or without it where the file lies beside that folder (`../public/a`).
 */
export function shownFile(file: string, contentPath: string): string {
  const folder = contentPath.replace(/[/\\]+$/, '');
  if (file === '.' || file === '') {
    return folder === '' ? '.' : folder;
  }
  if (folder === '' || folder === '.') return file;
  const shown = `${folder}/${file}`;
  return file.startsWith('../') ? posix.normalize(shown) : shown;
}
