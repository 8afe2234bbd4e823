'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type Option, RadioGroup, Select } from '@/components/forms/choices'
import { DateField } from '@/components/forms/date-field'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { toOptions } from '@/components/forms/options'
import { TextArea } from '@/components/forms/text-field'
import { LOCALES } from '@/lib/i18n/locales'
import { answerCorrection, askCorrection, askExtract } from '@/lib/rights/request.actions'
import type { Day } from '@/lib/shared/dates'

type People = readonly Option[]
type Asking = { readonly caseId: string; readonly people: People; readonly today: Day }
const NATIVE = { en: 'English', fr: 'Français', nl: 'Nederlands', de: 'Deutsch' } as const

const only = (people: People): string => (people.length === 1 ? (people[0]?.value ?? '') : '')

export const ExtractForm = ({ caseId, people, today }: Asking) => {
  const t = useTranslations('rights.request')
  const router = useRouter()
  return (
    <Form
      schema={() => import('@/lib/rights/request.schema').then((room) => room.askExtractSchema)}
      defaultValues={{ caseId, personId: only(people), askedOn: '', language: '', words: '' }}
      action={askExtract}
      draftKey={`extract:${caseId}`}
      onSaved={({ extractId }) => router.push(`/rights/extracts/${extractId}`)}
    >
      <Select name="personId" label={t('who')} empty={t('choose')} options={people} />
      <DateField name="askedOn" label={t('askedOn')} today={today} />
      <Select
        name="language"
        label={t('language')}
        empty={t('choose')}
        options={toOptions(LOCALES.codes, (one) => NATIVE[one])}
      />
      <TextArea name="words" label={t('how')} hint={t('howHint')} rows={2} dir="auto" />
      <FormFooter>{t('make')}</FormFooter>
    </Form>
  )
}

export const CorrectionForm = ({ caseId, people, today }: Asking) => {
  const t = useTranslations('rights.request')
  return (
    <Form
      schema={() => import('@/lib/rights/request.schema').then((room) => room.askCorrectionSchema)}
      defaultValues={{ caseId, personId: only(people), askedOn: '', words: '' }}
      action={askCorrection}
      draftKey={`correction:${caseId}`}
    >
      <Select name="personId" label={t('who')} empty={t('choose')} options={people} />
      <DateField name="askedOn" label={t('askedOn')} today={today} />
      <TextArea name="words" label={t('wrong')} rows={2} dir="auto" />
      <FormFooter>{t('keep')}</FormFooter>
    </Form>
  )
}

export const AnswerCorrectionForm = ({ caseId, correctionId }: { caseId: string; correctionId: string }) => {
  const t = useTranslations('rights.request')
  return (
    <Form
      schema={() => import('@/lib/rights/request.schema').then((room) => room.answerCorrectionSchema)}
      defaultValues={{ caseId, correctionId, state: '', words: '' }}
      action={answerCorrection}
      draftKey={`correction-answer:${correctionId}`}
    >
      <RadioGroup
        name="state"
        label={t('answer')}
        options={[
          { value: 'done', label: t('state.done') },
          { value: 'refused', label: t('state.refused') },
        ]}
      />
      <TextArea name="words" label={t('answerWords')} hint={t('answerHint')} rows={2} dir="auto" />
      <FormFooter>{t('saveAnswer')}</FormFooter>
    </Form>
  )
}
