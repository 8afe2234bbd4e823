'use client'
import { useTranslations } from 'next-intl'
import { type Option, Select } from '@/components/forms/choices'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { TextArea } from '@/components/forms/text-field'
import { Fold } from '@/components/ui/fold'
import { giveEntry, refuseEntry } from '@/lib/submissions/waiting.actions'

type Which = { readonly entryId: string; readonly version: number }

export const GiveForm = ({ entryId, version, colleagues }: Which & { colleagues: readonly Option[] }) => {
  const t = useTranslations('submissions.waiting')
  return (
    <Fold label={t('give')}>
      <Form
        schema={() => import('@/lib/submissions/waiting.schema').then((room) => room.giveEntrySchema)}
        defaultValues={{ entryId, version, toStaffId: '' }}
        action={giveEntry}
      >
        <Select name="toStaffId" label={t('giveTo')} options={colleagues} />
        <FormFooter>{t('giveSave')}</FormFooter>
      </Form>
    </Fold>
  )
}

export const RefuseForm = ({ entryId, version }: Which) => {
  const t = useTranslations('submissions.waiting')
  return (
    <Fold label={t('refuse')}>
      <Form
        schema={() => import('@/lib/submissions/waiting.schema').then((room) => room.refuseEntrySchema)}
        defaultValues={{ entryId, version, words: '' }}
        action={refuseEntry}
        draftKey={`waiting:${entryId}`}
      >
        <TextArea name="words" label={t('refuseWhy')} rows={2} dir="auto" />
        <FormFooter>{t('refuseSave')}</FormFooter>
      </Form>
    </Fold>
  )
}
