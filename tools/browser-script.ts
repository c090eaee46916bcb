/** One script for a browser, built as the pages are. */
import { build } from 'vite'

export type BrowserScript = {
  readonly code: string
  /** The files of which it was made. */
  readonly modules: readonly string[]
}

/** The script of an entry file, with all that it imports. */
export async function browserScript(entry: string): Promise<BrowserScript> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    build: { write: false, target: 'es2022', minify: true, lib: { entry, formats: ['iife'], name: 'remit' } },
  })
  const [chunk] = [built].flat().flatMap((result) => ('output' in result ? result.output : []))
  if (chunk?.type !== 'chunk') throw new Error(`building ${entry} gave no script`)
  return { code: chunk.code, modules: chunk.moduleIds }
}
