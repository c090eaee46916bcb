/** Where the orders lie, and how addresses of files become paths below them. */

/** An address as the server compares it: clients differ in what they escape, and in the case of a drive's letter. */
export function plainUri(uri: string): string {
  const decoded = decode(uri).replace(/\/+$/, '')
  return decoded.replace(/^file:\/\/\/([A-Z]):/, (_, drive: string) => `file:///${drive.toLowerCase()}:`)
}

function decode(uri: string): string {
  try {
    return decodeURIComponent(uri)
  } catch {
    // A percent sign that escapes nothing.
    return uri
  }
}

/** The path of a file below `folder`; absent for a file elsewhere and for what is no order, such as a README. */
export function pathBelow(folder: string, uri: string): string | undefined {
  const [root, file] = [plainUri(folder), plainUri(uri)]
  if (!file.startsWith(`${root}/`) || !file.endsWith('.md')) return undefined
  const path = file.slice(root.length + 1)
  return path === 'README.md' || path.endsWith('/README.md') ? undefined : path
}

/** The address of the file at `path` below `folder`. */
export function uriOf(folder: string, path: string): string {
  return `${folder.replace(/\/+$/, '')}/${path.split('/').map(encodeURIComponent).join('/')}`
}

/** A folder of the first level of jurisdictions: every document's path begins with it. */
const TOP = 'us'

/** Whether there is a folder at an address. */
export type HasFolder = (uri: string) => Promise<boolean>

/**
 * The folder of the orders for a folder that is open in the editor: `orders` in it, itself, or one above it when somebody
 * has opened a single jurisdiction. Absent where none of them holds a folder `us`.
 */
export async function findOrders(open: string, hasFolder: HasFolder): Promise<string | undefined> {
  const folder = open.replace(/\/+$/, '')
  const above = [...folder.matchAll(new RegExp(`/${TOP}(?=/|$)`, 'g'))].map(({ index }) => folder.slice(0, index))
  for (const candidate of [`${folder}/orders`, folder, ...above.reverse()]) {
    if (await hasFolder(`${candidate}/${TOP}`)) return candidate
  }
  return undefined
}

/** The folder of the orders for a file that is open alone: what is above its folder `us`. */
export async function findOrdersOf(file: string, hasFolder: HasFolder): Promise<string | undefined> {
  return findOrders(file.slice(0, file.lastIndexOf('/')), hasFolder)
}
