'use client'
import { useTranslations } from 'next-intl'
import { useFormContext } from 'react-hook-form'
import { useConsentLabels } from '@/components/consents/consent-labels'
import { RadioGroup, Select } from '@/components/forms/choices'
import { TextArea } from '@/components/forms/text-field'
import { Tag } from '@/components/ui/tag'
import { consentGap, recipientOf } from '@/lib/consents/cover.rules'
import type { Agreed } from '@/lib/summaries/ground.data'
import { agreedRecipients, GROUNDS, scopesOf } from '@/lib/summaries/ground.rules'
import type { MakeSummary } from '@/lib/summaries/summary.schema'

/** What allows the sheet to leave the organisation; of consent, whether it covers what is ticked, person by person and at once. */
export const GroundFields = ({ agreed, fileKind, now }: { agreed: Agreed; fileKind: string; now: Date }) => {
  const t = useTranslations('summaries')
  const labels = useConsentLabels(agreed.recipients)
  const { watch } = useFormContext<MakeSummary>()
  const [ground, recipient, sections] = watch(['ground', 'recipient', 'sections'])
  const wanted = scopesOf(sections, fileKind)
  const options = agreedRecipients(agreed.consents).flatMap((value) => {
    const row = agreed.consents.find((one) => recipientOf(one) === value)
    return row === undefined ? [] : [{ value, label: labels.recipient(row) }]
  })
  return (
    <>
      <RadioGroup
        name="ground"
        label={t('ground.label')}
        options={GROUNDS.codes.map((value) => ({
          value,
          label: t(`ground.${value}`),
          hint: t(`ground.${value}Says`),
        }))}
      />
      {ground === 'consent' ? (
        <>
          <Select
            name="recipient"
            label={t('ground.recipient')}
            empty={t(options.length === 0 ? 'ground.none' : 'ground.choose')}
            options={options}
          />
          {recipient === '' ? null : (
            <ul aria-live="polite" className="grid gap-1">
              {agreed.people.map(({ id, name }) => {
                const said = consentGap(
                  agreed.consents,
                  { personId: id, purpose: 'summary', recipient, scopes: wanted },
                  now,
                )
                const missing = wanted.filter((scope) => !said?.because?.scopes.includes(scope))
                return (
                  <li key={id} className="flex flex-wrap items-baseline gap-x-2">
                    <span dir="auto" className="wrap-anywhere">
                      {name}
                    </span>
                    {said === null ? (
                      <Tag kind="done">{t('ground.covered')}</Tag>
                    ) : (
                      <Tag kind="danger">
                        {said.gap === 'scope'
                          ? t('ground.misses', {
                              scopes: labels.list(missing.map((scope) => labels.t(`scope.${scope}`))),
                            })
                          : said.because === null
                            ? labels.t('state.not_asked')
                            : labels.current(said.because, said.gap)}
                      </Tag>
                    )}
                  </li>
                )
              })}
            </ul>
          )}
        </>
      ) : (
        <TextArea
          name="reason"
          label={t('ground.reason')}
          hint={t('ground.reasonHint')}
          rows={2}
          dir="auto"
        />
      )}
    </>
  )
}
