import { isMap, isScalar, type Pair, parseDocument, YAMLMap } from 'yaml';
import type { FindingLanguage } from '#src/diagnostics/wording.ts';
import { compareTexts } from './order-texts.ts';
import { addressesVersion } from './schemas/addresses.ts';

/**
 * The text of addresses.yaml with more addresses in it, in the order of the addresses. Whatever
 * stands there stays, comments too.
 *
 * @param text - what `readAddresses` has accepted, or undefined for a new file
 * @param added - address and `<series id>/<episode id>`
 * @param language - of the comment at the head of a new file
 */
export function withAddresses(
  text: string | undefined,
  added: readonly (readonly [address: string, id: string])[],
  language: FindingLanguage,
): string {
  const document = parseDocument(text ?? emptyList(language));
  const known = document.get('addresses');
  const list = isMap(known) ? known : new YAMLMap();
  list.flow = false;
  list.items.push(...added.map(([address, id]) => document.createPair(address, id)));
  list.items.sort((a, b) => compareTexts(nameOf(a), nameOf(b)));
  document.set('addresses', list);
  if (isMap(document.contents)) {
    // It tells that the file is whole.
    document.contents.items.sort((a, b) => Number(isVersion(a)) - Number(isVersion(b)));
  }
  return document.toString({ lineWidth: 0 });
}

function emptyList(language: FindingLanguage): string {
  return `${heads[language]}addresses:\nversion: ${addressesVersion}\n`;
}

function isVersion(pair: Pair): boolean {
  return nameOf(pair) === 'version';
}

function nameOf({ key }: Pair): string {
  return String(isScalar(key) ? key.value : key);
}

const heads: Readonly<Record<FindingLanguage, string>> = {
  ja: `\
# 公開したアドレスの一覧です。サイトを公開するたびに npm run addresses が書き足します。
# ここにあるアドレスがどこにもつながらなくなると、サイトを書き出す前にまちがいとして知らせます。
# 公開を取りやめるときは、その行を消してください。
`,
  en: `\
# The addresses that were published. npm run addresses adds to them whenever the site is deployed.
# When one of them leads nowhere any more, that is told before the site is built.
# To withdraw one, delete its line.
`,
};
