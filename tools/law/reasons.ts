/** The reasons, which are kept by hand: each finding was looked at, in each place that shows it. */

export type Reason = {
  readonly key: string
  /** The agencies for which it was looked at. */
  readonly places: readonly string[]
  /** The reason in Markdown, and who should look. */
  readonly text: string
}

const HEAD = /^## ([EW]\d{3})(?:[ ]`([a-z0-9-]+)`)?$/
const PLACES = /^Reviewed for: (.+)\.$/

/** The text before the first reason, and the reasons. Throws where a section has another form. */
export function reasonsIn(source: string): { readonly intro: string; readonly reasons: readonly Reason[] } {
  const [intro = '', ...sections] = source.split(/^(?=## )/m)
  return { intro: intro.trim(), reasons: sections.map(reasonIn) }
}

function reasonIn(section: string): Reason {
  const [head = '', ...lines] = section.trim().split('\n')
  const [, code, act] = HEAD.exec(head) ?? []
  const places = lines.flatMap((line) => PLACES.exec(line)?.[1]?.split(', ') ?? [])
  const text = lines
    .filter((line) => !PLACES.test(line))
    .join('\n')
    .trim()
  if (code === undefined || places.length === 0 || text === '') {
    throw new Error(`a reason is \`## W302 \`act\`\`, its words, and \`Reviewed for: a, b.\`, unlike: ${head}`)
  }
  return { key: act === undefined ? code : `${code} ${act}`, places, text }
}
