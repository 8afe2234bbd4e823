'use client'
import { useTranslations } from 'next-intl'
import { RadioGroup, Select } from '@/components/forms/choices'
import { DateField } from '@/components/forms/date-field'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import type { StayDocument } from '@/lib/asylum/document.data'
import { saveDocument } from '@/lib/asylum/stay.actions'
import { DOCUMENT_KINDS } from '@/lib/asylum/stay.rules'
import type { Day } from '@/lib/shared/dates'

/** A document of stay, new or as it is known. */
export const DocumentForm = ({
  caseId,
  document,
  doneHref,
  today,
}: {
  caseId: string
  document: StayDocument | null
  doneHref: string
  today: Day
}) => {
  const t = useTranslations('asylum')
  const isRenewal = document?.isRenewal ? 'yes' : 'no'
  return (
    <Form
      schema={() => import('@/lib/asylum/stay.schema').then((room) => room.documentSchema)}
      defaultValues={{
        caseId,
        documentId: document?.id ?? '',
        version: document?.version ?? 0,
        ...(document === null ? {} : { kind: document.kind }),
        issuedOn: document?.issuedOn ?? '',
        expiresOn: document?.expiresOn ?? '',
        isRenewal,
        requestedOn: document?.requestedOn ?? '',
      }}
      action={saveDocument}
      draftKey={`asylum:document:${caseId}:${document?.id ?? ''}`}
      onSaved={({ documentId }, goOn) => goOn(`${doneHref}&recorded=${documentId}#asylum`)}
    >
      <Select
        name="kind"
        label={t('documentKind')}
        empty={t('choose')}
        options={DOCUMENT_KINDS.codes.map((value) => ({ value, label: t(`document.${value}`) }))}
      />
      <DateField name="issuedOn" label={t('documentIssued')} hint={t('documentHint')} today={today} />
      <DateField name="expiresOn" label={t('documentExpires')} />
      <RadioGroup
        name="isRenewal"
        label={t('documentIsRenewal')}
        options={(['no', 'yes'] as const).map((value) => ({ value, label: t(`yesNo.${value}`) }))}
      />
      <DateField name="requestedOn" label={t('documentRequested')} today={today} />
      <FormFooter>{t('save')}</FormFooter>
    </Form>
  )
}
