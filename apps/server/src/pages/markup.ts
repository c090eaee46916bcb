/** HTML that the server writes by itself: every text in it is escaped, because only this can make markup of text. */
export class Markup {
  readonly html: string
  constructor(html: string) {
    this.html = html
  }
}

type Part = string | Markup | readonly (string | Markup)[]

/** `` html`<p>${text}</p>` ``: texts are escaped, markup stands as it is, of a list each in turn. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(String.raw({ raw: strings }, ...parts.map((part) => htmlOf(part))))
}

function htmlOf(part: Part): string {
  if (part instanceof Markup) return part.html
  return typeof part === 'string' ? escaped(part) : part.map((one) => htmlOf(one)).join('')
}

const NAMES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** A text as it stands between tags, or in an attribute within quotes. */
export function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => NAMES[character] ?? character)
}
