import { describe, expect, it } from 'vitest';
import { withPairedQuotes } from '#src/card/quotation-marks.ts';

describe('straight quotation marks', () => {
  it.each([
    ['"Boat" and "Oar"', '“Boat” and “Oar”'],
    ['「一重」と"二重"と\'三\'', '「一重」と“二重”と‘三’'],
    ["It's 'one'", 'It’s ‘one’'],
    ["the dogs' bowl", 'the dogs’ bowl'],
    ['6" of rain', '6” of rain'],
    ['“as it was”', '“as it was”'],
  ])('of %s come in pairs', (line, shown) => {
    expect(withPairedQuotes(line)).toBe(shown);
  });
});
