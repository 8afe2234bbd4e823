'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type Option, Select } from '@/components/forms/choices'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { openTraffickingFile } from '@/lib/trafficking/open.actions'

/** Opens the restricted file: for whom, and which colleague beside oneself. */
export const BeginForm = ({
  caseId,
  people,
  colleagues,
}: {
  caseId: string
  people: readonly Option[]
  colleagues: readonly Option[]
}) => {
  const t = useTranslations('trafficking')
  const router = useRouter()
  return (
    <Form
      schema={() => import('@/lib/trafficking/account.schema').then((room) => room.openTraffickingSchema)}
      defaultValues={{
        caseId,
        personId: people[0]?.value ?? '',
        secondMemberId: colleagues.length === 1 ? (colleagues[0]?.value ?? '') : '',
        secondTask: t('secondTask'),
      }}
      action={openTraffickingFile}
      onSaved={({ code, caseId: opened }) => router.push(`/cases/${code}/trafficking?file=${opened}`)}
    >
      {people.length < 2 ? null : <Select name="personId" label={t('forWhom')} options={people} />}
      <Select
        name="secondMemberId"
        label={t('second')}
        hint={t('secondHint')}
        empty={t('choose')}
        options={colleagues}
      />
      <FormFooter>{t('begin')}</FormFooter>
    </Form>
  )
}
