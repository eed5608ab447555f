import type { Finding } from '#src/diagnostics/finding.ts';
import { foldName } from '#src/manuscript/addresses.ts';
import type { EpisodeEntry, Manuscript, SeriesEntry } from '#src/manuscript/manuscript.ts';
import type { PromisedAddress } from '#src/manuscript/schemas/addresses.ts';
import type { Answers } from './answers.ts';
import type { PromiseCheck } from './check-promises.ts';
import { aliasOf, renamed, seriesNamed } from './promise-remedies.ts';
import { aliasLine, hasOwnId, idLine } from './remedy.ts';

/**
 * The addresses in series that are there, at which readers find nothing.
 *
 * @param lost - all of them
 * @param all - answers with what is not published, too
 */
export function checkLost(
  lost: readonly PromisedAddress[],
  all: Answers,
  check: PromiseCheck,
): Finding[] {
  const { manuscript, promised, isPublished } = check;
  return lost.flatMap((one): Finding[] => {
    const { address } = one;
    const tell = (code: Finding['code'], values: Finding['values']): Finding[] => [
      { code, ...promised.placeOf(one), values: { address, ...values } },
    ];
    const series = seriesNamed(one.seriesId, manuscript);
    const bearer = all.named(one.id.seriesId, one.id.episodeId);
    const holder = all.at(one)?.entry ?? twinOf(one, series, manuscript);
    // The bearer of the id comes first: what has the name now may be a new text.
    const found = bearer?.entry ?? holder;
    if (found !== undefined && !isPublished(found)) {
      const isSure = bearer !== undefined && !isBySlug(found);
      const guess = isSure ? undefined : renamed(one, lost, check);
      return tell('address-unpublished', {
        file: found.path,
        state: found.draft ? 'draft' : 'scheduled',
        ...(isSure ? {} : { unsure: 1 }),
        ...(guess === undefined ? {} : { ...guess, file: found.path, other: guess.file }),
      });
    }
    if (found !== undefined && (bearer === undefined || bearer.series === series)) {
      const remedy = aliasOf(one, found);
      return holder === undefined || holder === found
        ? tell('address-moved', { ...remedy })
        : tell('address-taken', { ...remedy, file: holder.path, other: remedy.file });
    }
    if (isUncertain(one.seriesId, manuscript)) return [];
    const either = { line: aliasLine([one.slug]), id: idLine(one.id.episodeId) };
    return tell('address-gone', { ...(renamed(one, lost, check) ?? either) });
  });
}

/** The episode whose slug differs from that of an address in capitals alone. */
function twinOf(
  { slug }: PromisedAddress,
  series: SeriesEntry | undefined,
  { episodes }: Manuscript,
): EpisodeEntry | undefined {
  return episodes.find(
    (entry) => entry.seriesId === series?.id && foldName(entry.slug) === foldName(slug),
  );
}

/** Whether an episode bears its id for its slug alone, which a new text may have been given. */
function isBySlug(entry: EpisodeEntry): boolean {
  return entry.aliases.length === 0 && !hasOwnId(entry);
}

/** Whether a file of the series was left out, so that its name and former names are not known. */
function isUncertain(seriesId: string, manuscript: Manuscript): boolean {
  const folder = seriesNamed(seriesId, manuscript)?.id ?? seriesId;
  return (manuscript.leftOut ?? []).some((path) => path.startsWith(`${folder}/`));
}
