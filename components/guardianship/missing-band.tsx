import { useFormatter } from 'next-intl'
import { FreeText } from '@/components/ui/free-text'
import { InlineLink } from '@/components/ui/inline-link'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { SIGNS, Tag } from '@/components/ui/tag'
import { dayOfEvent } from '@/lib/guardianship/event.rules'
import type { MinorShown } from '@/lib/guardianship/guardianship-page.data'
import { SLUGS } from '@/lib/guardianship/vocabulary.rules'
import type { HelpBody } from '@/lib/referrals/body.data'
import { type Day, daysBetween } from '@/lib/shared/dates'
import { type Lists, useGuardianshipLabels } from './guardianship-labels'
import { PhoneLine } from './phone-line'

/** While a minor is missing: since when and how, who has still to be told and by when, who was told, and the end of it. */
export const MissingBand = ({
  minor: { person, current, told },
  lists,
  bodies,
  href,
  deadlinesHref,
  canEdit,
  today,
}: {
  minor: MinorShown
  lists: Lists
  bodies: readonly HelpBody[]
  href: string
  deadlinesHref: string
  canEdit: boolean
  today: Day
}) => {
  const { t, day } = useGuardianshipLabels(lists)
  const { missing } = current
  if (missing === null) return null
  const record = (event: string) => `${href}&event=${event}&person=${person.id}`
  const since = dayOfEvent(missing)
  const days = since === null ? 0 : daysBetween(since, today)
  const untold = told.filter(({ row }) => row === null)
  const isUntold = (...whom: readonly string[]) => untold.some((one) => whom.includes(one.whom))
  return (
    <Notice
      kind="error"
      title={
        days < 1
          ? t('missingSince', { name: person.name, on: day(missing) })
          : t('missingFor', { name: person.name, days, on: day(missing) })
      }
    >
      <How missing={missing} lists={lists} />
      {isUntold('police', 'child_focus') ? <p className="mt-2 font-semibold">{t('missingNow')}</p> : null}
      {untold.length === 0 ? null : (
        <>
          <h4 className="mt-3 font-sans text-base font-semibold">{t('toldTitle')}</h4>
          <ul className="grid gap-1">
            {untold.map(({ whom }) => (
              <li key={whom} className="flex flex-wrap items-center gap-x-4 gap-y-1">
                <span className="sm:w-56">
                  {t(`toldTo.${whom}`)}
                  {whom === 'guardian' && current.guardian !== null ? null : (
                    <span className="block text-sm text-muted">{t(`toldBy.${whom}`)}</span>
                  )}
                </span>
                <Tag kind="late">{t('notTold')}</Tag>
                {canEdit ? (
                  <LinkButton size="small" kind="quiet" href={`${record('told')}&whom=${whom}#record`}>
                    {t('tellNow')}
                    <span className="sr-only">: {t(`toldTo.${whom}`)}</span>
                  </LinkButton>
                ) : null}
                {SLUGS[whom] === undefined ? null : (
                  <span className="basis-full">
                    <PhoneLine body={bodies.find(({ slug }) => slug === SLUGS[whom]) ?? null} />
                  </span>
                )}
              </li>
            ))}
          </ul>
          <p className="mt-2 max-w-prose text-sm">{t('missingRule')}</p>
        </>
      )}
      <Told told={told} isAll={untold.length === 0} lists={lists} />
      <div className="mt-1.5 flex flex-wrap items-center gap-x-5 print:hidden">
        {canEdit ? (
          <>
            <LinkButton size="small" href={`${record('found')}#record`}>
              {t('isFound')}
            </LinkButton>
            <InlineLink href={`${record('looked_again')}#record`}>{t('kind.looked_again')}</InlineLink>
          </>
        ) : null}
        <InlineLink href={deadlinesHref}>{t('missingReviews')}</InlineLink>
      </div>
    </Notice>
  )
}

/** Where they were last seen, how worrying it is and why, and the words. */
const How = ({
  missing: { details },
  lists,
}: {
  missing: NonNullable<MinorShown['current']['missing']>
  lists: Lists
}) => {
  const { t, howMissing } = useGuardianshipLabels(lists)
  const { place } = details
  const how = howMissing(details)
  return (
    <>
      {place === '' ? null : (
        <p className="wrap-anywhere">{t.rich('lastSeen', { place: () => <bdi dir="auto">{place}</bdi> })}</p>
      )}
      {how === null ? null : <p>{how}</p>}
      <FreeText text={details.words} className="max-w-prose" />
    </>
  )
}

/** Who was told, and when: in one line where it was everyone. */
const Told = ({ told, isAll, lists }: { told: MinorShown['told']; isAll: boolean; lists: Lists }) => {
  const { t, day } = useGuardianshipLabels(lists)
  const format = useFormatter()
  const groups = new Map<string, string[]>()
  for (const { whom, row } of told)
    if (row !== null) groups.set(day(row), [...(groups.get(day(row)) ?? []), t(`toldTo.${whom}`)])
  if (groups.size === 0) return null
  return (
    <ul className="mt-2 text-sm">
      {[...groups].map(([on, whom]) => (
        <li key={on}>
          <span aria-hidden="true" className="text-done">
            {SIGNS.done}{' '}
          </span>
          {isAll && groups.size === 1 ? t('toldAll', { on }) : t('toldWhom', { whom: format.list(whom), on })}
        </li>
      ))}
    </ul>
  )
}
