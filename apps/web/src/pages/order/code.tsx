import styles from './order.module.css'

/** Words of the language that are not names of the vocabulary. Only for the eye: the meaning comes from the parser. */
const KEYWORDS =
  /((?<![\w-])(?:norm|exception|scenario|invariant|unsettled|define|fact|act|role|event|group|never|when|unless|and|must not|must|may|need not|should not|should|cite|given|then|expect|because|other than|is one of|is not|is|of|to|for|ask|against|until answered|on|in|within|if late|tell|everyone)(?![\w-])|"[^"]*")/

/** A block of an order, with its keywords bold. */
export function Code({ text }: { readonly text: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
    <pre className={styles.code} tabIndex={0}>
      {text.split(new RegExp(KEYWORDS, 'g')).map((part, place) => {
        const key = `${place} ${part}`
        if (place % 2 === 0) return <i key={key}>{part}</i>
        return part.startsWith('"') ? <em key={key}>{part}</em> : <b key={key}>{part}</b>
      })}
    </pre>
  )
}
