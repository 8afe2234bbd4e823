import Link from 'next/link'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { ActionButton } from '@/components/forms/action-button'
import { Tag } from '@/components/ui/tag'
import { formatTime, Time } from '@/components/ui/time'
import { setWish } from '@/lib/planning/plan.actions'
import type { CentreRow, SuggestionLine } from '@/lib/planning/week.view'
import { ReasonTags } from './reason-tags'

const SHOWN = 8

const Line = ({ person }: { person: SuggestionLine }) => {
  const t = useTranslations('planning')
  const format = useFormatter()
  const locale = useLocale()
  const { caseId, personId, isWished } = person
  const days = person.plannedOn.map((day) => formatTime(locale, day, 'shortWeekday'))
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-hair py-2 first:border-t-0">
      <span className="w-36 shrink-0">
        <bdi className="font-semibold">{person.initials}</bdi>{' '}
        <Link
          href={`/cases/${person.code}?file=${caseId}`}
          prefetch={false}
          className="code inline-block py-1"
        >
          <span className="sr-only">{t('openFile')} </span>
          {person.code}
        </Link>
      </span>
      <span className="flex min-w-0 grow flex-wrap items-center gap-2">
        <ReasonTags reasons={person.reasons} />
        {days.length === 0 ? null : <Tag kind="done">{t('plannedOn', { days: format.list(days) })}</Tag>}
        <span className="text-sm text-muted">
          {person.lastMetOn === null ? (
            t('neverMet')
          ) : (
            <>
              {t('lastMet')} <Time at={person.lastMetOn} style="dayInYear" />
            </>
          )}
        </span>
      </span>
      <ActionButton
        action={setWish}
        input={{ caseId, personId, wanted: !isWished }}
        said={t(isWished ? 'wish.isWithdrawn' : 'wish.isSet')}
        undo={{ caseId, personId, wanted: isWished }}
      >
        {isWished ? t('wish.withdraw') : t('wish.set')}
        <span className="sr-only"> {person.code}</span>
      </ActionButton>
    </li>
  )
}

const Lines = ({ people }: { people: readonly SuggestionLine[] }) => (
  <ul>
    {people.map((person) => (
      <Line key={person.key} person={person} />
    ))}
  </ul>
)

const Folded = ({ words, people }: { words: string; people: readonly SuggestionLine[] }) =>
  people.length === 0 ? null : (
    <details className="border-t border-hair">
      <summary className="flex min-h-11 items-center font-semibold text-accent">{words}</summary>
      <Lines people={people} />
    </details>
  )

/** Who should be seen in a centre and why, the most urgent first; anyone who has no reason is one press away. */
export const CentreSuggestions = ({ row }: { row: CentreRow }) => {
  const t = useTranslations('planning')
  if (row.suggested.length + row.others.length === 0) return null
  const first = row.suggested.slice(0, SHOWN)
  const more = row.suggested.slice(SHOWN)
  return (
    <section aria-labelledby={`see-${row.slug}`} className="mt-5">
      <h3 id={`see-${row.slug}`} className="scroll-mt-4">
        {row.label}
      </h3>
      <div className="mt-2 rounded border border-hair bg-surface px-4 sm:px-5">
        {first.length === 0 ? <p className="py-3 text-muted">{t('noReason')}</p> : <Lines people={first} />}
        <Folded words={t('moreToSee', { count: more.length })} people={more} />
        <Folded words={t('othersHere', { count: row.others.length })} people={row.others} />
      </div>
    </section>
  )
}
