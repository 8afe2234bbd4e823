'use client'
import { useTranslations } from 'next-intl'
import { useId, useMemo, useState } from 'react'
import { FormProvider, useForm } from 'react-hook-form'
import { FormStateProvider } from '@/components/forms/form-context'
import { Chip, Chips } from '@/components/ui/chip'
import { toTyped } from '@/lib/fields/answer.rules'
import type { FieldChoice } from '@/lib/fields/choice.rules'
import type { OwnField } from '@/lib/fields/field.rules'
import { LOCALE_NAMES, LOCALES, type Locale } from '@/lib/i18n/locales'
import { AnswerField } from './answer-field'

/** The field as colleagues will see it, while it is edited: in the real form, in each language, as narrow as a phone. Nothing typed here is kept. */
export const FieldPreview = ({
  field,
  choices,
  first,
}: {
  field: OwnField
  choices: readonly FieldChoice[]
  first: Locale
}) => {
  const t = useTranslations('fields.editor')
  const id = useId()
  const [language, setLanguage] = useState<Locale>(first)
  const [isNarrow, setNarrow] = useState(false)
  const form = useForm({ defaultValues: { [field.id]: toTyped(field, null) } })
  const state = useMemo(
    () => ({
      id,
      saving: 'idle' as const,
      savedAt: null,
      draft: { status: 'off', keptAt: null, why: null } as const,
      labels: new Map<string, string>(),
    }),
    [id],
  )
  return (
    <section aria-label={t('preview')} className="grid gap-3 rounded border border-hair bg-paper px-4 py-3">
      <h3 className="text-dense font-semibold">{t('preview')}</h3>
      <div role="radiogroup" aria-label={t('previewLanguage')}>
        <Chips>
          {LOCALES.codes.map((locale) => (
            <Chip
              key={locale}
              type="radio"
              name={`${id}-language`}
              checked={locale === language}
              onChange={() => setLanguage(locale)}
            >
              <span lang={locale}>{LOCALE_NAMES[locale]}</span>
            </Chip>
          ))}
        </Chips>
      </div>
      <Chips>
        <Chip name={`${id}-narrow`} checked={isNarrow} onChange={() => setNarrow(!isNarrow)}>
          {t('previewNarrow')}
        </Chip>
      </Chips>
      <FormProvider {...form}>
        <FormStateProvider value={state}>
          <div
            lang={language}
            className="grid gap-3 border-t border-hair pt-3"
            style={isNarrow ? { maxWidth: '20rem' } : {}}
          >
            <p className="font-semibold">{t('invented')}</p>
            <AnswerField field={field} chosen={[]} choices={choices} locale={language} />
          </div>
        </FormStateProvider>
      </FormProvider>
    </section>
  )
}
