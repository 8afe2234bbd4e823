'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { CheckboxChips, ChipGroup, Select } from '@/components/forms/choices'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { toOptions } from '@/components/forms/options'
import { TextArea, TextField } from '@/components/forms/text-field'
import { saveSetting } from '@/lib/configuration/configuration.actions'
import type { FormKey } from '@/lib/configuration/configuration.schema'
import { LOCALE_NAMES, LOCALES } from '@/lib/i18n/locales'
import { ACCENTS, KINDS_OF_WORK, NAMINGS, REVIEW_DAYS } from '@/lib/settings/setting.rules'

const RISKS = ['high', 'medium', 'low'] as const

/** The fields of each setting, under the name that its form gives the value. */
export const useFields = (at: string): Readonly<Record<FormKey, () => ReactNode>> => {
  const t = useTranslations('settings')
  const number = (name: string, label: string) => (
    <TextField key={name} name={name} label={label} width="number" inputMode="numeric" />
  )
  const row = (fields: ReactNode) => <div className="flex flex-wrap gap-x-8 gap-y-4">{fields}</div>
  return {
    'organisation.name': () => (
      <TextField name={at} label={t('label.organisation.name')} dir="auto" width="name" />
    ),
    'organisation.short': () => (
      <TextField name={at} label={t('label.organisation.short')} dir="auto" width="short" />
    ),
    'organisation.accent': () => (
      <ChipGroup
        name={at}
        label={t('label.organisation.accent')}
        options={toOptions(ACCENTS.codes, (one) => t(`accent.${one}`))}
      />
    ),
    'organisation.contact': () =>
      LOCALES.codes.map((locale) => (
        <TextArea key={locale} name={`${at}.${locale}`} label={LOCALE_NAMES[locale]} lang={locale} rows={3} />
      )),
    'organisation.languages': () => (
      <CheckboxChips
        name={at}
        label={t('label.organisation.languages')}
        options={toOptions(LOCALES.codes, (one) => LOCALE_NAMES[one])}
      />
    ),
    'work.unseen': () =>
      row((['held', ...RISKS] as const).map((one) => number(`${at}.${one}`, t(`unseen.${one}`)))),
    'work.review': () =>
      row(
        RISKS.map((risk) => (
          <Select
            key={risk}
            name={`${at}.${risk}`}
            label={t(`unseen.${risk}`)}
            options={REVIEW_DAYS.map((days) => ({ value: String(days), label: t('days', { count: days }) }))}
          />
        )),
      ),
    'work.names': () => (
      <ChipGroup
        name={at}
        label={t('label.work.names')}
        options={toOptions(NAMINGS.codes, (one) => t(`naming.${one}`))}
      />
    ),
    'setup.does': () => (
      <CheckboxChips
        name={at}
        label={t('label.setup.does')}
        options={toOptions(KINDS_OF_WORK.codes, (one) => t(`does.${one}`))}
      />
    ),
    'signIn.idle': () => row([number(`${at}.own`, t('idle.own')), number(`${at}.wide`, t('idle.wide'))]),
    'signIn.day': () => number(at, t('dayInHours')),
    'signIn.secondStep': () => (
      <ChipGroup
        name={at}
        label={t('label.signIn.secondStep')}
        options={toOptions(['yes', 'no'] as const, (one) => t(`everyone.${one}`))}
      />
    ),
    'signIn.password': () => number(at, t('label.signIn.password')),
  }
}

/** The form of one setting; what it knew of the last change goes with it. */
export const SettingForm = ({ of, knew, value }: { of: FormKey; knew: string; value: unknown }) => {
  const t = useTranslations('settings')
  const fields = useFields('value')
  return (
    <Form
      key={knew}
      schema={() => import('@/lib/configuration/configuration.schema').then((room) => room.saveSettingSchema)}
      defaultValues={{ key: of, knew, reason: '', value }}
      action={saveSetting}
      draftKey={`setting:${of}`}
    >
      {fields[of]()}
      <TextField name="reason" label={t('reason')} />
      <FormFooter>{t('save')}</FormFooter>
    </Form>
  )
}
