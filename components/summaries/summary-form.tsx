'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { CheckboxGroup, Select } from '@/components/forms/choices'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { toOptions } from '@/components/forms/options'
import { TextField } from '@/components/forms/text-field'
import { LOCALE_NAMES, LOCALES, type Locale } from '@/lib/i18n/locales'
import type { Agreed } from '@/lib/summaries/ground.data'
import { agreedRecipients, leavesOrganisation } from '@/lib/summaries/ground.rules'
import {
  LEVEL_FOR,
  SENSITIVE,
  type Section,
  type SummaryAudience,
  sectionsAt,
  TICKED,
} from '@/lib/summaries/level.rules'
import { makeSummary } from '@/lib/summaries/summary.actions'
import { GroundFields } from './ground-fields'

type Props = {
  readonly caseId: string
  readonly audience: SummaryAudience
  readonly language: Locale
  readonly agreed: Agreed
  readonly fileKind: string
  readonly now: Date
  /** Sections of which the organisation asks nothing. */
  readonly unasked: readonly Section[]
}

/** What stands on the sheet and in which language; the least is ticked. */
export const SummaryForm = ({ caseId, audience, language, agreed, fileKind, now, unasked }: Props) => {
  const t = useTranslations('summaries')
  const router = useRouter()
  return (
    <Form
      schema={() => import('@/lib/summaries/summary.schema').then((room) => room.makeSummarySchema)}
      defaultValues={{
        caseId,
        audience,
        sections: [...TICKED[audience]],
        language,
        words: '',
        ground: 'consent',
        recipient: agreedRecipients(agreed.consents)[0] ?? '',
        reason: '',
      }}
      action={makeSummary}
      draftKey={`summary:${audience}:${caseId}`}
      onSaved={({ summaryId }) => router.push(`/summaries/${summaryId}`)}
    >
      <CheckboxGroup
        name="sections"
        label={t('sections')}
        hint={t('sectionsHint')}
        options={sectionsAt(LEVEL_FOR[audience])
          .filter((one) => !unasked.includes(one))
          .map((value) => ({
            value,
            label: t(`section.${value}`),
            ...(SENSITIVE.includes(value) ? { hint: t('sensitive') } : {}),
          }))}
      />
      {leavesOrganisation(audience) ? <GroundFields agreed={agreed} fileKind={fileKind} now={now} /> : null}
      <Select
        name="language"
        label={t('languageLabel')}
        hint={t('languageHint')}
        options={toOptions(LOCALES.codes, (one) => LOCALE_NAMES[one])}
      />
      <TextField name="words" label={t('words')} hint={t('wordsHint')} dir="auto" width="name" />
      <FormFooter>{t('make')}</FormFooter>
    </Form>
  )
}
