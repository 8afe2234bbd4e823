'use client'
import { useTranslations } from 'next-intl'
import { type Option, Select } from '@/components/forms/choices'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { TextArea, TextField } from '@/components/forms/text-field'
import { Fold } from '@/components/ui/fold'
import { answerIncoming, giveIncoming, placeIncoming, refuseIncoming } from '@/lib/incoming/incoming.actions'

type Which = { readonly incomingId: string; readonly version: number }

const LIST = '/enquiries/incoming'
const room = () => import('@/lib/incoming/incoming.schema')

/** The person has a file: what was typed becomes a note there. */
export const PlaceForm = ({ incomingId, version }: Which) => {
  const t = useTranslations('incoming.triage')
  return (
    <Fold label={t('place')}>
      <Form
        schema={() => room().then((one) => one.incomingPlaceSchema)}
        defaultValues={{ incomingId, version, code: '' }}
        action={placeIncoming}
        draftKey={`incoming:place:${incomingId}`}
        onSaved={(_value, goOn) => goOn(LIST)}
      >
        <TextField name="code" label={t('code')} hint={t('codeHint')} width="name" />
        <FormFooter>{t('placeSave')}</FormFooter>
      </Form>
    </Fold>
  )
}

/** The partner was answered, and that is all. */
export const AnswerForm = ({ incomingId, version }: Which) => {
  const t = useTranslations('incoming.triage')
  return (
    <Fold label={t('answer')}>
      <Form
        schema={() => room().then((one) => one.incomingAnswerSchema)}
        defaultValues={{ incomingId, version, words: '' }}
        action={answerIncoming}
        draftKey={`incoming:answer:${incomingId}`}
        onSaved={(_value, goOn) => goOn(LIST)}
      >
        <TextArea name="words" label={t('answerWords')} hint={t('wordsHint')} rows={2} dir="auto" />
        <FormFooter>{t('answerSave')}</FormFooter>
      </Form>
    </Fold>
  )
}

export const RefuseForm = ({ incomingId, version }: Which) => {
  const t = useTranslations('incoming.triage')
  return (
    <Fold label={t('refuse')}>
      <Form
        schema={() => room().then((one) => one.incomingRefuseSchema)}
        defaultValues={{ incomingId, version, words: '' }}
        action={refuseIncoming}
        draftKey={`incoming:refuse:${incomingId}`}
        onSaved={(_value, goOn) => goOn(LIST)}
      >
        <TextArea name="words" label={t('refuseWords')} hint={t('wordsHint')} rows={2} dir="auto" />
        <FormFooter>{t('refuseSave')}</FormFooter>
      </Form>
    </Fold>
  )
}

/** A colleague of the office decides. */
export const GiveForm = ({
  incomingId,
  version,
  colleagues,
}: Which & { readonly colleagues: readonly Option[] }) => {
  const t = useTranslations('incoming.triage')
  return (
    <Fold label={t('give')}>
      <Form
        schema={() => room().then((one) => one.incomingGiveSchema)}
        defaultValues={{ incomingId, version, toStaffId: '' }}
        action={giveIncoming}
      >
        <Select name="toStaffId" label={t('giveTo')} empty={t('giveChoose')} options={colleagues} />
        <FormFooter>{t('giveSave')}</FormFooter>
      </Form>
    </Fold>
  )
}
