import { expect, it } from 'vitest';
import { contentSecurityPolicy } from '#src/site/content-security-policy.ts';

it('allows no frame where a page has none', () => {
  expect(contentSecurityPolicy([])).toMatch(/^default-src 'none';/);
  expect(contentSecurityPolicy([])).not.toContain('frame-src');
});

it('allows the frames of exactly the hosts given, each named once', () => {
  const policy = contentSecurityPolicy([], ['a.example', 'b.example', 'a.example']);
  expect(policy.split('; ')).toContain('frame-src https://a.example https://b.example');
});
