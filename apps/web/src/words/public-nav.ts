/** The names of the public pages in each language, by address; the pages are those of `PUBLIC_NAV` in `paths.ts`. */
import { paths } from '../paths.ts'
import type { Language } from './language.ts'

type NavWords = {
  /** What the list of pages is called. */
  readonly pages: string
  readonly names: Readonly<Record<string, string>>
}

export const NAV_WORDS: Readonly<Record<Language, NavWords>> = {
  en: {
    pages: 'Pages',
    names: {
      [paths.cases]: 'The cases',
      [paths.answer]: 'What must an officer do?',
      [paths.orders]: 'Orders',
      [paths.verify]: 'Verify',
      [paths.registry]: 'Places',
      [paths.start]: 'Screens',
    },
  },
  es: {
    pages: 'Páginas',
    names: {
      [paths.cases]: 'Los casos',
      [paths.answer]: '¿Qué debe hacer un agente?',
      [paths.orders]: 'Órdenes',
      [paths.verify]: 'Verificar',
      [paths.registry]: 'Lugares',
      [paths.start]: 'Pantallas',
    },
  },
}

/** The pages that are in Spanish too; a link to another one says that it is in English. */
export const IN_SPANISH: ReadonlySet<string> = new Set([paths.answer, paths.orders])
