'use client'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { useFormContext, useWatch } from 'react-hook-form'
import { Button } from '@/components/ui/button'
import { formatTime } from '@/components/ui/time'
import type { Named } from '@/lib/detention/fellows.data'
import type { VisitForm } from '@/lib/detention/visit.schema'
import { VisitHeaderFields } from './visit-header-fields'
import { useHours } from './visit-list'

/** Day, hours and company in one line, as they stand in the fields. */
export const useHeaderLine = (colleagues: readonly Named[], actorId: string): string => {
  const t = useTranslations('detention')
  const locale = useLocale()
  const format = useFormatter()
  const hours = useHours()
  const [onDate, startsAt, endsAt, visitors, access, waiting, mode] = useWatch<
    VisitForm,
    ['onDate', 'startsAt', 'endsAt', 'visitors', 'access', 'waitingMinutes', 'mode']
  >({ name: ['onDate', 'startsAt', 'endsAt', 'visitors', 'access', 'waitingMinutes', 'mode'] })
  const others = colleagues.filter(({ id }) => id !== actorId && visitors.includes(id))
  return [
    /^\d{4}-\d{2}-\d{2}$/.test(onDate) ? formatTime(locale, onDate, 'weekday') : null,
    mode === 'in_person' ? null : t(`form.modes.${mode}`),
    hours({
      startsAt: startsAt === '' ? null : startsAt,
      endsAt: endsAt === '' ? null : endsAt,
    }),
    others.length === 0 ? null : t('with', { names: format.list(others.map(({ name }) => name)) }),
    access === 'granted' ? null : t(`access.${access}`),
    /^\d+$/.test(waiting) ? t('waited', { minutes: Number(waiting) }) : null,
  ]
    .filter((part) => part !== null)
    .join(' · ')
}

/** The head of a visit: proposed after the last one, right with one tap, or opened and changed. */
export const HeaderCard = ({
  isOpen,
  onToggle,
  today,
  actorId,
  colleagues,
  teams,
}: {
  isOpen: boolean
  onToggle: (open: boolean) => void
  today: string
  actorId: string
  colleagues: readonly Named[]
  teams: readonly Named[]
}) => {
  const t = useTranslations('detention.form')
  const { setValue } = useFormContext<VisitForm>()
  const header = useWatch<VisitForm, 'header'>({ name: 'header' })
  const line = useHeaderLine(colleagues, actorId)
  // What was said stands in the head of the page.
  if (header === 'said' && !isOpen) return null
  const say = (open: boolean): void => {
    setValue('header', 'said', { shouldDirty: true })
    onToggle(open)
  }
  return (
    <section
      aria-labelledby="about-visit"
      className="grid gap-3 rounded border border-hair bg-surface px-3.5 py-3"
    >
      <h2 id="about-visit" className="font-sans text-base">
        {t('aboutVisit')}
      </h2>
      {isOpen ? (
        <>
          <VisitHeaderFields today={today} colleagues={colleagues} teams={teams} />
          <div>
            <Button kind="quiet" onClick={() => say(false)}>
              {t('headerDone')}
            </Button>
          </div>
        </>
      ) : (
        <>
          <p>{line}</p>
          <p className="text-sm text-muted">{t('headerProposed')}</p>
          <div className="flex flex-wrap gap-2">
            <Button onClick={() => say(false)}>{t('headerRight')}</Button>
            <Button kind="quiet" onClick={() => say(true)}>
              {t('headerChange')}
            </Button>
          </div>
        </>
      )}
    </section>
  )
}
