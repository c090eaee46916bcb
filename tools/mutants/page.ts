/** `docs/law/mutants.md`: how many changes of the norms were tried in each place, and what became of them. */
import { folderOf } from '@remit/language/checked/in-force.ts'
import { type Mutant, SORTS } from './mutations.ts'

export type Tried = { readonly mutant: Mutant; readonly end: 'killed' | 'equivalent' | 'survived' }

const INTRODUCTION = `# What the scenarios notice

<!-- Made from orders/ by \`npm run mutants -- --write\`; a change here is overwritten. -->

Each norm and each exception of the library was made wrong in small ways, one at a time: its modality turned, a line of its condition left out or turned into its contrary, an exception left out, the first or the last day of its document moved by a day. A change is *noticed* where a scenario fails, or where the check finds an error in the book. It is *without effect* where no answer of any agency changes on any day, which is proved by comparing the diagrams of the books. No change is left that has an effect and is not noticed.`

const HEAD = '| changes | noticed | without effect |\n|---|---|---|---|'

export function mutantsPage(tried: readonly Tried[]): string {
  const bySort = SORTS.map((sort) =>
    row(
      sort,
      tried.filter(({ mutant }) => mutant.sort === sort),
    ),
  )
  const places = [...Map.groupBy(tried, ({ mutant }) => folderOf(mutant.document.id))]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([place, its]) => row(`\`${place}\``, its))
  const tables = [
    ['sort', ...bySort, row('all', tried)],
    ['place', ...places],
  ].map(([first, ...rows]) => [`| ${first} ${HEAD}`, ...rows].join('\n'))
  return `${[INTRODUCTION, ...tables].join('\n\n')}\n`
}

function row(name: string, tried: readonly Tried[]): string {
  const count = (end: Tried['end']) => tried.filter((one) => one.end === end).length
  return `| ${[name, tried.length, count('killed'), count('equivalent')].join(' | ')} |`
}
