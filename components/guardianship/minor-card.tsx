import { useTranslations } from 'next-intl'
import { useMinorLabels } from '@/components/cases/minor-labels'
import { InlineLink } from '@/components/ui/inline-link'
import { LinkButton } from '@/components/ui/link-button'
import { Tag } from '@/components/ui/tag'
import type { MinorShown } from '@/lib/guardianship/guardianship-page.data'
import { SERVICE_SLUG } from '@/lib/guardianship/vocabulary.rules'
import type { HelpBody } from '@/lib/referrals/body.data'
import type { Day } from '@/lib/shared/dates'
import { CountdownLine } from './countdown'
import { type Lists, useGuardianshipLabels } from './guardianship-labels'
import { PhoneLine } from './phone-line'
import { reportHref } from './report-href'

type Props = {
  readonly minor: MinorShown
  /** The only one of the file: the head of the page names them. */
  readonly isOnly: boolean
  readonly lists: Lists
  readonly bodies: readonly HelpBody[]
  readonly href: string
  readonly canEdit: boolean
  readonly today: Day
}

/** How the guardianship of one minor stands, why, who is guardian, how long they wait and how long they are a minor. */
export const MinorCard = ({ minor, isOnly, lists, bodies, href, canEdit, today }: Props) => {
  const { t, named } = useGuardianshipLabels(lists)
  const tc = useTranslations('cases')
  const { why } = useMinorLabels()
  const { person, current, countdown, treatedAsMinor } = minor
  const { state, because, placed } = current
  const isReported = current.reported !== null
  const record = (event: 'guardian_appointed' | 'missing' | 'reported'): string =>
    `${href}&event=${event}&person=${person.id}#record`
  return (
    <section aria-label={person.name || tc('noName')} data-print="whole">
      {isOnly ? (
        <h3 className="text-h2">{t(`state.${state}`)}</h3>
      ) : (
        <>
          <h3>
            <bdi dir="auto" translate="no" className="wrap-anywhere">
              {person.name || tc('noName')}
            </bdi>
          </h3>
          <p className="font-serif text-h3 font-semibold">{t(`state.${state}`)}</p>
        </>
      )}
      <p className="text-sm text-muted">
        {because === null ? t('becauseNothing') : t('because', { event: named(because) })}
      </p>
      <Guardian minor={minor} lists={lists} />
      <Waiting minor={minor} lists={lists} bodies={bodies} />
      {placed === null ? null : <p>{named(placed)}</p>}
      {countdown === null ? null : <CountdownLine countdown={countdown} />}
      <p className="text-sm">{why(person.ageClaims, today)}</p>
      {canEdit && treatedAsMinor ? (
        <div className="mt-3 flex flex-wrap items-center gap-x-5 gap-y-2 print:hidden">
          {current.needsGuardian && isReported ? (
            <LinkButton size="small" href={record('guardian_appointed')}>
              {t('guardianNew')}
            </LinkButton>
          ) : null}
          {current.needsGuardian && !isReported ? (
            <>
              <LinkButton size="small" kind="primary" href={reportHref(href, person.id)}>
                {t('report.open')}
              </LinkButton>
              <LinkButton size="small" kind="quiet" href={record('reported')}>
                {t('reportNew')}
              </LinkButton>
              <LinkButton size="small" kind="quiet" href={record('guardian_appointed')}>
                {t('guardianNew')}
              </LinkButton>
            </>
          ) : null}
          {current.missing === null ? (
            <InlineLink href={record('missing')}>{t('isMissing')}</InlineLink>
          ) : null}
          {/* Rarely needed once it is done, so it comes last. */}
          {current.needsGuardian && isReported ? (
            <InlineLink href={reportHref(href, person.id)}>{t('report.again')}</InlineLink>
          ) : null}
        </div>
      ) : null}
    </section>
  )
}

/** Who is guardian and how to reach them. */
const Guardian = ({ minor: { current }, lists }: Pick<Props, 'minor' | 'lists'>) => {
  const { t, day } = useGuardianshipLabels(lists)
  const { guardian } = current
  if (guardian === null) return null
  const { who, phone, service, language } = guardian.details
  return (
    <div className="mt-2">
      <p>
        <strong dir="auto" className="wrap-anywhere">
          {t('guardianIs', { who })}
        </strong>{' '}
        <span className="text-muted">{t('since', { on: day(guardian) })}</span>
      </p>
      <p dir="auto" className="wrap-anywhere">
        {[service, language === '' ? '' : t('languageSays', { language })]
          .filter((one) => one !== '')
          .join(' · ')}
      </p>
      {phone === '' ? null : (
        <p>
          <a
            className="num inline-flex min-h-11 items-center text-link underline sm:min-h-8"
            href={`tel:${phone.replace(/[^+\d]/g, '')}`}
          >
            {phone}
          </a>
        </p>
      )}
    </div>
  )
}

/** How long no one has been guardian, and since when the application asks why. */
const Waiting = ({
  minor: { current, wait, treatedAsMinor },
  lists,
  bodies,
}: Pick<Props, 'minor' | 'lists' | 'bodies'>) => {
  const { t, date } = useGuardianshipLabels(lists)
  if (!current.needsGuardian || !treatedAsMinor) return null
  if (wait === null)
    return (
      <p>
        <Tag kind="late">{current.waitsSince === null ? t('notReported') : t('waitsSometime')}</Tag>
      </p>
    )
  return (
    <>
      <p>
        <Tag kind={wait.alarm === null ? 'plain' : 'late'}>
          {t('waits', { days: wait.days, on: date(wait.since) })}
        </Tag>
      </p>
      {wait.alarm === null ? null : (
        <>
          <p className="max-w-prose text-sm">{t('alarm', { days: wait.alarm })}</p>
          <PhoneLine body={bodies.find(({ slug }) => slug === SERVICE_SLUG) ?? null} />
        </>
      )}
    </>
  )
}
