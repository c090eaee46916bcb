/** Pieces of JavaScript's text. */

/** A string literal that can stand in any script. */
export function quoted(text: string): string {
  const inner = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")
  return `'${inner.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')}'`
}

/** How a property is written after an object: `.requester`, `['someone is in-danger']`. */
export function propertyOf(key: string): string {
  return isName(key) ? `.${key}` : `[${quoted(key)}]`
}

/** How a property is written in a type or an object. */
export function keyText(key: string): string {
  return isName(key) ? key : quoted(key)
}

function isName(key: string): boolean {
  return /^[a-z][a-z0-9]*$/i.test(key)
}

/** A doc comment of some lines; whatever stands in them cannot end it. */
export function commented(lines: readonly string[]): string {
  const safe = lines.flatMap((line) => line.split(/[\n\r\u2028\u2029]/)).map((line) => line.replaceAll('*/', '*\\/'))
  return safe.length === 1
    ? `/** ${safe[0]} */`
    : ['/**', ...safe.map((line) => ` * ${line}`.trimEnd()), ' */'].join('\n')
}

/** Names of functions: words joined in camel case, each only once. */
export class Names {
  readonly #taken: Set<string>

  constructor(reserved: readonly string[]) {
    this.#taken = new Set(reserved)
  }

  /** A name made of words of letters, digits and hyphens; with a number where it is taken. */
  of(words: string): string {
    const parts = words.split(/[^a-z0-9]+/i).filter((part) => part !== '')
    const name = parts.map((part, index) => (index === 0 ? part : part[0]?.toUpperCase() + part.slice(1))).join('')
    const valid = /^[a-z]/i.test(name) ? name : `of${name}`
    let free = valid
    for (let count = 2; this.#taken.has(free); count++) free = `${valid}_${count}`
    this.#taken.add(free)
    return free
  }
}

export function indented(lines: readonly string[]): string[] {
  return lines.map((line) => (line === '' ? line : `  ${line}`))
}
