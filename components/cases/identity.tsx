import { useLocale, useTranslations } from 'next-intl'
import { usePersonLabels } from '@/components/people/person-labels'
import { Tag } from '@/components/ui/tag'
import { Time } from '@/components/ui/time'
import { dayOfStay } from '@/lib/cases/case.rules'
import type { CaseHeader } from '@/lib/cases/case-header.data'
import { labelIn } from '@/lib/cases/word.view'
import { minority } from '@/lib/people/minority.rules'
import type { Day } from '@/lib/shared/dates'

/** Who a person is, as they say it and as others do: names, ages, nationalities, languages, and where they are. */
export const Identity = ({
  person,
  today,
  isFirst,
}: {
  person: CaseHeader['people'][number]
  today: Day
  /** On paper the head of the file has said their name. */
  isFirst: boolean
}) => {
  const t = useTranslations('cases')
  const tp = useTranslations('people')
  const locale = useLocale()
  const labels = usePersonLabels()
  const [name, ...others] = person.names
  const script = others.filter(({ kind }) => kind === 'other_script')
  const also = others.filter(({ kind }) => kind !== 'other_script')
  const need = person.interpreterNeed
  const facts = [
    ...person.nationalities.map(labels.heldNationality),
    ...person.languages.map(labels.language),
    need === 'yes' || need === 'some' || need === 'no' ? tp(`interpreter.${need}`) : null,
  ].filter((fact) => fact !== null)
  return (
    <div>
      <div className="flex flex-wrap items-baseline gap-x-2.5">
        <h2 className={isFirst ? 'print:hidden' : ''}>
          <bdi dir="auto" translate="no" className="wrap-anywhere">
            {name?.text ?? t('noName')}
          </bdi>
        </h2>
        {script.map(({ text }) => (
          <bdi key={text} dir="auto" translate="no" className="text-h3 text-muted">
            {text}
          </bdi>
        ))}
        {also.length === 0 ? null : (
          <span className="text-h3 text-muted">
            {t('also')}{' '}
            {also.map(({ text }, index) => (
              <bdi key={text} dir="auto" translate="no">
                {index === 0 ? '' : ', '}
                {text}
              </bdi>
            ))}
          </span>
        )}
      </div>
      <AgeLine claims={person.ageClaims} today={today} />
      <p className="text-muted">
        {facts.length === 0 ? tp('nationality.notAsked') : facts.join(' · ')}
        {' · '}
        {person.stay === null ? (
          t('placeNotRecorded')
        ) : (
          <>
            {labelIn(person.stay.place, locale)}
            {person.stay.since === null ? null : (
              <>
                {', '}
                <SinceWhen since={person.stay.since} heldSince={person.stay.heldSince} today={today} />
              </>
            )}
          </>
        )}
      </p>
    </div>
  )
}

/** Since when a person is where they are; after a move, since when they have been detained at all: that is what is counted. */
const SinceWhen = ({ since, heldSince, today }: { since: Day; heldSince: Day | null; today: Day }) => {
  const t = useTranslations('cases')
  const time = () => <Time at={since} style="dayInYear" />
  if (heldSince === null || heldSince === since)
    return t.rich('since', { day: dayOfStay(since, today), time })
  const held = () => <Time at={heldSince} style="dayInYear" />
  return t.rich('heldSince', { day: dayOfStay(heldSince, today), time, held })
}

/** Every age that was claimed, with its ground; the one that protects says so, because it is the one to go by. */
const AgeLine = ({ claims, today }: { claims: CaseHeader['people'][number]['ageClaims']; today: Day }) => {
  const t = useTranslations('people')
  const labels = usePersonLabels()
  const minor = labels.minor(claims, today)
  const { treatedAsMinor, because } = minority(claims, today)
  return (
    <p className="mt-1">
      {claims.length === 0 ? t('age.notAsked') : null}
      {claims.map((claim, index) => {
        const day = labels.ageDay(claim)
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: claims are never reordered and bear no id
          <span key={index}>
            {index === 0 ? '' : ' · '}
            {labels.age(claim)}
            {day === null ? null : (
              <span className="text-muted">
                {' ('}
                <Time at={day} />)
              </span>
            )}
            {treatedAsMinor && claims.length > 1 && claim === because ? (
              <>
                {' '}
                <Tag kind="info">{t('protects')}</Tag>
              </>
            ) : null}
          </span>
        )
      })}
      {minor === null ? null : (
        <>
          {' · '}
          <strong>{minor}</strong>
        </>
      )}
    </p>
  )
}
