import type { InputView, RequestAnswer } from '@remit/contract/library-view.ts'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { failureWords } from '../../api/answers.ts'
import { agencyQuery, bookQuery, requestQuery } from '../../api/queries.ts'
import { sendRequest } from '../../api/resources.ts'
import { useLive } from '../../live/use-live.ts'
import { Button } from '../../ui/button.tsx'
import { Loading } from '../../ui/empty-state.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Notice } from '../../ui/notice.tsx'
import { clockSeconds, dayAndClock, type Instant } from '../../words/times.ts'
import styles from './asking.module.css'

type AskingFormProps = {
  readonly agency: string
  /** In a demo: the simulated instant at which the request arrives. */
  readonly startsAt?: Instant
  /** What is chosen at first. */
  readonly asks?: { readonly requester: string; readonly purpose: string }
}

/** Who asks, what for and where, from lists alone; then the receipt and what can be expected. */
export function AskingForm({ agency, startsAt, asks }: AskingFormProps) {
  const { data: book, error } = useQuery(bookQuery(agency, startsAt))
  const { data: summary } = useQuery(agencyQuery(agency))
  const [requester, setRequester] = useState(asks?.requester ?? '')
  const [purpose, setPurpose] = useState(asks?.purpose ?? '')
  const [beat, setBeat] = useState('')
  const {
    mutate,
    data: answer,
    error: refused,
    isPending,
    reset,
  } = useMutation({
    mutationFn: (chosenBeat: string) =>
      sendRequest(agency, { requester, purpose, beat: chosenBeat, ...(startsAt === undefined ? {} : { startsAt }) }),
  })
  if (error && !book) return <Notice {...failureWords(error)} />
  if (!book || !summary) return <Loading what="the form" />
  if (answer) return <Answer agency={agency} answer={answer} timeZone={summary.timeZone} onAnother={reset} />
  const beats = summary.positions.flatMap(({ beat }) => beat ?? [])
  const chosenBeat = beat === '' ? (beats[0] ?? '') : beat
  const missing = requester === '' || purpose === '' ? 'Choose who you are and what you ask for.' : undefined
  const unavailable = missing ?? (isPending ? 'It is being recorded.' : undefined)
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (unavailable === undefined) mutate(chosenBeat)
      }}
    >
      <DangerText />
      <Pick
        label="Who you are"
        value={requester}
        onChange={setRequester}
        input={book.inputs.find(isOf('requester'))}
        omit={['nobody']}
      />
      <Pick
        label="What you ask help with"
        value={purpose}
        onChange={setPurpose}
        input={book.inputs.find(isOf('request-purpose'))}
        omit={['none']}
      />
      <label className={styles.pick}>
        Beat
        <select value={chosenBeat} onChange={(event) => setBeat(event.target.value)}>
          {beats.map((beat) => (
            <option key={beat}>{beat}</option>
          ))}
        </select>
      </label>
      <p className={styles.note}>
        No names and no text: only what stands in the lists is recorded. What you say of yourself counts as asserted
        until the department has verified it.
      </p>
      {refused && <Notice {...failureWords(refused)} />}
      <Button kind="primary" type="submit" {...(unavailable === undefined ? {} : { unavailable })}>
        Ask for help
      </Button>
    </form>
  )
}

const isOf = (id: string) => (input: InputView) => input.id === id

type PickProps = {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly input: InputView | undefined
  readonly omit: readonly string[]
}

function Pick({ label, value, onChange, input, omit }: PickProps) {
  const values = (input?.values ?? []).filter(({ value }) => !omit.includes(String(value)))
  return (
    <label className={styles.pick}>
      {label}
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">Choose</option>
        {values.map(({ value, text }) => (
          <option key={String(value)} value={String(value)}>
            {text}
          </option>
        ))}
      </select>
    </label>
  )
}

/** Stands before and after the request: nothing on this page may be read as the way to call for help. */
function DangerText({ words }: { readonly words?: string }) {
  return (
    <p className={styles.danger}>
      <Icon name="danger" />
      <span>
        {words ??
          'If someone is in danger, call 911 or call on the radio now. This form is not for that, and no order here limits that help.'}
      </span>
    </p>
  )
}

type AnswerProps = {
  readonly agency: string
  readonly answer: RequestAnswer
  readonly timeZone: string
  readonly onAnother: () => void
}

function Answer({ agency, answer: first, timeZone, onAnother }: AnswerProps) {
  useLive(agency)
  const { data } = useQuery(requestQuery(agency, first.incident))
  const answer = data ?? first
  return (
    <section className={styles.answer} aria-live="polite" aria-label="Your request">
      <p className={styles.receipt}>
        <span>Receipt</span> <b className="mono">{answer.receipt}</b>
      </p>
      <p className={styles.note}>
        Recorded {dayAndClock(answer.receivedAt, timeZone)} by {answer.agency}. Keep the number.
      </p>
      <DangerText words={answer.danger} />
      <h3>What you can expect here</h3>
      {answer.expect.length === 0 ? (
        <p>These orders say nothing about what you ask for. The department’s supervisors decide.</p>
      ) : (
        <ul className={styles.expect}>
          {answer.expect.map(({ words, short, cite }) => (
            <li key={words}>
              <b>{words}</b>
              <span>{cite === undefined || cite === short ? short : `${short}, ${cite}`}</span>
            </li>
          ))}
        </ul>
      )}
      <h3>What was done</h3>
      {answer.done.length === 0 ? (
        <p className={styles.note}>Nothing yet. It stands here as soon as it is recorded.</p>
      ) : (
        <ul className={styles.expect}>
          {answer.done.map(({ at, words }) => (
            <li key={`${at} ${words}`}>
              <b>{words}</b>
              <span className="figures">{clockSeconds(at, timeZone)}</span>
            </li>
          ))}
        </ul>
      )}
      <Button onPress={onAnother}>Ask something else</Button>
    </section>
  )
}
