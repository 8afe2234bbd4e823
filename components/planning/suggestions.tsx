import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { PersonName } from '@/components/people/person-name'
import { Icon } from '@/components/ui/icon'
import { Link } from '@/components/ui/link'
import { formatTime, Time } from '@/components/ui/time'
import type { CentreRow, SuggestionLine } from '@/lib/planning/week.view'
import type { Day } from '@/lib/shared/dates'
import { Reasons } from './reasons'
import { WishButton } from './wish-button'

const toId = (key: string): string => `see-${key}`

const Line = ({ person }: { person: SuggestionLine }) => {
  const t = useTranslations('planning')
  const format = useFormatter()
  const locale = useLocale()
  const { caseId, personId, isWished } = person
  const days = person.plannedOn.map((day) => formatTime(locale, day, 'shortWeekday'))
  return (
    <li id={toId(person.key)} className="see-row" {...(person.isOnScreenOnly ? { 'data-print': 'no' } : {})}>
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

/** The most urgent of a centre that is not open, each in a line with why. */
const First = ({ people }: { people: readonly SuggestionLine[] }) => (
  <ul className="see-first">
    {people.map(({ key, code, caseId, full, initials, reasons }) => (
      <li key={key} id={toId(key)}>
        <Link href={`/cases/${code}?file=${caseId}`}>
          <PersonName full={full} initials={initials} />
          <span className="sr-only"> {code}</span>
        </Link>
        {' · '}
        <Reasons reasons={reasons} />
      </li>
    ))}
  </ul>
)

/** The week with the people of a centre, or with those of none. */
export const toCentre = (monday: Day, slug: string, isOpen = true): string =>
  `/planning?week=${monday}${isOpen ? `&see=${slug}` : ''}#see-${slug}`

/** The line of someone in the week: on the page already where the centre names them, otherwise once the centre is open. */
export const toPerson = (
  monday: Day,
  { slug, isOpen, suggested }: Pick<CentreRow, 'slug' | 'isOpen' | 'suggested'>,
  key: string,
): string =>
  isOpen || !suggested.some((one) => one.key === key)
    ? `/planning?week=${monday}&see=${slug}#${toId(key)}`
    : `#${toId(key)}`

/**
 * Who should be seen in a centre and why, under how many they are; those without a reason last. One centre is open at a time: a week
 * of all of them is three hundred kilobytes, and the audit log would say of everyone that they were looked at.
 */
export const CentreSuggestions = ({ row, monday }: { row: CentreRow; monday: Day }) => {
  const t = useTranslations('planning')
  const { slug, label, isOpen, toSee, unplanned, hasVisit, otherCount, suggested, others, inDanger } = row
  if (toSee + otherCount === 0) return null
  return (
    <section id={`see-${slug}`} aria-label={label} className="see-centre">
      <h3>
        <Link href={toCentre(monday, slug, !isOpen)} {...(isOpen ? { 'aria-current': true } : {})}>
          <Icon name="forward" className={isOpen ? 'size-4 rotate-90' : 'size-4'} />
          <span>
            {label}{' '}
            <i>
              {toSee === 0 ? t('noReason') : t('toSee', { count: toSee })}
              {/* Where no one goes at all, the head of the page says it. */}
              {hasVisit && unplanned > 0 ? `, ${t('unplanned', { count: unplanned })}` : null}
            </i>{' '}
            {inDanger === 0 ? null : (
              // A phone names the first of them below.
              <b className="max-sm:sr-only">
                <span aria-hidden="true">▲ </span>
                {t('inDanger', { count: inDanger })}
              </b>
            )}
          </span>
        </Link>
      </h3>
      {isOpen ? (
        <ul className="pb-3">
          {suggested.map((person) => (
            <Line key={person.key} person={person} />
          ))}
        </ul>
      ) : (
        <First people={suggested} />
      )}
      {others.length === 0 ? null : (
        <>
          <h4 className="text-sm font-semibold text-muted">{t('othersHere', { count: otherCount })}</h4>
          <ul className="pb-3">
            {others.map((person) => (
              <Line key={person.key} person={person} />
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
