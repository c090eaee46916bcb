/** Bundles the extension and the language server, with the pages that explain findings. */
import { cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'

const PAGES = join(import.meta.dirname, '..', '..', '..', 'docs', 'findings')

/** Writes `extension.cjs`, `server.cjs` and `findings/` into a folder, which is emptied before. */
export async function bundleInto(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true })
  await bundle(join(import.meta.dirname, 'extension.ts'), join(folder, 'extension.cjs'))
  await bundle(fileURLToPath(import.meta.resolve('@remit/language-server/stdio.ts')), join(folder, 'server.cjs'))
  await cp(PAGES, join(folder, 'findings'), { recursive: true })
}

/** CommonJS in one file: the editor's own Node runs it, and nothing is looked up on the disk at the start. */
async function bundle(input: string, file: string): Promise<void> {
  const build = await rolldown({ input, platform: 'node', external: ['vscode'] })
  await build.write({ file, format: 'cjs', codeSplitting: false, minify: true })
  await build.close()
}
