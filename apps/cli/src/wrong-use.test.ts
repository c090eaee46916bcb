import { describe, expect, test } from 'vitest'
import { TOWN, townOrders } from './testing/orders.ts'
import { run } from './testing/run.ts'
import { USAGE, VERB_NAMES } from './usage.ts'

/** Exit code 2, nothing on standard output, and what is wrong before the verb's line. */
async function wrong(args: readonly string[]): Promise<string> {
  const { code, out, aside, json } = await run(...args)
  expect({ code, out, json }, args.join(' ')).toEqual({ code: 2, out: '', json: undefined })
  const [message = '', usage = ''] = aside.split('\n')
  const verb = VERB_NAMES.find((name) => name === args[0])
  expect(usage).toBe(verb === undefined ? 'usage: remit VERB …' : `usage: ${USAGE[verb]}`)
  return message
}

describe('wrong use', () => {
  test('of no verb', async () => {
    expect(await wrong([])).toBe('remit: a verb is missing')
    expect(await wrong(['chek'])).toBe('remit: there is no verb `chek`; `check` is near')
    expect(await wrong(['fly'])).toBe('remit: there is no verb `fly`')
    expect(await wrong(['help', 'fly'])).toBe('remit: there is no verb `fly`')
    expect(await wrong(['help', 'test', 'ask'])).toBe('remit: `ask` is one word too many: `help` takes one verb')
  })

  test.each(VERB_NAMES)('of %s by an option that there is not', async (verb) => {
    expect(await wrong([verb, '--ordres', 'x'])).toBe(
      `remit: \`--ordres\` is no option of \`${verb}\`; \`--orders\` is`,
    )
    expect(await wrong([verb, '--colour', 'red'])).toBe(`remit: \`--colour\` is no option of \`${verb}\``)
    expect(await wrong([verb, '-x'])).toBe(`remit: \`-x\` is no option of \`${verb}\``)
  })

  test.each(VERB_NAMES)('of %s by an option without its value, or with one it does not take', async (verb) => {
    expect(await wrong([verb, '--orders'])).toBe('remit: `--orders` needs a value')
    expect(await wrong([verb, '--orders='])).toBe('remit: `--orders` needs a value')
    expect(await wrong([verb, '--json=yes'])).toBe('remit: `--json` takes no value')
    expect(await wrong([verb, '--orders', 'a', '--orders', 'b'])).toBe('remit: `--orders` is given twice')
  })

  test.each(['decide', 'ask', 'explain'] as const)('of %s without agency or time', async (verb) => {
    const more = verb === 'explain' ? ['--role', 'officer', '--act', 'pause'] : []
    expect(await wrong([verb, ...more])).toBe('remit: AGENCY is missing')
    expect(await wrong([verb, TOWN, ...more])).toBe('remit: `--at` is missing')
    expect(await wrong([verb, TOWN, 'x', ...more])).toBe(
      `remit: \`x\` is one word too many: \`${verb}\` takes one AGENCY`,
    )
    for (const time of ['today', '2019-02-30', '2019-09-28T24:00', '2019-09-28 21:50', '28.9.2019']) {
      expect(await wrong([verb, TOWN, '--at', time, ...more])).toBe(
        `remit: there is no day or time \`${time}\`; write the agency's local time, as in 2019-09-28T21:50 or 2019-09-28`,
      )
    }
  })

  test('of explain without role or act', async () => {
    expect(await wrong(['explain', TOWN, '--at', '2020-05-01'])).toBe('remit: `--role` is missing')
    expect(await wrong(['explain', TOWN, '--at', '2020-05-01', '--role', 'officer'])).toBe('remit: `--act` is missing')
  })

  test('by names that the orders do not have', async () => {
    const orders = await townOrders()
    const decide = (agency: string, ...rest: string[]) =>
      wrong(['decide', agency, '--at', '2020-05-01', '--orders', orders, ...rest])
    expect(await decide('us/il/town/polcie')).toBe(
      `remit: there is no agency \`us/il/town/polcie\`; \`${TOWN}\` is near`,
    )
    expect(await decide('town')).toBe(`remit: there is no agency \`town\`; there are ${TOWN}`)
    expect(await decide(TOWN, '--role', 'oficer')).toBe('remit: there is no role `oficer`; `officer` is near')
    expect(await decide(TOWN, '--role', 'mayor')).toBe(
      'remit: there is no role `mayor`; there are agency, officer, supervisor',
    )
    const explained = ['explain', TOWN, '--at', '2020-05-01', '--orders', orders, '--role', 'officer', '--act', 'wait']
    expect(await wrong(explained)).toBe('remit: there is no act `wait`; there are assist, pause')
  })

  test('by facts that the orders do not have', async () => {
    const orders = await townOrders()
    const given = (facts: string) => wrong(['decide', TOWN, '--at', '2020-05-01', '--orders', orders, '--given', facts])
    expect(await given('requester is icee')).toBe('remit: `--given`: `icee` is no value of `requester`; write `ice`')
    expect(await given('scene is loud')).toContain('remit: `--given`: ')
    expect(await given('and and and')).toContain('remit: `--given`: ')
    expect(await given('requester is ice expect officer must pause')).toBe(
      'remit: `--given` takes facts and events, nothing else',
    )
  })

  test('of serve', async () => {
    expect(await wrong(['serve', 'now'])).toBe('remit: `now` is not expected')
    for (const port of ['abc', '-1', '65536', '1.5', '1e3']) {
      expect(await wrong(['serve', `--port=${port}`])).toBe(`remit: \`${port}\` is no port: a number from 0 to 65535`)
    }
  })

  test('of verify', async () => {
    expect(await wrong(['verify'])).toBe('remit: FILE is missing')
    expect(await wrong(['verify', 'a', 'b'])).toBe('remit: `b` is one word too many: `verify` takes one FILE')
  })
})

