/** The project's own fonts, as the pages have them: read once, and put into each paper, so that it needs nothing else. */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { FontSources } from './html.ts'

const FILES = {
  regular: 'public-sans/PublicSans-Regular',
  semibold: 'public-sans/PublicSans-SemiBold',
  bold: 'public-sans/PublicSans-Bold',
  mono: 'roboto-mono/roboto-mono-v5-latin-500',
} as const

/** The pages depend on the fonts' package; it is found from there. */
const WEB = join(import.meta.dirname, '..', '..', '..', 'web', 'package.json')

function fileOf(name: keyof typeof FILES, ending: 'woff2' | 'ttf'): string {
  return createRequire(WEB).resolve(`@uswds/uswds/fonts/${FILES[name]}.${ending}`)
}

/** For HTML that stands alone. */
export async function fontsAsData(): Promise<FontSources> {
  const data = async (name: keyof typeof FILES) =>
    `data:font/woff2;base64,${(await readFile(fileOf(name, 'woff2'))).toString('base64')}`
  const [regular, semibold, bold, mono] = await Promise.all([
    data('regular'),
    data('semibold'),
    data('bold'),
    data('mono'),
  ])
  return { regular, semibold, bold, mono }
}

/** For the typesetter, which reads no packed fonts. */
export function fontFiles(): Promise<Buffer[]> {
  return Promise.all(Object.keys(FILES).map((name) => readFile(fileOf(name as keyof typeof FILES, 'ttf'))))
}
