import { useEffect } from 'react'

/** The page's language while it is shown, for whoever reads it aloud or translates it. */
export function useLanguage(language: string): void {
  useEffect(() => {
    document.documentElement.lang = language
    return () => {
      document.documentElement.lang = 'en'
    }
  }, [language])
}
