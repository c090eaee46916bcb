import { type DragEvent, useDeferredValue, useId, useMemo, useState } from 'react'
import { failureWords } from '../../api/answers.ts'
import { Button } from '../../ui/button.tsx'
import { Loading } from '../../ui/empty-state.tsx'
import { Notice } from '../../ui/notice.tsx'
import { plainText } from '../order/plain-text.ts'
import { BundleResult } from './bundle-result.tsx'
import { compare, type Published } from './compare.ts'
import { ComparisonResult } from './comparison-result.tsx'
import { usePublished } from './use-published.ts'
import styles from './verify.module.css'

/** Longer than any order, and short enough that comparing it does not stop the page. */
const TEXT_LENGTH_MAX = 200_000

/** Browsers insert a long text line by line, which takes many seconds; from this length on it takes the box's place. */
const LONG_PASTE = 20_000

type VerifyTextProps = {
  /** The published document whose words stand in the box at first, and which the examples change. */
  readonly startsWith?: string
}

/** A box for words or a file, and what comparing them says. */
export function VerifyText({ startsWith }: VerifyTextProps) {
  const { published, error } = usePublished()
  const [given, setGiven] = useState<string>()
  const example = startsWith === undefined ? undefined : published?.find(({ document }) => document.id === startsWith)
  const text = given ?? (example ? proseOf(example) : '')
  const id = useId()
  const take = async (file: File | undefined) => file && setGiven(await file.text())
  const drop = (event: DragEvent) => {
    event.preventDefault()
    void take(event.dataTransfer.files[0])
  }
  return (
    <div className={styles.verify}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping a file is a shortcut for the file button beside it */}
      <div className={styles.box} onDrop={drop} onDragOver={(event) => event.preventDefault()}>
        <label htmlFor={id}>The words, or the file’s text</label>
        <textarea
          id={id}
          value={text}
          onChange={(event) => setGiven(event.target.value)}
          onPaste={(event) => {
            const pasted = event.clipboardData.getData('text')
            if (pasted.length < LONG_PASTE) return
            event.preventDefault()
            setGiven(pasted)
          }}
          rows={14}
          spellCheck={false}
          placeholder="Paste here, or drop a file."
        />
        <div className={styles.actions}>
          <label className={styles.file}>
            Choose a file
            <input type="file" onChange={(event) => void take(event.target.files?.[0])} />
          </label>
          {text !== '' && <Button onPress={() => setGiven('')}>Empty the box</Button>}
        </div>
        {example && <Examples published={example} onChoose={setGiven} />}
      </div>
      <div className={styles.result} aria-live="polite">
        {error && <Notice {...failureWords(error)} />}
        {isBundle(text) ? (
          <BundleResult text={text} />
        ) : published ? (
          <Compared text={text} published={published} />
        ) : (
          !error && <Loading what="the published orders" />
        )}
      </div>
    </div>
  )
}

/** An exported incident begins as JSON; an order never does. */
function isBundle(text: string): boolean {
  return text.trimStart().startsWith('{')
}

function Compared({ text, published }: { readonly text: string; readonly published: readonly Published[] }) {
  const waiting = useDeferredValue(text)
  const result = useMemo(
    () => (waiting.length > TEXT_LENGTH_MAX ? undefined : compare(waiting, published)),
    [waiting, published],
  )
  if (!result)
    return (
      <Notice
        kind="refused"
        title={`The text is longer than ${TEXT_LENGTH_MAX} characters.`}
        detail="No published order is so long. Paste a part of it."
      />
    )
  return <ComparisonResult result={result} compared={published.length} />
}

function Examples({
  published,
  onChoose,
}: {
  readonly published: Published
  readonly onChoose: (text: string) => void
}) {
  const prose = proseOf(published)
  return (
    <fieldset className={styles.examples}>
      <legend>Try it with</legend>
      <Button onPress={() => onChoose(prose)}>The words as published</Button>
      <Button onPress={() => onChoose(prose.replace(/\bwait for a supervisor\b/, 'call their own supervisor'))}>
        Some words changed
      </Button>
      <Button onPress={() => onChoose('Members keep a record of each parade and send it to the clerk by Friday.')}>
        Words of another text
      </Button>
    </fieldset>
  )
}

function proseOf({ document }: Published): string {
  return document.segments
    .filter(({ kind }) => kind === 'prose')
    .map(({ text }) => plainText(text))
    .join('\n\n')
}
