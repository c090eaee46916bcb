import type { PlaceView } from '@remit/contract/library-view.ts'
import type { Compiled } from '@remit/engine/diagram/from-checked.ts'
import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import { segmentOf } from '../../api/agency-segment.ts'
import { PublicPage } from '../../layouts/public-page.tsx'
import { paths } from '../../paths.ts'
import styles from './answer.module.css'
import { rowAnswer, stateAnswer } from './answers.ts'
import { type Choices, choicesIn, FIRST_DAY, languageIn, PAPER, WHAT, WHO } from './choices.ts'
import { dangerProof } from './danger.ts'
import { RowCell } from './line-view.tsx'
import { SameRequest } from './same-request.tsx'
import type { AnswerSearch } from './search.ts'
import { ROWS } from './situations.ts'
import { bookOfQuery, placesQuery } from './use-books.ts'
import { type AnswerWords, wordsIn } from './words/words.ts'

/** `/answer`: one situation on one day, in two places and by the law of every state that was read. */
export function AnswerPage() {
  const search = useSearch({ from: paths.answer })
  const words = wordsIn(languageIn(search))
  const { data: places, error } = useQuery(placesQuery())
  useLanguage(languageIn(search))
  const other = (
    <Link to={paths.answer} search={{ ...search, lang: words.other.lang }} lang={words.other.lang}>
      {words.other.label}
    </Link>
  )
  return (
    <PublicPage title={words.title} utilities={other}>
      <div className={styles.page}>
        {places ? (
          <Comparison search={search} places={places} words={words} />
        ) : (
          <p role="status">{error ? words.failed : words.loading}</p>
        )}
      </div>
    </PublicPage>
  )
}

function useLanguage(language: string): void {
  useEffect(() => {
    document.documentElement.lang = language
    return () => {
      document.documentElement.lang = 'en'
    }
  }, [language])
}

type ComparisonProps = {
  readonly search: AnswerSearch
  readonly places: readonly PlaceView[]
  readonly words: AnswerWords
}

function Comparison({ search, places, words }: ComparisonProps) {
  const navigate = useNavigate()
  const today = new Date().toISOString().slice(0, 10)
  const { choices, mistakes } = choicesIn(search, { today, places })
  const set = (change: Partial<AnswerSearch>) =>
    void navigate({ to: paths.answer, search: { ...search, ...change }, replace: true, resetScroll: false })
  const two = [choices.a, choices.b].flatMap((id) => places.filter((place) => place.id === id))
  const states = places.filter(({ id }) => /^us\/[a-z]{2}\/local$/.test(id))
  const books = useQueries({
    queries: two.map((place) => ({ ...bookOfQuery(place, choices.on), placeholderData: keepPreviousData })),
  })
  const isReady = books.every(({ data }) => data !== undefined)
  const byState = useQueries({
    queries: states.map((place) => ({
      ...bookOfQuery(place, choices.on),
      enabled: isReady,
      placeholderData: keepPreviousData,
    })),
  })
  const rows = states.flatMap(({ state }, place) => {
    const book = byState[place]?.data
    return book === undefined
      ? []
      : [{ state, officer: stateAnswer(book, 'officer', choices), jailer: stateAnswer(book, 'jailer', choices) }]
  })
  const whole = {
    ...choices,
    a: segmentOf(choices.a),
    b: segmentOf(choices.b),
    ...(search.lang === undefined ? {} : { lang: search.lang }),
  }
  return (
    <>
      {mistakes.map(({ part, given }) => (
        <p key={part} role="alert" className={styles.mistake}>
          {words.mistake(part, given)}
        </p>
      ))}
      <Sentence choices={choices} today={today} words={words} onPick={set} />
      <Days places={two} on={choices.on} words={words} onDay={(on) => set({ on })} />
      <div className={styles.compare}>
        {two.map((place, index) => (
          <Place
            key={index === 0 ? 'a' : 'b'}
            part={index === 0 ? 'a' : 'b'}
            place={place}
            places={places}
            book={books[index]?.data}
            isFailed={books[index]?.isError === true}
            choices={choices}
            words={words}
            onPick={set}
          />
        ))}
      </div>
      <SameRequest rows={rows} picked={choices} words={words} onShow={(show) => set({ show })} />
      <footer className={styles.foot}>
        <p>{words.notAdvice}</p>
        <Link to={paths.answer} search={whole}>
          {words.link}
        </Link>
      </footer>
    </>
  )
}

