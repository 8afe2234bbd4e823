import { FreeText } from '@/components/ui/free-text'
import { InlineLink } from '@/components/ui/inline-link'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { Tag } from '@/components/ui/tag'
import type { MinorShown } from '@/lib/guardianship/guardianship-page.data'
import { SLUGS } from '@/lib/guardianship/vocabulary.rules'
import type { HelpBody } from '@/lib/referrals/body.data'
import { type Lists, useGuardianshipLabels } from './guardianship-labels'
import { PhoneLine } from './phone-line'

/** While a minor is missing: since when and how, whom one tells and who was told when, and the end of it. */
export const MissingBand = ({
  minor: { person, current, told },
  lists,
  bodies,
  href,
  deadlinesHref,
  canEdit,
}: {
  minor: MinorShown
  lists: Lists
  bodies: readonly HelpBody[]
  href: string
  deadlinesHref: string
  canEdit: boolean
}) => {
  const { t, day, facts } = useGuardianshipLabels(lists)
  const { missing } = current
  if (missing === null) return null
  const record = (event: string) => `${href}&event=${event}&person=${person.id}`
  const said = facts(missing)
  return (
    <Notice kind="error" title={t('missingSince', { name: person.name, on: day(missing) })}>
      {said.length === 0 ? null : (
        <p dir="auto" className="wrap-anywhere">
          {said.join(' · ')}
        </p>
      )}
      <FreeText text={missing.details.words} className="max-w-prose" />
      <h4 className="mt-3 font-sans text-base font-semibold">{t('toldTitle')}</h4>
      <ul className="grid gap-1">
        {told.map(({ whom, row }) => (
          <li key={whom} className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <span className="sm:w-56">
              {t(`toldTo.${whom}`)}
              <span className="block text-sm text-muted">{t(`toldBy.${whom}`)}</span>
            </span>
            {row === null ? (
              <>
                <Tag kind="late">{t('notTold')}</Tag>
                {canEdit ? (
                  <LinkButton size="small" kind="quiet" href={`${record('told')}&whom=${whom}#record`}>
                    {t('tellNow')}
                    <span className="sr-only">: {t(`toldTo.${whom}`)}</span>
                  </LinkButton>
                ) : null}
              </>
            ) : (
              <Tag kind="done">{t('toldOn', { on: day(row) })}</Tag>
            )}
            {SLUGS[whom] === undefined || row !== null ? null : (
              <span className="basis-full">
                <PhoneLine body={bodies.find(({ slug }) => slug === SLUGS[whom]) ?? null} />
              </span>
            )}
          </li>
        ))}
      </ul>
      <p className="mt-2 max-w-prose text-sm">{t('missingRule')}</p>
      <div className="mt-2 flex flex-wrap items-center gap-x-5 gap-y-2 print:hidden">
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
