import { seriesFiles, seriesFolder, type TextFile } from './series.ts';
import { createVocabulary } from './vocabulary.ts';

/** How large a content folder is. */
export interface CorpusShape {
  readonly seed: number;
  /** How many texts there are in all. */
  readonly episodes: number;
  /** Of each series, but for a last one that has fewer. */
  readonly perSeries: number;
  /** Of a body on the average, in code points. */
  readonly length: number;
  /** How many images there are in all, dealt out evenly. */
  readonly images: number;
}

/** As a site of that size is likely to be: short series where it is small, else of twenty. */
export function perSeriesFor(episodes: number): number {
  return episodes <= 150 ? 10 : 20;
}

/** The texts of a content folder without findings, and always the same ones for a seed. */
export function* corpusTexts(shape: CorpusShape): Generator<TextFile> {
  const { seed, episodes, perSeries } = shape;
  yield { path: 'site.yaml', text: SITE };
  yield { path: 'about.md', text: ABOUT };
  const vocabulary = createVocabulary(seed);
  for (let index = 0; index * perSeries < episodes; index += 1) {
    const first = index * perSeries;
    yield* seriesFiles({
      seed,
      vocabulary,
      index,
      count: Math.min(perSeries, episodes - first),
      lengthAt: (place) => lengthAt(shape, first + place),
      imagesAt: (place) => imageNames(shape, first + place),
    });
  }
}

/** The paths of the images that the texts show. */
export function corpusImages(shape: CorpusShape): readonly string[] {
  return Array.from({ length: shape.episodes }, (_, episode) => {
    const folder = seriesFolder(Math.floor(episode / shape.perSeries));
    return imageNames(shape, episode).map((name) => `${folder}/${name}`);
  }).flat();
}

/** Half as long to one and a half times as long, each beside one that makes up for it. */
function lengthAt({ length, episodes }: CorpusShape, episode: number): number {
  const isAlone = episode % 2 === 0 && episode === episodes - 1;
  if (isAlone) return length;
  const share = (Math.floor(episode / 2) * GOLDEN) % 1;
  return Math.round(length * (1 + (episode % 2 === 0 ? -0.5 : 0.5) * share));
}

/** Its multiples are spread evenly between whole numbers. */
const GOLDEN = 0.6180339887;

function imageNames({ images, episodes }: CorpusShape, episode: number): readonly string[] {
  const before = Math.floor((episode * images) / episodes);
  const after = Math.floor(((episode + 1) * images) / episodes);
  return Array.from(
    { length: after - before },
    (_, i) => `p${before + i + 1}.${formatOf(before + i)}`,
  );
}

function formatOf(image: number): string {
  return image % 4 === 0 ? 'png' : 'jpg';
}

const SITE = `title: 万巻文庫
url: https://bench.example/
author:
  name: 試作 太郎
description: 速さを測るための、ことばの組み合わせだけでできた文庫。
`;

const ABOUT = `---
title: この文庫について
---

どの話も、語をでたらめに並べたものです。
`;
