import type { Processor } from 'unified';

/** remark plugin: four spaces at the head of a line are not code (typesetting.md, rule 10). */
export function remarkIndentedText(this: Processor): void {
  (this.data().micromarkExtensions ??= []).push({ disable: { null: ['codeIndented'] } });
}
