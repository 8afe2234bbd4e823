'use client'
import { useTranslations } from 'next-intl'
import { Select } from '@/components/forms/choices'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { namedOptions, toOptions } from '@/components/forms/options'
import { TextField } from '@/components/forms/text-field'
import { mergeOffice, saveOffice } from '@/lib/configuration/configuration.actions'
import { LOCALE_NAMES, LOCALES } from '@/lib/i18n/locales'

export type OfficeFields = {
  readonly teamId: string
  readonly name: string
  readonly locale: string
  readonly knew: string
  readonly reason: string
}

/** An office, new or as it is. */
export const OfficeForm = ({ fields, isAside = false }: { fields: OfficeFields; isAside?: boolean }) => {
  const t = useTranslations('settings.offices')
  return (
    <Form
      schema={() => import('@/lib/configuration/configuration.schema').then((room) => room.officeSchema)}
      defaultValues={fields}
      action={saveOffice}
      draftKey={`office:${fields.teamId}`}
    >
      <TextField name="name" label={t('name')} dir="auto" width="name" />
      <Select
        name="locale"
        label={t('language')}
        empty={t('noLanguage')}
        options={toOptions(LOCALES.codes, (one) => LOCALE_NAMES[one])}
      />
      <FormFooter kind={isAside ? 'quiet' : 'primary'}>{t(fields.teamId === '' ? 'add' : 'save')}</FormFooter>
    </Form>
  )
}

/** An office that goes on as part of another one. */
export const MergeOfficeForm = ({
  fields,
  targets,
}: {
  fields: { readonly teamId: string; readonly into: string; readonly knew: string; readonly reason: string }
  targets: readonly { readonly id: string; readonly name: string }[]
}) => {
  const t = useTranslations('settings.offices')
  return (
    <Form
      schema={() => import('@/lib/configuration/configuration.schema').then((room) => room.mergeOfficeSchema)}
      defaultValues={fields}
      action={mergeOffice}
    >
      <p className="max-w-prose text-sm text-muted">{t('merging')}</p>
      <Select name="into" label={t('into')} empty={t('choose')} options={namedOptions(targets)} />
      <TextField name="reason" label={t('reason')} dir="auto" />
      <FormFooter>{t('merge')}</FormFooter>
    </Form>
  )
}
