import { useTranslations } from 'next-intl'
import { NewRow } from '@/components/forms/new-row'
import { BackLink } from '@/components/layout/back-link'
import { PageTitle } from '@/components/layout/page-title'
import { Fold } from '@/components/ui/fold'
import { Link } from '@/components/ui/link'
import { Section } from '@/components/ui/section'
import { Tag } from '@/components/ui/tag'
import { isHardlyUsed, type OwnField, type UsageBand } from '@/lib/fields/field.rules'
import { rulesOf } from '@/lib/fields/owner.rules'
import type { Locale } from '@/lib/i18n/locales'
import { useFieldLabels } from './field-labels'
import { NewFieldForm } from './new-field-form'

const REFUSALS = ['formula', 'type', 'file', 'delete'] as const

/** The own fields of the organisation, for its admins: what is asked, how much it is answered, and a new one. */
export const FieldsPage = ({
  fields,
  usage,
  languages,
  now,
}: {
  fields: readonly OwnField[]
  usage: ReadonlyMap<string, UsageBand>
  languages: readonly Locale[]
  now: Date
}) => {
  const t = useTranslations('fields.editor')
  const labels = useFieldLabels([])
  const line = (field: OwnField) => {
    const band = usage.get(field.id)
    return (
      <li key={field.id} className="border-b border-hair py-2.5">
        <p className="flex flex-wrap items-baseline gap-x-3">
          <Link href={`/settings/fields/${field.id}`} className="font-semibold wrap-anywhere">
            {labels.name(field)}
          </Link>
          {field.fieldClass === 'sensitive' ? <Tag kind="sealed">{t('sensitive')}</Tag> : null}
          {labels.isForeign(field) ? <span className="text-sm text-muted">{t('notTranslated')}</span> : null}
        </p>
        <p className="text-sm text-muted">
          {[
            t(`owner.${field.owner}`),
            t(`type.${field.type}`),
            ...(rulesOf(field).hasPart ? [t(`part.${field.now.part}`)] : []),
            ...(band === undefined ? [] : [t(`usage.${band}`)]),
          ].join(' · ')}
        </p>
      </li>
    )
  }
  const live = fields.filter((field) => field.now.state === 'live')
  const retired = fields.filter((field) => field.now.state === 'retired')
  const hardly = live.filter((field) => isHardlyUsed(field, usage.get(field.id) ?? null, now))
  return (
    <>
      <BackLink href="/settings">{useTranslations('menu.place')('settings')}</BackLink>
      <PageTitle title={t('title')}>{t('what')}</PageTitle>
      <div className="grid max-w-4xl gap-6">
        {live.length === 0 ? (
          <p className="text-muted">{t('none')}</p>
        ) : (
          <ul className="border-t border-edge">{live.map(line)}</ul>
        )}
        <NewRow isMain label={t('new')}>
          <NewFieldForm key={fields.length} languages={languages} />
        </NewRow>
        {hardly.length === 0 ? null : (
          <Section title={t('hardlyTitle')}>
            <p className="pb-1.5 text-sm text-muted">{t('hardly')}</p>
            <ul className="grid gap-1">
              {hardly.map((field) => (
                <li key={field.id}>
                  <Link href={`/settings/fields/${field.id}`}>{labels.name(field)}</Link>
                </li>
              ))}
            </ul>
          </Section>
        )}
        {retired.length === 0 ? null : (
          <Fold label={t('retiredOnes', { count: retired.length })}>
            <ul className="border-t border-hair">{retired.map(line)}</ul>
          </Fold>
        )}
        <Fold label={t('refusals')}>
          <ul className="grid list-disc gap-1 ps-5 text-dense">
            {REFUSALS.map((one) => (
              <li key={one}>{t(`refusal.${one}`)}</li>
            ))}
          </ul>
        </Fold>
      </div>
    </>
  )
}
