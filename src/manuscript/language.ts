/** Whether a language tag (BCP 47) is Japanese, by its primary subtag. */
export function isJapanese(language: string): boolean {
  return /^ja(?:-|$)/iu.test(language);
}
