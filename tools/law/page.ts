/** `docs/law/findings.md`, made from what is found and from the reasons. */
import type { Found, Stretch } from './found.ts'
import type { Reason } from './reasons.ts'

const MADE =
  '<!-- Made by `npm run docs:law` from the analysis and docs/law/findings.source.md; a change here is overwritten. -->'

/** The whole page: what it is about, then each reason with the places that show its finding. */
export function pageOf(intro: string, found: readonly Found[], reasons: readonly Reason[]): string {
  const byKey = new Map(found.map((each) => [each.key, each]))
  const [title = '', ...about] = intro.split('\n\n')
  const sections = reasons.flatMap(({ key, places, text }) => {
    const one = byKey.get(key)
    const [code = '', act] = key.split(' ')
    return [
      `## ${act === undefined ? code : `${code} \`${act}\``}`,
      text,
      `What the code means: [${code}](../findings/${code}.md).`,
      tableOf(places, one),
    ]
  })
  return `${[title, MADE, ...about, ...sections].join('\n\n')}\n`
}

function tableOf(places: readonly string[], found: Found | undefined): string {
  const rows = places.flatMap((agency) => {
    const place = found?.places.get(agency)
    return (place?.stretches ?? []).map(
      (stretch) => `| ${place?.name ?? agency} (\`${agency}\`) | ${cellsOf(stretch)} |`,
    )
  })
  return ['| whose orders | from | through | for example |', '| --- | --- | --- | --- |', ...rows].join('\n')
}

function cellsOf({ firstDay, lastDay, witness, kinds }: Stretch): string {
  const more = kinds.length === 0 ? '' : `; the same for ${kinds.map((kind) => `\`${kind}\``).join(', ')}`
  return `${firstDay} | ${lastDay ?? 'still'} | ${witness}${more}`
}