describe('help', () => {
  test('lists the verbs', async () => {
    const { code, out } = await run('help')
    expect(code).toBe(0)
    for (const verb of VERB_NAMES) expect(out).toContain(`  ${verb} `)
    expect((await run('--help')).out).toBe(out)
    expect((await run('-h')).out).toBe(out)
  })

  test.each(VERB_NAMES)('shows how %s is called, before anything else is looked at', async (verb) => {
    const { code, out } = await run('help', verb)
    expect({ code, first: out.split('\n')[0] }).toEqual({ code: 0, first: `usage: ${USAGE[verb]}` })
    expect((await run(verb, '--nonsense', '--help')).out).toBe(out)
  })
})

describe('what cannot be read', () => {
  test('ends with 66 and names the file or folder', async () => {
    const orders = await townOrders()
    const nothing = async (...args: string[]) => {
      const { code, out, aside } = await run(...args)
      expect({ code, out }).toEqual({ code: 66, out: '' })
      return aside
    }
    expect(await nothing('check', '--orders', '/no/such/folder')).toBe(
      'remit: /no/such/folder cannot be read: it is not there',
    )
    expect(await nothing('check', '--orders', `${orders}/us/il/town/police/agency.md`)).toContain(': it is no folder')
    expect(await nothing('check', 'us/wi', '--orders', orders)).toBe(
      `remit: there is no \`us/wi\`, neither here nor below ${orders}`,
    )
    expect(await nothing('test', 'package.json', '--orders', orders)).toBe(
      `remit: \`package.json\` lies outside the orders, which are ${orders}; give their folder with --orders`,
    )
    expect(await nothing('verify', '/no/such/file')).toBe('remit: /no/such/file cannot be read: it is not there')
    expect(await nothing('verify', orders)).toBe(`remit: ${orders} cannot be read: it is a folder`)
    expect(await nothing('decide', TOWN, '--at', '1999-01-01', '--orders', orders)).toBe(
      `remit: these orders hold no words that were in force for ${TOWN} at 1999-01-01, so nothing can be asked`,
    )
  })

  test('is a folder without any order too', async () => {
    const orders = await townOrders({ 'empty/notes.txt': 'nothing' })
    const { code, aside } = await run('check', '--orders', `${orders}/empty`)
    expect({ code, aside }).toEqual({
      code: 66,
      aside: `remit: there are no order documents below ${orders}/empty; give the folder of the orders with --orders`,
    })
    expect(await run('test', 'empty', '--orders', orders)).toMatchObject({
      code: 66,
      aside: 'remit: there is no order document in `empty`',
    })
  })
})
