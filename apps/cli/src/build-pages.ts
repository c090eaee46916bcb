/** Builds the pages at the first start, and again when their sources have changed since. */
import { createHash } from 'node:crypto'
import { readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { WEB_FOLDER } from '@remit/server/start.ts'

const ROOT = join(import.meta.dirname, '..', '..', '..')
const WEB = join(ROOT, 'apps', 'web')
/** Whatever the pages are made of. */
const SOURCES = [
  join(WEB, 'src'),
  ...['contract', 'record', 'language', 'engine', 'incident'].map((name) => join(ROOT, 'packages', name, 'src')),
]

/** `onBuild` is called if the pages have to be built, which takes some seconds; else this is quick. */
export async function buildPages(onBuild: () => void): Promise<void> {
  const stamp = join(WEB_FOLDER, 'built-from')
  const sources = await fingerprint()
  if ((await readFile(stamp, 'utf8').catch(() => '')) === sources) return
  onBuild()
  // Loaded only where there is something to build: it takes longer to load than all else that a start needs.
  const { build } = await import('vite')
  const fresh = join(ROOT, 'node_modules', `.pages-${process.pid}`)
  await build({
    root: WEB,
    configFile: join(WEB, 'vite.config.ts'),
    logLevel: 'warn',
    build: { outDir: fresh, emptyOutDir: true },
  })
  await writeFile(join(fresh, 'built-from'), sources)
  await putInPlace(fresh)
}

/** Whole pages take the place of the old ones at once: two starts at a time do not build into each other. */
async function putInPlace(fresh: string): Promise<void> {
  await rm(WEB_FOLDER, { recursive: true, force: true })
  try {
    await rename(fresh, WEB_FOLDER)
  } catch (error) {
    await rm(fresh, { recursive: true, force: true })
    const stamp = await readFile(join(WEB_FOLDER, 'built-from'), 'utf8').catch(() => '')
    // Another start was quicker by a moment, and its pages are as good.
    if (stamp === '') throw error
  }
}

/** Names, sizes and times of the sources, not their contents: enough to notice an edit, and quick. */
async function fingerprint(): Promise<string> {
  const hash = createHash('sha256')
  for (const file of (await Promise.all(SOURCES.map(filesBelow)))
    .flat()
    .concat(join(ROOT, 'package-lock.json'), join(WEB, 'index.html'))
    .sort()) {
    const { size, mtimeMs } = await stat(file)
    hash.update(`${file} ${size} ${mtimeMs}\n`)
  }
  return hash.digest('hex')
}

async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}
