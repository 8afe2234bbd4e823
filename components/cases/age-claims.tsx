import { useTranslations } from 'next-intl'
import { usePersonLabels } from '@/components/people/person-labels'
import { Tag } from '@/components/ui/tag'
import { Time } from '@/components/ui/time'
import type { AgeClaim } from '@/lib/people/age.rules'
import { minority } from '@/lib/people/minority.rules'
import type { Day } from '@/lib/shared/dates'
import { useMinorLabels } from './minor-labels'

/** Every claim of an age with its ground and day, which one protects, and why this person is or is not taken for a child. */
export const AgeClaims = ({ claims, today }: { claims: readonly AgeClaim[]; today: Day }) => {
  const t = useTranslations('people')
  const labels = usePersonLabels()
  const { why, law, eighteen } = useMinorLabels()
  const { treatedAsMinor, because } = minority(claims, today)
  const minor = labels.minor(claims, today)
  const turns = eighteen(claims, today)
  const article = law(claims, today)
  return (
    <div className="grid gap-1">
      {claims.length === 0 ? <span className="text-muted">{t('age.notAsked')}</span> : null}
      {claims.map((claim, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: claims are never reordered and bear no id
        <div key={index}>
          {labels.age(claim)} <Ground claim={claim} />
          {treatedAsMinor && claim === because ? (
            <>
              {' '}
              <Tag kind="info">{t('protects')}</Tag>
            </>
          ) : null}
        </div>
      ))}
      <p className="text-sm">
        {minor === null ? null : <strong className="inline-block first-letter:uppercase">{minor}.</strong>}
        {` ${why(claims, today)}`}
        {turns === null ? null : ` ${turns}`}
      </p>
      {article === null ? null : <p className="text-sm text-muted">{article}</p>}
    </div>
  )
}

const Ground = ({ claim: { what, source, seen, asOf } }: { claim: AgeClaim }) => {
  const t = useTranslations('people')
  return (
    <span className="text-sm text-muted">
      {source === null ? null : `${t(`source.${source}`)}, `}
      {seen === null ? null : `${t(`seen.${seen}`)}, `}
      <Time at={asOf} />
      {what?.form !== 'born' || what.text === '' || what.text === what.when ? null : (
        <>
          {', '}
          {t('asTyped', { text: what.text })}
        </>
      )}
    </span>
  )
}
