import type {
  ChangedAnswerView,
  ChangedTermsView,
  ChangeRegion,
  ChangesFound,
  CitedNorm,
  SaidView,
} from '@remit/contract/changes-view.ts'
import type { DocumentView } from '@remit/contract/library-view.ts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { segmentOf } from '../../api/agency-segment.ts'
import { cardAddress, sheetAddress } from '../../api/paper-address.ts'
import { changesQuery } from '../../api/queries.ts'
import { paths } from '../../paths.ts'
import { Badge } from '../../ui/badge.tsx'
import { Icon } from '../../ui/icon.tsx'
import { dayWords } from '../../words/day-words.ts'
import styles from './changes.module.css'
import { TextChanges } from './text-changes.tsx'
import { type ChangeWords, languageOf, type OrderWords } from './words/words.ts'

/** Changes that stand open, and acts that one change names; the others are behind "more". */
const OPEN_CHANGES = 6
const OPEN_ACTS = 3

type ChangesProps = {
  readonly document: DocumentView
  /** Another version of the same order, an earlier one. */
  readonly since: string
  readonly words: OrderWords
}

/** What changed from an earlier version to this one: the answers in words, and the words of the text. */
export function Changes({ document, since, words }: ChangesProps) {
  const { data, error } = useQuery(changesQuery(document.id, since))
  return (
    <section className={styles.changes} aria-labelledby="what-changed">
      <h2 id="what-changed">{words.changes.title}</h2>
      <ComparedWith document={document} since={since} words={words} />
      {!data && <p role="status">{error ? words.changes.failed : words.changes.loading}</p>}
      {data?.kind === 'not compared' && <p lang="en">{data.words}</p>}
      {data?.kind === 'changes' && <Found found={data} words={words} />}
      <TextChanges key={since} document={document} since={since} words={words.changes} />
    </section>
  )
}

function ComparedWith({ document, since, words }: ChangesProps) {
  const place = document.versions.findIndex(({ id }) => id === document.id)
  const earlier = document.versions.slice(0, place)
  return (
    <p className={styles.with}>
      {words.changes.comparedWith}:{' '}
      {earlier.map(({ id, from, short }, index) => (
        <span key={id}>
          {index > 0 && ', '}
          <Link
            to={paths.order}
            params={{ document: segmentOf(document.id) }}
            search={{ ...languageOf(words), since: segmentOf(id) }}
            resetScroll={false}
            activeProps={{}}
            aria-current={id === since ? 'true' : undefined}
          >
            <span lang="en">{short}</span>, {dayWords(from, words.language)}
          </Link>
        </span>
      ))}
    </p>
  )
}

function Found({ found, words }: { readonly found: ChangesFound; readonly words: OrderWords }) {
  const own = words.changes
  const [before, after] = [found.before.day, found.after.day].map((day) => dayWords(day, words.language))
  const open = found.answers.slice(0, OPEN_CHANGES)
  const rest = found.answers.slice(OPEN_CHANGES)
  return (
    <>
      <div className={styles.said}>
        <p>
          <b>{found.answerCount === 0 ? own.none : own.total(found.answerCount, after ?? '')}</b>{' '}
          {found.sameFromOthers > 0 && own.same(found.sameFromOthers)}
        </p>
        <p className={styles.small}>
          {own.byOrdersOf(found.agency.name, before ?? '', after ?? '')}
          <Others found={found} own={own} />
        </p>
      </div>
      {open.length > 0 && <Answers answers={open} own={own} days={[before, after]} />}
      {rest.length > 0 && (
        <details>
          <summary>{own.more(rest.length)}</summary>
          <Answers answers={rest} own={own} days={[before, after]} />
        </details>
      )}
      {found.terms.length > 0 && <Terms terms={found.terms} own={own} />}
      <OnlyIn found={found} own={own} />
      <Paper found={found} own={own} />
    </>
  )
}

/** Paper is for officers; what any local agency of a state must do is no agency's paper. */
function Paper({ found: { agency, before, after }, own }: { readonly found: ChangesFound; readonly own: ChangeWords }) {
  if (agency.id.endsWith('/local')) return null
  const days = { since: before.day, at: after.day }
  return (
    <p className={styles.small}>
      {own.paper.sheet} <a href={sheetAddress(agency.id, 'html', days)}>{own.paper.page}</a>,{' '}
      <a href={sheetAddress(agency.id, 'pdf', days)}>PDF</a>. {own.paper.card}{' '}
      <a href={cardAddress(agency.id, 'html', after.day)}>{own.paper.page}</a>,{' '}
      <a href={cardAddress(agency.id, 'pdf', after.day)}>PDF</a>.
    </p>
  )
}

function Others({ found, own }: { readonly found: ChangesFound; readonly own: ChangeWords }) {
  return (['before', 'after'] as const).map((side) => {
    const others = found.others.filter((other) => other.side === side)
    if (others.length === 0) return null
    return (
      <span key={side}>
        {' '}
        {own.also[side]} <DocumentLinks documents={others} />.
      </span>
    )
  })
}

