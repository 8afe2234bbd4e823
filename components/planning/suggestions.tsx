import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { PersonName } from '@/components/people/person-name'
import { Link } from '@/components/ui/link'
import { formatTime, Time } from '@/components/ui/time'
import type { CentreRow, SuggestionLine } from '@/lib/planning/week.view'
import { Reasons } from './reasons'
import { WishButton } from './wish-button'

const Line = ({ person }: { person: SuggestionLine }) => {
  const t = useTranslations('planning')
  const format = useFormatter()
  const locale = useLocale()
  const { caseId, personId, isWished } = person
  const days = person.plannedOn.map((day) => formatTime(locale, day, 'shortWeekday'))
  return (
    <li className="see-row" {...(person.isOnScreenOnly ? { 'data-print': 'no' } : {})}>
      <div>
        <Link href={`/cases/${person.code}?file=${caseId}`}>
          <PersonName full={person.full} initials={person.initials} />{' '}
          <span className="code">{person.code}</span>
        </Link>
        <p>
          <Reasons reasons={person.reasons} />
          {person.reasons.length > 0 ? null : (
            <span className="text-muted">
              {person.lastMetOn === null ? (
                t('neverMet')
              ) : (
                <>
                  {t('lastMet')} <Time at={person.lastMetOn} style="dayInYear" />
                </>
              )}
            </span>
          )}
          {days.length === 0 ? null : (
            <span className="text-done">
              {' · '}
              <span aria-hidden="true">✓ </span>
              {t('plannedOn', { days: format.list(days) })}
            </span>
          )}
        </p>
      </div>
      <WishButton {...{ caseId, personId, isWished }} code={person.code} />
    </li>
  )
}

/** So many of a centre are named before anything is unfolded. */
const NAMED = 3

/** The most urgent of a centre, each in a line with why; the fold below has them again with all that can be done. */
const First = ({ people }: { people: readonly SuggestionLine[] }) => (
  <ul className="pb-2 ps-7 text-sm peer-open:hidden max-sm:hidden print:hidden">
    {people.slice(0, NAMED).map(({ key, code, caseId, full, initials, reasons }) => (
      <li key={key} className="truncate py-0.5">
        <Link
          href={`/cases/${code}?file=${caseId}`}
          className="font-semibold text-ink no-underline hover:underline"
        >
          <PersonName full={full} initials={initials} />
          <span className="sr-only"> {code}</span>
        </Link>
        {' · '}
        <Reasons reasons={reasons} />
      </li>
    ))}
  </ul>
)

/** Who should be seen in a centre and why, the most urgent first, folded under how many they are; those without a reason last. */
export const CentreSuggestions = ({ row }: { row: CentreRow }) => {
  const t = useTranslations('planning')
  const { suggested, others, inDanger } = row
  if (suggested.length + others.length === 0) return null
  return (
    <div className="border-b border-hair">
      <details id={`see-${row.slug}`} data-print="open" className="peer scroll-mt-20">
        <summary className="flex min-h-11 flex-wrap items-center gap-x-2 py-0.5">
          <h3 className="font-sans text-base">{row.label}</h3>
          <span className="text-sm text-muted">
            {suggested.length === 0 ? t('noReason') : t('toSee', { count: suggested.length })}
          </span>
          {inDanger === 0 ? null : (
            <span className="text-sm font-semibold text-danger">
              <span aria-hidden="true">▲ </span>
              {t('inDanger', { count: inDanger })}
            </span>
          )}
        </summary>
        <ul className="pb-3">
          {suggested.map((person) => (
            <Line key={person.key} person={person} />
          ))}
        </ul>
        {others.length === 0 ? null : (
          <>
            <h4 className="text-sm font-semibold text-muted">{t('othersHere', { count: others.length })}</h4>
            <ul className="pb-3">
              {others.map((person) => (
                <Line key={person.key} person={person} />
              ))}
            </ul>
          </>
        )}
      </details>
      <First people={suggested} />
    </div>
  )
}
