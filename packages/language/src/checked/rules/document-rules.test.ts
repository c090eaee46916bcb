import { describe, expect, test } from 'vitest'
import type { ParsedDocument } from '../../parsed/tree.ts'
import type { Library } from '../library.ts'
import { faultsOf, libraryOf, type Written } from '../testing.ts'

const ORDER = 'us/il/town/order'
const faults = (written: Written) => faultsOf(libraryOf({ [ORDER]: written }))
const inWords = (block: string) => faults({ force: 'vocabulary', block })

test('a sound order has no findings', () => {
  expect(faults({ block: 'norm aid\n  when request is federal\n  officer must not assist' })).toEqual([])
})

describe('front matter', () => {
  const block = 'norm aid\n  officer must assist'

  test('E201: a force that there is not', () => {
    expect(faults({ block, force: 'ordinanse' })).toContainEqual({
      code: 'E201',
      message: 'there is no force `ordinanse`',
      at: 'ordinanse',
      label: 'decides which order stands above which',
      fix: 'write `ordinance`',
    })
  })

  test('E202: superseding what there is not', () => {
    expect(faults({ block, supersedes: 'us/il/town/ordr' })).toContainEqual({
      code: 'E202',
      message: 'there is no other document `us/il/town/ordr`',
      at: 'us/il/town/ordr',
      label: 'supersedes nothing',
      fix: 'write `us/il/town/order`',
    })
  })

  test('E203: superseding a document of another folder', () => {
    const library = libraryOf({
      'us/il/act': { block: 'norm act-1\n  officer must assist', force: 'state statute' },
      [ORDER]: { block, force: 'constitution', supersedes: 'us/il/act' },
    })
    expect(faultsOf(library)).toEqual([
      {
        code: 'E203',
        message: '`us/il/act` is a document of another folder',
        at: 'us/il/act',
        label: 'a document supersedes only documents beside it',
        fix: 'end the older document by its own `in-force`',
      },
    ])
  })

  test('E204: superseding a document of higher force', () => {
    const library = libraryOf({
      [ORDER]: { block },
      'us/il/town/memo': { block: 'norm act-1\n  officer must note-it', force: 'memo', supersedes: ORDER },
    })
    expect(faultsOf(library)).toEqual([
      {
        code: 'E204',
        message: 'what has the force `memo` cannot supersede what has the force `ordinance`',
        at: ORDER,
        label: 'of higher force',
        fix: 'end the older document by its own `in-force`',
      },
    ])
  })

  test('W103: a document that is superseded before it starts', () => {
    const library = libraryOf({
      [ORDER]: { block, 'in-force': 'from 2020-02-01' },
      'us/il/town/next': { block, supersedes: ORDER },
    })
    expect(faultsOf(library)).toEqual([
      {
        code: 'W103',
        message: '`us/il/town/order` is never in force',
        at: '2020-02-01',
        label: 'it ends before it starts',
        fix: 'look at its days and at what supersedes it',
      },
    ])
  })

  test('W103: a document that binds nobody of the library', () => {
    expect(faults({ block, binds: 'sheriff' })).toMatchObject([
      { code: 'W103', label: 'it binds no agency of the library' },
    ])
    expect(faults({ block, 'applies-in': 'TX' })).toMatchObject([{ code: 'W103' }])
    expect(faults({ block, 'applies-in': 'Tex, IL' })).toMatchObject([
      { code: 'E131', message: 'there is no state `Tex`' },
    ])
  })

  test('W104: duties that are known from memory alone', () => {
    expect(faults({ block, verified: 'recalled' })).toMatchObject([
      { code: 'W104', message: 'what `us/il/town/order` orders or forbids rests on recalled law alone' },
    ])
    expect(faults({ block: 'norm aid\n  officer may assist', verified: 'recalled' })).toEqual([])
  })
})

