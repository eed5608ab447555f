import { markedText, type ExcerptPart } from '#src/search/query/excerpt.ts';
import { fromKeptText, type ListedEpisode } from '#src/search/query/manifest.ts';
import {
  bestOccurrence,
  excerptOf,
  openingOf,
  passagesInIndex,
  passagesInText,
  pieceOf,
  placesBeside,
  type Passages,
} from '#src/search/query/passage.ts';
import { passageHash } from '#src/search/query/passage-address.ts';
import type { FoundEpisode } from '#src/search/query/search.ts';
import { make, marked } from './dom.ts';
import { LoadError, type SearchLoader } from './files.ts';
import { counted, said, type Messages } from './messages.ts';

/** What results are shown with. */
export interface ShownWith {
  readonly loader: SearchLoader;
  readonly messages: Messages;
}

/** Other places of an episode that are shown at once. */
const PLACES = 10;

/**
 * A row for an episode. Where the index does not tell all places, the text is loaded first.
 *
 * @throws LoadError
 */
export async function resultRow(found: FoundEpisode, shown: ShownWith): Promise<ResultRow> {
  const { loader } = shown;
  const listed = await loader.listed(found.group, found.page);
  const known = passagesInIndex(found);
  if (known !== undefined) return new ResultRow(found, listed, known, shown);
  const text = await loader.text(found.group, found.page);
  return new ResultRow(found, listed, passagesInText(found, text), shown);
}

/** An episode that was found: its name, and around its best place what the text says there. */
export class ResultRow {
  readonly element = make('li');
  readonly #found: FoundEpisode;
  readonly #listed: ListedEpisode;
  readonly #passages: Passages;
  readonly #shown: ShownWith;
  readonly #excerpt = make('span', { className: 'x' });
  /** The occurrences of the text, best first, then in the order of the text. */
  readonly #places: readonly number[];

  constructor(found: FoundEpisode, listed: ListedEpisode, passages: Passages, shown: ShownWith) {
    this.#found = found;
    this.#listed = listed;
    this.#passages = passages;
    this.#shown = shown;
    const best = bestOccurrence(passages);
    const others = placesBeside(passages, best).filter(
      (i) => pieceOf(passages, i, listed) !== undefined,
    );
    this.#places = [best, ...others];
    const link = this.#link(best);
    const title = listed.hasOwnTitle
      ? marked(markedText(fromKeptText(listed.title), passages.terms))
      : [listed.title.text];
    link.append(
      make('span', { className: 'l', textContent: listed.label }),
      make('span', { className: 't' }, title),
      this.#excerpt,
    );
    this.element.append(link);
    if (others.length > 0) this.element.append(this.#disclosure(1));
  }

  /** Loads and shows the excerpt, or that it cannot be loaded. */
  async fill(): Promise<void> {
    const [best = 0] = this.#places;
    const shown = await this.#around(best).catch(this.#toldFailure);
    this.#excerpt.replaceChildren(...marked(shown));
  }

  /** In the place of what could not be loaded. */
  readonly #toldFailure = (error: unknown): readonly ExcerptPart[] => {
    if (!(error instanceof LoadError)) throw error;
    return [{ text: said(this.#shown.messages, 'unreachable'), isMatch: false }];
  };

  #link(nth: number): HTMLAnchorElement {
    const link = make('a');
    link.href = this.#listed.url + passageHash(this.#passages.terms, nth);
    return link;
  }

  /** A button that gives way to the next places of the text, and to another of its kind. */
  #disclosure(from: number): HTMLElement {
    const { messages } = this.#shown;
    const name = from === 1 ? 'otherPlaces' : 'furtherPlaces';
    const rest = this.#places.length - from;
    const button = make('button', { textContent: counted(messages, name, rest) });
    button.type = 'button';
    const { label, title } = this.#listed;
    button.ariaLabel = `${label} ${title.text} ${button.textContent}`.trim();
    const box = make('div', { className: 'places' }, [button]);
    button.addEventListener('click', () => {
      button.disabled = true;
      void this.#showPlaces(from).then((list) => {
        const end = from + PLACES;
        const further = end < this.#places.length ? [this.#disclosure(end)] : [];
        box.replaceWith(list, ...further);
        list.querySelector('a')?.focus();
      });
    });
    return box;
  }

  async #showPlaces(from: number): Promise<HTMLElement> {
    const places = this.#places.slice(from, from + PLACES);
    const rows = places.map(async (nth) => {
      const link = this.#link(nth);
      link.append(
        make('span', { className: 'x' }, marked(await this.#around(nth).catch(this.#toldFailure))),
      );
      return make('li', {}, [link]);
    });
    return make('ol', { className: 'places' }, await Promise.all(rows));
  }

  async #around(nth: number): Promise<readonly ExcerptPart[]> {
    const { loader } = this.#shown;
    const { group } = this.#found;
    const { pieces } = this.#listed;
    const length = this.#excerptLength();
    const piece = pieceOf(this.#passages, nth, this.#listed);
    if (piece === undefined) {
      if (pieces.length === 0) return [];
      return openingOf(await loader.piece(group, this.#listed, 0), length);
    }
    const text = await loader.piece(group, this.#listed, piece);
    return excerptOf(this.#passages, nth, text, pieces[piece] ?? 0, length);
  }

  /** In characters: three lines of a phone; letters are narrower. */
  #excerptLength(): number {
    const language = this.element.closest('[lang]')?.getAttribute('lang') ?? '';
    return /^(?:ja|zh|ko)\b/iu.test(language) ? 60 : 120;
  }
}
