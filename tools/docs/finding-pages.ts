/** `docs/findings/`: a page for each code of a finding, made from the cases that show it, and a table of all. */
import { CODES, type KnownCode } from '@remit/language/text/codes.ts'
import type { Case } from '../../conformance/case.ts'
import { casesOf, EXEMPT } from '../../conformance/codes.ts'
import { allCases, scenariosOfFindings } from '../../conformance/run.ts'
import { fenced, MADE, type Pages } from './pages.ts'

const FOLDER = 'docs/findings'
/** More examples than these say nothing new. */
const EXAMPLES_MAX = 3

export async function findingPages(): Promise<Pages> {
  const cases = (await allCases()).filter(({ name }) => name.startsWith('bad/'))
  const pages = new Map([[`${FOLDER}/README.md`, tablePage()]])
  for (const code of codes()) pages.set(`${FOLDER}/${code}.md`, await findingPage(code, cases))
  return pages
}

function codes(): readonly KnownCode[] {
  // The keys of CODES are its codes and nothing else.
  return (Object.keys(CODES) as KnownCode[]).toSorted()
}

async function findingPage(code: KnownCode, cases: readonly Case[]): Promise<string> {
  const shown = casesOf(code, cases).slice(0, EXAMPLES_MAX)
  const exempt = EXEMPT[code]
  const parts = [
    `# ${code}: ${CODES[code]}`,
    MADE,
    kindOf(code),
    ...(exempt === undefined ? [] : [exempt.why]),
    ...(await Promise.all(shown.map((one) => example(code, one)))).flat(),
    ...related(code, shown, cases),
    `All codes: [the table](README.md).`,
  ]
  return `${parts.join('\n\n')}\n`
}

function kindOf(code: KnownCode): string {
  return code.startsWith('E')
    ? 'An error: while it stands, the orders that it concerns are not used.'
    : 'A warning: the orders are used, and somebody should look at it.'
}

async function example(code: KnownCode, one: Case): Promise<readonly string[]> {
  const { title, lesson, files, mended, runs } = one
  const scenario =
    code.startsWith('E3') || code.startsWith('W3') ? (await scenariosOfFindings(one)).get(code) : undefined
  const hasCut = files.some(({ text }) => text.includes('{{'))
  return [
    `## ${title}`,
    lesson,
    ...files.flatMap(({ path, text }) => [`\`${path}\``, fenced(text, 'markdown')]),
    ...(hasCut ? ['What stands in double braces is written out: so many lines, or that character.'] : []),
    ...runs.flatMap(({ command, printed }) => [`\`${command}\` prints`, fenced(printed, 'text')]),
    ...(scenario === undefined ? [] : ['The situation as a scenario to paste:', fenced(scenario, 'remit')]),
    ...(mended.length === 0 ? [] : ['### Mended']),
    ...mended.flatMap(({ path, text }) => [`\`${path}\``, fenced(text, 'markdown')]),
  ]
}

/** Codes that are shown in the folders of this one's cases: they are about the same part of the language. */
function related(code: KnownCode, shown: readonly Case[], cases: readonly Case[]): readonly string[] {
  const folderOf = ({ name }: Case) => name.replace(/\/[^/]*$/, '')
  const folders = new Set(shown.map(folderOf))
  const others = codes().filter(
    (other) => other !== code && casesOf(other, cases).some((one) => folders.has(folderOf(one))),
  )
  if (others.length === 0) return []
  return ['## Related', others.map((other) => `- [${other}](${other}.md): ${CODES[other]}`).join('\n')]
}

const SECTIONS = [
  ['The file and its front matter', /^E0[01]/],
  ['How a block is written', /^E0[2-9]/],
  ['Names and what they fit', /^E1/],
  ['Rules of a document and a book', /^E2/],
  ['Warnings about the text', /^W[12]/],
  ['What the orders mean together', /^[EW]3/],
] as const

function tablePage(): string {
  const sections = SECTIONS.flatMap(([title, pattern]) => [
    `## ${title}`,
    [
      '| code | what is found |',
      '| --- | --- |',
      ...codes()
        .filter((code) => pattern.test(code))
        .map((code) => `| [${code}](${code}.md) | ${CODES[code]} |`),
    ].join('\n'),
  ])
  const about =
    '`E` is an error: what it concerns is not used. `W` is a warning. A code never changes its meaning and is never used again. `remit check` says for each finding where it is, why, and what to write instead; a finding about meaning shows a situation. The examples stand on [the words of the cases](../../conformance/base/us/words.md).'
  return `${['# Findings', MADE, about, ...sections].join('\n\n')}\n`
}
