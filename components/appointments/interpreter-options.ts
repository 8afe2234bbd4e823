import { useTranslations } from 'next-intl'
import { usePartnerLabels } from '@/components/partners/partner-labels'
import type { AppointmentInput } from '@/lib/appointments/appointment.schema'
import type { Interpreter } from '@/lib/appointments/interpreter.data'
import type { Day } from '@/lib/shared/dates'
import type { InterpreterOption } from './appointment-form'

/** Those who can be chosen to interpret, in words: where they work, how they come, and what has to be known before. Who is named already is among them. */
export const useInterpreterOptions = (today: Day) => {
  const t = useTranslations('appointments')
  const { t: say, facts, day } = usePartnerLabels()
  return (
    interpreters: readonly Interpreter[],
    { booked, interpreter }: Pick<AppointmentInput, 'booked' | 'interpreter'>,
  ): InterpreterOption[] => {
    const options = interpreters.map(({ value, name, at, languages, ways, signedUntil, isWarned }) => ({
      value,
      languages,
      label: facts([
        at === null ? name : t('booking.at', { name, partner: at }),
        value.startsWith('staff:') ? t('booking.colleague') : '',
        ...ways.map((way) => say(`way.${way}`)),
        signedUntil !== '' && signedUntil < today ? say('signedOver', { on: day(signedUntil) }) : '',
        isWarned ? t('booking.warned') : '',
      ]),
    }))
    const isNamed = booked !== '' && !options.some(({ value }) => value === booked)
    return isNamed ? [...options, { value: booked, languages: [], label: interpreter }] : options
  }
}
