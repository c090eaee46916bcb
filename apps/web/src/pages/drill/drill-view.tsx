import type { DrillResult, DrillSituation, DrillView } from '@remit/contract/library-view.ts'
import type { Modality } from '@remit/contract/shapes.ts'
import { useMutation, useQuery } from '@tanstack/react-query'
import { failureWords } from '../../api/answers.ts'
import { agencyQuery, drillsQuery } from '../../api/queries.ts'
import { answerDrill } from '../../api/resources.ts'
import { Badge } from '../../ui/badge.tsx'
import { EmptyState, Loading } from '../../ui/empty-state.tsx'
import { Notice } from '../../ui/notice.tsx'
import { dayAndClock } from '../../words/times.ts'
import styles from './drill.module.css'

/** Drills of a department: two situations one fact apart, what must be done in each, and the fact that decides. */
export function Drills({ agency, level = 2 }: { readonly agency: string; readonly level?: 2 | 4 }) {
  const { data: drills, error } = useQuery(drillsQuery(agency))
  const { data: summary } = useQuery(agencyQuery(agency))
  if (error && !drills) return <Notice {...failureWords(error)} />
  if (!drills || !summary) return <Loading what="the drills" />
  const officer = summary.positions.find(({ role }) => role === 'officer')
  if (drills.length === 0 || !officer)
    return (
      <EmptyState title="No drill is written for this department." todo="Fairfax County’s demo department has two." />
    )
  return drills.map((drill) => (
    <Drill key={drill.id} drill={drill} as={officer.id} level={level} timeZone={summary.timeZone} />
  ))
}

type DrillProps = {
  readonly drill: DrillView
  readonly as: string
  readonly timeZone: string
  readonly level: 2 | 4
}

function Drill({ drill, as, timeZone, level }: DrillProps) {
  const Title = `h${level}` as const
  return (
    <section className={styles.drill} aria-label={drill.title}>
      <Title className={styles.title}>{drill.title}</Title>
      <p className={styles.when}>Under the orders of {dayAndClock(drill.at, timeZone)}. One fact differs.</p>
      <div className={styles.pair}>
        {drill.situations.map((situation) => (
          <Situation key={situation.id} agency={drill.agency} situation={situation} as={as} />
        ))}
      </div>
    </section>
  )
}

type SituationProps = { readonly agency: string; readonly situation: DrillSituation; readonly as: string }

function Situation({ agency, situation, as }: SituationProps) {
  const { mutate, data, variables, error } = useMutation({
    mutationFn: (choice: Modality) => answerDrill(agency, { as, situation: situation.id, choice }),
  })
  return (
    <div className={styles.situation}>
      <ul className={styles.words}>
        {situation.words.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      <fieldset className={styles.choices}>
        <legend>{situation.ask}</legend>
        {situation.choices.map(({ modality, text }) => (
          <button
            key={modality}
            type="button"
            className={styles.choice}
            aria-pressed={variables === modality}
            onClick={() => mutate(modality)}
          >
            <Badge result={modality} size="sm" />
            <span>{text}</span>
          </button>
        ))}
      </fieldset>
      {error && <Notice {...failureWords(error)} />}
      {data && <Result result={data} />}
    </div>
  )
}

function Result({ result }: { readonly result: DrillResult }) {
  const { correct, answer, sentence, decidingFact, why } = result
  return (
    <div className={styles.result} role="status">
      <b>{correct ? 'Right.' : 'Not so.'}</b>
      <p>
        <Badge result={answer} size="sm" /> {sentence}
      </p>
      <p>
        The one fact that decides: <b>{decidingFact}</b>
      </p>
      {why.map(({ short, cite, words }) => (
        <p key={`${short} ${words}`} className={styles.why}>
          {short}
          {cite && `, ${cite}`}: {words}
        </p>
      ))}
    </div>
  )
}
