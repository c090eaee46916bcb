/** The line of dates: a mark for each day on which something changed, the first place above it and the second below. */
import type { PlaceView } from '@remit/contract/library-view.ts'
import { Link } from '@tanstack/react-router'
import { paths } from '../../paths.ts'
import { dayWords } from '../../words/day-words.ts'
import styles from './date-line.module.css'
import {
  type DateMark,
  dateMarks,
  dayAfterMove,
  isToTheLeft,
  LINE,
  labelled,
  placeOf,
  placesOnLine,
} from './date-marks.ts'
import { type AnswerSearch, WHOLE_ADDRESS } from './search.ts'
import type { AnswerWords } from './words/words.ts'

type DateLineProps = {
  readonly first: PlaceView
  readonly second: PlaceView
  readonly on: string
  /** The last day on the line. */
  readonly today: string
  /** Everything else that the address carries. */
  readonly search: AnswerSearch
  readonly words: AnswerWords
  readonly onDay: (day: string) => void
}

export function DateLine({ first, second, on, today, search, words, onDay }: DateLineProps) {
  const marks = dateMarks(first, second, today)
  const places = placesOnLine(marks, today)
  const at = placeOf(on, places)
  const days = [...places.keys()]
  const searchOf = (day: string): AnswerSearch => onDayOf(search, day, today)
  const atDay = { day: on, marks: marks.filter(({ day }) => day === on), today, words }
  return (
    <div className={styles.dates}>
      <Line marks={marks} places={places} on={on} today={today} words={words} />
      <input
        className={styles.range}
        type="range"
        min={0}
        max={LINE}
        value={at}
        aria-label={words.changes}
        aria-valuetext={dayText(atDay)}
        onChange={({ target }) => {
          const day = dayAfterMove(at, Number(target.value), places)
          if (day !== undefined) onDay(day)
        }}
      />
      <div className={styles.under}>
        <p className={styles.picked}>
          <DayText {...atDay} />
        </p>
        <Step day={days.findLast((day) => day < on)} label={words.previous} searchOf={searchOf} />
        <Step day={days.find((day) => day > on)} label={words.next} searchOf={searchOf} />
        <details className={styles.all}>
          <summary>{words.allDays(days.length)}</summary>
          <ol>
            {days.map((day) => (
              <li key={day}>
                <Link
                  to={paths.answer}
                  search={searchOf(day)}
                  resetScroll={false}
                  activeOptions={WHOLE_ADDRESS}
                  aria-current={day === on ? 'date' : undefined}
                >
                  <DayText day={day} marks={marks.filter((mark) => mark.day === day)} today={today} words={words} />
                </Link>
              </li>
            ))}
          </ol>
        </details>
      </div>
    </div>
  )
}

/** Today is what an address without a day asks about, and tomorrow it is tomorrow's. */
function onDayOf({ on: _, ...rest }: AnswerSearch, day: string, today: string): AnswerSearch {
  return day === today ? rest : { ...rest, on: day }
}

type StepProps = {
  readonly day: string | undefined
  readonly label: string
  readonly searchOf: (day: string) => AnswerSearch
}

/** To the neighbour, if there is one. */
function Step({ day, label, searchOf }: StepProps) {
  if (day === undefined) return <span className={styles.step}>{label}</span>
  return (
    <Link
      className={styles.step}
      to={paths.answer}
      search={searchOf(day)}
      replace
      resetScroll={false}
      activeOptions={WHOLE_ADDRESS}
    >
      {label}
    </Link>
  )
}

type LineProps = {
  readonly marks: readonly DateMark[]
  readonly places: ReadonlyMap<string, number>
  readonly on: string
  readonly today: string
  readonly words: AnswerWords
}

/** Drawn; whoever cannot see it has the slider and the list. */
function Line({ marks, places, on, today, words }: LineProps) {
  const end: DateMark = { day: today, side: 'above', began: [], ended: [] }
  const all = [...marks.filter(({ day }) => day !== today), end]
  const kept = labelled(all, places, {
    picked: on,
    wordsOf: (mark) => dayText({ ...mark, marks: [mark], today, words }),
  })
  const left = (day: string) => ({ left: `${placeOf(day, places) / (LINE / 100)}%` })
  return (
    <div className={styles.line} aria-hidden="true">
      {all.map((mark) => (
        <span key={`${mark.day} ${mark.side}`} className={styles.mark} data-side={mark.side} style={left(mark.day)}>
          {kept.has(mark) && (
            <span className={styles.label} data-end={isToTheLeft(places.get(mark.day) ?? 0) || undefined}>
              <DayText day={mark.day} marks={[mark]} today={today} words={words} />
            </span>
          )}
        </span>
      ))}
      <span className={styles.thumb} style={left(on)} />
    </div>
  )
}

type DayProps = {
  readonly day: string
  readonly marks: readonly DateMark[]
  readonly today: string
  readonly words: AnswerWords
}

function DayText(props: DayProps) {
  const { day, words } = props
  const [, rest = ''] = partsOf(props)
  const isNamed = props.marks.some(({ began, ended }) => began.length + ended.length > 0)
  return (
    <>
      <b>{dayWords(day, words.language)}</b>
      <span lang={isNamed ? 'en' : undefined}>{rest}</span>
    </>
  )
}

const dayText = (props: DayProps) => partsOf(props).join('')

/** The day, and what began or ended on it: of several, the first and how many more. */
function partsOf({ day, marks, today, words }: DayProps): readonly string[] {
  const date = dayWords(day, words.language)
  const [named, ...others] = marks.flatMap(({ began, ended }) => [...began, ...ended.map(words.ended)])
  if (named === undefined) return [date, day === today ? `, ${words.today}` : '']
  return [date, others.length === 0 ? ` ${named}` : ` ${named}, ${words.more(others.length)}`]
}
