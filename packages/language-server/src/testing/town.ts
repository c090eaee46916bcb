/** A small library in memory, in which tests point at places by a mark in the text. */
import { TOWN, TOWN_AGENCY } from '@remit/language/checked/testing.ts'
import type { Position } from 'vscode-languageserver'
import { Workspace } from '../workspace.ts'

export const FOLDER = 'file:///orders'
/** Noon UTC of a day on which the town's documents are in force. */
export const NOW = Date.UTC(2024, 5, 1, 12)

/** The whole text of a document of the town; `block` goes into one `remit` block. */
export function order(block: string, own: Readonly<Record<string, string>> = {}): string {
  const front = {
    title: 'A document',
    short: 'Order',
    issuer: 'The town',
    force: 'department order',
    'in-force': 'from 2020-01-01',
    cite: 'Order 1',
    source: 'invented for a test',
    verified: 'primary',
    ...own,
  }
  const lines = Object.entries(front).map(([key, value]) => `${key}: ${value}`)
  return `---\n${lines.join('\n')}\n---\n\n# A document\n\n\`\`\`remit\n${block}\n\`\`\`\n`
}

export const WORDS = order(
  `role officer "Officer"
role supervisor "Supervisor"
role dhs "The federal agents" outside
group everyone is officer, supervisor

event agents-arrived "The agents arrived"
event danger-reported "Danger was reported"
event danger-ended "The danger ended"

fact requester is one of ice "ICE", sheriff "The sheriff", not-known "Not known"
  ask "Who is asking?"
  known to officer

fact scene is quiet
  at first yes
  ask "Is the scene quiet?"
  no when agents-arrived

fact someone is in-danger
  at first no
  ask "Is anyone in danger?"
  yes while a danger-reported has no danger-ended of its own

fact asks includes some of hold "A hold", notify "A notice"
  ask "What do they ask for?"

define requester is federal when requester is one of ice, not-known

act assist "Help with the operation"
act hold "Hold a person" word HOLD is a kind of assist
act note-it "Note the request"
act protect-life "Protect life now" urgent`,
  { title: 'Words', short: 'Words', force: 'vocabulary', 'in-force': 'from 2000-01-01' },
)

export const ORDINANCE = order(
  `norm no-help
  when requester is federal
  everyone must not assist

norm note-requests
  when asks include hold
  officer must note-it

norm protect
  when someone is in-danger
  officer must protect-life`,
  { title: 'The ordinance', short: 'Town Code', force: 'ordinance' },
)

const LIBRARY: Readonly<Record<string, string>> = {
  'us/vocabulary.md': WORDS,
  'us/il/town/ordinance.md': ORDINANCE,
  [`${TOWN}/agency.md`]: TOWN_AGENCY,
}
export const OWN = `${TOWN}/order.md`

export function uriOf(path: string): string {
  return `${FOLDER}/${path}`
}

/** The town's library with further documents, or others in their places; those named by `open` are open. */
export function townWith(documents: Readonly<Record<string, string>>, open = Object.keys(documents)): Workspace {
  const workspace = new Workspace({ now: () => NOW, findingPages: 'https://remit.example/findings/' })
  workspace.setFolder(FOLDER)
  for (const [path, text] of Object.entries({ ...LIBRARY, ...documents })) {
    if (open.includes(path)) workspace.open(uriOf(path), 1, text)
    else workspace.onDisk(path, text)
  }
  return workspace
}

/** The town with an order of its own; its one `<|>` is taken out and is where `at` points. */
export function townAt(block: string, own: Readonly<Record<string, string>> = {}) {
  const marked = order(block, own)
  const offset = marked.indexOf('<|>')
  if (offset === -1) throw new Error(`no place is marked in ${block}`)
  const text = marked.replace('<|>', '')
  const workspace = townWith({ [OWN]: text })
  return { workspace, at: { textDocument: { uri: uriOf(OWN) }, position: positionAt(text, offset) }, text }
}

export function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset).split('\n')
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 }
}

/** What a range covers. */
export function textAt(
  workspace: Workspace,
  uri: string,
  range: { readonly start: Position; readonly end: Position },
): string {
  return workspace.at(uri)?.text.getText(range) ?? ''
}
