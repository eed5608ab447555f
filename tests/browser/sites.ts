import { buildSite, writeContent } from '#tests/support/build-site.ts';
import { serve, type ServedSite } from '#tests/support/serve.ts';

/** A finished series of so many parts, each with a word or two, as files of a content folder. */
export function seriesFiles(
  id: string,
  parts: number,
  settings = '',
): Readonly<Record<string, string>> {
  const files: Record<string, string> = {
    [`${id}/series.yaml`]: `title: ${id}\nstatus: complete\n${settings}`,
  };
  for (let part = 1; part <= parts; part += 1) {
    files[`${id}/${String(part)}.md`] =
      `---\norder: ${String(part)}\ndate: 2026-04-01\n---\n本文。\n`;
  }
  return files;
}

/** Builds and serves a site of these files at its base path. */
export async function serveSite(
  files: Readonly<Record<string, string | Uint8Array>>,
  base = '/',
): Promise<ServedSite> {
  const settings = { 'site.yaml': `title: 文庫\nurl: https://example.org${base}\n` };
  const built = await buildSite(await writeContent({ ...settings, ...files }), {
    TSUZUKI_NOW: '2026-12-01T00:00:00Z',
  });
  if (built.code !== 0) throw new Error(`the site does not build:\n${built.stdout}${built.stderr}`);
  return serve(built.outDir, base);
}
