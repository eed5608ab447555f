import type { Finding } from '#src/diagnostics/finding.ts';
import { nameOf } from './content-tree.ts';
import { checkKind } from './episode-kind.ts';
import { keyedImage, type NamedAt } from './find-image.ts';
import { readFrontmatter } from './frontmatter.ts';
import type { EpisodeEntry, SeriesEntry } from './manuscript.ts';
import type { Later } from './inspection.ts';
import { inspectFile, inspectKeys, type TextTools } from './references.ts';
import type { episodeSchema } from './schemas/episode.ts';
import type { SourceFile } from './source-file.ts';
import { validate } from './validate.ts';
import type { Locate } from './yaml-settings.ts';

export interface ReadEpisode {
  /** Without an image: whether there is one, other files decide. */
  readonly entry: EpisodeEntry;
  /** What the `image` key names. */
  readonly image: NamedAt | undefined;
  readonly locate: Locate;
}

export interface EpisodeReading {
  /** Undefined where the file cannot be used; the findings say why. */
  readonly episode: ReadEpisode | undefined;
  readonly findings: readonly Finding[];
}

/** What an episode depends on of its series. */
export type SeriesTexts = Pick<SeriesEntry, 'id' | 'language' | 'breaks'>;

export interface EpisodeContext {
  readonly series: SeriesTexts;
  readonly schema: ReturnType<typeof episodeSchema>;
  readonly tools: TextTools;
}

/** An episode, extra or notice with every default filled in. */
export function readEpisode(
  file: SourceFile,
  { series, schema, tools }: EpisodeContext,
): Later<EpisodeReading> {
  const read = readFrontmatter(file);
  const { settings, locate } = read;
  if (settings === undefined) {
    return () => ({ episode: undefined, findings: read.findings });
  }
  const place = { path: file.path, concept: 'episode', locate } as const;
  const { value, findings: mistakes } = validate(schema, settings, place, { forgiving: false });
  const ofKind = checkKind(settings, place);
  const { language, breaks } = series;
  const text = { file, language, breaks, tools };
  const inBody = inspectFile(read, text);
  const isPlaced = !ofKind.some(({ code }) => unplaced.has(code));
  const usable = isPlaced ? value : undefined;
  const { title, summary, foreword, afterword } = usable ?? {};
  const inKeys = inspectKeys(
    { markdown: { foreword, afterword }, lines: { title, summary } },
    locate,
    text,
  );
  return () => {
    const { body, findings: slips } = inBody();
    const findings = [...mistakes, ...ofKind, ...slips];
    // Nobody but the writer sees a draft.
    if (body.isEmpty && settings['draft'] !== true) {
      const line = read.bodyLine;
      findings.push({ code: 'body-empty', file: file.path, line, column: 1, values: {} });
    }
    if (usable === undefined) {
      return { episode: undefined, findings };
    }
    const keys = inKeys();
    const entry = { ...entryOf(usable, file, series), body, references: keys.references };
    const image = keyedImage(usable.image, place);
    return { episode: { entry, image, locate }, findings: [...findings, ...keys.findings] };
  };
}

/** Without these, there is no saying where an episode belongs. */
const unplaced = new Set<Finding['code']>(['order-missing', 'after-missing', 'date-missing']);

type Value = ReturnType<ReturnType<typeof episodeSchema>['parse']>;

function entryOf(value: Value, file: SourceFile, series: SeriesTexts) {
  const slug = value.slug ?? nameOf(file.path).replace(/\.md$/i, '').normalize('NFC');
  const aliases = value.aliases ?? [];
  return {
    ...placeOf(value),
    seriesId: series.id,
    slug,
    id: value.id ?? aliases[0] ?? slug,
    path: file.path,
    digest: file.digest,
    title: value.title,
    date: value.date,
    updated: value.updated,
    summary: value.summary,
    warnings: value.warnings ?? [],
    arc: value.arc,
    image: undefined,
    foreword: value.foreword,
    afterword: value.afterword,
    draft: value.draft ?? false,
    aliases,
    written: (['id', 'slug'] as const).filter((key) => value[key] !== undefined),
  };
}

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
