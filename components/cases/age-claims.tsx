import { useTranslations } from 'next-intl'
import { usePersonLabels } from '@/components/people/person-labels'
import { Tag } from '@/components/ui/tag'
import { Time } from '@/components/ui/time'
import type { AgeClaim } from '@/lib/people/age.rules'
import { minority } from '@/lib/people/minority.rules'
import type { Day } from '@/lib/shared/dates'
import { useMinorLabels } from './minor-labels'

/** One claim of an age with its ground and day, and whether it is the one that protects. */
export const AgeLine = ({
  claim,
  claims,
  today,
}: {
  claim: AgeClaim
  claims: readonly AgeClaim[]
  today: Day
}) => {
  const t = useTranslations('people')
  const labels = usePersonLabels()
  const { treatedAsMinor, because } = minority(claims, today)
  const { what, source, seen, asOf } = claim
  return (
    <>
      {labels.bareAge(claim)}
      <span className="text-sm text-muted">
        {' · '}
        {source === null ? null : `${t(`source.${source}`)}, `}
        {seen === null ? null : `${t(`seen.${seen}`)}, `}
        <Time at={asOf} style="shortInYears" />
        {what?.form !== 'born' || what.text === '' || what.text === what.when ? null : (
          <>
            {', '}
            {t('asTyped', { text: what.text })}
          </>
        )}
      </span>
      {treatedAsMinor && claim === because ? (
        <>
          {' '}
          <Tag kind="info">{t('protects')}</Tag>
        </>
      ) : null}
    </>
  )
}

/** What follows from all claims together: why this person is or is not treated as a minor, and when they turn eighteen. */
export const AgeMeaning = ({ claims, today }: { claims: readonly AgeClaim[]; today: Day }) => {
  const labels = usePersonLabels()
  const { why, law, eighteen } = useMinorLabels()
  const minor = labels.minor(claims, today)
  // Of one claim that makes an adult, the page has just said it.
  const because =
    claims.length === 1 && minority(claims, today).reason.code === 'allAdult' ? null : why(claims, today)
  const turns = eighteen(claims, today)
  const article = law(claims, today)
  if (minor === null && because === null && turns === null && article === null) return null
  return (
    <div className="pt-1.5 text-sm text-muted">
      <p>
        {minor === null ? null : (
          <strong className="inline-block text-ink first-letter:uppercase">{minor}.</strong>
        )}
        {because === null ? null : ` ${because}`}
        {turns === null ? null : ` ${turns}`}
      </p>
      {article === null ? null : <p>{article}</p>}
    </div>
  )
}
