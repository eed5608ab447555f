import { isJapanese } from './language.ts';
import type { Finding } from '#src/diagnostics/finding.ts';
import type { SeriesFolder } from './content-tree.ts';
import type { FindImage } from './find-image.ts';
import { readYamlFile } from './frontmatter.ts';
import type { LabelSetting, SeriesEntry, SiteSettings } from './manuscript.ts';
import { inspectKeys } from './references.ts';
import { seriesSchema } from './schemas/series.ts';
import type { WrittenLabels } from './schemas/labels.ts';
import type { SourceFile } from './source-file.ts';
import type { ManuscriptTools } from './tools.ts';
import { validate } from './validate.ts';
import type { Locate } from './yaml-settings.ts';

export interface ReadSeries {
  readonly entry: SeriesEntry;
  readonly locate: Locate;
}

export interface SeriesContext {
  readonly site: SiteSettings;
  readonly tools: ManuscriptTools;
  readonly findImage: FindImage;
}

/** A series.yaml with every default filled in. */
export function readSeries(
  folder: SeriesFolder,
  file: SourceFile,
  { site, tools, findImage }: SeriesContext,
): { series: ReadSeries | undefined; findings: readonly Finding[] } {
  const { settings, findings: mistakes, locate } = readYamlFile(file);
  if (settings === undefined) {
    return { series: undefined, findings: mistakes };
  }
  const place = { path: file.path, concept: 'series.yaml', locate } as const;
  const { value, findings } = validate(seriesSchema, settings, place, { forgiving: true });
  if (value === undefined) {
    return { series: undefined, findings };
  }
  const language = value.language ?? site.language;
  const breaks = value.breaks ?? true;
  const image = findImage(value.image, { file: file.path, ...locate(['image'], 'value') });
  const { title, description, foreword, afterword } = value;
  const keys = inspectKeys(
    { markdown: { description, foreword, afterword }, lines: { title } },
    locate,
    { file, tools, language, breaks },
  );
  const entry: SeriesEntry = {
    id: folder.path.normalize('NFC'),
    path: file.path,
    title,
    category: value.category,
    author: value.author,
    status: value.status ?? 'ongoing',
    description,
    labels: completeLabels(value.labels, language),
    language,
    direction: value.direction ?? 'horizontal',
    arcs: value.arcs ?? [],
    cast: (value.cast ?? []).map(({ name, reading, note }) => ({ name, reading, note })),
    foreword,
    afterword,
    breaks,
    image: image.path,
    warnings: value.warnings ?? [],
    aliases: value.aliases ?? [],
    references: keys.references,
  };
  return {
    series: { entry, locate },
    findings: [...findings, ...image.findings, ...keys.findings],
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
