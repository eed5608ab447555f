import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeXml } from '#src/feeds/encode-xml.ts';
import { escapeXml } from '#src/text/forms/xml.ts';

describe('a text encoded for XML', () => {
  it('is the escaped one in UTF-8, whatever is in it', () => {
    const marks = fc.constantFrom('&', '<', '>', '\r', '\ud83d', '\udc69');
    const one = (most: number) => fc.integer({ min: 0, max: most }).map(String.fromCodePoint);
    const parts = fc.array(fc.oneof(marks, one(0x7ff), one(0xffff), one(0x10ffff)));
    fc.assert(
      fc.property(parts, (characters) => {
        const text = characters.join('');
        // No lone surrogate can be encoded.
        const escaped = escapeXml(text).toWellFormed();
        expect(Buffer.from(encodeXml(text)).toString()).toBe(escaped);
      }),
    );
  });
});
