import { useState } from 'react'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { RoleBlock, RoleBlocks } from '../../ui/role-block.tsx'
import { RuleLine } from '../../ui/rule-line.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import type { Result } from '../../words/modality.ts'
import styles from './gallery.module.css'
import { Group, Specimen } from './specimen.tsx'

type Difference = {
  readonly situation: string
  readonly before: Result
  readonly after: Result
  readonly who: string
}

const DIFFERENCES: readonly Difference[] = [
  {
    situation: 'A criminal warrant is outstanding',
    before: 'MAY',
    after: 'MUST NOT',
    who: 'Officer: assist the civil arrest',
  },
  {
    situation: 'The request is for a traffic perimeter',
    before: 'SILENT',
    after: 'MUST NOT',
    who: 'Officer: assist the civil arrest',
  },
  { situation: 'A judge’s criminal warrant is shown', before: 'MAY', after: 'MAY', who: 'Officer: serve the warrant' },
]

/** Cards, tables and switches of the public pages. */
export function PublicParts() {
  const [view, setView] = useState<'both' | 'street' | 'jail' | 'table'>('both')
  return (
    <Group title="Public pages">
      <div className={styles.columns}>
        <Card title="Chicago, Illinois" note="24 Nov 2026" level={3}>
          <Answers />
        </Card>
        <Card title="Houston, Texas" note="24 Nov 2026" level={3}>
          <RoleBlocks>
            <RoleBlock name="Officer">
              <RuleLine
                who="Officer"
                result="MAY"
                act="help as reasonable or necessary"
                citing="below"
                size="md"
                cite={<a href="#gov">Gov. Code 752.053(b)</a>}
              />
            </RoleBlock>
            <RoleBlock name="Supervisor">
              <RuleLine who="Supervisor" result="SILENT" act="found for supervisors" citing="below" size="md" />
            </RoleBlock>
          </RoleBlocks>
        </Card>
      </div>
      <Specimen name="Segmented">
        <Segmented
          label="Which map"
          value={view}
          onChange={setView}
          options={[
            { value: 'both', label: 'Both acts' },
            { value: 'street', label: 'Street' },
            { value: 'jail', label: 'Jail' },
            { value: 'table', label: 'Table' },
          ]}
        />
      </Specimen>
      <Specimen name="Table: a difference in words">
        <DataTable
          caption="What changed on 23 Feb 2021"
          rows={DIFFERENCES}
          rowKey={(row) => row.situation}
          empty={null}
          columns={[
            { key: 'situation', header: 'Situation', cell: (row) => row.situation },
            { key: 'before', header: '2012', cell: (row) => <Badge result={row.before} size="md" /> },
            {
              key: 'after',
              header: '2021',
              cell: (row) => (
                <>
                  <Badge result={row.after} size="md" /> {row.before === row.after && 'unchanged'}
                </>
              ),
            },
            { key: 'who', header: 'Who, act', cell: (row) => row.who },
          ]}
        />
      </Specimen>
      <Specimen name="Table without rows">
        <DataTable<Difference>
          caption="Differences"
          rows={[]}
          rowKey={(row) => row.situation}
          columns={[]}
          empty={<EmptyState title="Nothing changed between these two days." todo="Choose another pair of days." />}
        />
      </Specimen>
      <Specimen name="Buttons">
        <Button kind="primary">Next step</Button> <Button>Back</Button> <Button kind="quiet">What if</Button>
      </Specimen>
    </Group>
  )
}

function Answers() {
  return (
    <RoleBlocks>
      <RoleBlock name="Officer">
        <RuleLine
          who="Officer"
          result="MUST NOT"
          act="help with the arrest on the street"
          citing="below"
          size="md"
          cite={
            <>
              <a href="#ilcs">5 ILCS 805/15(h)</a>, state statute
            </>
          }
        />
      </RoleBlock>
      <RoleBlock name="Supervisor">
        <RuleLine
          who="Supervisor"
          result="MUST"
          act="decline the request and direct officers to leave"
          citing="below"
          size="md"
          citation="MCC ch. 2-173 as amended"
        />
      </RoleBlock>
    </RoleBlocks>
  )
}
