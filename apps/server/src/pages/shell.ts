/** The built page with something to read in it before its script runs. */
import { html, Markup } from './markup.ts'

type Shown = {
  readonly title: string
  readonly main: Markup
  /** Answers of this server that the page's script will ask for, so that they are on their way before it runs. */
  readonly asks: readonly string[]
  /** Absent: English. */
  readonly language?: string
  /** Styles and scripts of the build that the page needs beside those of every page; what stands in it is styled by them. */
  readonly files?: { readonly styles: readonly string[]; readonly scripts: readonly string[] }
}

/** Just enough to be read by: the page's own styles hold for all else, and go with what they style. */
const STYLE = new Markup(`<style>
.read { max-width: 46rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; overflow-wrap: anywhere }
.read > * { margin-block: 0.75rem } .read h1 { font-size: 2rem; line-height: 1.2 } .read h2 { font-size: 1.25rem }
.read ul { padding-left: 1.25rem; list-style: disc } .read dt { color: var(--muted) }
.read pre { padding: 0.5rem 1rem; background: var(--sunken); font: 0.8125rem/1.25rem var(--mono); white-space: pre-wrap }
</style>`)

/** `page` is the built `index.html`. It is told by an assertion if it no longer has the places that are filled here. */
export function shellWith(page: string, { title, main, asks, language = 'en', files }: Shown): string {
  const preloads = asks.map((path) => html`<link rel="preload" as="fetch" crossorigin href="${path}">`)
  const styles = files?.styles.map((path) => html`<link rel="stylesheet" href="/${path}">`) ?? []
  const scripts = files?.scripts.map((path) => html`<link rel="modulepreload" href="/${path}">`) ?? []
  const head = html`<title>${title}: Remit</title>${styles}${scripts}${preloads}`
  // It says that nothing is here without a script.
  const readable = page.replace(/<noscript>.*?<\/noscript>/s, '')
  const withHead = filledIn(readable, '<title>Remit</title>', head)
  const withLanguage =
    language === 'en' ? withHead : filledIn(withHead, '<html lang="en"', html`<html lang="${language}"`)
  const style = files === undefined ? STYLE : []
  return filledIn(withLanguage, '<div id="root"></div>', html`<div id="root">${style}${main}</div>`)
}

function filledIn(page: string, place: string, filled: Markup): string {
  if (!page.includes(place)) throw new Error(`bug: the built page has no ${place}`)
  return page.replace(place, () => filled.html)
}
