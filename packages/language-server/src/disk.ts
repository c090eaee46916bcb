/** The files of a disk, for a server that runs in Node. */
import { readdir, readFile, stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Files } from './host.ts'

export const DISK: Files = {
  hasFolder: async (uri) => {
    const path = pathOf(uri)
    if (path === undefined) return false
    return stat(path).then(
      (found) => found.isDirectory(),
      () => false,
    )
  },
  list: async (folder) => {
    const path = pathOf(folder)
    if (path === undefined) return []
    const entries = await readdir(path, { recursive: true, withFileTypes: true })
    return entries
      .filter(
        (entry) =>
          (entry.isFile() || entry.isSymbolicLink()) && entry.name.endsWith('.md') && entry.name !== 'README.md',
      )
      .map((entry) => relative(path, join(entry.parentPath, entry.name)).split(sep).join('/'))
      .sort()
  },
  read: async (uri) => {
    const path = pathOf(uri)
    if (path === undefined) return undefined
    return readFile(path, 'utf8').catch(() => undefined)
  },
}

/** Absent for what lies on no disk, such as a new file that was never saved. */
function pathOf(uri: string): string | undefined {
  if (!uri.startsWith('file:')) return undefined
  try {
    return fileURLToPath(uri)
  } catch {
    return undefined
  }
}