function DocumentLinks(props: { readonly documents: readonly { readonly id: string; readonly short: string }[] }) {
  return props.documents.map(({ id, short }, index) => (
    <span key={id} lang="en">
      {index > 0 && ', '}
      <Link to={paths.order} params={{ document: segmentOf(id) }}>
        {short}
      </Link>
    </span>
  ))
}

type AnswersProps = {
  readonly answers: readonly ChangedAnswerView[]
  readonly own: ChangeWords
  readonly days: readonly (string | undefined)[]
}

function Answers({ answers, own, days: [before, after] }: AnswersProps) {
  return (
    <ol className={styles.list}>
      {answers.map((answer) => (
        <li key={keyOf(answer)} className={styles.change}>
          <div className={styles.who}>
            <Who region={answer} own={own} />
          </div>
          <div className={styles.turn}>
            <Side label={own.before} day={before} said={answer.before} cited={answer.because.before} own={own} />
            <span className={styles.arrow}>
              <Icon name="arrow" />
            </span>
            <Side label={own.after} day={after} said={answer.after} cited={answer.because.after} own={own} />
          </div>
          <Where region={answer} own={own} />
        </li>
      ))}
    </ol>
  )
}

function keyOf({ roles, acts, conditions }: ChangeRegion): string {
  return JSON.stringify([roles, acts, conditions])
}

type RegionProps = { readonly region: ChangeRegion; readonly own: ChangeWords }

function Who({ region: { roles, acts }, own }: RegionProps) {
  const rest = acts.slice(OPEN_ACTS)
  return (
    <>
      <b lang="en">{roles.map(({ text }) => text).join(', ')}</b>
      <ul lang="en">
        {acts.slice(0, OPEN_ACTS).map(({ id, text }) => (
          <li key={id}>{text}</li>
        ))}
      </ul>
      {rest.length > 0 && (
        <details>
          <summary>{own.moreActs(rest.length)}</summary>
          <ul lang="en">
            {rest.map(({ id, text }) => (
              <li key={id}>{text}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

type SideProps = {
  readonly label: string
  readonly day: string | undefined
  readonly said: SaidView
  readonly cited: readonly CitedNorm[]
  readonly own: ChangeWords
}

function Side({ label, day, said, cited, own }: SideProps) {
  return (
    <div className={styles.side}>
      <span className="spoken">
        {label}, {day}:{' '}
      </span>
      <Badge result={said.modality} word={own.badges[said.modality]} />
      {said.ask && (
        <small>
          {own.ask} <span lang="en">{said.ask.join(', ')}</span>
        </small>
      )}
      {cited.map(({ document, cite }) => (
        <small key={`${document} ${cite}`} lang="en">
          <Link to={paths.order} params={{ document: segmentOf(document) }}>
            {cite}
          </Link>
        </small>
      ))}
    </div>
  )
}

function Where({ region, own }: RegionProps): ReactNode {
  const { always, kinds, conditions, more, example } = region
  if (always) return <div className={styles.where}>{own.always}</div>
  return (
    <div className={styles.where}>
      <span>{own.kinds(kinds)}:</span>
      <ul>
        {conditions.map((condition) => (
          <li key={condition} lang="en">
            {condition}
          </li>
        ))}
        {more > 0 && <li>{own.more(more)}</li>}
      </ul>
      {conditions.length > 1 && (
        <span className={styles.small}>
          {own.example} <span lang="en">{example}</span>
        </span>
      )}
    </div>
  )
}

function Terms({ terms, own }: { readonly terms: readonly ChangedTermsView[]; readonly own: ChangeWords }) {
  const words = (list: readonly string[]) => (list.length === 0 ? own.noTerm : list.join('; '))
  return (
    <details>
      <summary>
        {own.terms} ({terms.length})
      </summary>
      <ol className={styles.list}>
        {terms.map((term) => (
          <li key={JSON.stringify([term.roles, term.acts, term.gone, term.come])} className={styles.change}>
            <div className={styles.who}>
              <Who region={term} own={own} />
            </div>
            <p className={styles.turn} lang="en">
              {words(term.gone)} <Icon name="arrow" /> {words(term.come)}
            </p>
            <Where region={term} own={own} />
          </li>
        ))}
      </ol>
    </details>
  )
}

function OnlyIn({ found, own }: { readonly found: ChangesFound; readonly own: ChangeWords }) {
  return (['before', 'after'] as const).map((side) => {
    const lines = found.words.filter((line) => line.side === side)
    if (lines.length === 0) return null
    return (
      <p key={side} className={styles.small}>
        {own.onlyIn[side]}:{' '}
        {lines.map(({ sort, texts }, index) => (
          <span key={sort}>
            {index > 0 && '; '}
            {own.sorts[sort]} <span lang="en">{texts.map((text) => `“${text}”`).join(', ')}</span>
          </span>
        ))}
        .
      </p>
    )
  })
}
