/** Pages that a generator made once and makes no longer. */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Generator, Pages } from './pages.ts'

export const ROOT = join(import.meta.dirname, '..', '..')

/** Paths below the repository, in order. */
export async function leftOver({ folder, only }: Generator, pages: Pages): Promise<readonly string[]> {
  const entries = await readdir(join(ROOT, folder)).catch(() => [])
  return entries
    .filter((entry) => only === undefined || only.test(entry))
    .map((entry) => `${folder}/${entry}`)
    .filter((path) => !pages.has(path))
    .sort()
}
