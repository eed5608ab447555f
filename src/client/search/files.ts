import type { IndexFiles } from '#src/search/query/find-term.ts';
import { groupsIn } from '#src/search/query/gram-file.ts';
import {
  LISTED_TOGETHER,
  manifestFormat,
  placeOfPiece,
  searchFiles,
  type ListedEpisode,
  type SearchBundle,
  type SearchGroup,
  type SearchManifest,
  type TextPiece,
} from '#src/search/query/manifest.ts';
import { pageText, type PageText } from '#src/search/query/page-text.ts';
import { unpack } from '#src/search/query/pack.ts';

/**
 * Why a file of the index cannot be had: there is no answer, there is no such file, or it is not what
 * it should be.
 */
export type LoadFailure = 'unreachable' | 'missing' | 'spoilt';

export class LoadError extends Error {
  override readonly name = 'LoadError';
  readonly failure: LoadFailure;

  constructor(failure: LoadFailure, url: string, cause?: unknown) {
    super(`${failure}: ${url}`, { cause });
    this.failure = failure;
  }
}

/** The files of search, each loaded once and only when it is asked for. */
export class SearchLoader implements IndexFiles {
  readonly #root: string;
  readonly #loaded = new Map<string, Promise<unknown>>();

  /** @param root - address of their folder, with a slash at its end */
  constructor(root: string) {
    this.#root = root;
  }

  /** @throws LoadError */
  manifest(): Promise<SearchManifest> {
    return this.#once(searchFiles.manifest, async (url) => {
      // Its name never changes: the browser asks whether it is still the one that it knows.
      const manifest = await packedJson<SearchManifest>(url, { cache: 'no-cache' });
      const { format } = manifest as { format: unknown };
      if (format !== manifestFormat) throw new TypeError(`a manifest of format ${String(format)}`);
      return manifest;
    });
  }

  /** @throws LoadError */
  grams(bundle: SearchBundle, file: number): Promise<Uint8Array> {
    return this.#once(searchFiles.grams(bundle, file), async (url) => {
      const bytes = await bytesOf(url);
      const groups = Array.from(groupsIn(bytes)).length;
      if (groups !== bundle.groups.length) throw new RangeError(`${groups} groups`);
      return bytes;
    });
  }

  /** What is listed of an episode. @throws LoadError, RangeError where there is none */
  async listed(group: SearchGroup, page: number): Promise<ListedEpisode> {
    const name = searchFiles.list(group, Math.floor(page / LISTED_TOGETHER));
    const list = await this.#once(name, packedJson<readonly ListedEpisode[]>);
    const listed = list[page % LISTED_TOGETHER];
    if (listed === undefined) throw new RangeError(`no episode ${page} in ${group.folder}`);
    return listed;
  }

  /** A piece of its text. @throws LoadError, RangeError where there is none */
  async piece(group: SearchGroup, listed: ListedEpisode, piece: number): Promise<TextPiece> {
    const [file, index] = placeOfPiece(listed, piece);
    const name = searchFiles.text(group, file);
    const text = (await this.#once(name, packedJson<readonly TextPiece[]>))[index];
    if (text === undefined) throw new RangeError(`no piece ${index} in ${name}`);
    return text;
  }

  /** All of it. @throws LoadError, RangeError where there is none */
  async text(group: SearchGroup, page: number): Promise<PageText> {
    const listed = await this.listed(group, page);
    const pieces = listed.pieces.map((_, piece) => this.piece(group, listed, piece));
    return pageText(listed, await Promise.all(pieces));
  }

  /** What could not be loaded is asked for again the next time. */
  #once<T>(name: string, read: (url: string) => Promise<T>): Promise<T> {
    const known = this.#loaded.get(name) as Promise<T> | undefined;
    if (known !== undefined) return known;
    const url = this.#root + name;
    const loading = read(url).catch((error: unknown) => {
      throw error instanceof LoadError ? error : new LoadError('spoilt', url, error);
    });
    this.#loaded.set(name, loading);
    loading.catch(() => this.#loaded.delete(name));
    return loading;
  }
}

async function packedJson<T>(url: string, options?: RequestInit): Promise<T> {
  return JSON.parse(new TextDecoder().decode(await unpack(await bytesOf(url, options)))) as T;
}

async function bytesOf(url: string, options?: RequestInit): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await (await load(url, options)).arrayBuffer());
}

async function load(url: string, options?: RequestInit): Promise<Response> {
  const response = await fetch(url, options).catch(() => {
    throw new LoadError('unreachable', url);
  });
  if (response.status >= 500) throw new LoadError('unreachable', url);
  // Some hosts say 403 of what is not there.
  if (!response.ok) throw new LoadError('missing', url);
  return response;
}
