import type { OpenIncident } from '@remit/contract/commands.ts'
import type { IncidentView, QueueRow } from '@remit/contract/incident-view.ts'
import type { InputView } from '@remit/contract/library-view.ts'
import type { Position } from '@remit/contract/shapes.ts'
import { type KeyboardEvent, useId, useMemo, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { SectionHead } from '../../ui/card.tsx'
import { Kbd, KeyHints } from '../../ui/kbd.tsx'
import { upperFirst } from '../../words/sentences.ts'
import { completed, missingFrom, requestFrom, type Understood, understand, vocabularyOf } from './command-line.ts'
import styles from './desk.module.css'
import type { Drafted } from './drafted.ts'
import { RequestForm } from './request-form.tsx'

type CommandDockProps = {
  readonly inputs: readonly InputView[]
  readonly rows: readonly QueueRow[]
  readonly positions: readonly Position[]
  /** The incident whose narrative and radio words stand under the line. */
  readonly view: IncidentView | undefined
  readonly onRecord: (request: Drafted) => void
  /** The line names a request that is open already: what it adds goes there. */
  readonly onAdd: (incident: string, values: OpenIncident['values']) => void
}

/** The command line, what it understood, the form behind it, and the words for CAD and for the radio. */
export function CommandDock({ inputs, rows, positions, view, onRecord, onAdd }: CommandDockProps) {
  const [line, setLine] = useState('')
  const [form, setForm] = useState(false)
  const vocabulary = useMemo(() => vocabularyOf(inputs), [inputs])
  const understood = understand(line, vocabulary)
  const match = matchOf(understood, rows, inputs)

  function record() {
    const request = requestFrom(understood, { as: '', channel: 'radio', units: unitsOn(understood.beat, positions) })
    if (!request) return
    const { as: _, ...drafted } = request
    if (match) onAdd(match.id, drafted.values)
    else onRecord(drafted)
    setLine('')
  }

  return (
    <section aria-label="Command" id="desk-command-pane">
      <SectionHead title="Command" note={<Kbd>F2</Kbd>} aside="IMM, beat, who asks, purpose" />
      <Prompt
        line={line}
        says={line === '' ? '' : saysOf(understood, match, inputs)}
        onLine={setLine}
        complete={() => completed(line, vocabulary)}
        onRecord={record}
      />
      {form && (
        <RequestForm
          inputs={inputs}
          positions={positions}
          onRecord={(request) => {
            onRecord(request)
            setForm(false)
          }}
        />
      )}
      {!form && view && <Out view={view} />}
      <div className={styles.actions}>
        <button
          type="button"
          id="desk-form-toggle"
          className={styles.done}
          aria-expanded={form}
          onClick={() => setForm(!form)}
        >
          {form ? 'Fold the form' : 'New request as a form'}
        </button>
        <KeyHints
          hints={[
            { keys: ['Enter'], does: 'record' },
            { keys: ['Tab'], does: 'complete, then the form' },
            { keys: ['Esc'], does: 'clear' },
          ]}
        />
      </div>
    </section>
  )
}

type PromptProps = {
  readonly line: string
  /** What was understood, or what is missing. */
  readonly says: string
  readonly onLine: (line: string) => void
  /** The line with its last word completed, if there is one to complete. */
  readonly complete: () => string | undefined
  readonly onRecord: () => void
}

/** Tab completes a word while there is one to complete; else it moves on, so that the keyboard is never caught. */
function Prompt({ line, says, onLine, complete, onRecord }: PromptProps) {
  const id = useId()
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key === 'Enter') {
      event.preventDefault()
      onRecord()
    } else if (event.key === 'Tab' && !event.shiftKey) {
      const longer = complete()
      if (longer === undefined) return
      event.preventDefault()
      onLine(longer)
    } else if (event.key === 'Escape') onLine('')
  }
  return (
    <div className={styles.prompt}>
      <label htmlFor="desk-command">
        <span className="spoken">Command line</span>
        <span aria-hidden="true">&gt;</span>
      </label>
      <input
        id="desk-command"
        value={line}
        onChange={(event) => onLine(event.target.value)}
        onKeyDown={onKeyDown}
        placeholder="IMM 0733 ICE CIVIL"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={80}
        aria-describedby={id}
      />
      <span id={id} className={styles.says} role="status">
        {says}
      </span>
    </div>
  )
}

/** Officers whose beat it is are taken to be on scene; the dispatcher assigns others. */
function unitsOn(beat: string | undefined, positions: readonly Position[]): readonly string[] {
  const whole = beat?.padStart(4, '0')
  return positions.filter((position) => position.role === 'officer' && position.beat === whole).map(({ id }) => id)
}

/** The open request with the same beat and asker: one request is not recorded twice. */
function matchOf({ beat, words }: Understood, rows: readonly QueueRow[], inputs: readonly InputView[]) {
  const asker = words.find(({ input }) => input === 'requester')
  const text = asker && textOf(inputs, asker.input, asker.value)
  const whole = beat?.padStart(4, '0')
  return rows.find(
    ({ state, request }) =>
      state === 'open' && request.beat === whole && text !== undefined && request.requester === text,
  )
}

function saysOf(understood: Understood, match: QueueRow | undefined, inputs: readonly InputView[]): string {
  const missing = missingFrom(understood)
  const read = [
    understood.beat && `Beat ${understood.beat.padStart(4, '0')}`,
    ...understood.words.map(({ input, value }) => textOf(inputs, input, value)),
    understood.cadEvent && `event ${understood.cadEvent}`,
  ]
    .filter(Boolean)
    .join(', ')
  if (missing) return read ? `${read}. ${missing}.` : `${missing}.`
  return match ? `Same beat and asker as ${match.receipt}: adds to it.` : `${read}. Enter records it.`
}

export function textOf(inputs: readonly InputView[], input: string, value: string): string {
  const text = inputs.find(({ id }) => id === input)?.values.find((one) => one.value === value)?.text
  return upperFirst(text ?? value)
}

/** What is said outside Remit, ready to copy: the same words as on the officers' phones. */
function Out({ view }: { readonly view: IncidentView }) {
  const { narrative, radio } = view.toUnits
  const words = radio.split(/\s+/).filter(Boolean).length
  return (
    <dl className={styles.out}>
      <dt>CAD narrative</dt>
      <dd className="mono">{narrative}</dd>
      <dd>
        <Copy text={narrative} what="CAD narrative" />
      </dd>
      <dt>Say on radio</dt>
      <dd className={styles.say}>
        “{radio}” <span className={styles.count}>{words} words</span>
      </dd>
      <dd>
        <Copy text={radio} what="words for the radio" />
      </dd>
    </dl>
  )
}

function Copy({ text, what }: { readonly text: string; readonly what: string }) {
  const [copied, setCopied] = useState<string>()
  return (
    <Button
      onPress={() =>
        navigator.clipboard?.writeText(text).then(
          () => setCopied(text),
          () => undefined,
        )
      }
    >
      {copied === text ? 'Copied' : 'Copy'}
      <span className="spoken"> {what}</span>
    </Button>
  )
}
