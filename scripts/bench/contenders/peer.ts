/** Another generator with the least of a site for serialized stories, as its documentation has it. */
export interface Peer {
  /** As the tables have it. */
  readonly title: string;
  /** The files of its project besides the content, by their paths. */
  readonly files: Readonly<Record<string, string>>;
  /** From the project's folder. */
  readonly contentDir: string;
  readonly outDir: string;
  readonly memories: readonly string[];
  /** What Node is given to make it build, from the project's folder. */
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}
