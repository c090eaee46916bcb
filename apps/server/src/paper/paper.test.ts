/** Every line of every card and sheet is decided again, and both forms of each paper are looked at as readers get them. */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { type Compiled, compile } from '@remit/engine/diagram/from-checked.ts'
import { answerTo } from '@remit/engine/questions/answer-to.ts'
import { decide } from '@remit/engine/questions/decide.ts'
import { type Card, visorCard } from '@remit/incident/paper/card.ts'
import { RADIO_WORDS_MAX, wordsIn } from '@remit/incident/paper/radio.ts'
import { type Sheet, shiftSheet } from '@remit/incident/paper/sheet.ts'
import { validThrough } from '@remit/incident/paper/valid-through.ts'
import { agencyOf } from '@remit/language/checked/agency.ts'
import { changesOf, termsOf } from '@remit/language/checked/in-force.ts'
import { bookOf } from '@remit/language/checked/library.ts'
import type { ActId, Book, RoleId, SituationValue } from '@remit/language/checked/tree.ts'
import type { AxeResults } from 'axe-core'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from '../../../../tools/browser.ts'
import { hashOf } from '../orders/books.ts'
import { loadOrders } from '../orders/load-orders.ts'
import { ORDERS } from '../testing/server.ts'
import { paperFile } from './paper.ts'
import { cardPdf } from './pdf.ts'
import { taggingFaults } from './testing/pdf-tagging.ts'
import { readPdf } from './testing/pdf-text.ts'
import { cardWords, SIGNED_TEXT, sheetWords } from './words.ts'

const { library } = await loadOrders(ORDERS)
const AGENCIES = library.agencies.map(agencyOf)
const RUNNING = AGENCIES.filter(({ runs }) => runs).map(({ id }) => id)
const [FIRST_DAY, HOUR] = [Date.UTC(2019, 0, 1), 3_600_000]

const CHICAGO = 'us/il/chicago/police/demo'
const HOUSTON = 'us/tx/houston/police/demo'
const MEMO = Date.UTC(2019, 8, 28, 18)

const agency = (id: string) => AGENCIES.find((agency) => agency.id === id) ?? expect.unreachable(id)

function bookAt(id: string, at: number): Book {
  return bookOf(library, id, at, hashOf).book ?? expect.unreachable(`${id} has no book`)
}

function compiledAt(id: string, at: number): Compiled {
  const compilation = compile(bookAt(id, at))
  return compilation.kind === 'compiled' ? compilation.compiled : expect.unreachable(`${id} is too large`)
}

/** An hour after each instant at which the orders of an agency changed. */
function instantsOf(id: string): readonly number[] {
  const changes = termsOf(library.documents, agency(id)).flatMap(changesOf)
  return [...new Set(changes.filter((at) => Number.isFinite(at) && at > FIRST_DAY))]
    .sort((a, b) => a - b)
    .map((at) => at + HOUR)
}

function cardOf(id: string, at: number, compiled = compiledAt(id, at)): Card {
  return visorCard(compiled, {
    at,
    validThrough: validThrough(library.documents, agency(id), { at, through: at }),
    printedAt: at,
  })
}

function sheetOf(id: string, since: number, at: number): Sheet {
  const sheet = shiftSheet(bookAt(id, since), bookAt(id, at), { since, at, printedAt: at })
  return sheet.kind === 'refused' ? expect.unreachable(sheet.words) : sheet
}

function decidedAgain(
  compiled: Compiled,
  situation: Readonly<Record<string, SituationValue>>,
  role: RoleId,
  act: ActId,
): string {
  const determination = decide(compiled, new Map(Object.entries(situation)))
  if (determination.kind === 'impossible') return determination.words.join(' ')
  const result = determination.answers.find((answer) => answer.role === role && answer.act === act)?.result
  return result === undefined ? 'SILENT' : result.kind === 'open' ? 'OPEN' : result.modality
}

/** The same of one pair alone, which is quicker: a sheet can have hundreds. */
function answered(compiled: Compiled, situation: Readonly<Record<string, SituationValue>>, role: RoleId, act: ActId) {
  const result = answerTo(compiled, new Map(Object.entries(situation)), { role, act })?.result
  return result === undefined ? 'SILENT' : result.kind === 'open' ? 'OPEN' : result.modality
}

const CARDS = RUNNING.flatMap((id) =>
  instantsOf(id).map((at) => ({ id, at, day: new Date(at).toISOString().slice(0, 10) })),
)

