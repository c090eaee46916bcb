import { Link } from '@tanstack/react-router'
import { paths } from '../../paths.ts'
import { dayWords } from '../../words/day-words.ts'
import { upperFirst } from '../../words/sentences.ts'
import styles from './answer.module.css'
import type { Picked } from './answers.ts'
import { type Choices, SHOW } from './choices.ts'
import { type AnswerSearch, WHOLE_ADDRESS } from './search.ts'
import { Patterns, StateMap, shownWords } from './state-map.tsx'
import { type StateCell, type StateRow, shownOf } from './state-rows.ts'
import type { AnswerWords } from './words/words.ts'

type Props = {
  readonly rows: readonly StateRow[]
  /** Some rows are of another day or another library, until their books are there. */
  readonly isOlder: boolean
  /** `on`: the day that is asked about. */
  readonly picked: Picked & Pick<Choices, 'show'> & { readonly on: string }
  /** All that the address carries. */
  readonly search: AnswerSearch
  readonly words: AnswerWords
}

/** The same request by state law alone: two maps, and the table behind them. */
export function SameRequest({ rows, isOlder, picked, search, words }: Props) {
  const { what, on, show } = picked
  return (
    <section className={styles.same} aria-labelledby="same-request" aria-busy={isOlder}>
      <div className={styles.sameHead}>
        <h2 id="same-request">{words.sameRequest}</h2>
        <p role="status">{isOlder ? words.older : words.statesRead(dayWords(on, words.language), rows.length)}</p>
        <nav className={styles.tabs} aria-label={words.sameRequest}>
          {SHOW.map((each) => (
            <Link
              key={each}
              to={paths.answer}
              search={{ ...search, show: each }}
              replace
              resetScroll={false}
              activeOptions={WHOLE_ADDRESS}
              aria-current={show === each ? 'true' : undefined}
            >
              {words.show[each]}
            </Link>
          ))}
        </nav>
      </div>
      {show === 'table' ? (
        <StateTable rows={rows} picked={picked} words={words} />
      ) : (
        <div className={styles.maps}>
          <Patterns />
          {show !== 'jail' && <StateMap title={words.officerAct[what]} rows={rows} act="officer" words={words} />}
          {show !== 'street' && <StateMap title={words.jailAct[what]} rows={rows} act="jailer" words={words} />}
        </div>
      )}
    </section>
  )
}

function StateTable({ rows, picked, words }: Omit<Props, 'search' | 'isOlder'>) {
  return (
    <>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{words.state}</th>
            <th scope="col">{words.officerAct[picked.what]}</th>
            <th scope="col">{words.jailAct[picked.what]}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ state, officer, jailer }) => (
            <tr key={state}>
              <th scope="row">{state}</th>
              <StateCellView cell={officer} words={words} />
              <StateCellView cell={jailer} words={words} />
            </tr>
          ))}
        </tbody>
      </table>
      <button
        type="button"
        className={styles.csv}
        onClick={() => download(csvOf(rows, picked, words), `remit-${picked.on}.csv`)}
      >
        {words.csv}
      </button>
    </>
  )
}

function StateCellView({ cell, words }: { readonly cell: StateCell; readonly words: AnswerWords }) {
  const isUnallowed = cell.kind === 'answer' && cell.result === 'SILENT' && cell.line?.isUnallowed === true
  return (
    <td>
      {isUnallowed ? upperFirst(words.noRuleAllows) : shownWords(shownOf(cell), words)}
      {isGeneral(cell) && `, ${words.general}`} <small lang="en">{citesOf(cell)}</small>
    </td>
  )
}

const isGeneral = (cell: StateCell) => cell.kind === 'answer' && cell.isGeneral
const citesOf = (cell: StateCell) =>
  cell.kind === 'answer' ? (cell.line?.citations.map(({ cite }) => cite).join('; ') ?? '') : ''

/** The table as CSV (RFC 4180). Results are the badges' English words in every language, for programs. */
export function csvOf(rows: readonly StateRow[], { what, on }: Props['picked'], words: AnswerWords): string {
  const head = [
    words.labels.on,
    words.state,
    words.officerAct[what],
    words.general,
    'cite',
    words.jailAct[what],
    'cite',
  ]
  const lines = rows.map(({ state, officer, jailer }) => [
    on,
    state,
    shownOf(officer),
    isGeneral(officer) ? 'yes' : 'no',
    citesOf(officer),
    shownOf(jailer),
    citesOf(jailer),
  ])
  return [head, ...lines].map((line) => line.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n')
}

function download(text: string, name: string): void {
  const href = URL.createObjectURL(new Blob([text], { type: 'text/csv' }))
  const link = document.createElement('a')
  link.href = href
  link.download = name
  link.click()
  URL.revokeObjectURL(href)
}
