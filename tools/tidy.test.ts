/** What a machine can check of STYLE.md and ARCHITECTURE.md. */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file !== '' && existsSync(join(root, file)))
const read = (file: string) => readFileSync(join(root, file), 'utf8')
const isGenerated = (file: string) => file.includes('/generated/')
const sources = files.filter((file) => /\.(ts|tsx|mjs)$/.test(file) && !isGenerated(file))
const prose = files.filter((file) => file.endsWith('.md'))

/** Who may import whom; a package may always import itself. */
const IMPORTS: { readonly [workspace: string]: readonly string[] } = {
  'packages/language': [],
  'packages/engine': ['language'],
  'packages/incident': ['language', 'engine'],
  'packages/record': [],
  'packages/contract': [],
  'packages/reference': ['language'],
  'packages/language-server': ['language', 'engine'],
  'apps/server': ['language', 'engine', 'incident', 'record', 'contract'],
  'apps/web': ['language', 'engine', 'language-server', 'incident', 'record', 'contract'],
  'apps/cli': ['language', 'engine', 'incident', 'record', 'server'],
  'apps/vscode': ['language-server'],
}
/** Within a package a folder imports only folders to its left, and files beside the folders. */
const FOLDERS: { readonly [workspace: string]: readonly string[] } = {
  'packages/language': ['text', 'parsed', 'checked'],
  'packages/engine': ['diagram', 'situation', 'questions'],
  'packages/incident': ['events', 'facts', 'determinations', 'duties'],
  'packages/language-server': ['documents', 'books', 'completing', 'requests', 'checks'],
  'packages/record': ['bytes', 'leaves', 'tree', 'checkpoints', 'proofs'],
}
/** The reference interpreter is for tests; so what it is held against may be imported by its tests. */
const isTest = (file: string) => /\.test\.tsx?$/.test(file) || file.includes('/testing')

describe('imports', () => {
  const imported = sources.flatMap((file) =>
    [...read(file).matchAll(/(?:from|import)\s*\(?'([^']+)'/g)].map((match) => ({ file, path: match[1] ?? '' })),
  )

  test('follow the table of ARCHITECTURE.md', () => {
    const wrong = imported.filter(({ file, path }) => {
      const target = /^@remit\/([a-z-]+)/.exec(path)?.[1]
      const workspace = Object.keys(IMPORTS).find((folder) => file.startsWith(`${folder}/`))
      if (target === undefined || workspace === undefined || isTest(file)) return false
      return !workspace.endsWith(`/${target}`) && !IMPORTS[workspace]?.includes(target)
    })
    expect(wrong).toEqual([])
  })

  test('go only leftwards between the folders of a package', () => {
    const wrong = imported.filter(({ file, path }) => {
      const workspace = Object.keys(FOLDERS).find((folder) => file.startsWith(`${folder}/src/`))
      if (workspace === undefined || !path.startsWith('.') || isTest(file)) return false
      const order = FOLDERS[workspace] ?? []
      const folderOf = (path: string) => order.indexOf(path.slice(`${workspace}/src/`.length).split('/')[0] ?? '')
      return folderOf(normalize(join(dirname(file), path))) > folderOf(file) && folderOf(file) >= 0
    })
    expect(wrong).toEqual([])
  })

  test('never reach into another workspace by a relative path', () => {
    const wrong = imported.filter(({ file, path }) => {
      const [kind, name] = file.split('/')
      const isWorkspace = kind === 'packages' || kind === 'apps'
      return isWorkspace && path.startsWith('.') && !normalize(join(dirname(file), path)).startsWith(`${kind}/${name}/`)
    })
    expect(wrong.filter(({ path }) => !path.includes('/tools/'))).toEqual([])
  })
})

describe('files', () => {
  test('stay below 400 lines', () => {
    expect(sources.filter((file) => read(file).split('\n').length > 400)).toEqual([])
  })

  test('live in no drawer', () => {
    expect(files.filter((file) => /(^|\/)(utils?|lib|common|helpers?|misc)\//.test(file))).toEqual([])
  })

  test('have names in kebab-case', () => {
    expect(sources.filter((file) => !/^[a-z0-9$.-]+$/.test(file.split('/').at(-1) ?? ''))).toEqual([])
  })

  test('hold no open ends and switch no test off', () => {
    const openEnds = new RegExp(
      ['TO' + 'DO', 'FIX' + 'ME', 'XX' + 'X', '@ts-' + 'ignore', '\\.(?:sk' + 'ip|on' + 'ly)\\('].join('|'),
    )
    expect(sources.filter((file) => openEnds.test(read(file)))).toEqual([])
  })
})

describe('words', () => {
  /** Words that say something about a person or take a side; the orders' sources may be quoted in `docs/law` alone. */
  const banned = [
    /\billegal(s|ly)?\b(?! re-?entry)/i,
    /\baliens?\b/i,
    /\braids?\b/i,
    /\bsuspects?\b(?! (a|that|of))/i,
    /\bcriminals\b/i,
  ]
  // A test that refuses such words has to name them.
  const own = [...sources, ...prose].filter(
    (file) => !file.startsWith('tools/') && !file.includes('testdata/') && !file.endsWith('cases.test.ts'),
  )

  test('about people and agencies are neutral', () => {
    const found = own.flatMap((file) =>
      read(file)
        .replace(/https?:[^\s)]+/g, '')
        .split('\n')
        .flatMap((line, at) => (banned.some((word) => word.test(line)) ? [`${file}:${at + 1}: ${line.trim()}`] : [])),
    )
    expect(found).toEqual([])
  })

  test('of the glossary are each explained once', () => {
    const words = [...read('GLOSSARY.md').matchAll(/^\| ([a-z][^|]*?) \|/gm)].map((match) => match[1])
    expect(words.filter((word, at) => words.indexOf(word) !== at && word !== 'word')).toEqual([])
  })
})

describe('prose', () => {
  test('links only to files that exist', () => {
    const broken = prose.flatMap((file) =>
      [...read(file).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)]
        .map((match) => join(dirname(file), decodeURI(match[1] ?? '')))
        .filter((target) => !existsSync(join(root, target)))
        .map((target) => `${file} → ${target}`),
    )
    expect(broken).toEqual([])
  })

  test('names only paths that exist', () => {
    const documents = prose.filter((file) => !file.startsWith('orders/') && file !== 'CHANGELOG.md')
    const broken = documents.flatMap((file) =>
      [...read(file).matchAll(/`((?:packages|apps|docs|tools|bench|fuzz|orders|conformance)\/[^`\s*…<>]*)`/g)]
        .map((match) => (match[1] ?? '').replace(/:.*$/, ''))
        .filter((path) => !existsSync(join(root, path)))
        .map((path) => `${file} → ${path}`),
    )
    expect(broken).toEqual([])
  })

  test('lists every runtime dependency with its reason', () => {
    const listed = read('docs/dependencies.md')
    const dependencies = files
      .filter((file) => /^(packages|apps)\/[a-z-]+\/package\.json$/.test(file))
      .flatMap((file) => Object.keys(JSON.parse(read(file)).dependencies ?? {}))
    expect([...new Set(dependencies)].filter((name) => !listed.includes(`\`${name}\``))).toEqual([])
  })
})
