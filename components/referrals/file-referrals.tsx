import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { NewRow } from '@/components/forms/new-row'
import { TakeRowBack } from '@/components/registers/mistake-fold'
import { Card } from '@/components/ui/card'
import { Fold } from '@/components/ui/fold'
import { FreeText } from '@/components/ui/free-text'
import { LinkButton } from '@/components/ui/link-button'
import { Tag } from '@/components/ui/tag'
import { TextLink } from '@/components/ui/text-link'
import type { Option } from '@/lib/cases/word.view'
import { addWorkingDays } from '@/lib/holidays/working-day.rules'
import { takeReferralBack } from '@/lib/referrals/referral.actions'
import { currentSteps, isSent, nextStepOf, stateOf } from '@/lib/referrals/referral.rules'
import type { ReferralInput } from '@/lib/referrals/referral.schema'
import { referralFields } from '@/lib/referrals/referral.view'
import type { Day } from '@/lib/shared/dates'
import type { ReferralShown, ReferralsPart } from '@/lib/summaries/referral-page.data'
import { isOfAnswers } from '@/lib/trafficking/sheet.rules'
import { FittingBodies, type Wanted } from './fitting-bodies'
import type { PartnerOption } from './partner-choice'
import { usePartnerOptions } from './partner-options'
import { ReferralForm } from './referral-form'
import { REFERRAL_LOOKS } from './referral-looks'
import { Steps } from './referral-steps'
import { ShareForm } from './share-form'
import { Shares } from './shares'
import { StepForm } from './step-form'

type Props = {
  readonly part: ReferralsPart
  readonly people: readonly Option[]
  /** The address of a sheet, with `:id` where the referral stands. */
  readonly sheetHref: string
  /** A new referral as its form begins; null for anyone who only reads. */
  readonly fields: ReferralInput | null
  readonly today: Day
  /** What the reference data says beside the fields of the form. */
  readonly help: ReactNode
  /** Which help is looked for, and for whom. */
  readonly wanted: Wanted
  /** The address of this page. */
  readonly href: string
  /** Why the sheet of a referral does not leave yet; it belongs to another room. */
  readonly drawWithheld: (referral: ReferralShown) => ReactNode
  /** What a room adds below: the way to a restricted file. */
  readonly children?: ReactNode
}

/** Referrals of a file: each with where it stands and what comes next; then whom one can refer to. */
export const FileReferrals = ({
  part,
  people,
  sheetHref,
  fields,
  today,
  help,
  wanted,
  href,
  drawWithheld,
  children,
}: Props) => {
  const t = useTranslations('referrals')
  const { current, mistakes, bodies, partners } = part
  const toPartners = usePartnerOptions(partners)
  const options = bodies.map(({ slug, name, phone }) => ({
    value: slug,
    label: phone === null ? name : `${name}, ${phone}`,
  }))
  return (
    <section aria-labelledby="referrals" className="grid max-w-prose gap-4">
      <div>
        <h2 id="referrals">{t('title')}</h2>
        <p className="mt-0.5 text-sm text-muted">{t('what')}</p>
      </div>
      {current.length === 0 ? <p className="text-muted">{t('none')}</p> : null}
      <ul className="grid gap-4 empty:hidden">
        {current.map((referral) => (
          <li key={referral.row.subjectId} id={`referral-${referral.row.subjectId}`}>
            <OneReferral
              {...{ referral, people, options, sheetHref, today }}
              partners={toPartners(referral.row.partnerId)}
              canEdit={fields !== null}
              withheldBack={drawWithheld(referral)}
            />
          </li>
        ))}
      </ul>
      {fields === null ? null : (
        <NewRow
          key={current.length}
          label={t('new')}
          isOpen={current.length === 0 || fields.bodySlug !== '' || fields.to !== ''}
        >
          {help}
          <ReferralForm {...{ fields, people, sheetHref }} partners={toPartners(null)} bodies={options} />
        </NewRow>
      )}
      {mistakes.length === 0 ? null : (
        <p className="text-sm text-muted">{t('mistakes', { count: mistakes.length })}</p>
      )}
      {children}
      <FittingBodies bodies={bodies} wanted={wanted} href={href} canRefer={fields !== null} />
    </section>
  )
}

const OneReferral = ({
  referral: { row, steps, shares, contradictions },
  people,
  partners,
  options,
  sheetHref,
  today,
  canEdit,
  withheldBack,
}: {
  referral: ReferralShown
  people: readonly Option[]
  partners: readonly PartnerOption[]
  options: readonly Option[]
  sheetHref: string
  today: Day
  canEdit: boolean
  withheldBack: ReactNode
}) => {
  const t = useTranslations('referrals')
  const state = stateOf(steps)
  const person = people.length < 2 ? undefined : people.find(({ value }) => value === row.personId)
  return (
    <Card as="article" label={t('referralTo', { to: row.to })}>
      <h3 dir="auto" className="wrap-anywhere">
        {row.to}
      </h3>
      <p className="flex flex-wrap gap-2">
        <Tag kind={REFERRAL_LOOKS[state]}>{t(`state.${state}`)}</Tag>
        <Tag kind={row.urgency === 'now' ? 'danger' : 'plain'}>{t(`urgency.${row.urgency}`)}</Tag>
        <Tag>{t(`kind.${row.kind}`)}</Tag>
      </p>
      {row.partnerId === null ? null : (
        <p>
          <TextLink href={`/partners/${row.partnerId}`}>{t('partner.see')}</TextLink>
        </p>
      )}
      {person === undefined ? null : <p dir="auto">{t('forPerson', { name: person.label })}</p>}
      <FreeText text={row.asked} className="mt-2" />
      {row.contact === '' ? null : <p dir="auto">{t('contactSays', { name: row.contact })}</p>}
      {withheldBack}
      <Steps steps={steps} caseId={row.caseId} canEdit={canEdit} />
      <Shares shares={shares} canEdit={canEdit} />
      {canEdit ? (
        <>
          <p className="my-3">
            <LinkButton href={sheetHref.replace(':id', row.subjectId)} size="small">
              {t(isSent(steps) ? 'sheetOpen' : 'sheetPrepare')}
            </LinkButton>
          </p>
          <Fold key={steps.length} label={t('stepNew')}>
            <StepForm
              caseId={row.caseId}
              subjectId={row.subjectId}
              next={nextStepOf(steps)}
              today={today}
              followUpOn={addWorkingDays(today, 1)}
            />
          </Fold>
          {/* Without a key: link and code are shown once, and what was recorded meanwhile does not take them away. */}
          {currentSteps(steps).some(({ kind }) => kind === 'told' || kind === 'sent') ? (
            <Fold label={t('share.new')}>
              <ShareForm caseId={row.caseId} subjectId={row.subjectId} version={row.revision} to={row.to} />
            </Fold>
          ) : null}
          {isSent(steps) ? null : (
            <Fold label={t('change')} isOpen={contradictions.some((one) => !isOfAnswers(one))}>
              <ReferralForm
                {...{ people, partners, sheetHref }}
                fields={referralFields(row)}
                bodies={options}
              />
            </Fold>
          )}
          <TakeRowBack
            of={t('referralTo', { to: row.to })}
            row={row}
            action={takeReferralBack}
            draftKey={`referral:mistake:${row.subjectId}`}
          />
        </>
      ) : null}
    </Card>
  )
}
