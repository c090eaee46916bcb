/** All generators of pages, in the order in which `npm run docs` runs them. */
import { findingPages } from './finding-pages.ts'
import { kitPages } from './kit-pages.ts'
import { languagePages } from './language-pages.ts'
import type { Generator } from './pages.ts'
import { rowsPage } from './rows-page.ts'
import { sourcesPage } from './sources-page.ts'

export const GENERATORS: readonly Generator[] = [
  { folder: 'docs/findings', pages: findingPages },
  { folder: 'docs/language', only: /^(?!.*\.source\.md$)/, pages: languagePages },
  { folder: 'conformance/kit', only: /^(?!schema\.json$)/, pages: kitPages },
  { folder: 'docs/law', only: /^sources\.md$/, pages: sourcesPage },
  { folder: 'docs/law', only: /^rows\.md$/, pages: rowsPage },
]
