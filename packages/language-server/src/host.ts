/** What the server needs of the machine that it runs on; a browser's worker brings its own. */

export type Files = {
  /** Whether there is a folder at an address. */
  readonly hasFolder: (uri: string) => Promise<boolean>
  /** The paths of all Markdown files below a folder, from the folder on, with `/`. */
  readonly list: (folder: string) => Promise<readonly string[]>
  /** The text of a file; absent where there is none. */
  readonly read: (uri: string) => Promise<string | undefined>
}

export type Host = {
  readonly files: Files
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number
  /** Comes back after what has arrived meanwhile was handled. */
  readonly pause: () => Promise<void>
  readonly wait: (ms: number) => Promise<void>
}
