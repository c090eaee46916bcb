import type { Language } from './language.ts'

const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  es: ['ene', 'feb', 'mar', 'abr', 'may', 'jun', 'jul', 'ago', 'sep', 'oct', 'nov', 'dic'],
}

/** "26 Sep 2019" for "2019-09-26", a day of the order's own place, so that no time zone can move it. */
export function dayWords(day: string, language: Language = 'en'): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${date} ${MONTHS[language][(month ?? 1) - 1]} ${year}`
}
