import { Link } from '@/components/ui/link'
import type { Planned } from '@/lib/appointments/appointment.data'
import type { Day } from '@/lib/shared/dates'
import { useAppointmentLabels } from './appointment-labels'

/** A planned appointment of a file among what is to be done in it, and the way to it; once its day has passed, what came of it is asked for. */
export const TodoAppointment = ({ row, href, today }: { row: Planned; href: string; today: Day }) => {
  const { t, kind, hours, unconfirmed } = useAppointmentLabels()
  const says = [
    t('one'),
    hours(row),
    row.companion === null ? t('alone') : t('along', { name: row.companion }),
    row.on < today ? t('ask') : unconfirmed(row),
  ].flatMap((one) => one ?? [])
  return (
    <>
      <Link href={`${href}#row-${row.subjectId}`} className="text-ink no-underline hover:underline">
        {kind(row.kind)}
      </Link>
      <p className="text-sm text-muted">{says.join(' · ')}</p>
    </>
  )
}
