/** Words of the language that mean the same in the written and in the checked tree. */

/** How well a text is known: read itself, read about, remembered, or set for a demo. */
export type Verified = 'primary' | 'secondary' | 'recalled' | 'assumed'

export type Comparison = 'at-least' | 'at-most' | 'less-than' | 'more-than'

export type StatementModality = 'must' | 'must not' | 'may' | 'need not' | 'should' | 'should not'
