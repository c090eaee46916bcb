/** `docs/language/NAME.md` from `NAME.source.md`: each `<!-- case NAME -->` becomes the case, with what it prints. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Case } from '../../conformance/case.ts'
import { caseOf } from '../../conformance/run.ts'
import { fenced, MADE, type Pages } from './pages.ts'

const FOLDER = 'docs/language'
const ROOT = join(import.meta.dirname, '..', '..')
const SOURCE = /\.source\.md$/

export async function languagePages(): Promise<Pages> {
  const sources = (await readdir(join(ROOT, FOLDER))).filter((file) => SOURCE.test(file)).sort()
  const pages = sources.map(async (file) => {
    const text = await readFile(join(ROOT, FOLDER, file), 'utf8')
    return [`${FOLDER}/${file.replace(SOURCE, '.md')}`, await withCases(text)] as const
  })
  return new Map(await Promise.all(pages))
}

/** The page of a source. Throws where it names a case that there is not. */
async function withCases(source: string): Promise<string> {
  const parts = await Promise.all(
    source.split(/^<!-- case (\S+) -->$/m).map(async (part, index) => {
      return index % 2 === 0 ? part : caseInWords(await caseOf(part))
    }),
  )
  const [title = '', ...rest] = parts.join('').split('\n')
  return [title, '', MADE, ...rest].join('\n')
}

function caseInWords({ files, runs }: Case): string {
  const documents = files.map(({ path, text }) => `\`${path}\`\n\n${fenced(text, 'markdown')}`)
  const printed = runs.map(({ command, printed }) => `$ ${command}\n${printed}`).join('\n\n')
  return [...documents, fenced(printed, 'console')].join('\n\n')
}
