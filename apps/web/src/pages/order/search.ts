/** What the address of an order's page carries beside the order: the language, and the version to compare with. */
export type OrderSearch = {
  readonly lang?: string
  /** The document's id with `~` for `/`. Absent: the version before. */
  readonly since?: string
}

/** Keeps what is a text; whether it names anything is seen by the page. */
export function orderSearch({ lang, since }: Readonly<Record<string, unknown>>): OrderSearch {
  return {
    ...(typeof lang === 'string' ? { lang } : {}),
    ...(typeof since === 'string' ? { since } : {}),
  }
}
