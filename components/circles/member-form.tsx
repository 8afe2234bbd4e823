'use client'
import { useTranslations } from 'next-intl'
import { CheckboxGroup, ChipGroup, Select } from '@/components/forms/choices'
import { DateField } from '@/components/forms/date-field'
import { FormAnew } from '@/components/forms/form-anew'
import { FormFooter } from '@/components/forms/form-footer'
import { type Named, namedOptions, toOptions } from '@/components/forms/options'
import { TextArea } from '@/components/forms/text-field'
import { nameMember } from '@/lib/circles/member.actions'
import { MARKS, MEMBER_KINDS } from '@/lib/circles/member.rules'

/** Names a colleague on the file. In a circle it asks for a second member's word, and says so. */
export const MemberForm = ({
  caseId,
  nameable,
  isAsked,
}: {
  caseId: string
  nameable: readonly Named[]
  isAsked: boolean
}) => {
  const t = useTranslations('circles.member')
  return (
    <FormAnew
      schema={() => import('@/lib/circles/member.schema').then((room) => room.memberSchema)}
      defaultValues={{ caseId, staffId: '', marks: [], until: '', reason: '' }}
      action={nameMember}
      draftKey={`member:${caseId}`}
    >
      <p className="text-sm text-muted">{t(isAsked ? 'whatAsked' : 'what')}</p>
      <Select
        name="staffId"
        label={t('field.who')}
        empty={t('field.choose')}
        options={namedOptions(nameable)}
      />
      <ChipGroup
        name="kind"
        label={t('field.kind')}
        options={toOptions(MEMBER_KINDS.codes, (one) => t(`kind.${one}`))}
      />
      <CheckboxGroup
        name="marks"
        label={t('field.marks')}
        options={MARKS.codes.map((value) => ({
          value,
          label: t(`field.mark.${value}`),
          hint: t(`field.markHint.${value}`),
        }))}
      />
      <DateField name="until" label={t('field.until')} hint={t('field.untilHint')} />
      <TextArea name="reason" label={t('field.reason')} rows={2} />
      <FormFooter>{t(isAsked ? 'ask' : 'save')}</FormFooter>
    </FormAnew>
  )
}
