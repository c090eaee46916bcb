/** `remit drills`: situations one fact apart in which a role has different answers. */
import { type DrillPair, type DrillSide, drillPairs } from '@remit/engine/questions/drill-pairs.ts'
import type { PastSituation } from '@remit/engine/questions/drilling/often.ts'
import type { Stake } from '@remit/engine/questions/drilling/stakes.ts'
import { situationInWords } from '@remit/engine/situation/words.ts'
import { sentenceFor } from '@remit/incident/determinations/sentences.ts'
import type { Act, Book, Situation } from '@remit/language/checked/tree.ts'
import type { Arguments } from '../arguments.ts'
import { askedOf } from '../asked.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { counted, type Output, type Paint, paintOf } from '../output.ts'
import { type CellFinding, readCsv } from '../past/from-csv.ts'
import { wrongCells } from '../past/wrong-cells.ts'
import { bookLine, bookOfAnswer } from '../text/asked-lines.ts'
import { WrongUse } from '../usage.ts'
import { roleFrom } from './decide.ts'

const MOST = 10

export async function drillsVerb(args: Arguments, output: Output): Promise<ExitCode> {
  const most = mostOf(args)
  const asked = await askedOf(args, 'drills')
  const { compiled } = asked
  const role = roleFrom(args, asked, 'drills')
  const roles = role === undefined ? compiled.book.agency.roles : [role]
  const { past, findings } = await pastFrom(args.options.past, compiled.book)
  if (findings.length > 0) return wrongCells(args.options.past ?? '', findings, args, output)
  const drills = roles.flatMap((each) => drillPairs(compiled, each, { most, past }))
  if (args.json) {
    output.json({ book: bookOfAnswer(asked), drills: drills.map((drill) => plain(compiled.book, drill)) })
    return EXIT.fine
  }
  output.line(bookLine(asked, output))
  if (drills.length === 0) output.line('\nno fact changes an answer')
  for (const [index, drill] of drills.entries()) {
    output.line(`\n${index + 1}. ${linesOf(compiled.book, drill, paintOf(output)).join('\n   ')}`)
  }
  return EXIT.fine
}

function mostOf({ options: { most } }: Arguments): number {
  if (most === undefined) return MOST
  if (/^[1-9]\d{0,5}$/.test(most)) return Number(most)
  throw new WrongUse(`\`${most}\` is no number of drills`, 'drills')
}

type Past = { readonly past: readonly PastSituation[]; readonly findings: readonly CellFinding[] }

/** The situations of a table, equal ones as one. */
async function pastFrom(file: string | undefined, book: Book): Promise<Past> {
  const byWords = new Map<string, { readonly situation: Situation; count: number }>()
  const findings: CellFinding[] = []
  const take = ({ situation }: { readonly situation: Situation }) => {
    const key = JSON.stringify([...situation])
    const met = byWords.get(key) ?? { situation, count: 0 }
    byWords.set(key, met)
    met.count++
  }
  if (file !== undefined) await readCsv(file, [book], { take, finding: (finding) => findings.push(finding) })
  return { past: [...byWords.values()], findings }
}

const IN_WORDS: Readonly<Record<Stake, string>> = {
  danger: 'what comes first',
  opposite: 'required or prohibited',
  binding: 'binding or not',
  advice: 'advised or not',
  permission: 'allowed or not spoken of',
  'not arising': 'does not arise',
}

function linesOf(book: Book, drill: DrillPair, { strong, quiet }: Paint): readonly string[] {
  const act = actOf(book, drill.act)
  const width = Math.max(...drill.sides.map(({ words }) => words.length))
  return [
    strong(`${drill.role}: ${act.text} ${quiet(`(${drill.act}; ${IN_WORDS[drill.stake]})`)}`),
    situationInWords(book, drill.situation),
    ...drill.sides.flatMap((side) => {
      const why = whyOf(book, side)
      const line = `  if ${side.words.padEnd(width)}  ${side.modality.padEnd('SET ASIDE'.length)}  ${sentenceFor(act, side.modality)}`
      return why === undefined
        ? [line]
        : [line, quiet(`     ${' '.repeat(width)}  ${' '.repeat('SET ASIDE'.length)}  ${why}`)]
    }),
    ...(drill.past === 0 ? [] : [quiet(`one of the two was met in ${counted(drill.past, 'past situation')}`)]),
    ...(drill.alsoActs.length === 0 ? [] : [quiet(`the same fact decides ${drill.alsoActs.join(', ')}`)]),
  ]
}

/** What decides: the norm with its source, or that nothing allows it; where the orders are silent, nothing. */
function whyOf(book: Book, { norm, modality, answer }: DrillSide): string | undefined {
  const [aside] = answer?.setAsideBy ?? []
  const waits = aside === undefined ? '' : `; ${aside.role} must ${aside.act} first`
  if (norm === undefined) return modality === 'MUST NOT' ? 'nothing allows it here' : undefined
  const [document, name] = norm.split('#')
  const cited = answer?.citations.find((each) => each.norm === norm)?.cite
  const short = book.documents.find(({ id }) => id === document)?.short ?? document
  return `${short}: ${name}${cited === undefined ? '' : ` (${cited})`}${waits}`
}

function actOf(book: Book, id: string): Act {
  const act = book.acts.find((each) => each.id === id)
  if (act === undefined) throw new Error(`bug: a drill asks about ${id}, which its book does not have`)
  return act
}

function plain(book: Book, { situation, sides, ...drill }: DrillPair) {
  return {
    ...drill,
    situation: Object.fromEntries(situation),
    words: situationInWords(book, situation),
    sides: sides.map(({ situation: whole, ...side }) => ({
      ...side,
      situation: Object.fromEntries(whole),
      sentence: sentenceFor(actOf(book, drill.act), side.modality),
    })),
  }
}