describe('names that are not free', () => {
  test('E213: danger keeps its meaning', () => {
    const words = 'event danger-reported "a"\nevent danger-ended "b"\nfact someone is in-danger at first no'
    expect(inWords(`${words}\n  yes while a danger-reported has no danger-ended of its own`)).toEqual([])
    expect(inWords(`${words}\n  yes when danger-reported`)).toEqual([
      {
        code: 'E213',
        message: '`someone` is reserved',
        at: 'someone',
        label: 'a vocabulary declares it: at first no, yes while a danger-reported has no danger-ended of its own',
        fix: 'choose another name',
      },
    ])
    expect(faults({ block: 'event danger-ended "b"' })).toMatchObject([{ code: 'E213', at: 'danger-ended' }])
    expect(inWords('define someone is in-danger when scene is not quiet')).toMatchObject([{ code: 'E213' }])
  })

  test('E213: the agency is built in', () => {
    expect(inWords('role agency "The agency"')).toMatchObject([
      { code: 'E213', at: 'agency', label: 'the agency itself is built in', fix: 'choose another name' },
    ])
  })
})

describe('E214: what no fact may say', () => {
  test.each([
    ['fact person is citizen', 'citizen'],
    ['fact person is undocumented', 'undocumented'],
    ['fact person is one of refugee, other', 'refugee'],
    ['fact person is known-here ask "What is the person\'s immigration status?"', 'immigration status'],
    ['fact name is known', 'name'],
    ['fact person is here ask "What is the person\'s full name?"', 'full name'],
    ['fact date-of-birth is given', 'date of birth'],
    ['fact paper is one of passport "Passport", none', 'passport'],
    ['event citizenship-learned "Learned"', 'citizenship'],
    ['define person is deportable when scene is quiet', 'deportable'],
  ])('%s', (block, phrase) => {
    expect(inWords(block)[0]).toMatchObject({
      code: 'E214',
      message: `\`${phrase}\` is nothing that a fact may say of a person`,
      label: 'names a person, or says what status a person has',
      fix: 'declare what was shown or asked for, as in `warrant is i-200` or `asks include status-info`',
    })
  })

  test.each([
    'fact request is for-citizenship-info',
    'fact licence is shown',
    'fact passport is shown ask "Has a passport been shown?"',
    'fact warrant is one of i-200, none ask "Which warrant?"',
    'fact hit is one of none, civil ask "What did the name check return?"',
    'act ask-status "Ask about immigration or citizenship status"',
  ])('%s may be declared', (block) => {
    expect(inWords(block).filter(({ code }) => code === 'E214')).toEqual([])
  })
})

test('E215: a fact that events change needs a first value', () => {
  expect(inWords('fact gate is open-now\n  yes when agents-arrived')).toEqual([
    {
      code: 'E215',
      message: 'events change `gate`, but it has no first value',
      at: 'gate',
      label: 'what it is before any event is not said',
      fix: 'write `at first no`',
    },
  ])
})

describe('what may stand where', () => {
  const DOUBT = 'unsettled aid, ask supervisor until answered: do not assist'

  test.each(['vocabulary', 'federal form'])('E220: no norm stands in a %s', (force) => {
    expect(faults({ force, block: 'norm aid\n  officer must assist' })).toEqual([
      {
        code: 'E220',
        message: 'the norm `aid` stands in a document without force',
        at: 'aid',
        label: 'binds nobody',
        fix: 'move it to the document that orders it',
      },
    ])
  })

  test('E221: doubt stands only in a counsel note', () => {
    expect(faults({ block: `norm aid\n  officer must assist\n${DOUBT}` })).toEqual([
      {
        code: 'E221',
        message: 'doubt about the law stands only in a counsel note',
        at: 'aid',
        label: 'not in a counsel note',
        fix: "move it to a document of the agency's counsel with `force: counsel note`",
      },
    ])
  })

  test('E222: a counsel note holds only doubt, and scenarios that test it', () => {
    const norm = { block: 'norm aid\n  officer must assist' }
    const note = (block: string) =>
      faultsOf(libraryOf({ [ORDER]: norm, 'us/il/town/police/note': { force: 'counsel note', block } }))
    const doubt = 'unsettled aid of "order", ask supervisor until answered: do not assist'
    expect(note(doubt)).toEqual([])
    expect(note(`${doubt}\nscenario "asked"\n  given requester is ice\n  expect officer assist is referred`)).toEqual(
      [],
    )
    expect(note(`${doubt}\nevent agents-left "The agents left"`)).toEqual([
      {
        code: 'E222',
        message: 'a counsel note cannot declare `event`',
        at: 'event agents-left "The agents left"',
        label: 'a counsel note holds only what is unsettled',
        fix: 'move it to a document that has a force, or to a vocabulary',
      },
    ])
  })
})