type Picking = {
  readonly choices: Choices
  readonly words: AnswerWords
  readonly onPick: (change: Partial<AnswerSearch>) => void
}

function Sentence({ choices, today, words, onPick }: Picking & { readonly today: string }) {
  return (
    <div className={styles.sentence}>
      <Pick
        label={words.labels.who}
        value={choices.who}
        options={WHO.map((id) => [id, words.who[id]])}
        onPick={(who) => onPick({ who })}
      />
      {words.joins.with}
      <Pick
        label={words.labels.what}
        value={choices.what}
        options={WHAT.map((id) => [id, words.what[id]])}
        onPick={(what) => onPick({ what })}
      />
      {words.joins.showing}
      <Pick
        label={words.labels.paper}
        value={choices.paper}
        options={PAPER.map((id) => [id, words.paper[id]])}
        onPick={(paper) => onPick({ paper })}
      />
      {words.joins.on}
      <input
        className={styles.pick}
        type="date"
        aria-label={words.labels.on}
        min={FIRST_DAY}
        max={today}
        value={choices.on}
        onChange={({ target }) => target.value && onPick({ on: target.value })}
      />
    </div>
  )
}

function Pick(props: {
  readonly label: string
  readonly value: string
  readonly options: readonly (readonly [string, string])[]
  readonly onPick: (value: string) => void
}) {
  return (
    <select
      className={styles.pick}
      aria-label={props.label}
      value={props.value}
      onChange={({ target }) => props.onPick(target.value)}
    >
      {props.options.map(([id, text]) => (
        <option key={id} value={id}>
          {text}
        </option>
      ))}
    </select>
  )
}

function Days({
  places,
  on,
  words,
  onDay,
}: {
  readonly places: readonly PlaceView[]
  readonly on: string
  readonly words: AnswerWords
  readonly onDay: (day: string) => void
}) {
  const days = new Map(
    places
      .flatMap(({ documents }) => documents)
      .filter(({ day }) => day >= FIRST_DAY)
      .map(({ day, short }) => [day, short]),
  )
  return (
    <nav aria-label={words.changes}>
      <ol className={styles.days}>
        {[...days]
          .toSorted(([a], [b]) => (a < b ? -1 : 1))
          .map(([day, short]) => (
            <li key={day}>
              <button type="button" aria-pressed={day === on} onClick={() => onDay(day)}>
                <b>{day}</b> <span lang="en">{short}</span>
              </button>
            </li>
          ))}
      </ol>
    </nav>
  )
}

type PlaceProps = Picking & {
  readonly part: 'a' | 'b'
  readonly place: PlaceView
  readonly places: readonly PlaceView[]
  readonly book: Compiled | undefined
  readonly isFailed: boolean
}

function Place({ part, place, places, book, isFailed, choices, words, onPick }: PlaceProps) {
  return (
    <section aria-label={place.name}>
      <h2>
        <Pick
          label={words.labels[part]}
          value={place.id}
          options={places.map(({ id, name }) => [id, name])}
          onPick={(id) => onPick({ [part]: segmentOf(id) })}
        />
      </h2>
      {book === undefined ? (
        <p role="status">{isFailed ? words.failed : words.loading}</p>
      ) : (
        <dl className={styles.rows}>
          {ROWS.map((row) => (
            <div key={row}>
              <dt>
                {words.rows[row]}
                <small>{words.supposed[row]}</small>
              </dt>
              <dd>
                <RowCell answer={rowAnswer(book, row, choices)} words={words} />
              </dd>
            </div>
          ))}
          <div>
            <dt>{words.danger}</dt>
            <dd>
              <Danger book={book} name={place.name} words={words} />
            </dd>
          </div>
        </dl>
      )}
    </section>
  )
}

function Danger({
  book,
  name,
  words,
}: {
  readonly book: Compiled
  readonly name: string
  readonly words: AnswerWords
}) {
  const { broken, duty } = dangerProof(book)
  return (
    <>
      <p>
        <b>
          {broken === undefined ? words.safe : words.broken(name, broken)} {words.emergency}
        </b>
      </p>
      <p className={styles.cite}>
        {duty === undefined ? (
          words.noDuty(name)
        ) : (
          <>
            {words.duty(name)}{' '}
            <Link to={paths.order} params={{ document: segmentOf(duty.document) }} lang="en">
              {duty.cite}
            </Link>
            <span lang="en">, {duty.force}</span>
          </>
        )}
      </p>
    </>
  )
}
