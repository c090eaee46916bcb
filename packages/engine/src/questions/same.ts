/** Whether two values of plain data are equal, part by part. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) || Array.isArray(b)) return Array.isArray(a) && Array.isArray(b) && sameLists(a, b)
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => key in b && same(part(a, key), part(b, key)))
}

function sameLists(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((each, index) => same(each, b[index]))
}

/** Plain data has only parts of its own; the key is one of them. */
const part = (of: object, key: string): unknown => (of as Readonly<Record<string, unknown>>)[key]
