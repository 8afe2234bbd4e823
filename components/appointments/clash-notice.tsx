import { Notice } from '@/components/ui/notice'
import type { Clash } from '@/lib/appointments/appointment.rules'
import type { TakenHours } from '@/lib/appointments/appointment.view'
import { useAppointmentLabels } from './appointment-labels'

/** Who would have to be in two places at once, in sentences; it stops no one. */
export const ClashNotice = ({
  clashes,
  nameOf,
}: {
  clashes: readonly Clash<TakenHours>[]
  /** A person as the page shows people. */
  nameOf: (personId: string) => string | undefined
}) => {
  const { t, kind, when } = useAppointmentLabels()
  if (clashes.length === 0) return null
  const say = (taken: TakenHours): string =>
    taken.what === 'visit'
      ? t('clash.visit', { centre: taken.centre, when: when(taken) })
      : t('clash.one', { what: kind(taken.row.kind), when: when(taken), code: taken.row.code })
  return (
    <Notice kind="late" title={t('clash.title')}>
      <ul className="grid gap-1">
        {clashes.map(({ one, other, who }) => {
          const rows = [one, other].flatMap((taken) => (taken.what === 'appointment' ? [taken.row] : []))
          const isPerson = rows.some(({ personId }) => personId === who)
          const colleague = rows.flatMap((row) =>
            row.companionId === who
              ? (row.companion ?? [])
              : row.interpreterId === who
                ? (row.interpreter ?? [])
                : [],
          )[0]
          // Someone at a partner who interprets is not named here.
          const name = isPerson ? (nameOf(who) ?? rows[0]?.code) : colleague
          return (
            <li key={`${one.id} ${other.id} ${who}`} dir="auto" className="wrap-anywhere">
              {name === undefined
                ? t('clash.interpreter', { one: say(one), other: say(other) })
                : t(isPerson ? 'clash.person' : 'clash.companion', {
                    name,
                    one: say(one),
                    other: say(other),
                  })}
            </li>
          )
        })}
      </ul>
    </Notice>
  )
}
