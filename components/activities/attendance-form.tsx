'use client'
import { useTranslations } from 'next-intl'
import { Select } from '@/components/forms/choices'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { addAttendance } from '@/lib/activities/group.actions'

/** Who of the people with a file took part, one after the other. */
export const AttendanceForm = ({
  groupId,
  people,
}: {
  groupId: string
  people: readonly { readonly value: string; readonly label: string }[]
}) => {
  const t = useTranslations('groups')
  return (
    <Form
      schema={() => import('@/lib/activities/group.schema').then((room) => room.attendedSchema)}
      defaultValues={{ groupId, who: '' }}
      action={addAttendance}
    >
      <Select name="who" label={t('attended.who')} empty={t('attended.choose')} options={people} />
      <FormFooter>{t('attended.save')}</FormFooter>
    </Form>
  )
}