describe('a visor card', () => {
  test.each(CARDS)('of $id on $day says what the engine decides, danger first', ({ id, at }) => {
    const again = compiledAt(id, at)
    const card = cardOf(id, at, again)
    expect(card.parts[0]?.occasion).toBe('danger')
    expect(card.parts[0]?.lines[0]).toMatchObject({
      act: 'protect-life',
      result: 'MUST',
      sentence: 'Protect life now.',
    })
    for (const { situation, role, lines } of card.parts)
      for (const line of lines)
        expect({ ...line, result: decidedAgain(again, situation, role, line.act) }).toEqual(line)
    for (const { script, rests } of card.radio) {
      expect(wordsIn(script), script).toBeLessThanOrEqual(RADIO_WORDS_MAX)
      expect(script.includes('send a supervisor')).toBe(rests.length > 0)
    }
    const situations = [
      card.parts[1]?.situation ?? {},
      card.parts.find(({ occasion }) => occasion === 'hit')?.situation ?? {},
    ]
    for (const [index, { rests }] of card.radio.slice(1).entries())
      for (const { role, act } of rests)
        expect(decidedAgain(again, situations[index] ?? {}, role, act), `${role} ${act}`).toBe('MUST')
    expect(card.validThrough).toBeGreaterThanOrEqual(at)
    expect(card.hash).toBe(bookAt(id, at).hash)
  })

  test('of the night of the memo tells officers to wait, and to leave once they are directed to', () => {
    const lines = cardOf(CHICAGO, MEMO).parts.flatMap(({ occasion, lines }) =>
      lines.map(({ result, sentence }) => `${occasion}: ${result} ${sentence}`),
    )
    expect(lines).toEqual(
      expect.arrayContaining([
        'arrest: MUST Wait for your supervisor.',
        'arrest: MUST NOT Take no part in the arrest.',
        'directed: MUST Leave the scene.',
        'detainer: MUST NOT Do not hold a person on a detainer.',
      ]),
    )
  })

  test('is valid to the end of its day, and not past the next change of the orders', () => {
    const week = { at: MEMO, through: MEMO + 30 * 24 * HOUR }
    expect(new Date(cardOf(CHICAGO, MEMO).validThrough).toISOString()).toBe('2019-09-29T04:59:59.999Z')
    const next = instantsOf(CHICAGO).find((at) => at > MEMO) ?? 0
    expect(validThrough(library.documents, agency(CHICAGO), { ...week, through: next + 24 * HOUR })).toBe(
      next - HOUR - 1,
    )
  })

  test('of a place whose orders say nothing of danger says so, and not that officers may rest', () => {
    const [danger] = cardOf('us/ca/berkeley/police', Date.UTC(2026, 2, 2, 18)).parts
    expect(danger).toMatchObject({
      occasion: 'danger',
      lines: [],
      silent: expect.stringMatching(/Remit’s own words: .*call for help/),
    })
  })

  test('of an agency that does not run Remit says that it is not the agency’s', () => {
    const at = Date.UTC(2026, 2, 2, 18)
    const { sub } = cardWords(cardOf('us/ca/berkeley/police', at))
    expect(sub).toContain('Made by Remit from public sources, not issued by Berkeley Police Department.')
    expect(cardWords(cardOf(CHICAGO, MEMO)).sub).not.toContain('not issued')
  })
})

const SHEETS = [
  { id: CHICAGO, since: '2019-09-20', at: '2019-09-28' },
  { id: HOUSTON, since: '2026-03-01', at: '2026-04-20' },
  { id: 'us/va/fairfax-county/police/demo', since: '2020-12-01', at: '2026-03-02' },
].map(({ id, since, at }) => ({ id, since: Date.parse(`${since}T18:00Z`), at: Date.parse(`${at}T18:00Z`) }))

describe('a referral on a card', () => {
  test('says whom to ask, and what holds until then', () => {
    const { parts } = cardOf('us/va/fairfax-county/police/demo', Date.UTC(2026, 2, 2, 18))
    expect(parts.flatMap(({ lines }) => lines).find(({ result }) => result === 'REFER')?.sentence).toBe(
      'Ask the county attorney before you help with the immigration arrest. Until then: do not help with civil immigration enforcement.',
    )
  })
})

describe('a shift sheet', () => {
  test.each(SHEETS)('of $id says what the engine decides then and now', ({ id, since, at }) => {
    const [then, now] = [compiledAt(id, since), compiledAt(id, at)]
    const { parts } = sheetOf(id, since, at)
    expect(parts.length).toBeGreaterThan(0)
    for (const { roles, lines } of parts)
      for (const { acts, before, after, situation } of lines)
        for (const role of roles)
          for (const act of acts) {
            const told = { before: answered(then, situation, role, act), after: answered(now, situation, role, act) }
            expect({ role, act, situation, ...told }).toEqual({ role, act, situation, before, after })
          }
  })

  test('names the documents that began, and says where nothing differs', () => {
    expect(sheetOf(CHICAGO, MEMO - 8 * 24 * HOUR, MEMO).begun).toEqual(['DHS memo'])
    expect(sheetWords(sheetOf(CHICAGO, MEMO, MEMO + HOUR)).notes).toEqual(['No answer differs.'])
  })
})

