import { SHAPES } from 'virtual:state-shapes'
import styles from './answer.module.css'
import { type Shown, type StateRow, shownOf } from './state-rows.ts'
import type { AnswerWords } from './words/words.ts'

/** Letters of small states stand in the sea beside them. */
const MOVED: Readonly<Record<string, readonly [number, number]>> = {
  MA: [598, 104],
  NJ: [582, 166],
  MD: [578, 186],
  FL: [500, 330],
  CA: [46, 178],
}
const ORDER: readonly Shown[] = [
  'MUST',
  'MUST NOT',
  'MAY',
  'SHOULD',
  'SHOULD NOT',
  'REFER',
  'OPEN',
  'SET ASIDE',
  'SILENT',
  'none',
  'loading',
  'failed',
]
const STATES = 50

type StateMapProps = {
  readonly title: string
  readonly rows: readonly StateRow[]
  readonly act: 'officer' | 'jailer'
  readonly words: AnswerWords
}

/** One act, every state that was read. The table has the same. */
export function StateMap({ title, rows, act, words }: StateMapProps) {
  const found = new Map(rows.map((row) => [row.state, shownOf(row[act])]))
  const told = rows.map(({ state, [act]: cell }) => `${state} ${shownWords(shownOf(cell), words)}`)
  return (
    <figure className={styles.map}>
      <figcaption>{title}</figcaption>
      <svg viewBox="0 0 620 392" role="img" aria-label={`${title}: ${told.join(', ')}`}>
        {SHAPES.filter(({ letters }) => !found.has(letters)).map(({ fips, path }) => (
          <path key={fips} d={path} className={styles.absent} />
        ))}
        {SHAPES.filter(({ letters }) => found.has(letters)).map(({ fips, letters, path }) => (
          <path key={fips} d={path} className={styles.read} data-result={found.get(letters)} />
        ))}
        {SHAPES.filter(({ letters }) => found.has(letters)).map(({ fips, letters, centre }) => {
          const [x, y] = MOVED[letters] ?? centre
          return (
            <text key={fips} x={x} y={y + 6}>
              {letters}
            </text>
          )
        })}
      </svg>
      <Legend rows={rows} act={act} words={words} />
    </figure>
  )
}

function Legend({ rows, act, words }: Omit<StateMapProps, 'title'>) {
  const answers = rows.flatMap(({ state, [act]: cell }) => (cell.kind === 'answer' ? [{ state, ...cell }] : []))
  const general = answers.filter(({ isGeneral }) => isGeneral).map(({ state }) => state)
  const unallowed = answers
    .filter(({ result, line }) => result === 'SILENT' && line?.isUnallowed)
    .map(({ state }) => state)
  return (
    <ul className={styles.legend}>
      {ORDER.flatMap((shown) => {
        const count = rows.filter((row) => shownOf(row[act]) === shown).length
        return count === 0
          ? []
          : [
              <li key={shown}>
                <Key shown={shown} />
                <span>
                  {BADGED.has(shown) ? <b>{shownWords(shown, words)}</b> : shownWords(shown, words)} {count}
                </span>
              </li>,
            ]
      })}
      <li>
        <Key />
        <span>
          {words.notInLibrary} {STATES - rows.length}
        </span>
      </li>
      {general.length > 0 && (
        <li className={styles.note}>
          {general.join(', ')}: {words.general}
        </li>
      )}
      {unallowed.length > 0 && <li className={styles.note}>{words.noRuleAllowsIn(unallowed.join(', '))}</li>}
    </ul>
  )
}

const BADGED: ReadonlySet<Shown> = new Set(ORDER.slice(0, ORDER.indexOf('SILENT')))

/** A word for whatever a map or the table can show of a state. */
export function shownWords(shown: Shown, words: AnswerWords): string {
  switch (shown) {
    case 'SILENT':
      return words.noRule
    case 'none':
      return words.noRuleThen
    case 'loading':
      return words.loading
    case 'failed':
      return words.notLoaded
    default:
      return words.badges[shown]
  }
}

function Key({ shown }: { readonly shown?: Shown }) {
  return (
    <svg className={styles.key} viewBox="0 0 26 18" aria-hidden="true">
      <rect x="1" y="1" width="24" height="16" className={shown ? styles.read : styles.absent} data-result={shown} />
    </svg>
  )
}

/** What the maps are filled with, once on the page. MUST and MUST NOT have the same ink: 2.4 in 7. */
export function Patterns() {
  return (
    <svg className={styles.patterns} aria-hidden="true">
      <defs>
        <pattern id="must" width="7" height="7" patternUnits="userSpaceOnUse">
          <rect width="7" height="7" className={styles.ground} />
          <rect width="7" height="2.4" y="2.3" className={styles.ink} />
        </pattern>
        <pattern id="must-not" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="7" height="7" className={styles.ground} />
          <rect width="2.4" height="7" x="2.3" className={styles.ink} />
        </pattern>
        <pattern id="refer" width="8" height="8" patternUnits="userSpaceOnUse">
          <rect width="8" height="8" className={styles.ground} />
          <circle cx="4" cy="4" r="1.8" className={styles.ink} />
        </pattern>
        <pattern id="open" width="13" height="13" patternUnits="userSpaceOnUse">
          <rect width="13" height="13" className={styles.ground} />
          <circle cx="6" cy="6" r="1.6" className={styles.ink} />
        </pattern>
        <pattern id="failed" width="9" height="9" patternUnits="userSpaceOnUse">
          <rect width="9" height="9" className={styles.ground} />
          <path d="M3 3l3 3M6 3l-3 3" className={styles.cross} />
        </pattern>
      </defs>
    </svg>
  )
}