test('E225: only what must be done has a deadline', () => {
  const library = changed('norm aid\n  officer must assist promptly', (order) => ({
    ...order,
    declarations: order.declarations.map((each) =>
      each.kind === 'norm'
        ? { ...each, statements: each.statements.map((statement) => ({ ...statement, modality: 'may' as const })) }
        : each,
    ),
  }))
  expect(faultsOf(library)).toEqual([
    {
      code: 'E225',
      message: '`may` cannot have a deadline',
      at: 'officer must assist promptly',
      label: 'only what must be done can be late',
      fix: 'take out the deadline, or say `must`',
    },
  ])
})

describe('E227: the text of an act is a verb phrase', () => {
  test.each([
    ['wait here', 'does not begin with a capital letter'],
    ['The officers wait', 'begins with "the", which is no verb'],
    ['Waiting for help', 'begins with "waiting", a verb in -ing'],
    ['Waits for help', 'begins with "waits", which says that somebody does it'],
    ['Do not help', 'begins with "do", which is no verb'],
    ['Call for help.', 'ends with a full stop'],
  ])('%s', (text, label) => {
    expect(inWords(`act call "${text}" withdraws`)).toEqual([
      {
        code: 'E227',
        message: `"${text}" does not work after "do not"`,
        at: `"${text}"`,
        label,
        fix: 'begin with a verb and a capital letter, as in "Wait for your supervisor"',
      },
    ])
  })

  test.each(['Bring a blanket', 'Pass the message on', 'Focus the light', 'Go'])('%s is one', (text) => {
    expect(inWords(`act call "${text}"`)).toEqual([])
  })
})

/** The order as a tree with a change that its text would not be read with. */
function changed(block: string, change: (order: ParsedDocument) => ParsedDocument): Library {
  const library = libraryOf({ [ORDER]: { block } })
  return { ...library, documents: library.documents.map((each) => (each.id === ORDER ? change(each) : each)) }
}

test('E034: a day that no calendar has', () => {
  const library = changed('norm aid\n  officer must assist', (order) => {
    const from = { ...order.frontMatter.from, text: '2020-02-30' }
    return { ...order, frontMatter: { ...order.frontMatter, from } }
  })
  expect(faultsOf(library).filter(({ code }) => code !== 'W103')).toMatchObject([
    {
      code: 'E034',
      message: 'there is no day or time `2020-02-30`',
      label: 'not on the calendar',
      fix: 'write a day as `2019-09-26`, or a time of a day as `2019-09-26T14:00`',
    },
  ])
})

test('E224: only `may` and `need not` can be guaranteed', () => {
  const library = changed('norm aid\n  officer must assist', (order) => ({
    ...order,
    declarations: order.declarations.map((each) =>
      each.kind === 'norm'
        ? { ...each, statements: each.statements.map((statement) => ({ ...statement, guaranteed: true })) }
        : each,
    ),
  }))
  expect(faultsOf(library)).toEqual([
    {
      code: 'E224',
      message: '`must` cannot be said whatever lower orders say',
      at: 'officer must assist',
      label: 'a duty or a prohibition of higher force stands already',
      fix: 'take out `whatever lower orders say`, or guarantee with `may` or `need not`',
    },
  ])
})

test('W105: a norm for which nothing says where it stands', () => {
  const block = 'norm aid\n  officer must assist\n  cite "1(a)"\nnorm extra\n  officer may hold'
  const library = changed(block, (order) => {
    const { cite: _, ...uncited } = order.frontMatter
    return { ...order, frontMatter: uncited }
  })
  expect(faultsOf(library)).toEqual([
    {
      code: 'W105',
      message: 'nothing says where `extra` stands',
      at: 'extra',
      label: 'neither the norm nor its document has a citation',
      fix: 'write `cite "…"` in the norm, or `cite:` in the front matter',
    },
  ])
})
