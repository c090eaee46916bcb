/** The foot of the page: what the answers are not, and the link that carries the whole situation. */
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { paths } from '../../paths.ts'
import styles from './answer.module.css'
import type { AnswerSearch } from './search.ts'
import type { AnswerWords } from './words/words.ts'

type LinkRowProps = {
  /** The situation, both places, the day, the language: everything, also what was not picked. */
  readonly whole: AnswerSearch
  readonly words: AnswerWords
}

export function LinkRow({ whole, words }: LinkRowProps) {
  const [said, setSaid] = useState<{ readonly of: string; readonly words: string }>()
  const address = `${paths.answer}?${new URLSearchParams(Object.entries(whole))}`
  const copy = async () => {
    const isCopied = await copyText(new URL(address, location.href).href)
    setSaid({ of: address, words: isCopied ? words.copied : words.notCopied })
  }
  return (
    <footer className={styles.foot}>
      <p>{words.notAdvice}</p>
      <p className={styles.link}>
        <span role="status">{said?.of === address && said.words}</span>
        <Link to={paths.answer} search={whole} resetScroll={false}>
          {words.link}
        </Link>
        <button type="button" onClick={() => void copy()}>
          {words.copy}
        </button>
      </p>
    </footer>
  )
}

/** Whether it was copied: a browser gives no clipboard to a page without TLS, and a reader can forbid it. */
async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
