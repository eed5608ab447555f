import { readIndexChunk, type IndexChunk } from '#src/search/query/index-chunk.ts';
import {
  manifestFormat,
  searchFiles,
  type ListedEpisode,
  type SearchGroup,
  type SearchManifest,
  type TextPiece,
} from '#src/search/query/manifest.ts';
import { unpack, unpackSigned } from '#src/search/query/pack.ts';
import type { IndexFiles } from '#src/search/query/search.ts';

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
      const response = await load(url, { cache: 'no-cache' });
      const manifest = (await response.json()) as SearchManifest;
      const { format } = manifest as { format: unknown };
      if (format !== manifestFormat) throw new TypeError(`a manifest of format ${String(format)}`);
      return manifest;
    });
  }

  /** @throws LoadError */
  chunk(group: SearchGroup, chunk: number): Promise<IndexChunk> {
    return this.#once(searchFiles.chunk(group, chunk), async (url) =>
      readIndexChunk(await unpackSigned(await bytesOf(url))),
    );
  }

  /** @throws LoadError */
  episodes(group: SearchGroup): Promise<readonly ListedEpisode[]> {
    return this.#once(searchFiles.episodes(group), packedJson<readonly ListedEpisode[]>);
  }

  /** @throws LoadError */
  piece(group: SearchGroup, page: number, piece: number): Promise<TextPiece> {
    return this.#once(searchFiles.piece(group, page, piece), packedJson<TextPiece>);
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

async function packedJson<T>(url: string): Promise<T> {
  return JSON.parse(new TextDecoder().decode(await unpack(await bytesOf(url)))) as T;
}

async function bytesOf(url: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await (await load(url)).arrayBuffer());
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
