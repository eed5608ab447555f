import type { Processor } from 'unified';

/**
 * Whether a source may hold a table: a line that ends in a hyphen beside a bar or a colon, as the row
 * below a table's head does (GFM, 4.10), but for white space and more of these signs.
 */
export function mayHoldTable(source: string): boolean {
  return /(?:[|:][ \t]*-|-[ \t]*[|:])[-|: \t]*$/mu.test(source);
}

/**
 * remark plugin, behind GFM: no tables. Where there is none, GFM still searches every line for a table's
 * head, which is a good part of the parsing.
 */
export function remarkNoTables(this: Processor): void {
  (this.data().micromarkExtensions ??= []).push({ disable: { null: ['table'] } });
}
