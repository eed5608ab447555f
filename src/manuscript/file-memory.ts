import type { SourceFile } from './source-file.ts';

/**
 * What was made of each file, for as long as neither the file nor anything else that it was made of
 * has changed: the next reading need not make it again.
 *
 * @param dependsOn - what it is made of besides the file; compared by identity
 */
export type FileMemory<T> = (file: SourceFile, dependsOn: readonly unknown[], make: () => T) => T;

export function createFileMemory<T>(): FileMemory<T> {
  // A file that has changed is another object, and nothing holds on to the former one.
  const known = new WeakMap<SourceFile, { readonly dependsOn: readonly unknown[]; value: T }>();
  return (file, dependsOn, make) => {
    const last = known.get(file);
    if (last?.dependsOn.every((value, index) => value === dependsOn[index]) === true) {
      return last.value;
    }
    const value = make();
    known.set(file, { dependsOn, value });
    return value;
  };
}
