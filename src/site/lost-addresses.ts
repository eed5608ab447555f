import type { Finding } from '#src/diagnostics/finding.ts';
import type { EpisodeEntry } from '#src/manuscript/manuscript.ts';
import type { PromisedAddress } from '#src/manuscript/schemas/addresses.ts';
import type { Answers } from './answers.ts';
import type { IndexedCheck } from './check-promises.ts';
import { aliasOf, createRenamed } from './promise-remedies.ts';
import { aliasLine, hasOwnId, idLine } from './remedy.ts';

/**
 * The addresses in series that are there, at which readers find nothing.
 *
 * @param lost - all of them
 * @param all - answers with what is not published, too
 */
export function checkLost(
  lost: readonly PromisedAddress[],
  all: () => Answers,
  check: IndexedCheck,
): Finding[] {
  const { promised, isPublished, index } = check;
  const renamed = createRenamed(lost, check);
  return lost.flatMap((one): Finding[] => {
    const { address } = one;
    const tell = (code: Finding['code'], values: Finding['values']): Finding[] => [
      { code, ...promised.placeOf(one), values: { address, ...values } },
    ];
    const series = index.seriesNamed(one.seriesId);
    const bearer = all().named(one.id.seriesId, one.id.episodeId);
    const twin = series && index.episodeLike(series, one.slug);
    const holder = all().at(one)?.entry ?? twin;
    // The bearer of the id comes first: what has the name now may be a new text.
    const found = bearer?.entry ?? holder;
    if (found !== undefined && !isPublished(found)) {
      const isSure = bearer !== undefined && !isBySlug(found);
      const guess = isSure ? undefined : renamed(one);
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
    // Its name and former names are not known where a file of the series was left out.
    if (index.isUncertain(series?.id ?? one.seriesId)) return [];
    const either = { line: aliasLine([one.slug]), id: idLine(one.id.episodeId) };
    return tell('address-gone', { ...(renamed(one) ?? either) });
  });
}

/** Whether an episode bears its id for its slug alone, which a new text may have been given. */
function isBySlug(entry: EpisodeEntry): boolean {
  return entry.aliases.length === 0 && !hasOwnId(entry);
}
