import { useTranslations } from 'next-intl'
import { useAppointmentLabels } from '@/components/appointments/appointment-labels'
import { ClashNotice } from '@/components/appointments/clash-notice'
import { Who } from '@/components/cases/who'
import { Link } from '@/components/ui/link'
import type { WeekProps } from '@/lib/planning/week.view'

type Props = { readonly week: WeekProps }

const shownOf = ({ inFiles }: WeekProps, caseId: string, personId: string) =>
  (inFiles.get(caseId) ?? []).find((person) => person.personId === personId)

/** Appointments at the same hours as another one or a visit. */
export const WeekClashes = ({ week }: Props) => {
  const people = [...week.inFiles.values()].flat()
  const nameOf = (id: string): string | undefined => {
    const person = people.find(({ personId }) => personId === id)
    return person?.full ?? person?.initials
  }
  return <ClashNotice clashes={week.clashes} nameOf={nameOf} />
}

/** The appointments of the week in files within reach, by day and hour. */
export const WeekAppointments = ({ week }: Props) => {
  const t = useTranslations('planning')
  const { t: say, when, kind, unconfirmed } = useAppointmentLabels()
  if (week.appointments.length === 0) return null
  return (
    <section aria-label={t('appointments.title')} className="mt-4">
      <h2 className="max-sm:text-base">{t('appointments.title')}</h2>
      <ul className="mt-1 border-t border-hair">
        {week.appointments.map((row) => {
          const person = shownOf(week, row.caseId, row.personId)
          return (
            <li key={row.subjectId} className="border-b border-hair py-1.5">
              <Link
                href={`/cases/${row.code}/appointments?file=${row.caseId}#row-${row.subjectId}`}
                className="inline-block py-0.5"
              >
                <Who names={person === undefined ? [] : [person]} /> <span className="code">{row.code}</span>
              </Link>
              <p className="text-sm text-muted">
                {[
                  when(row),
                  kind(row.kind),
                  row.companion === null ? say('alone') : say('along', { name: row.companion }),
                  unconfirmed(row),
                ]
                  .flatMap((one) => one ?? [])
                  .join(' · ')}
              </p>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
