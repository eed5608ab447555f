import { isJapanese } from './language.ts';
import type { Finding } from '#src/diagnostics/finding.ts';
import type { SeriesFolder } from './content-tree.ts';
import type { SeriesTexts } from './episode-entry.ts';
import { keyedImage, type NamedAt } from './find-image.ts';
import { readYamlFile } from './frontmatter.ts';
import type { LabelSetting, SeriesEntry, SiteSettings } from './manuscript.ts';
import type { Later } from './inspection.ts';
import { once } from './once.ts';
import { inspectKeys, type TextTools } from './references.ts';
import { seriesSchema } from './schemas/series.ts';
import type { WrittenLabels } from './schemas/labels.ts';
import type { SourceFile } from './source-file.ts';
import { validate } from './validate.ts';
import type { Locate } from './yaml-settings.ts';

export interface ReadSeries {
  /** Without an image: whether there is one, other files decide. */
  readonly entry: SeriesEntry;
  /** What the `image` key names. */
  readonly image: NamedAt | undefined;
  readonly locate: Locate;
}

export interface SeriesReading {
  /** What its episodes depend on. */
  readonly texts: SeriesTexts;
  readonly rest: Later<{
    /** Undefined where the file cannot be used; the findings say why. */
    readonly series: ReadSeries | undefined;
    readonly findings: readonly Finding[];
  }>;
}

export interface SeriesContext {
  readonly site: Pick<SiteSettings, 'language'>;
  readonly tools: TextTools;
}

/** A series.yaml with every default filled in. */
export function readSeries(
  folder: SeriesFolder,
  file: SourceFile,
  { site, tools }: SeriesContext,
): SeriesReading {
  const { settings, findings: mistakes, locate } = readYamlFile(file);
  if (settings === undefined) {
    return unreadSeries(folder, site, mistakes);
  }
  const place = { path: file.path, concept: 'series.yaml', locate } as const;
  const { value, findings } = validate(seriesSchema, settings, place, { forgiving: true });
  if (value === undefined) {
    return unreadSeries(folder, site, findings);
  }
  const texts = textsOf(folder, site, value);
  const { title, description, foreword, afterword } = value;
  const inKeys = inspectKeys(
    { markdown: { description, foreword, afterword }, lines: { title } },
    locate,
    { file, tools, ...texts },
  );
  const image = keyedImage(value.image, place);
  return {
    texts,
    rest: once(() => {
      const keys = inKeys();
      const entry = { ...entryOf(value, file, texts), references: keys.references };
      return { series: { entry, image, locate }, findings: [...findings, ...keys.findings] };
    }),
  };
}

/** Without its series, an episode is read for its own mistakes only. */
export function unreadSeries(
  folder: SeriesFolder,
  site: SeriesContext['site'],
  findings: readonly Finding[] = [],
): SeriesReading {
  return { texts: textsOf(folder, site, {}), rest: () => ({ series: undefined, findings }) };
}

type Value = ReturnType<(typeof seriesSchema)['parse']>;

function textsOf(
  folder: SeriesFolder,
  site: SeriesContext['site'],
  { language, breaks }: Partial<Pick<Value, 'language' | 'breaks'>>,
): SeriesTexts {
  return {
    id: folder.path.normalize('NFC'),
    language: language ?? site.language,
    breaks: breaks ?? true,
  };
}

function entryOf(value: Value, file: SourceFile, texts: SeriesTexts) {
  return {
    ...texts,
    path: file.path,
    title: value.title,
    category: value.category,
    author: value.author,
    status: value.status ?? 'ongoing',
    description: value.description,
    labels: completeLabels(value.labels, texts.language),
    direction: value.direction ?? 'horizontal',
    arcs: value.arcs ?? [],
    cast: (value.cast ?? []).map(({ name, reading, note }) => ({ name, reading, note })),
    foreword: value.foreword,
    afterword: value.afterword,
    image: undefined,
    warnings: value.warnings ?? [],
    aliases: value.aliases ?? [],
  };
}

function completeLabels(written: WrittenLabels | undefined, language: string): LabelSetting {
  if (written !== undefined && written.kind !== 'preset') {
    return written;
  }

  return {
    kind: 'preset',
    name: written?.name ?? (isJapanese(language) ? 'zenpen' : 'part'),
    numerals: written?.numerals,
  };
}
