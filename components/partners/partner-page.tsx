import type { ReactNode } from 'react'
import { ActionButton } from '@/components/forms/action-button'
import type { Option } from '@/components/forms/choices'
import { BackLink } from '@/components/layout/back-link'
import { PageTitle } from '@/components/layout/page-title'
import { Fold } from '@/components/ui/fold'
import { FreeText } from '@/components/ui/free-text'
import { Notice } from '@/components/ui/notice'
import { Folds, Section } from '@/components/ui/section'
import { Tag } from '@/components/ui/tag'
import { TextLink } from '@/components/ui/text-link'
import {
  checkPartner,
  joinPartner,
  retirePartner,
  withdrawPartnerWarning,
} from '@/lib/partners/partner.actions'
import { isOffered, isStale, type Partner } from '@/lib/partners/partner.rules'
import type { PartnerPersonInput } from '@/lib/partners/partner.schema'
import { toPartnerForm } from '@/lib/partners/partner.view'
import type { PartnerWarning } from '@/lib/partners/partner-warning.data'
import type { Day } from '@/lib/shared/dates'
import type { LanguageChoice } from './languages-field'
import { Facts } from './partner-facts'
import { PartnerForm } from './partner-form'
import { usePartnerLabels } from './partner-labels'
import { People } from './partner-people'
import { PartnerTags } from './partner-tags'
import { SameForm } from './same-form'
import { WarningForm } from './warning-form'

export type PartnerPageProps = {
  readonly partner: Partner
  /** The one that is used where this one is named; null where it is this one. */
  readonly kept: Partner | null
  /** Those that are this one, written down twice. */
  readonly duplicates: readonly Partner[]
  readonly partners: readonly Partner[]
  readonly people: readonly PartnerPersonInput[]
  readonly warnings: readonly PartnerWarning[]
  readonly languages: readonly LanguageChoice[]
  readonly bodies: readonly Option[]
  readonly canKeep: boolean
  readonly canWarn: boolean
  readonly today: Day
  /** What came of referrals to it, for this reader; it belongs to another room. */
  readonly figures: ReactNode
  /** By which it lets offices know of people; of another room too, and null for those who keep none. */
  readonly links: ReactNode
}

/** One partner: what is known of it, who is there, what came of referrals, and what those who keep it can do. */
export const PartnerPage = (props: PartnerPageProps) => {
  const { partner, kept, partners, duplicates, languages, bodies, canKeep, canWarn, today, figures, links } =
    props
  const { t } = usePartnerLabels()
  const { id: partnerId, version, isRetired } = partner
  const others = partners
    .filter((one) => isOffered(one) && one.id !== partnerId)
    .map(({ id, name }) => ({ value: id, label: name }))
  return (
    <>
      <BackLink href="/partners">{t('title')}</BackLink>
      <PageTitle title={t('one')} heading={<bdi className="wrap-anywhere">{partner.name}</bdi>}>
        <span className="flex flex-wrap items-center gap-2">
          <Tag>{t(`kind.${partner.kind}`)}</Tag>
          <PartnerTags partner={partner} isStale={isStale(partner, today)} />
        </span>
      </PageTitle>
      <div className="grid max-w-prose gap-6">
        {kept === null ? null : (
          <Notice>
            <p>
              {t('same.isUsed')} <TextLink href={`/partners/${kept.id}`}>{kept.name}</TextLink>
            </p>
            {canKeep ? (
              <ActionButton action={joinPartner} input={{ partnerId, version, into: '' }}>
                {t('same.undo')}
              </ActionButton>
            ) : null}
          </Notice>
        )}
        <Warnings {...props} />
        <Facts {...props} />
        <People {...props} />
        {figures}
        {links}
        {duplicates.length === 0 ? null : (
          <Section title={t('same.duplicates')}>
            <ul>
              {duplicates.map(({ id, name }) => (
                <li key={id}>
                  <TextLink href={`/partners/${id}`}>{name}</TextLink>
                </li>
              ))}
            </ul>
          </Section>
        )}
        {canKeep ? (
          <Section title={t('keep')}>
            <div className="flex flex-wrap gap-3">
              <ActionButton action={checkPartner} input={{ partnerId, version }}>
                {t('check')}
              </ActionButton>
              <ActionButton action={retirePartner} input={{ partnerId, version, isRetired: !isRetired }}>
                {t(isRetired ? 'offer' : 'retire')}
              </ActionButton>
            </div>
            <Folds>
              <Fold label={t('change')}>
                <PartnerForm
                  key={version}
                  fields={toPartnerForm(partner)}
                  {...{ languages, bodies, today }}
                />
              </Fold>
              {canWarn ? (
                <Fold label={t('warning.new')}>
                  <WarningForm key={props.warnings.length} partnerId={partnerId} />
                </Fold>
              ) : null}
              {kept !== null || duplicates.length > 0 || others.length === 0 ? null : (
                <Fold label={t('same.new')}>
                  <p className="mb-3 text-sm text-muted">{t('same.what')}</p>
                  <SameForm key={version} {...{ partnerId, version, others }} />
                </Fold>
              )}
            </Folds>
          </Section>
        ) : null}
      </div>
    </>
  )
}

const Warnings = ({ warnings, canWarn }: PartnerPageProps) => {
  const { t, day } = usePartnerLabels()
  const open = warnings.filter(({ withdrawnOn }) => withdrawnOn === null)
  const withdrawn = warnings.filter(({ withdrawnOn }) => withdrawnOn !== null)
  return (
    <>
      {open.map(({ id, partnerId, reason, on, by }) => (
        <Notice key={id} kind="error" isAnnounced={false} title={t('warning.title')}>
          <FreeText text={reason} />
          <p className="text-sm">{t('warning.by', { name: by, on: day(on) })}</p>
          {canWarn ? (
            <ActionButton action={withdrawPartnerWarning} input={{ partnerId, warningId: id }}>
              {t('warning.withdraw')}
            </ActionButton>
          ) : null}
        </Notice>
      ))}
      {withdrawn.length === 0 ? null : (
        <Fold label={t('warning.withdrawn', { count: withdrawn.length })}>
          <ul className="grid gap-2">
            {withdrawn.map(({ id, reason, on, by, withdrawnOn, withdrawnBy }) => (
              <li key={id} className="border-s-2 border-hair ps-3">
                <FreeText text={reason} />
                <p className="text-sm text-muted">
                  {t('warning.by', { name: by, on: day(on) })}.{' '}
                  {t('warning.endedBy', { name: withdrawnBy ?? '', on: day(withdrawnOn ?? on) })}
                </p>
              </li>
            ))}
          </ul>
        </Fold>
      )}
    </>
  )
}
