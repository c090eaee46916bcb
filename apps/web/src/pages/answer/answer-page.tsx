import type { PlacesView } from '@remit/contract/library-view.ts'
import { useQueries, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { segmentOf } from '../../api/agency-segment.ts'
import { PublicPage } from '../../layouts/public-page.tsx'
import { useLanguage } from '../../layouts/use-language.ts'
import { paths } from '../../paths.ts'
import { clock } from '../../words/times.ts'
import styles from './answer.module.css'
import { type Choices, choicesIn, languageIn } from './choices.ts'
import { DateLine } from './date-line.tsx'
import { latestToday } from './days.ts'
import { wantedBy } from './first-read.ts'
import { type Compared, Grid } from './grid.tsx'
import { LinkRow } from './link-row.tsx'
import { usePageClock } from './page-clock.ts'
import { QuestionForm } from './question-form.tsx'
import { SameRequest } from './same-request.tsx'
import type { AnswerSearch } from './search.ts'
import { stateRow } from './state-rows.ts'
import { bookOfQuery, bookState, placesQuery } from './use-books.ts'
import { type AnswerWords, wordsIn } from './words/words.ts'

/** `/answer`: one situation on one day, in two places and by the law of every state that was read. */
export function AnswerPage() {
  const search = useSearch({ from: paths.answer })
  const words = wordsIn(languageIn(search))
  const { data, error, dataUpdatedAt } = useQuery(placesQuery())
  useLanguage(words.language)
  return (
    <PublicPage
      title={words.title}
      language={words.language}
      strip=""
      utilities={<OtherLanguage search={search} words={words} />}
    >
      <div className={styles.page}>
        {data !== undefined && error !== null && <Stale since={dataUpdatedAt} words={words} />}
        {data === undefined ? (
          <>
            <h1>{words.title}</h1>
            <p role="status">{error ? words.failed : words.loading}</p>
          </>
        ) : (
          <Comparison search={search} library={data} words={words} />
        )}
      </div>
    </PublicPage>
  )
}

function OtherLanguage({ search, words }: { readonly search: AnswerSearch; readonly words: AnswerWords }) {
  const { label, lang } = words.other
  return (
    <Link to={paths.answer} search={{ ...search, lang }} lang={lang} resetScroll={false}>
      {label}
    </Link>
  )
}

/** By the reader's own clock: it is about this device and not about a place. */
function Stale({ since, words }: { readonly since: number; readonly words: AnswerWords }) {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  return (
    <p role="status" className={styles.late}>
      {words.asOf(clock(since, timeZone))}
    </p>
  )
}

type ComparisonProps = {
  readonly search: AnswerSearch
  readonly library: PlacesView
  readonly words: AnswerWords
}

function Comparison({ search, library: { library, places }, words }: ComparisonProps) {
  const navigate = useNavigate()
  const nowMs = usePageClock()
  const { choices, mistakes } = choicesIn(search, { nowMs, places })
  const set = (change: { readonly [Part in keyof AnswerSearch]: AnswerSearch[Part] | undefined }) =>
    void navigate({
      to: paths.answer,
      search: withoutAbsent({ ...search, ...change }),
      replace: true,
      resetScroll: false,
    })
  const wanted = wantedBy(choices, { places, nowMs })
  const { compared, rows, isOlder } = useAnswers(wanted, library, choices)
  const [first, second] = wanted.compared
  const latest = latestToday(nowMs, [first.place.timeZone, second.place.timeZone])
  // Where it is not yet the latest day in the first place, its own today is the end of the line.
  const lineEnd = choices.on === undefined ? first.on : latest
  const picking = { choices, words, onPick: set }
  return (
    <>
      {mistakes.map(({ part, given }) => (
        <p key={part} role="alert" className={styles.mistake}>
          {words.mistake(part, given)}
        </p>
      ))}
      <div className={styles.ask}>
        <h1>{words.title}</h1>
        <QuestionForm {...picking} today={first.on} latest={latest} lang={languageIn(search)} />
      </div>
      <DateLine
        first={first.place}
        second={second.place}
        on={first.on}
        today={lineEnd}
        search={search}
        words={words}
        onDay={(on) => set({ on: on === lineEnd ? undefined : on })}
      />
      <Grid {...picking} compared={compared} places={places} />
      <SameRequest rows={rows} isOlder={isOlder} picked={{ ...choices, on: first.on }} search={search} words={words} />
      <LinkRow whole={wholeOf(choices, first.on, search)} words={words} />
    </>
  )
}

/** The books of the two places, and after them those of the states, which are asked for once the two are there. */
function useAnswers({ compared, states }: ReturnType<typeof wantedBy>, library: string, choices: Choices) {
  const [first] = compared
  const books = useQueries({ queries: compared.map(({ place, on }) => bookOfQuery(library, place, on)) })
  const isReady = books.every(({ isFetching }) => !isFetching)
  const byState = useQueries({
    queries: states.map(({ place, on }) => ({ ...bookOfQuery(library, place, on), enabled: isReady })),
  })
  return {
    compared: compared.flatMap(({ place, on }, index): readonly Compared[] => {
      const query = books[index]
      const part = index === 0 ? 'a' : 'b'
      return query ? [{ part, place, book: bookState(query), ...(on === first.on ? {} : { ownDay: on }) }] : []
    }),
    rows: states.flatMap(({ place }, index) => {
      const query = byState[index]
      return query ? [stateRow(place.state, bookState(query), choices)] : []
    }),
    isOlder: byState.some(({ isPlaceholderData }) => isPlaceholderData),
  }
}

/** Everything, also what was not picked: a link says the same tomorrow. */
function wholeOf({ who, what, paper, a, b, show }: Choices, on: string, search: AnswerSearch): AnswerSearch {
  return { who, what, paper, on, a: segmentOf(a), b: segmentOf(b), lang: languageIn(search), show }
}

const withoutAbsent = (search: Readonly<Record<string, string | undefined>>): AnswerSearch =>
  Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined))
