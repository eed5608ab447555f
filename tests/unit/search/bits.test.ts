import fc from 'fast-check';
import { expect, it } from 'vitest';
import { BitWriter } from '#src/search/bit-writer.ts';
import { BitReader, riceParameter } from '#src/search/query/bits.ts';
import { VarintReader } from '#src/search/query/varint.ts';
import { VarintWriter } from '#src/search/varint-writer.ts';

const number = fc.oneof(fc.nat(20), fc.nat(2 ** 30 - 1));
const code = fc.oneof(
  fc.record({ kind: fc.constant('bits' as const), value: number }),
  fc.record({ kind: fc.constant('gamma' as const), value: number.map((one) => Math.max(1, one)) }),
  fc.record({ kind: fc.constant('sized' as const), value: number.map((one) => one % 2 ** 21) }),
  fc.record({ kind: fc.constant('rice' as const), value: number, parameter: fc.nat(29) }),
);

it('numbers are read from bits as they were written', () => {
  fc.assert(
    fc.property(fc.array(code), (codes) => {
      const writer = new BitWriter();
      for (const one of codes) {
        if (one.kind === 'bits') writer.bits(one.value, 30);
        else if (one.kind === 'gamma') writer.gamma(one.value);
        else if (one.kind === 'sized') writer.sized(one.value);
        else writer.rice(one.value, one.parameter);
      }
      const reader = new BitReader(writer.finish());
      for (const one of codes) {
        if (one.kind === 'bits') expect(reader.bits(30)).toBe(one.value);
        else if (one.kind === 'gamma') expect(reader.gamma()).toBe(one.value);
        else if (one.kind === 'sized') expect(reader.sized()).toBe(one.value);
        else expect(reader.rice(one.parameter)).toBe(one.value);
      }
    }),
  );
});

it('numbers are read from bytes as they were written', () => {
  fc.assert(
    fc.property(fc.array(fc.maxSafeNat()), (numbers) => {
      const writer = new VarintWriter(8);
      for (const one of numbers) writer.add(one);
      const reader = new VarintReader(writer.bytes());
      expect(numbers.map(() => reader.next())).toEqual(numbers);
      expect(reader.isAtEnd).toBe(true);
    }),
  );
});

it('what ends too early is told from what does not', () => {
  expect(() => new BitReader(Uint8Array.of(255)).gamma()).toThrow(RangeError);
  expect(() => new VarintReader(Uint8Array.of(128)).next()).toThrow(RangeError);
  expect(() => new VarintReader(Uint8Array.of(1)).bytes(2)).toThrow(RangeError);
});

it('the parameter is such that numbers of its size take few bits', () => {
  for (const average of [0, 1, 5, 100, 3000]) {
    const cost = (parameter: number) => {
      const writer = new BitWriter();
      // As intervals between events at random are: 1,000 quantiles of their distribution.
      for (let i = 0; i < 1000; i += 1) {
        writer.rice(Math.floor(-average * Math.log(1 - (i + 0.5) / 1000)), parameter);
      }
      return writer.finish().length;
    };
    const best = Math.min(...Array.from({ length: 16 }, (_, parameter) => cost(parameter)));
    expect(cost(riceParameter(average))).toBeLessThanOrEqual(best * 1.1);
  }
});
