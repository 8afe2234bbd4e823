import { useLocale, useTranslations } from 'next-intl'
import { formatTime } from '@/components/ui/time'
import type { Planned } from '@/lib/appointments/appointment.data'
import type { AppointmentKind } from '@/lib/appointments/appointment.rules'
import type { AppointmentRow } from '@/lib/appointments/appointment.schema'
import { isUnconfirmed } from '@/lib/appointments/booking.rules'
import { languageName } from '@/lib/people/country.rules'
import type { Day } from '@/lib/shared/dates'

type Hours = { readonly startsAt: string | null; readonly endsAt: string | null }

/** An appointment in words: with whom, when, who interprets. */
export const useAppointmentLabels = () => {
  const t = useTranslations('appointments')
  const locale = useLocale()
  const hours = ({ startsAt, endsAt }: Hours): string | null =>
    startsAt === null || endsAt === null ? startsAt : t('hours', { from: startsAt, to: endsAt })
  /** Of a restricted file only that it is an appointment. */
  const kind = (of: AppointmentKind | null): string => (of === null ? t('one') : t(`kind.${of}`))
  const when = (row: Hours & { readonly on: Day }): string =>
    [formatTime(locale, row.on, 'shortWeekday'), hours(row)].flatMap((one) => one ?? []).join(' · ')
  const interpreter = ({
    interpreterLanguage: language,
    interpreterWay: way,
    interpreterState: state,
    interpreter: name,
  }: AppointmentRow): string | null =>
    language === null
      ? null
      : [
          t('interpreter', { language: languageName(language, locale) }),
          way === null ? null : t(`way.${way}`),
          name === '' ? null : name,
          state === null ? t('notAsked') : t(`asked.${state}`),
        ]
          .flatMap((one) => one ?? [])
          .join(', ')
  /** That no interpreter has confirmed, where one is needed. */
  const unconfirmed = (row: Pick<Planned, 'needsInterpreter' | 'interpreterState'>): string | null =>
    isUnconfirmed(row) ? t(row.interpreterState === null ? 'noneAsked' : 'unconfirmed') : null
  return { t, hours, kind, when, interpreter, unconfirmed }
}
