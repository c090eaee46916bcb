import { SHAPES } from 'virtual:state-shapes'
import type { Result } from '../../words/modality.ts'
import styles from './answer.module.css'
import type { StateAnswer } from './answers.ts'
import type { AnswerWords } from './words/words.ts'

export type StateRow = { readonly state: string; readonly officer: StateAnswer; readonly jailer: StateAnswer }

const FIPS: Readonly<Record<string, string>> = {
  CA: '06',
  CO: '08',
  FL: '12',
  GA: '13',
  IA: '19',
  IL: '17',
  MA: '25',
  MD: '24',
  NJ: '34',
  NY: '36',
  OR: '41',
  TN: '47',
  TX: '48',
  VA: '51',
  WA: '53',
}
/** Letters of small states stand in the sea beside them. */
const MOVED: Readonly<Record<string, readonly [number, number]>> = {
  MA: [598, 104],
  NJ: [582, 166],
  MD: [578, 186],
  FL: [500, 330],
  CA: [46, 178],
}
const ORDER: readonly Result[] = [
  'MUST',
  'MUST NOT',
  'MAY',
  'SHOULD',
  'SHOULD NOT',
  'REFER',
  'OPEN',
  'SET ASIDE',
  'SILENT',
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
  const found = new Map(rows.map((row) => [FIPS[row.state], row]))
  const general = rows.filter((row) => row[act].isGeneral).map(({ state }) => state)
  return (
    <figure className={styles.map}>
      <figcaption>{title}</figcaption>
      <svg
        viewBox="0 0 620 392"
        role="img"
        aria-label={`${title}: ${rows.map((row) => `${row.state} ${words.badges[row[act].result]}`).join(', ')}`}
      >
        <Patterns />
        {SHAPES.filter(({ fips }) => !found.has(fips)).map(({ fips, path }) => (
          <path key={fips} d={path} className={styles.absent} />
        ))}
        {SHAPES.flatMap((shape) => {
          const row = found.get(shape.fips)
          return row === undefined
            ? []
            : [<path key={shape.fips} d={shape.path} className={styles.read} data-result={row[act].result} />]
        })}
        {SHAPES.flatMap(({ fips, centre }) => {
          const row = found.get(fips)
          const [x, y] = (row && MOVED[row.state]) ?? centre
          return row === undefined
            ? []
            : [
                <text key={fips} x={x} y={y + 6}>
                  {row.state}
                </text>,
              ]
        })}
      </svg>
      <ul className={styles.legend}>
        {ORDER.flatMap((result) => {
          const count = rows.filter((row) => row[act].result === result).length
          return count === 0
            ? []
            : [
                <li key={result}>
                  <Key result={result} />
                  <span>
                    {result === 'SILENT' ? words.noRule : <b>{words.badges[result]}</b>} {count}
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
      </ul>
    </figure>
  )
}

function Key({ result }: { readonly result?: Result }) {
  return (
    <svg className={styles.key} viewBox="0 0 26 18" aria-hidden="true">
      <rect x="1" y="1" width="24" height="16" className={result ? styles.read : styles.absent} data-result={result} />
    </svg>
  )
}

/** MUST and MUST NOT have the same ink: 2.4 in 7. */
function Patterns() {
  return (
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
    </defs>
  )
}
