import styles from './answer.module.css'
import type { Line, Picked } from './answers.ts'
import { type Choices, SHOW, type Show } from './choices.ts'
import { StateMap, type StateRow } from './state-map.tsx'
import type { AnswerWords } from './words/words.ts'

type Props = {
  readonly rows: readonly StateRow[]
  readonly picked: Picked & Pick<Choices, 'on' | 'show'>
  readonly words: AnswerWords
  readonly onShow: (show: Show) => void
}

/** The same request by state law alone: two maps, and the table behind them. */
export function SameRequest({ rows, picked, words, onShow }: Props) {
  const { what, on, show } = picked
  return (
    <section className={styles.same} aria-labelledby="same-request">
      <div className={styles.sameHead}>
        <h2 id="same-request">{words.sameRequest}</h2>
        <p>{words.statesRead(on, rows.length)}</p>
        <fieldset className={styles.tabs} aria-label={words.sameRequest}>
          {SHOW.map((each) => (
            <button key={each} type="button" aria-pressed={show === each} onClick={() => onShow(each)}>
              {words.show[each]}
            </button>
          ))}
        </fieldset>
      </div>
      {show === 'table' ? (
        <StateTable rows={rows} picked={picked} words={words} />
      ) : (
        <div className={styles.maps}>
          {show !== 'jail' && <StateMap title={words.officerAct[what]} rows={rows} act="officer" words={words} />}
          {show !== 'street' && <StateMap title={words.jailAct[what]} rows={rows} act="jailer" words={words} />}
        </div>
      )}
    </section>
  )
}

function StateTable({ rows, picked, words }: Omit<Props, 'onShow'>) {
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
              {[officer, jailer].map((answer, place) => (
                <td key={place === 0 ? 'officer' : 'jailer'}>
                  {words.badges[answer.result]}
                  {answer.isGeneral && `, ${words.general}`} <small lang="en">{citesOf(answer.line)}</small>
                </td>
              ))}
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

const citesOf = (line: Line | undefined) => line?.citations.map(({ cite }) => cite).join('; ') ?? ''

function csvOf(rows: readonly StateRow[], { what, on }: Props['picked'], words: AnswerWords): string {
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
    officer.result,
    officer.isGeneral ? 'yes' : 'no',
    citesOf(officer.line),
    jailer.result,
    citesOf(jailer.line),
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
