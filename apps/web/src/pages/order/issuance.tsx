import type { DocumentView, IssuanceView } from '@remit/contract/library-view.ts'
import type { AgencySummary } from '@remit/contract/shapes.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { failureWords } from '../../api/answers.ts'
import { agenciesQuery, issuancesQuery } from '../../api/queries.ts'
import { writeIssuance } from '../../api/resources.ts'
import { Button } from '../../ui/button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Notice } from '../../ui/notice.tsx'
import { dayAndClock } from '../../words/times.ts'
import styles from './order.module.css'

/** Departments that live under the order, and who there has received and read it. */
export function Issuance({ document }: { readonly document: DocumentView }) {
  const { data: agencies } = useQuery(agenciesQuery())
  const under = (agencies ?? []).filter(({ id, runs }) => runs && isUnder(id, document.id))
  if (under.length === 0) return null
  return (
    <section className={styles.issuances} aria-label="Issued to officers">
      <h2>Issued to officers</h2>
      {under.map((agency) => (
        <OfAgency key={agency.id} agency={agency} document={document} />
      ))}
    </section>
  )
}

/** An order of a folder concerns every agency in or below it. */
function isUnder(agency: string, document: string): boolean {
  const folder = document.slice(0, document.lastIndexOf('/'))
  return agency === folder || agency.startsWith(`${folder}/`)
}

/**
 * The position that issues orders in a demo department. No stream is followed here: an order can concern many
 * departments, and a browser keeps only six connections to one server.
 */
const ISSUER_ROLE = 'watch-commander'

function OfAgency({ agency, document }: { readonly agency: AgencySummary; readonly document: DocumentView }) {
  const queries = useQueryClient()
  const { data } = useQuery(issuancesQuery(agency.id))
  const issued = data?.find((each) => each.document === document.id)
  const issuer = agency.positions.find(({ role }) => role === ISSUER_ROLE)
  const { mutate, error, isPending } = useMutation({
    mutationFn: (said: { readonly as: string; readonly kind: 'issued' | 'read' }) =>
      writeIssuance(agency.id, document.id, said),
    onSettled: () => queries.invalidateQueries({ queryKey: ['issuances', agency.id] }),
  })
  return (
    <div className={styles.agency}>
      <h3>{agency.name}</h3>
      {error && <Notice {...failureWords(error)} />}
      {issued ? (
        <Recipients issued={issued} timeZone={agency.timeZone} onRead={(as) => mutate({ as, kind: 'read' })} />
      ) : (
        <EmptyState
          title="Not issued here yet."
          todo={`As the ${issuer?.title.toLowerCase() ?? 'issuing position'} of this demo department, issue it: each position then says that it has read it.`}
        >
          {issuer && (
            <Button
              kind="primary"
              onPress={() => mutate({ as: issuer.id, kind: 'issued' })}
              {...(isPending ? { unavailable: 'It is being recorded.' } : {})}
            >
              Issue to the officers
            </Button>
          )}
        </EmptyState>
      )}
    </div>
  )
}

function Recipients(props: {
  readonly issued: IssuanceView
  readonly timeZone: string
  readonly onRead: (as: string) => void
}) {
  const { issued, timeZone, onRead } = props
  const { issuedAt, issuedBy, recipients, state, supersededBy } = issued
  const at = (instant: number | undefined) => (instant === undefined ? 'not yet' : dayAndClock(instant, timeZone))
  return (
    <>
      <p>
        Issued {dayAndClock(issuedAt, timeZone)} by {issuedBy.title.toLowerCase()}.{' '}
        {state === 'superseded' && <b>Superseded by {supersededBy}.</b>}
      </p>
      <DataTable
        caption="Who has received and read it"
        captionHidden
        rows={recipients}
        rowKey={({ position }) => position.id}
        columns={[
          { key: 'who', header: 'Position', cell: ({ position }) => position.title },
          { key: 'received', header: 'Received', cell: ({ receivedAt }) => at(receivedAt) },
          {
            key: 'read',
            header: 'Read',
            cell: ({ position, readAt }) =>
              readAt === undefined ? (
                <button type="button" className={styles.read} onClick={() => onRead(position.id)}>
                  <span className="spoken">{position.title}: </span>not yet: say that it is read
                </button>
              ) : (
                at(readAt)
              ),
          },
        ]}
        empty={<EmptyState title="No position receives orders here." todo="Add positions to the department." />}
      />
    </>
  )
}
