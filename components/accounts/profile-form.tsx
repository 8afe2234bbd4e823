'use client'
import { useTranslations } from 'next-intl'
import { CheckboxChips, type Option, Select } from '@/components/forms/choices'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { toOptions } from '@/components/forms/options'
import { TextField } from '@/components/forms/text-field'
import { setPreferenceCookie } from '@/components/layout/preference-cookie'
import { saveProfile } from '@/lib/accounts/own-account.actions'
import { LOCALE_COOKIE, LOCALE_NAMES, LOCALES } from '@/lib/i18n/locales'

type Props = {
  readonly name: string
  readonly locale: string
  readonly languages: readonly string[]
  /** Named on the server: browsers have names of languages of their own. */
  readonly choices: readonly Option[]
  readonly version: number
}

export const ProfileForm = ({ name, locale, languages, choices, version }: Props) => {
  const t = useTranslations('accounts.me')
  return (
    <Form
      schema={() => import('@/lib/accounts/account.schema').then((room) => room.profileSchema)}
      defaultValues={{ name, locale: LOCALES.read(locale), languages: [...languages], version }}
      action={saveProfile}
      // The account's language counts from here on, whatever was chosen on this device before; every part is read anew.
      onSaved={() => {
        setPreferenceCookie(LOCALE_COOKIE, null)
        location.reload()
      }}
    >
      <TextField name="name" label={t('name')} width="name" isName />
      <Select
        name="locale"
        label={t('locale')}
        options={toOptions(LOCALES.codes, (one) => LOCALE_NAMES[one])}
      />
      <CheckboxChips
        name="languages"
        label={t('languages')}
        hint={t('languagesHint')}
        options={choices}
        {...(languages.length === 0
          ? {}
          : {
              rest: {
                label: t('otherLanguages'),
                values: choices.map(({ value }) => value).filter((value) => !languages.includes(value)),
              },
            })}
      />
      <FormFooter kind="quiet">{t('saveProfile')}</FormFooter>
    </Form>
  )
}