const PAPERS: readonly (readonly [string, Card | Sheet, readonly string[]])[] = [
  ...[CHICAGO, HOUSTON].map((id, index) => {
    const card = cardOf(id, index === 0 ? MEMO : Date.UTC(2026, 3, 20, 18))
    const { parts, radio, valid, hash } = cardWords(card)
    const lines = parts.flatMap(({ title, lines }) => [
      title,
      ...lines.flatMap(({ badge, sentence, cite }) => [badge.word, sentence, cite]),
    ])
    return [`the card of ${id}`, card, [...lines, ...radio.map(({ after }) => after), valid, ...hash]] as const
  }),
  ...SHEETS.slice(0, 2).map(({ id, since, at }) => {
    const sheet = sheetOf(id, since, at)
    const lines = sheetWords(sheet).parts.flatMap(({ who, lines }) => [
      who,
      ...lines.flatMap(({ sentences, when, cite }) => [...sentences, ...when, cite]),
    ])
    return [`the sheet of ${id}`, sheet, lines] as const
  }),
]

const OWN_FONTS = ['PublicSans-Regular', 'PublicSans-SemiBold', 'PublicSans-Bold', 'RobotoMono-Medium']

/** Where a line is broken is for the form to say. */
const plain = (text: string) => text.replaceAll(/\s+/g, '')

describe('as PDF', () => {
  test('a long sheet says on every page whose part goes on, which page it is, and of which orders', async () => {
    const [since, at] = [Date.UTC(2020, 5, 1), Date.UTC(2026, 4, 1)]
    const sheet = sheetOf('us/il/chicago/police', since, at)
    const read = readPdf(await paperFile(sheet, 'pdf'))
    const pages = read.contents.length
    expect(pages).toBeGreaterThan(2)
    expect(plain(read.text)).toContain(plain(`Page ${pages} of ${pages}`))
    expect(plain(read.text)).toContain(plain('Officer, continued'))
    expect(plain(read.text).split(plain(`Order hash now ${sheet.hashes.after.slice(0, 8)}`))).toHaveLength(pages + 1)
    expect(taggingFaults(read)).toEqual([])
  })

  test.each(PAPERS)(
    '%s is PDF/UA-1, tagged, with title and language, and holds every line',
    async (_, paper, lines) => {
      const read = readPdf(await paperFile(paper, 'pdf'))
      const { objects, metadata, text } = read
      expect(taggingFaults(read)).toEqual([])
      expect(metadata).toContain('<pdfuaid:part>1</pdfuaid:part>')
      const { title } = paper.kind === 'visor card' ? cardWords(paper) : sheetWords(paper)
      expect(metadata).toMatch(/<dc:language>.*<rdf:li>en<\/rdf:li>/)
      expect(metadata).toContain(title)
      expect(objects).toMatch(/\/Lang ?\(en\)/)
      expect(objects).toMatch(/\/Marked true/)
      expect(objects).toMatch(/\/DisplayDocTitle true/)
      expect(objects).toMatch(/\/StructTreeRoot \d+ 0 R/)
      for (const tag of ['Document', 'H1', 'H2', 'L', 'LI', 'LBody', 'P'])
        expect(objects).toMatch(new RegExp(`/S /${tag}\\b`))
      for (const line of [...lines, SIGNED_TEXT]) expect(plain(text)).toContain(plain(line))
      const embedded = [...objects.matchAll(/\/FontName \/\w+\+([\w-]+)/g)].map(([, name]) => name)
      expect(embedded).toContain('PublicSans-Bold')
      expect(OWN_FONTS).toEqual(expect.arrayContaining(embedded))
      if (paper.kind === 'visor card') expect(metadata).toContain('<xmpTPg:NPages>1</xmpTPg:NPages>')
    },
  )
})

describe('as HTML', () => {
  const axe = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  let browser: Browser
  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterAll(() => browser?.close())

  // A card and a sheet: what axe looks at is the same of every agency's.
  test.each([...PAPERS.slice(0, 1), ...PAPERS.slice(-1)])(
    '%s has no fault that axe can find, and the same lines',
    async (_, paper, lines) => {
      const page = await browser.newPage()
      await page.setContent((await paperFile(paper, 'html')).toString('utf8'))
      const text = plain(await page.evaluate(() => document.body.textContent ?? ''))
      for (const line of [...lines, SIGNED_TEXT]) expect(text).toContain(plain(line))
      await page.addScriptTag({ content: await axe })
      const { violations } = await page.evaluate(() =>
        (globalThis as unknown as { axe: { run: () => Promise<AxeResults> } }).axe.run(),
      )
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
      await page.close()
    },
  )

  test('every card of an agency that runs Remit fits on its page, and so does its PDF', async () => {
    const page = await browser.newPage({ viewport: { width: 528, height: 816 } })
    for (const { id, at, day } of CARDS) {
      const card = cardOf(id, at)
      await page.setContent((await paperFile(card, 'html')).toString('utf8'))
      const over = await page.evaluate(async () => {
        await document.fonts.ready
        const card = document.querySelector('.card')
        return card === null ? Number.NaN : card.scrollHeight - card.clientHeight
      })
      expect(over, `${id} ${day}`).toBeLessThanOrEqual(0)
      expect((await cardPdf(cardWords(card))).pages, `${id} ${day}`).toBe(1)
    }
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
    await page.close()
  })
})
