'use client'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { useFormContext, useWatch } from 'react-hook-form'
import { Button } from '@/components/ui/button'
import { BACK, Drawing } from '@/components/ui/drawing'
import { Link } from '@/components/ui/link'
import { formatTime } from '@/components/ui/time'
import { useLater } from '@/components/ui/use-later'
import type { Named } from '@/lib/detention/fellows.data'
import { accreditationOn } from '@/lib/detention/visit.rules'
import type { VisitForm } from '@/lib/detention/visit.schema'
import { useAccreditationLabels } from './accreditation-labels'
import { useHours } from './hours-labels'
import type { VisitWritingProps } from './visit-props'

/** When, and then with whom and how it went, as they stand in the fields. */
const useHeaderLine = (
  colleagues: readonly Named[],
  { actorId, today }: { actorId: string; today: string },
): readonly [when: string, how: string] => {
  const t = useTranslations('detention')
  const locale = useLocale()
  const format = useFormatter()
  const hours = useHours()
  const [onDate, startsAt, endsAt, visitors, access, waiting, mode] = useWatch<
    VisitForm,
    ['onDate', 'startsAt', 'endsAt', 'visitors', 'access', 'waitingMinutes', 'mode']
  >({ name: ['onDate', 'startsAt', 'endsAt', 'visitors', 'access', 'waitingMinutes', 'mode'] })
  const others = colleagues.filter(({ id }) => id !== actorId && visitors.includes(id))
  const joined = (parts: readonly (string | null)[]): string =>
    parts.filter((part) => part !== null).join(', ')
  const when = joined([
    /^\d{4}-\d{2}-\d{2}$/.test(onDate)
      ? formatTime(locale, onDate, onDate.startsWith(today.slice(0, 4)) ? 'shortWeekday' : 'weekday')
      : null,
    mode === 'in_person' ? null : t(`form.modes.${mode}`),
    hours({
      startsAt: startsAt === '' ? null : startsAt,
      endsAt: endsAt === '' ? null : endsAt,
    }),
  ])
  const how = joined([
    others.length === 0 ? null : t('with', { names: format.list(others.map(({ name }) => name)) }),
    access === 'granted' ? null : t(`access.${access}`),
    /^\d+$/.test(waiting) ? t('waited', { minutes: Number(waiting) }) : null,
  ])
  return how === '' ? [when, ''] : [`${when},`, how]
}

/** Centre, day, hours and company in three lines: right with one press, or opened and changed. */
export const VisitHead = ({
  centre,
  today,
  actorId,
  colleagues,
  teams,
  isOpen,
  onToggle,
}: Pick<VisitWritingProps, 'centre' | 'today' | 'actorId' | 'colleagues' | 'teams'> & {
  isOpen: boolean
  /** Null while one looks at what was written: then it is not changed. */
  onToggle: ((open: boolean) => void) | null
}) => {
  const t = useTranslations('detention.form')
  const { setValue } = useFormContext<VisitForm>()
  const header = useWatch<VisitForm, 'header'>({ name: 'header' })
  const onDate = useWatch<VisitForm, 'onDate'>({ name: 'onDate' })
  const labels = useAccreditationLabels()
  const [when, how] = useHeaderLine(colleagues, { actorId, today })
  const accredited = accreditationOn(onDate, centre.accreditations)
  // Seldom wanted, so not part of what the page waits for.
  const fields = useLater(() => import('./visit-header-fields'))
  const say = (open: boolean): void => {
    setValue('header', 'said', { shouldDirty: true })
    onToggle?.(open)
  }
  return (
    <header className="min-w-0 max-sm:-mt-2">
      <div className="-ms-2.5 flex items-center gap-0.5">
        <Link
          href="/detention/new?centre="
          aria-label={t('change')}
          className="grid size-11 shrink-0 place-items-center text-ink"
        >
          <Drawing path={BACK} className="size-5.5" />
        </Link>
        <h1 className="max-sm:text-h2">{centre.label}</h1>
      </div>
      {isOpen && onToggle !== null && fields !== null ? (
        <section aria-labelledby="about-visit" className="grid gap-3 border-b border-hair pt-2 pb-4">
          <h2 id="about-visit" className="font-sans text-base">
            {t('aboutVisit')}
          </h2>
          <fields.VisitHeaderFields today={today} colleagues={colleagues} teams={teams} />
          <div>
            <Button kind="quiet" onClick={() => say(false)}>
              {t('headerDone')}
            </Button>
          </div>
        </section>
      ) : (
        // On a phone with whom is a line of its own, under when and the two buttons.
        <div className="flex items-center gap-1 text-sm max-sm:flex-wrap">
          <p className="contents">
            <span className="min-w-0 max-sm:grow max-sm:basis-0">{when}</span>{' '}
            <span className="min-w-0 grow max-sm:order-last max-sm:basis-full">
              {how}
              {header === 'said' ? null : (
                <span className="text-muted max-sm:sr-only"> {t('headerProposed')}</span>
              )}
            </span>
          </p>
          {onToggle === null ? null : (
            <>
              {header === 'said' ? null : (
                <Button kind="quiet" size="small" className="shrink-0" onClick={() => say(false)}>
                  {t('headerRight')}
                </Button>
              )}
              <Button kind="plain" size="small" className="shrink-0 px-2" onClick={() => say(true)}>
                {t('headerChange')}
              </Button>
            </>
          )}
        </div>
      )}
      {accredited.kind === 'valid' ? null : (
        <p className="text-sm font-semibold text-late">
          <span aria-hidden="true">◷ </span>
          {/* In a word while one writes; what follows from it at the last look. */}
          {onToggle === null ? labels.long(accredited) : labels.short(accredited)}
        </p>
      )}
    </header>
  )
}
