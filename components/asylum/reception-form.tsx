'use client'
import { useTranslations } from 'next-intl'
import { Select } from '@/components/forms/choices'
import { DateField } from '@/components/forms/date-field'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import type { Reception } from '@/lib/asylum/reception.data'
import { saveReception } from '@/lib/asylum/stay.actions'
import { END_REASONS } from '@/lib/asylum/stay.rules'
import type { Option } from '@/lib/cases/word.view'

/** A stay in reception, new or as it is known. */
export const ReceptionForm = ({
  caseId,
  reception,
  doneHref,
  options: { places, phases, codes },
}: {
  caseId: string
  reception: Reception | null
  doneHref: string
  options: { readonly places: Option[]; readonly phases: Option[]; readonly codes: Option[] }
}) => {
  const t = useTranslations('asylum')
  const endReason = reception?.endReason ?? ''
  return (
    <Form
      schema={() => import('@/lib/asylum/stay.schema').then((room) => room.receptionSchema)}
      defaultValues={{
        caseId,
        stayId: reception?.id ?? '',
        version: reception?.version ?? 0,
        placeType: reception?.placeType ?? '',
        phase: reception?.phase ?? '',
        code207: reception?.code207 ?? '',
        fromOn: reception?.fromOn ?? '',
        untilOn: reception?.untilOn ?? '',
        endReason,
      }}
      action={saveReception}
      draftKey={`asylum:reception:${caseId}:${reception?.id ?? ''}`}
      onSaved={({ stayId }, goOn) => goOn(`${doneHref}&recorded=${stayId}#asylum`)}
    >
      <Select name="placeType" label={t('receptionPlace')} empty={t('choose')} options={places} />
      <Select name="phase" label={t('receptionPhase')} empty={t('notRecorded')} options={phases} />
      <Select name="code207" label={t('receptionCode207')} empty={t('notRecorded')} options={codes} />
      <DateField name="fromOn" label={t('receptionFrom')} />
      <DateField name="untilOn" label={t('receptionUntil')} />
      <Select
        name="endReason"
        label={t('receptionEnd')}
        empty={t('notRecorded')}
        options={END_REASONS.codes.map((value) => ({ value, label: t(`endReason.${value}`) }))}
      />
      <FormFooter>{t('save')}</FormFooter>
    </Form>
  )
}
