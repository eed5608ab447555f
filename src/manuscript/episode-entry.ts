import type { Finding } from '#src/diagnostics/finding.ts';
import { nameOf } from './content-tree.ts';
import { checkKind } from './episode-kind.ts';
import type { FindImage } from './find-image.ts';
import { readFrontmatter } from './frontmatter.ts';
import type { EpisodeEntry, SeriesEntry } from './manuscript.ts';
import { inspectFile, inspectKeys } from './references.ts';
import type { episodeSchema } from './schemas/episode.ts';
import type { SourceFile } from './source-file.ts';
import type { ManuscriptTools } from './tools.ts';
import { validate } from './validate.ts';
import type { Locate } from './yaml-settings.ts';

export interface ReadEpisode {
  readonly entry: EpisodeEntry;
  readonly locate: Locate;
}

export interface EpisodeContext {
  readonly series: SeriesEntry;
  readonly schema: ReturnType<typeof episodeSchema>;
  readonly tools: ManuscriptTools;
  readonly findImage: FindImage;
}

/** An episode, extra or notice with every default filled in. */
export function readEpisode(
  file: SourceFile,
  { series, schema, tools, findImage }: EpisodeContext,
): { episode: ReadEpisode | undefined; findings: readonly Finding[] } {
  const read = readFrontmatter(file);
  const { settings, locate } = read;
  if (settings === undefined) {
    return { episode: undefined, findings: read.findings };
  }
  const place = { path: file.path, concept: 'episode', locate } as const;
  const { value, findings: mistakes } = validate(schema, settings, place, { forgiving: false });
  const findings = [...mistakes, ...checkKind(settings, place)];
  const { language, breaks } = series;
  const text = { file, language, breaks, tools };
  const { body, findings: slips } = inspectFile(read, text);
  findings.push(...slips);
  // Nobody but the writer sees a draft.
  if (body.isEmpty && settings['draft'] !== true) {
    const line = read.bodyLine;
    findings.push({ code: 'body-empty', file: file.path, line, column: 1, values: {} });
  }
  const isPlaced = !findings.some(({ code }) => unplaced.has(code));
  if (value === undefined || !isPlaced) {
    return { episode: undefined, findings };
  }
  const image = findImage(value.image, { file: file.path, ...locate(['image'], 'value') });
  const { title, summary, foreword, afterword } = value;
  const keys = inspectKeys(
    { markdown: { foreword, afterword }, lines: { title, summary } },
    locate,
    text,
  );
  const slug = value.slug ?? nameOf(file.path).replace(/\.md$/i, '').normalize('NFC');
  const aliases = value.aliases ?? [];
  const entry: EpisodeEntry = {
    ...placeOf(value),
    seriesId: series.id,
    slug,
    id: value.id ?? aliases[0] ?? slug,
    path: file.path,
    digest: file.digest,
    title,
    date: value.date,
    updated: value.updated,
    summary,
    warnings: value.warnings ?? [],
    arc: value.arc,
    image: image.path,
    foreword,
    afterword,
    draft: value.draft ?? false,
    aliases,
    written: (['id', 'slug'] as const).filter((key) => value[key] !== undefined),
    body,
    references: keys.references,
  };
  return {
    episode: { entry, locate },
    findings: [...findings, ...image.findings, ...keys.findings],
  };
}

/** Without these, there is no saying where an episode belongs. */
const unplaced = new Set<Finding['code']>(['order-missing', 'after-missing', 'date-missing']);

type Value = ReturnType<ReturnType<typeof episodeSchema>['parse']>;

function placeOf({ kind = 'episode', order, after }: Value) {
  if (kind === 'notice') {
    return { kind };
  }
  const place = kind === 'episode' ? order : after;
  if (place === undefined) {
    throw new Error('checkKind lets no file pass without its place');
  }
  return kind === 'episode' ? { kind, order: place } : { kind, after: place };
}
