/** Where a line begins: by the rule of the grammar that a token opens, or by the keyword that it is in a rule. */

export type Start =
  /** A line begins here, this far from the margin; where it is broken, it goes on at `inner`. */
  | { readonly kind: 'line'; readonly indent: number; readonly inner: number }
  /** A clause of an act: it stands on the line of its act while there is room. */
  | { readonly kind: 'clause' }
  /** Where a line that is too long is broken first. */
  | { readonly kind: 'part' }
  /** Where it is broken else: after a comma. */
  | { readonly kind: 'item' }
  | { readonly kind: 'none' }

export const NONE: Start = { kind: 'none' }
const PART: Start = { kind: 'part' }
/** After a comma. */
export const ITEM: Start = { kind: 'item' }

function line(indent: number, inner = Math.max(4, indent + 2)): Start {
  return { kind: 'line', indent, inner }
}

/** `when X` and below it ` and Y`: what is said begins at one column, also where it is broken. */
const CONDITION = { when: line(2, 7), unless: line(2, 9) }
const GIVEN = 8
const EXPECT = 9

/** Rules that begin a line, or a part of one, a place in a rule among them. What does not stand here begins nothing. */
const OPENED: { readonly [rule: string]: Start } = {
  Declaration: line(0),
  FactClause: line(2),
  ListClause: line(2),
  ActClause: { kind: 'clause' },
  // Stands in an act's clause, and is no clause beside others.
  ArisesClause: line(2),
  Statement: line(2),
  StatementEnding: PART,
  IfLate: PART,
  Closing: line(2),
  'Report.by': line(2),
  ReportClause: line(2),
  ScenarioClause: line(2),
  Step: line(2),
}

/** Keywords that begin a line or a part, by the rule that they stand in. */
const KEYWORDS: { readonly [rule: string]: { readonly [keyword: string]: Start } } = {
  Norm: CONDITION,
  Exception: { ...CONDITION, for: PART },
  Invariant: { when: CONDITION.when, expect: line(2, EXPECT), and: line(5, EXPECT) },
  Choice: { when: CONDITION.when },
  ConditionBlock: { '-': line(4) },
  Report: { every: line(2) },
  Scenario: { given: line(2, GIVEN) },
  ExpectStep: { expect: line(2, EXPECT), and: line(5, EXPECT) },
  Statement: { other: PART },
  ModalityExpectation: { because: PART },
  Unsettled: { until: line(2), against: PART },
}

/** `and` between two conditions or happenings, by the rule that the row of them stands in. */
const JOINS: { readonly [rule: string]: Start } = {
  ConditionBlock: line(3, 7),
  Never: PART,
  Scenario: line(4, GIVEN),
  ThenStep: PART,
}

/** A token with the rules of the grammar around it. */
export type Placed = {
  readonly text: string
  /** Outermost first; the last holds the token itself. */
  readonly rules: readonly string[]
  /** Those that it is the first token of, each also as `Rule.property` of the rule that it stands in. */
  readonly opens: readonly string[]
  /** For `and`: whether it joins two tests of one entry of a list, which is one condition. */
  readonly joinsTests: boolean
}

/** Where the token begins a line or a part. */
export function startOf({ text, rules, opens, joinsTests }: Placed): Start {
  const rule = rules.at(-1)
  const outer = rules.at(-2)
  if (text === 'and' && (rule === 'Conditions' || rule === 'Happenings')) {
    return joinsTests || outer === undefined ? NONE : (JOINS[outer] ?? NONE)
  }
  // A define's own line is at the margin, so its dashes are nearer to it.
  if (text === '-' && rules.includes('Define')) return line(2)
  const keywords = rule === undefined ? undefined : KEYWORDS[rule]
  if (keywords !== undefined && Object.hasOwn(keywords, text)) return keywords[text] ?? NONE
  // The inner of two rules knows more.
  return opens.flatMap((opened) => OPENED[opened] ?? []).at(-1) ?? NONE
}
